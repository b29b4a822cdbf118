#include "sim/solve/cover/set_cover.h"
#include "sim/solve/cover/core.h"
#include "sim/solve/cover/row_weights.h"
#include "sim/solve/milp/milp.h"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <utility>

namespace phusong::solve {

namespace {

// Tuned on the OR-Library's files: at most 10 s of one core at effort 5.
constexpr std::int64_t touches_per_effort = 200'000'000;
constexpr int ascent_rounds = 1500;
constexpr std::uint32_t promising_per_row = 40;
constexpr std::int64_t most_search_entries = 60'000; ///< of the programme that branch and bound gets
/// Pivots of the linear relaxation and of branch and bound, whose pivots come with cuts. The factors of a base fill up
/// as rows grow: over `rows` of them a pivot is taken to cost as their square. Fewer pivots than rows lead nowhere:
/// none then.
struct Pivots {
    std::int64_t per_effort;
    double rows;
    [[nodiscard]] std::int64_t of(Core const& core, int effort) const {
        double const more = std::max(1.0, static_cast<double>(core.problem.rows()) / rows);
        auto const pivots = static_cast<std::int64_t>(static_cast<double>(effort * per_effort) / (more * more));
        return pivots < core.problem.rows() ? 0 : pivots;
    }
};
constexpr Pivots linear_pivots{40'000, 300};
constexpr Pivots branch_pivots{12'000, 170};

Cost grain_of(SetCover const& p) {
    Cost grain = 0;
    for (auto c : p.costs) grain = std::gcd(grain, c);
    return std::max<Cost>(grain, 1);
}

Cost cost_of(SetCover const& p, std::vector<std::uint32_t> const& chosen) {
    Cost sum = 0;
    for (auto c : chosen) sum += p.costs[c];
    return sum;
}

/// The cheapest per row still open, again and again; worths only fall, so old ones are looked at anew when they
/// surface.
std::vector<std::uint32_t> greedy(SetCover const& p, Incidence const& rows_of) {
    std::vector<char> covered(p.rows());
    auto const price = [&](std::uint32_t j) {
        auto const open = std::ranges::count_if(rows_of.of(j), [&](auto i) { return !covered[i]; });
        return open == 0 ? INFINITY : static_cast<double>(p.costs[j]) / static_cast<double>(open);
    };
    using Offer = std::pair<double, std::uint32_t>;
    std::priority_queue<Offer, std::vector<Offer>, std::greater<>> offers;
    for (std::uint32_t j = 0; j < p.columns(); ++j) offers.emplace(price(j), j);
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t open = p.rows(); open > 0 && !offers.empty();) {
        auto const [old, j] = offers.top();
        offers.pop();
        double const now = price(j);
        if (std::isinf(now)) continue;
        if (now > old) {
            offers.emplace(now, j);
            continue;
        }
        chosen.push_back(j);
        for (auto i : rows_of.of(j)) open -= std::exchange(covered[i], char{1}) ? 0 : 1;
    }
    return chosen;
}

class SetCoverSolver {
  public:
    SetCoverSolver(SetCover const& problem, Work const& work)
        : p_(problem), work_(work), rows_of_(transposed(problem.columns_of_row, problem.columns())),
          grain_(grain_of(problem)), dice_{work.seed} {}

    CoverAnswer solve() {
        answer_.chosen = greedy(p_, rows_of_);
        answer_.cost = cost_of(p_, answer_.chosen);
        auto prices = price_cover(p_, rows_of_, first_row_prices(p_, rows_of_));
        search(prices, 2);
        raise(ascend(p_, rows_of_, std::move(prices), static_cast<double>(answer_.cost), ascent_rounds));
        search(prices_, 10);
        linear();
        branch();
        search(prices_, 88);
        branch();
        std::ranges::sort(answer_.chosen);
        return std::move(answer_);
    }

  private:
    [[nodiscard]] bool done() const { return answer_.bound >= answer_.cost; }

    void raise(CoverPrices found) {
        answer_.bound = std::max(answer_.bound, std::min(answer_.cost, whole_bound(found.bound, grain_)));
        if (prices_.row_prices.empty() || found.bound > prices_.bound) prices_ = std::move(found);
    }

    void take(Core const& core, std::vector<std::uint32_t> const& chosen) {
        Cost const cost = cost_of(core.problem, chosen);
        if (cost >= answer_.cost) return;
        answer_.cost = cost;
        answer_.chosen.clear();
        for (auto c : chosen) answer_.chosen.push_back(core.names[c]);
    }

    /// `percent` of the work, among the columns that may still improve.
    void search(CoverPrices const& prices, int percent) {
        if (done()) return;
        auto keep = may_improve(prices, answer_.cost, grain_, answer_.chosen);
        keep_promising(p_, prices, promising_per_row, answer_.chosen, keep);
        auto const core = core_of(p_, rows_of_, keep);
        std::vector<std::uint32_t> chosen;
        for (auto c : answer_.chosen)
            chosen.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(core.names, c) - core.names.begin()));
        auto const effort = work_.effort * percent;
        RowWeightLimits limits{unreachable, touches_per_effort * effort / 100, answer_.bound};
        if (work_.iterations) limits = {*work_.iterations * percent / 100, unreachable, answer_.bound};
        answer_.iterations += search_with_row_weights(core.problem, core.rows_of_column, chosen, limits, dice_);
        take(core, chosen);
    }

