#include "sim/solve/milp/milp.h"
#include <CbcEventHandler.hpp>
#include <CbcHeuristicRINS.hpp>
#include <CbcModel.hpp>
#include <CglClique.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <CglZeroHalf.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

namespace phusong::solve {

namespace {

/// The libraries throw CoinError, which is no std::exception.
template <class Work> auto guarded(Work work) {
    try {
        return work();
    } catch (CoinError const& error) {
        throw std::runtime_error(
            fmt::format("CBC: {}::{}: {}", error.className(), error.methodName(), error.message()));
    }
}

double coin(double bound) { return std::isinf(bound) ? std::copysign(COIN_DBL_MAX, bound) : bound; }

void silence(OsiClpSolverInterface& solver) {
    solver.messageHandler()->setLogLevel(0);
    solver.getModelPtr()->setLogLevel(0);
    solver.setHintParam(OsiDoReducePrint, true, OsiHintTry);
}

void load(OsiClpSolverInterface& solver, Milp const& milp) {
    std::vector<int> rows, columns;
    std::vector<double> values;
    for (auto const& e : milp.entries) {
        rows.push_back(static_cast<int>(e.row));
        columns.push_back(static_cast<int>(e.column));
        values.push_back(e.value);
    }
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), values.data(), static_cast<CoinBigIndex>(values.size()));
    matrix.setDimensions(static_cast<int>(milp.rows.size()), static_cast<int>(milp.columns.size()));
    std::vector<double> lower, upper, cost, row_lower, row_upper;
    for (auto const& c : milp.columns) {
        lower.push_back(c.lower);
        upper.push_back(c.upper);
        cost.push_back(c.cost);
    }
    for (auto const& r : milp.rows) {
        row_lower.push_back(coin(r.lower));
        row_upper.push_back(coin(r.upper));
    }
    silence(solver);
    solver.loadProblem(matrix, lower.data(), upper.data(), cost.data(), row_lower.data(), row_upper.data());
    for (std::size_t i = 0; i < milp.columns.size(); ++i)
        if (milp.columns[i].whole) solver.setInteger(static_cast<int>(i));
}

/// Weak duality: for any y, Σ over rows of min y·r within the row's bounds + Σ over columns of min d·x within theirs.
void prove(Milp const& milp, LinearAnswer& out) {
    out.reduced_costs.resize(milp.columns.size());
    for (std::size_t j = 0; j < milp.columns.size(); ++j) out.reduced_costs[j] = milp.columns[j].cost;
    double bound = 0;
    for (std::size_t i = 0; i < milp.rows.size(); ++i) {
        double& y = out.row_prices[i];
        double const end = y > 0 ? milp.rows[i].lower : milp.rows[i].upper;
        if (y != 0 && std::isinf(end)) y = 0;
        if (y != 0) bound += y * end;
    }
    for (auto const& e : milp.entries) out.reduced_costs[e.column] -= out.row_prices[e.row] * e.value;
    for (std::size_t j = 0; j < milp.columns.size(); ++j) {
        double const d = out.reduced_costs[j];
        bound += d * (d > 0 ? milp.columns[j].lower : milp.columns[j].upper);
    }
    out.bound = bound - 1e-9 * (1 + std::abs(bound)); // the rounding of these sums
}

