#include "sim/solve/cover/lagrange.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {

namespace {

/// How far the step length λ is changed after every so many rounds, CFT section 2.1.
constexpr int judged_after = 20;

void reprice(SetCover const& problem, Incidence const& rows_of_column, CoverPrices& p) {
    double bound = 0;
    for (double u : p.row_prices) bound += u;
    for (std::uint32_t j = 0; j < problem.columns(); ++j) {
        double d = static_cast<double>(problem.costs[j]);
        for (auto i : rows_of_column.of(j)) d -= p.row_prices[i];
        p.reduced_costs[j] = d;
        if (d < 0) bound += d;
    }
    p.bound = bound;
}

/// 1 − how often each row is covered by the columns that pay for themselves; returns the squared length.
double slopes(SetCover const& problem, Incidence const& rows_of_column, CoverPrices const& p, std::vector<double>& s) {
    s.assign(problem.rows(), 1.0);
    for (std::uint32_t j = 0; j < problem.columns(); ++j)
        if (p.reduced_costs[j] < 0)
            for (auto i : rows_of_column.of(j)) s[i] -= 1;
    double length = 0;
    for (std::uint32_t i = 0; i < problem.rows(); ++i)
        if (p.row_prices[i] > 0 || s[i] > 0) length += s[i] * s[i];
    return length;
}

} // namespace

CoverPrices price_cover(SetCover const& problem, Incidence const& rows_of_column, std::vector<double> row_prices) {
    for (double& u : row_prices) u = std::max(u, 0.0);
    CoverPrices out{std::move(row_prices), std::vector<double>(problem.columns()), 0};
    reprice(problem, rows_of_column, out);
    return out;
}

std::vector<double> first_row_prices(SetCover const& problem, Incidence const& rows_of_column) {
    std::vector<double> u(problem.rows());
    for (std::uint32_t i = 0; i < problem.rows(); ++i) {
        double least = INFINITY;
        for (auto j : problem.columns_of_row.of(i))
            least = std::min(least,
                             static_cast<double>(problem.costs[j]) / static_cast<double>(rows_of_column.of(j).size()));
        u[i] = least;
    }
    return u;
}

CoverPrices ascend(SetCover const& problem, Incidence const& rows_of_column, CoverPrices start, double best_cost,
                   int rounds) {
    CoverPrices best = start, now = std::move(start);
    std::vector<double> s;
    double lambda = 0.1, highest = now.bound, lowest = now.bound, before = best.bound;
    int stalled = 0;
    for (int round = 1; round <= rounds && lambda > 1e-5; ++round) {
        double const length = slopes(problem, rows_of_column, now, s);
        if (length == 0) return now; // optimal
        double const step = lambda * std::max(best_cost - now.bound, 1e-3 * best_cost) / length;
        for (std::uint32_t i = 0; i < problem.rows(); ++i)
            now.row_prices[i] = std::max(0.0, now.row_prices[i] + step * s[i]);
        reprice(problem, rows_of_column, now);
        if (now.bound > best.bound) best = now;
        highest = std::max(highest, now.bound);
        lowest = std::min(lowest, now.bound);
        if (round % judged_after != 0) continue;
        double const spread = (highest - lowest) / std::max(1e-12, std::abs(highest));
        if (spread > 0.01) lambda *= 0.5;
        if (spread < 0.001) lambda *= 1.5;
        highest = lowest = now.bound;
        if (best.bound - before < 1e-4 * std::abs(best.bound) && ++stalled % 5 == 0) {
            lambda *= 0.5; // it hovers: come closer
            now = best;
        }
        before = best.bound;
    }
    return best;
}

Cost whole_bound(double bound, Cost grain) {
    double const safe = bound - 1e-7 - 1e-9 * std::abs(bound);
    auto const steps = static_cast<Cost>(std::ceil(safe / static_cast<double>(grain)));
    return std::max<Cost>(0, steps * grain);
}

} // namespace phusong::solve
