#include "sim/rollout/prove.h"
#include "sim/rollout/exchange.h"
#include "sim/solve/milp/reduced.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr int rounds = 12;                    ///< of exchanges; they end by themselves after a few
constexpr std::int64_t most_pivots = 300'000; ///< a province needs some 10,000; a bound holds at any pivot

/// What costs more in the relaxation than is still to be gained has the same value in every better choice.
struct Settled {
    std::vector<bool> open, certain; ///< per column
};
Settled settled(solve::LinearAnswer const& linear, double worth) {
    double const room = -worth - linear.bound;
    Settled out;
    for (double const d : linear.reduced_costs) {
        out.open.push_back(!(d > room));
        out.certain.push_back(-d > room);
    }
    return out;
}

Proof rounded(Programme const& programme, solve::LinearAnswer const& linear) {
    Exchange exchange(programme);
    exchange.follow(linear.x);
    exchange.add_and_advance();
    auto [open, certain] = settled(linear, worth_of(programme, exchange.bought()));
    exchange.keep_to(std::move(open), std::move(certain));
    exchange.improve(rounds);
    double const worth = worth_of(programme, exchange.bought());
    return {exchange.bought(), worth, std::max(worth, -linear.bound)};
}

/// The programme with what is settled set to its value.
solve::Milp still_open(solve::Milp milp, Settled const& settled) {
    for (std::size_t j = 0; j < milp.columns.size(); ++j) {
        auto& column = milp.columns[j];
        if (!settled.open[j]) column.upper = column.lower;
        if (settled.certain[j]) column.lower = column.upper;
    }
    return milp;
}

} // namespace

double bound_of(Programme const& programme) {
    return std::max(0.0, -solve::solve_linear(milp_of(programme), most_pivots).bound);
}

Proof prove_by_exchange(Programme const& programme) {
    return rounded(programme, solve::solve_linear(milp_of(programme), most_pivots));
}

Proof prove_exactly(Programme const& programme, int nodes) {
    auto const milp = milp_of(programme);
    auto const linear = solve::solve_linear(milp, most_pivots);
    auto proof = rounded(programme, linear);
    solve::MilpLimits limits;
    limits.nodes = nodes;
    limits.cutoff = -proof.worth - 1e-7 * (1 + proof.worth);
    auto const found = solve::solve_reduced(still_open(milp, settled(linear, proof.worth)), limits);
    if (!found.x.empty()) {
        auto const bought = bought_from(programme, found.x);
        double const worth = worth_of(programme, bought);
        if (worth > proof.worth && keeps_rules(programme, bought)) {
            proof.bought = bought;
            proof.worth = worth;
        }
    }
    proof.bound = std::max(proof.worth, std::min(proof.bound, found.proven ? proof.worth : -found.bound));
    return proof;
}

} // namespace phusong
