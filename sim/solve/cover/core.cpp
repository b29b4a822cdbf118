#include "sim/solve/cover/core.h"
#include <algorithm>

namespace phusong::solve {

Core core_of(SetCover const& whole, Incidence const& rows_of_column, std::vector<char> const& keep) {
    Core out;
    auto& rows = out.rows_of_column;
    for (std::uint32_t j = 0; j < whole.columns(); ++j) {
        if (!keep[j]) continue;
        out.names.push_back(j);
        out.problem.costs.push_back(whole.costs[j]);
        auto const members = rows_of_column.of(j);
        rows.members.insert(rows.members.end(), members.begin(), members.end());
        rows.first.push_back(static_cast<std::uint32_t>(rows.members.size()));
    }
    out.problem.columns_of_row = transposed(rows, whole.rows());
    return out;
}

std::vector<char> may_improve(CoverPrices const& prices, Cost cost, Cost grain,
                              std::vector<std::uint32_t> const& also) {
    double const room = static_cast<double>(cost - grain) - prices.bound;
    double const slack = 1e-6 + 1e-9 * static_cast<double>(cost);
    std::vector<char> keep(prices.reduced_costs.size());
    for (std::size_t j = 0; j < keep.size(); ++j) keep[j] = prices.reduced_costs[j] <= room + slack;
    for (auto j : also) keep[j] = 1;
    return keep;
}

void keep_promising(SetCover const& problem, CoverPrices const& prices, std::uint32_t per_row,
                    std::vector<std::uint32_t> const& also, std::vector<char>& keep) {
    std::vector<char> promising(keep.size());
    std::vector<std::uint32_t> columns;
    for (std::uint32_t i = 0; i < problem.rows(); ++i) {
        columns.clear();
        for (auto j : problem.columns_of_row.of(i))
            if (keep[j]) columns.push_back(j);
        auto const some = std::min<std::size_t>(per_row, columns.size());
        auto const cheaper = [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(prices.reduced_costs[a], a) < std::pair(prices.reduced_costs[b], b);
        };
        std::partial_sort(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(some), columns.end(), cheaper);
        for (std::size_t k = 0; k < some; ++k) promising[columns[k]] = 1;
    }
    for (std::size_t j = 0; j < keep.size(); ++j)
        if (prices.reduced_costs[j] < 0) promising[j] |= keep[j];
    for (auto j : also) promising[j] = 1;
    keep = std::move(promising);
}

} // namespace phusong::solve
