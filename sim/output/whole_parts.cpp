#include "sim/output/whole_parts.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong {

std::vector<std::int64_t> whole_parts(std::vector<double> const& parts, std::vector<std::int64_t> const& most) {
    std::vector<std::int64_t> whole;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const down = static_cast<std::int64_t>(std::floor(parts[i]));
        whole.push_back(most.empty() ? down : std::min(down, most[i]));
    }
    auto left = std::llround(std::accumulate(parts.begin(), parts.end(), 0.0)) -
                std::accumulate(whole.begin(), whole.end(), std::int64_t{0});
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    auto const lost = [&](std::size_t i) { return parts[i] - std::floor(parts[i]); };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return lost(a) != lost(b) ? lost(a) > lost(b) : parts[a] > parts[b];
    });
    for (bool given = true; left > 0 && given;) { // a second round only where `most` stood in the way
        given = false;
        for (auto i : order) {
            if (left == 0 || (!most.empty() && whole[i] >= most[i])) continue;
            ++whole[i];
            --left;
            given = true;
        }
    }
    return whole;
}

} // namespace phusong
