#include "sim/solve/milp/reduced.h"
#include <algorithm>

namespace phusong::solve {

namespace {

constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();
constexpr double slack = 1e-7;

struct Activity {
    double least = 0, most = 0, fixed = 0;
};

std::vector<Activity> activities(Milp const& whole) {
    std::vector<Activity> out(whole.rows.size());
    for (auto const& e : whole.entries) {
        auto const& c = whole.columns[e.column];
        auto& a = out[e.row];
        a.least += e.value * (e.value > 0 ? c.lower : c.upper);
        a.most += e.value * (e.value > 0 ? c.upper : c.lower);
        if (c.lower == c.upper) a.fixed += e.value * c.lower;
    }
    return out;
}

} // namespace

Reduced reduced(Milp const& whole) {
    Reduced out;
    std::vector<std::uint32_t> column(whole.columns.size(), gone), row(whole.rows.size(), gone);
    for (std::uint32_t j = 0; j < whole.columns.size(); ++j) {
        auto const& c = whole.columns[j];
        if (c.lower == c.upper) {
            out.fixed_cost += c.cost * c.lower;
            continue;
        }
        column[j] = out.milp.add_column(c);
        out.names.push_back(j);
    }
    auto const activity = activities(whole);
    for (std::uint32_t i = 0; i < whole.rows.size(); ++i) {
        auto const [lower, upper] = whole.rows[i];
        auto const& a = activity[i];
        if (a.least > upper + slack || a.most < lower - slack) out.possible = false;
        if (a.least >= lower - slack && a.most <= upper + slack) continue;
        row[i] = out.milp.add_row({lower - a.fixed, upper - a.fixed});
    }
    for (auto const& e : whole.entries)
        if (column[e.column] != gone && row[e.row] != gone) out.milp.add(row[e.row], column[e.column], e.value);
    return out;
}

MilpAnswer solve_reduced(Milp const& whole, MilpLimits limits, std::vector<double> const& start) {
    auto const part = reduced(whole);
    MilpAnswer out;
    if (!part.possible) {
        out.proven = true;
        out.bound = limits.cutoff;
        return out;
    }
    limits.cutoff -= part.fixed_cost;
    std::vector<double> part_start;
    if (!start.empty())
        for (auto j : part.names) part_start.push_back(start[j]);
    out = solve_milp(part.milp, limits, part_start);
    out.bound += part.fixed_cost;
    out.value += part.fixed_cost;
    if (out.x.empty()) return out;
    std::vector<double> x(whole.columns.size());
    for (std::size_t j = 0; j < x.size(); ++j) x[j] = whole.columns[j].lower;
    for (std::size_t k = 0; k < part.names.size(); ++k) x[part.names[k]] = out.x[k];
    out.x = std::move(x);
    return out;
}

} // namespace phusong::solve
