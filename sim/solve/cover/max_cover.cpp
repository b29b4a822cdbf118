#include "sim/solve/cover/max_cover.h"
#include "sim/solve/cover/site_search.h"
#include "sim/solve/milp/milp.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace phusong::solve {

namespace {

// Tuned on mclp_los 1 and 2 and larger made ones: some 8 s of one core at effort 5.
constexpr std::int64_t search_touches_per_effort = 150'000'000;
constexpr std::int64_t pivots_per_effort = 20'000;

/// Demands that the same sites cover become one; what weighs nothing or no site covers goes. `demand` of the whole.
MaxCover merged(MaxCover const& whole) {
    std::map<std::vector<std::uint32_t>, Cost> weight_of;
    for (std::uint32_t d = 0; d < whole.demands(); ++d) {
        auto const sites = whole.sites_of_demand.of(d);
        if (sites.empty() || whole.weights[d] == 0) continue;
        weight_of[{sites.begin(), sites.end()}] += whole.weights[d];
    }
    MaxCover out{.weights = {},
                 .site_costs = whole.site_costs,
                 .sites_of_demand = {},
                 .most_sites = whole.most_sites,
                 .budget = whole.budget};
    for (auto const& [sites, weight] : weight_of) {
        out.weights.push_back(weight);
        auto& in = out.sites_of_demand;
        in.members.insert(in.members.end(), sites.begin(), sites.end());
        in.first.push_back(static_cast<std::uint32_t>(in.members.size()));
    }
    return out;
}

class MaxCoverSolver {
  public:
    MaxCoverSolver(MaxCover const& problem, Work const& work)
        : whole_(problem), p_(merged(problem)), work_(work), demands_of_(transposed(p_.sites_of_demand, p_.sites())),
          may_open_(p_.sites(), 1), dice_{work.seed} {
        for (auto w : p_.weights) grain_ = std::gcd(grain_, w);
        grain_ = std::max<Cost>(grain_, 1);
        total_ = std::accumulate(p_.weights.begin(), p_.weights.end(), Cost{0});
    }

    MaxCoverAnswer solve() {
        answer_.bound = total_;
        best_single();
        search(30);
        linear();
        search(30);
        branch();
        search(40);
        branch();
        finish();
        return std::move(answer_);
    }

  private:
    [[nodiscard]] bool done() const { return answer_.bound <= answer_.weight; }

    [[nodiscard]] Cost weight_of(std::vector<std::uint32_t> const& chosen) const {
        std::vector<char> covered(p_.demands());
        Cost sum = 0;
        for (auto s : chosen)
            for (auto d : demands_of_.of(s))
                if (!std::exchange(covered[d], char{1})) sum += p_.weights[d];
        return sum;
    }

    void take(std::vector<std::uint32_t> chosen) {
        Cost const weight = weight_of(chosen);
        if (weight <= answer_.weight) return;
        answer_.weight = weight;
        answer_.chosen = std::move(chosen);
    }

    /// Greed by weight per cost alone can be arbitrarily bad; not so together with the best single site.
    void best_single() {
        for (std::uint32_t s = 0; s < p_.sites(); ++s)
            if ((!p_.budget || p_.site_costs[s] <= *p_.budget) && (!p_.most_sites || *p_.most_sites > 0)) take({s});
    }

    void search(int percent) {
        if (done()) return;
        auto const effort = work_.effort * percent;
        SiteSearchLimits limits{unreachable, search_touches_per_effort * effort / 100, answer_.bound};
        if (work_.iterations) limits = {*work_.iterations * percent / 100, unreachable, answer_.bound};
        std::vector<std::uint32_t> chosen;
        if (answer_.iterations > 0) chosen = answer_.chosen;
        answer_.iterations += search_sites(p_, demands_of_, may_open_, chosen, limits, dice_);
        take(std::move(chosen));
    }

    /// minimise −Σ weight · covered
    [[nodiscard]] Milp programme() const {
        Milp milp;
        for (std::uint32_t s = 0; s < p_.sites(); ++s) milp.add_column({0, 0, may_open_[s] ? 1.0 : 0.0, true});
        for (std::uint32_t d = 0; d < p_.demands(); ++d) {
            auto const covered = milp.add_column({-static_cast<double>(p_.weights[d]), 0, 1, false});
            auto const row = milp.add_row({0, no_limit});
            for (auto s : p_.sites_of_demand.of(d)) milp.add(row, s, 1);
            milp.add(row, covered, -1);
        }
        auto const limit = [&](double largest, auto const& share) {
            auto const row = milp.add_row({-no_limit, largest});
            for (std::uint32_t s = 0; s < p_.sites(); ++s) milp.add(row, s, share(s));
        };
        if (p_.most_sites) limit(static_cast<double>(*p_.most_sites), [](auto) { return 1.0; });
        if (p_.budget)
            limit(static_cast<double>(*p_.budget), [&](auto s) { return static_cast<double>(p_.site_costs[s]); });
        return milp;
    }

    void lower(double minimum) {
        answer_.bound = std::max(answer_.weight, std::min(answer_.bound, whole_upper(-minimum)));
    }
    [[nodiscard]] Cost whole_upper(double bound) const {
        double const safe = bound + 1e-7 + 1e-9 * std::abs(bound);
        return static_cast<Cost>(std::floor(safe / static_cast<double>(grain_))) * grain_;
    }

    void linear() {
        if (done()) return;
        found_ = solve_linear(programme(), pivots_per_effort * work_.effort);
        lower(found_.bound);
        shut();
    }

    /// Sites that no better choice opens.
    void shut() {
        if (found_.reduced_costs.empty()) return;
        double const room = -found_.bound - static_cast<double>(answer_.weight + grain_) + 1e-6;
        for (std::uint32_t s = 0; s < p_.sites(); ++s)
            if (found_.reduced_costs[s] > room) may_open_[s] = 0;
    }

    void branch() {
        if (done()) return;
        shut();
        MilpLimits limits;
        limits.nodes = 2000 * work_.effort;
        limits.pivots = pivots_per_effort * work_.effort;
        limits.cutoff = -static_cast<double>(answer_.weight) - 0.5 * static_cast<double>(grain_);
        limits.grain = static_cast<double>(grain_);
        auto const found = solve_milp(programme(), limits);
        if (!found.x.empty()) {
            std::vector<std::uint32_t> chosen;
            for (std::uint32_t s = 0; s < p_.sites(); ++s)
                if (found.x[s] > 0.5) chosen.push_back(s);
            take(std::move(chosen));
        }
        if (found.proven)
            answer_.bound = answer_.weight;
        else
            lower(found.bound);
    }

    void finish() {
        std::ranges::sort(answer_.chosen);
        for (auto s : answer_.chosen) answer_.cost += whole_.site_costs[s];
    }

    MaxCover const& whole_;
    MaxCover p_;
    Work const& work_;
    Incidence demands_of_;
    std::vector<char> may_open_;
    Dice dice_;
    Cost grain_ = 0, total_ = 0;
    LinearAnswer found_;
    MaxCoverAnswer answer_;
};

} // namespace

MaxCoverAnswer solve_max_cover(MaxCover const& problem, Work const& work) {
    return MaxCoverSolver(problem, work).solve();
}

} // namespace phusong::solve
