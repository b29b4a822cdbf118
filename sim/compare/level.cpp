#include "sim/compare/level.h"
#include "sim/scenario/scenario.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong {
namespace {

constexpr double money_share = 0.005; ///< prices are not known better than that

double least_difference(Criterion criterion, double best) {
    auto const& words = criteria()[index(criterion)];
    if (words.is_share) return 0.001;
    if (words.is_money) return std::max(0.1 * vnd_per_bn, money_share * std::abs(best));
    bool const per_100 = criterion == Criterion::mobile_per_100 || criterion == Criterion::fixed_per_100;
    return per_100 ? 0.01 : 1;
}

/// Whether one is a run and the other a study whose draws lie on both sides of it.
bool among_draws(Option const& a, Option const& b, Criterion criterion) {
    auto const drawn = [](Option const& o) { return o.of_study && o.draws > 1; };
    if (drawn(a) == drawn(b)) return false;
    auto const &study = drawn(a) ? a : b, &run = drawn(a) ? b : a;
    auto const k = index(criterion);
    return study.p10[k] <= run.value[k] && run.value[k] <= study.p90[k];
}

} // namespace

std::vector<double> levelled(std::vector<Option> const& options, Criterion criterion) {
    double const sign = criteria()[index(criterion)].more_is_better ? 1 : -1;
    std::vector<double> values;
    for (auto const& option : options) values.push_back(option.value[index(criterion)]);
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return std::isnan(values[i]); });
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return sign * values[a] > sign * values[b]; });
    auto level = values;
    for (auto best = order.begin(), at = best; at != order.end(); ++at) {
        double const behind = std::abs(values[*at] - values[*best]);
        // The hair less keeps two values that differ by a whole step, as floats go, apart.
        bool const alike = behind < (1 - 1e-9) * least_difference(criterion, values[*best]) ||
                           among_draws(options[*at], options[*best], criterion);
        if (!alike) best = at;
        level[*at] = values[*best];
    }
    return level;
}

} // namespace phusong
