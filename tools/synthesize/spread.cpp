#include "tools/synthesize/spread.h"
#include "geo/problem.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong::synthesize {

std::vector<int> spread(std::vector<double> const& weights, int total, int least) {
    auto const n = weights.size();
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    int const shared = total - least * static_cast<int>(n);
    std::vector<int> parts(n);
    std::vector<double> rest(n);
    for (std::size_t i = 0; i < n; ++i) {
        double const exact = sum > 0 ? shared * weights[i] / sum : 0;
        parts[i] = static_cast<int>(std::floor(exact));
        rest[i] = exact - parts[i];
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    int left = shared - std::accumulate(parts.begin(), parts.end(), 0);
    for (std::size_t i = 0; left > 0 && n > 0; ++i, --left) ++parts[order[i % n]];
    for (int& part : parts) part += least;
    return parts;
}

std::vector<int> allot(std::vector<double> const& weights, std::vector<Bounds> const& bounds, int total) {
    std::vector<int> count;
    for (auto const& bound : bounds) count.push_back(bound.least);
    int given = std::accumulate(count.begin(), count.end(), 0);
    for (; given < total; ++given) {
        std::size_t best = count.size();
        for (std::size_t i = 0; i < count.size(); ++i)
            if (count[i] < bounds[i].most &&
                (best == count.size() || weights[i] / (count[i] + 1) > weights[best] / (count[best] + 1)))
                best = i;
        if (best == count.size()) break;
        ++count[best];
    }
    if (given != total)
        throw geo::InputError({{"phusong-synthesize",
                                geo::say("không chia được tổng {}: các giới hạn cho {}",
                                         "cannot share out a total of {}: the bounds give {}", total, given),
                                {}}});
    return count;
}

} // namespace phusong::synthesize
