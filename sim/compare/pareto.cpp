#include "sim/compare/pareto.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

bool known(ThreeAims const& a) {
    return std::ranges::all_of(a, [](double v) { return std::isfinite(v); });
}

bool dominates(ThreeAims const& a, ThreeAims const& b) {
    bool better = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] < b[i]) return false;
        better = better || a[i] > b[i];
    }
    return better;
}

} // namespace

std::vector<bool> pareto_front(std::vector<ThreeAims> const& options) {
    std::vector<bool> on;
    for (auto const& a : options)
        on.push_back(known(a) &&
                     std::ranges::none_of(options, [&](ThreeAims const& b) { return known(b) && dominates(b, a); }));
    return on;
}

} // namespace phusong
