#include "sim/finance/cross_subsidy.h"
#include <algorithm>

namespace phusong {

CrossSubsidy cross_subsidy(std::vector<double> const& npv_vnd) {
    CrossSubsidy result;
    result.from_pool_vnd.assign(npv_vnd.size(), 0);
    result.rest_vnd.assign(npv_vnd.size(), 0);
    std::vector<std::size_t> in_deficit;
    for (std::size_t i = 0; i < npv_vnd.size(); ++i) {
        if (npv_vnd[i] > 0) result.pool_vnd += npv_vnd[i];
        if (npv_vnd[i] < 0) in_deficit.push_back(i);
    }
    std::ranges::stable_sort(in_deficit, [&](std::size_t a, std::size_t b) { return npv_vnd[a] > npv_vnd[b]; });
    double left = result.pool_vnd;
    for (auto const i : in_deficit) {
        result.from_pool_vnd[i] = std::min(left, -npv_vnd[i]);
        result.rest_vnd[i] = -npv_vnd[i] - result.from_pool_vnd[i];
        left -= result.from_pool_vnd[i];
    }
    return result;
}

} // namespace phusong