    [[nodiscard]] Core core_to_improve() const {
        return core_of(p_, rows_of_, may_improve(prices_, answer_.cost, grain_, answer_.chosen));
    }

    [[nodiscard]] static Milp programme(Core const& core) {
        Milp milp;
        for (auto c : core.problem.costs) milp.add_column({static_cast<double>(c), 0, 1, true});
        for (std::uint32_t i = 0; i < core.problem.rows(); ++i) {
            auto const row = milp.add_row({1, no_limit});
            for (auto j : core.problem.columns_of_row.of(i)) milp.add(row, j, 1);
        }
        return milp;
    }

    /// The linear relaxation of what is left gives the best row prices that there are.
    void linear() {
        if (done()) return;
        auto const core = core_to_improve();
        auto const pivots = linear_pivots.of(core, work_.effort);
        if (pivots == 0) return;
        auto const found = solve_linear(programme(core), pivots);
        if (found.row_prices.size() == p_.rows()) raise(price_cover(p_, rows_of_, found.row_prices));
    }

    void branch() {
        if (done() || answer_.cost == branched_at_) return; // nothing new: it would end where it did
        branched_at_ = answer_.cost;
        auto const core = core_to_improve();
        MilpLimits limits;
        limits.nodes = 2000 * work_.effort;
        limits.pivots = branch_pivots.of(core, work_.effort);
        if (limits.pivots == 0 || std::ssize(core.rows_of_column.members) > most_search_entries) return;
        limits.cutoff = static_cast<double>(answer_.cost) - 0.5 * static_cast<double>(grain_);
        limits.grain = static_cast<double>(grain_);
        auto const found = solve_milp(programme(core), limits);
        if (!found.x.empty()) {
            std::vector<std::uint32_t> chosen;
            for (std::uint32_t j = 0; j < found.x.size(); ++j)
                if (found.x[j] > 0.5) chosen.push_back(j);
            take(core, chosen);
        }
        Cost const bound = found.proven ? answer_.cost : whole_bound(found.bound, grain_);
        answer_.bound = std::max(answer_.bound, std::min(answer_.cost, bound));
    }

    SetCover const& p_;
    Work const& work_;
    Incidence rows_of_;
    Cost grain_;
    Dice dice_;
    Cost branched_at_ = -1; ///< the best cost when branch and bound began last
    CoverPrices prices_;
    CoverAnswer answer_;
};

} // namespace

CoverAnswer solve_set_cover(SetCover const& problem, Work const& work) { return SetCoverSolver(problem, work).solve(); }

} // namespace phusong::solve