LinearAnswer linear(Milp const& milp, std::int64_t most_pivots) {
    OsiClpSolverInterface solver;
    load(solver, milp);
    solver.setIntParam(OsiMaxNumIteration, static_cast<int>(std::clamp<std::int64_t>(most_pivots, 1, 2'000'000'000)));
    solver.initialSolve();
    LinearAnswer out;
    out.solved = solver.isProvenOptimal();
    out.infeasible = solver.isProvenPrimalInfeasible();
    out.value = solver.getObjValue();
    out.pivots = solver.getIterationCount();
    out.x.assign(solver.getColSolution(), solver.getColSolution() + milp.columns.size());
    out.row_prices.assign(solver.getRowPrice(), solver.getRowPrice() + milp.rows.size());
    prove(milp, out);
    return out;
}

/// Ends the search when the pivots are used up.
class Counted : public CbcEventHandler {
  public:
    explicit Counted(std::int64_t most_pivots) : most_(most_pivots) {}
    CbcEventHandler* clone() const override { return new Counted(*this); }
    CbcAction event(CbcEvent what) override {
        if (what == node && model_->getIterationCount() > most_) return stop;
        return noAction;
    }

  private:
    std::int64_t most_;
};

void add_cuts(CbcModel& model) {
    CglProbing probing;
    probing.setUsingObjective(1);
    probing.setMaxPass(1);
    probing.setMaxProbe(10);
    probing.setMaxProbeRoot(50);
    probing.setMaxLook(10);
    probing.setMaxElements(300);
    CglGomory gomory;
    gomory.setLimit(300);
    CglKnapsackCover knapsack;
    CglMixedIntegerRounding2 rounding;
    CglClique clique;
    clique.setStarCliqueReport(false);
    clique.setRowCliqueReport(false);
    CglZeroHalf zero_half;
    model.addCutGenerator(&probing, -1, "probing");
    model.addCutGenerator(&gomory, -1, "gomory");
    model.addCutGenerator(&knapsack, -1, "knapsack");
    model.addCutGenerator(&rounding, -1, "rounding");
    model.addCutGenerator(&clique, -1, "clique");
    model.addCutGenerator(&zero_half, -1, "zero_half");
}

void set_limits(CbcModel& model, MilpLimits const& limits) {
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    model.setRandomSeed(12345); // only so that it is ours
    model.setMaximumNodes(static_cast<int>(std::min<std::int64_t>(limits.nodes, 2'000'000'000)));
    model.setMaximumCutPassesAtRoot(limits.cut_rounds);
    model.setMaximumCutPasses(2);
    model.setNumberThreads(0);
    model.setNumberStrong(10);
    model.setAllowableGap(0);
    model.setAllowableFractionGap(0);
    if (limits.grain > 0) model.setCutoffIncrement(limits.grain * 0.999);
    if (limits.cutoff < no_limit) model.setCutoff(limits.cutoff);
    Counted const counted(limits.pivots);
    model.passInEventHandler(&counted);
}

double cost_of(Milp const& milp, std::vector<double> const& x) {
    double sum = 0;
    for (std::size_t j = 0; j < x.size(); ++j) sum += milp.columns[j].cost * x[j];
    return sum;
}

MilpAnswer search(Milp const& milp, MilpLimits const& limits, std::vector<double> const& start) {
    OsiClpSolverInterface solver;
    load(solver, milp);
    CbcModel model(solver);
    set_limits(model, limits);
    add_cuts(model);
    CbcHeuristicRINS rins(model);
    rins.setHowOften(50);
    if (limits.rins) model.addHeuristic(&rins, "rins");
    model.initialSolve();
    if (!start.empty())
        model.setBestSolution(start.data(), static_cast<int>(start.size()), cost_of(milp, start), false);
    model.branchAndBound();
    MilpAnswer out;
    out.nodes = model.getNodeCount();
    out.pivots = model.getIterationCount();
    out.proven = model.isProvenOptimal() || model.isProvenInfeasible();
    out.bound = model.getBestPossibleObjValue();
    if (auto const* best = model.bestSolution()) {
        out.x.assign(best, best + milp.columns.size());
        for (std::size_t j = 0; j < out.x.size(); ++j)
            if (milp.columns[j].whole) out.x[j] = std::round(out.x[j]);
        out.value = cost_of(milp, out.x);
    }
    if (out.proven) out.bound = std::min(limits.cutoff, out.value);
    return out;
}

} // namespace

std::uint32_t Milp::add_column(Column column) {
    columns.push_back(column);
    return static_cast<std::uint32_t>(columns.size() - 1);
}

std::uint32_t Milp::add_row(Row row) {
    rows.push_back(row);
    return static_cast<std::uint32_t>(rows.size() - 1);
}

LinearAnswer solve_linear(Milp const& milp, std::int64_t most_pivots) {
    return guarded([&] { return linear(milp, most_pivots); });
}

MilpAnswer solve_milp(Milp const& milp, MilpLimits const& limits, std::vector<double> const& start) {
    return guarded([&] { return search(milp, limits, start); });
}

} // namespace phusong::solve
