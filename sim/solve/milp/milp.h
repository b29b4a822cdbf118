#pragma once
#include <cstdint>
#include <limits>
#include <vector>

namespace phusong::solve {

inline constexpr double no_limit = std::numeric_limits<double>::infinity();

/// A mixed-integer linear programme: minimise Σ cost · x within the bounds of columns and rows.
struct Milp {
    struct Column {
        double cost = 0, lower = 0, upper = 1;
        bool whole = true; ///< takes whole numbers only
    };
    struct Row {
        double lower = -no_limit, upper = no_limit;
    };
    struct Entry {
        std::uint32_t row = 0, column = 0;
        double value = 0;
    };
    std::vector<Column> columns; ///< bounds must be finite: they carry the proof of the bound
    std::vector<Row> rows;
    std::vector<Entry> entries; ///< each (row, column) at most once

    std::uint32_t add_column(Column column);
    std::uint32_t add_row(Row row);
    void add(std::uint32_t row, std::uint32_t column, double value) { entries.push_back({row, column, value}); }
};

/// The linear relaxation. `bound` is reckoned anew from the multipliers of the rows: by weak duality it holds whatever
/// tolerances the simplex method used, also when `solved` is false because the pivots ran out.
struct LinearAnswer {
    bool solved = false;
    bool infeasible = false;
    double value = 0, bound = -no_limit;
    std::vector<double> x, reduced_costs, row_prices;
    std::int64_t pivots = 0;
};
[[nodiscard]] LinearAnswer solve_linear(Milp const& milp, std::int64_t most_pivots);

/// Work is counted in nodes and pivots.
struct MilpLimits {
    std::int64_t nodes = 1000;
    std::int64_t pivots = 1'000'000; ///< of the whole search; looked at between nodes
    double cutoff = no_limit;        ///< only solutions cheaper than this are of interest
    double grain = 0;                ///< costs of whole solutions differ by multiples of this; 0 when unknown
    int cut_rounds = 20;             ///< at the root
    bool rins = false;               ///< look around the incumbent by sub-problems (relaxation-induced neighbourhoods)
};

struct MilpAnswer {
    bool proven = false;      ///< the search ended by itself
    std::vector<double> x;    ///< best solution found that beats the cutoff or the start; empty when there was none
    double value = no_limit;  ///< its cost
    double bound = -no_limit; ///< no whole solution is cheaper than this, unless it is no cheaper than the cutoff
    std::int64_t nodes = 0, pivots = 0;
};

/// Branch and bound by CBC in one thread; `start` may be empty. The same input gives the same answer.
/// Errors: std::runtime_error when the library fails, a bug of ours.
[[nodiscard]] MilpAnswer solve_milp(Milp const& milp, MilpLimits const& limits, std::vector<double> const& start = {});

} // namespace phusong::solve
