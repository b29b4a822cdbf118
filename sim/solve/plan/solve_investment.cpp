#include "sim/solve/milp/reduced.h"
#include "sim/solve/plan/annealing.h"
#include "sim/solve/plan/investment.h"
#include "sim/solve/plan/programme.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {

namespace {

// Tuned on 193 places and 6 to 10 years: about 20 s of one core at effort 5.
constexpr std::int64_t moves_per_effort = 5'000'000;
constexpr double hot = 0.15, warm = 0.04;
constexpr std::int64_t linear_pivots_per_effort = 20'000, branch_pivots_per_effort = 1'500;
constexpr int regions_per_effort = 3;
constexpr std::int64_t region_nodes = 60, region_pivots = 3'000;

class Solver {
  public:
    Solver(Investment const& problem, Work const& work) : p_(problem), work_(work), dice_{work.seed} {
        answer_.builds.assign(p_.places.size(), {});
        answer_.left_of_year = p_.budgets;
    }

    InvestmentAnswer solve() {
        milp_ = programme_of(p_);
        auto const moves = work_.iterations.value_or(moves_per_effort * work_.effort);
        std::vector<Build> const none(p_.places.size());
        anneal_from(none, 1, moves / 20, hot);
        linear();
        for (double share : {1.0, 0.5, 0.3, 0.2, 0.1, 0.3}) anneal_from(none, share, moves / 10, hot);
        for (int k = 0; k < 3 && !done(); ++k) {
            regions(regions_per_effort * work_.effort / 3);
            anneal_from(answer_.builds, 0.3, moves / 12, warm);
        }
        branch();
        return std::move(answer_);
    }

  private:
    [[nodiscard]] bool done() const { return linear_.solved && answer_.bound <= answer_.value; }

    void take(std::vector<Build> builds) {
        auto const left = left_of(p_, builds);
        Cost value = 0;
        for (Node i = 0; i < builds.size(); ++i)
            if (builds[i].year != nothing) value += value_of(p_, i, builds[i]);
        if (!left || value <= answer_.value) return;
        answer_.value = value;
        answer_.builds = std::move(builds);
        answer_.left_of_year = *left;
    }

    void anneal_from(std::vector<Build> builds, double share, std::int64_t moves, double heat) {
        if (done()) return;
        anneal(p_, choices(share), builds, moves, heat, dice_);
        answer_.iterations += moves;
        take(std::move(builds));
    }

    /// By how much the reduced costs say a choice lowers the bound: its column sums from its year on are 1, before 0.
    [[nodiscard]] double penalty(Node i, Means m, std::uint32_t year) const {
        double sum = 0;
        for (std::uint32_t t = 0; t < p_.years(); ++t) {
            double const d = linear_.reduced_costs[column_of(p_, i, m, t)];
            sum += t < year ? std::max(0.0, -d) : std::max(0.0, d);
        }
        return sum;
    }

    /// What a better plan may choose; of that, what costs no more than `share` of all that is still to be gained.
    [[nodiscard]] std::vector<Choice> choices(double share) const {
        double const room =
            linear_.reduced_costs.empty() ? no_limit : share * (in_programme(answer_.value) - linear_.bound);
        std::vector<Choice> out;
        for (Node i = 0; i < p_.places.size(); ++i)
            for (auto m : both_means)
                for (std::uint32_t t = 0; t < p_.years(); ++t)
                    if (room == no_limit || penalty(i, m, t) <= room) out.push_back({i, {t, m}});
        return out;
    }

    [[nodiscard]] double in_programme(Cost value) const { return -static_cast<double>(value) / value_unit(p_); }
    void lower(double minimum) {
        double const most = -minimum * value_unit(p_);
        auto const bound = static_cast<Cost>(std::floor(most + 1e-9 * std::abs(most) + 1e-6));
        answer_.bound = std::max(answer_.value, linear_bound_ ? std::min(answer_.bound, bound) : bound);
        linear_bound_ = true;
    }

    void linear() {
        linear_ = solve_linear(milp_, linear_pivots_per_effort * work_.effort);
        lower(linear_.bound);
    }

    /// Columns whose reduced cost is more than what is still to be gained keep their value in every better plan.
    [[nodiscard]] Milp open_programme() const {
        auto out = milp_;
        double const room = in_programme(answer_.value) - linear_.bound;
        for (std::size_t j = 0; j < out.columns.size(); ++j) {
            if (-linear_.reduced_costs[j] > room) out.columns[j].lower = 1;
        }
        for (Node i = 0; i < p_.places.size(); ++i)
            for (auto m : both_means)
                for (std::uint32_t t = 0; t < p_.years() && penalty(i, m, t) > room; ++t)
                    out.columns[column_of(p_, i, m, t)].upper = 0;
        return out;
    }

    [[nodiscard]] MilpLimits limits(std::int64_t nodes, std::int64_t pivots) const {
        MilpLimits out;
        out.nodes = nodes;
        out.pivots = pivots;
        out.cutoff = in_programme(answer_.value) - 0.5 / value_unit(p_);
        return out;
    }

    /// What may change: places drawn with their neighbours in the tree, or all, but in two neighbouring years only.
    void regions(int how_many) {
        for (int k = 0; k < how_many && !done(); ++k) {
            auto part = open_programme();
            auto const now = columns_from(p_, answer_.builds);
            std::vector<char> free(p_.places.size());
            bool const by_years = dice_.below(3) == 0;
            auto const year = dice_.below(std::max(1U, p_.years() - 1));
            for (auto& f : free) f = dice_.below(100) < 35;
            for (Node i = 0; i < free.size(); ++i)
                for (auto m : both_means)
                    for (std::uint32_t t = 0; t < p_.years(); ++t) {
                        auto const j = column_of(p_, i, m, t);
                        bool const open = by_years ? t == year || t == year + 1 || t + 1 == year : free[i] != 0;
                        if (!open) part.columns[j].lower = part.columns[j].upper = now[j];
                    }
            auto const found = solve_reduced(part, limits(region_nodes, region_pivots));
            if (!found.x.empty()) take(builds_from(p_, found.x));
        }
    }

    void branch() {
        if (done()) return;
        auto const found = solve_reduced(open_programme(), limits(100'000, branch_pivots_per_effort * work_.effort));
        if (!found.x.empty()) take(builds_from(p_, found.x));
        if (found.proven)
            answer_.bound = answer_.value;
        else
            lower(std::max(found.bound, linear_.bound));
    }

    Investment const& p_;
    Work const& work_;
    Dice dice_;
    Milp milp_;
    LinearAnswer linear_;
    bool linear_bound_ = false;
    InvestmentAnswer answer_;
};

} // namespace

InvestmentAnswer solve_investment(Investment const& problem, Work const& work) { return Solver(problem, work).solve(); }

} // namespace phusong::solve
