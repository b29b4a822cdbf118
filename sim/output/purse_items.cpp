#include "sim/output/purse_items.h"
#include "sim/output/whole_parts.h"

namespace phusong {

Items paid(ProjectCost const& cost, Appraisal const& appraisal, bool by_operators) {
    auto const prices = cost.items_vnd();
    auto const all = whole_parts({prices.begin(), prices.end()});
    double const part = cost.capex_vnd() > 0 ? appraisal.operator_capex_vnd / cost.capex_vnd() : 0;
    std::vector<double> shares;
    for (double const price : prices) shares.push_back(price * part);
    auto const of_operators = whole_parts(shares, all);
    Items items{};
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = by_operators ? of_operators[i] : all[i] - of_operators[i];
    return items;
}

} // namespace phusong
