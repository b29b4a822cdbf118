#include "sim/study/statistics.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace phusong::study {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> order_of(std::span<double const> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    return order;
}

std::vector<double> ranks(std::span<double const> values) {
    auto const order = order_of(values);
    std::vector<double> rank(values.size());
    for (std::size_t from = 0; from < order.size();) {
        auto to = from;
        while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
        double const shared = static_cast<double>(from + to - 1) / 2;
        for (; from < to; ++from) rank[order[from]] = shared;
    }
    return rank;
}

double variance_sum(std::span<double const> values, double middle) {
    double sum = 0;
    for (double const value : values) sum += (value - middle) * (value - middle);
    return sum;
}

} // namespace

double mean(std::span<double const> values) {
    if (values.empty()) return unknown;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double rank_correlation(std::span<double const> x, std::span<double const> y) {
    auto const a = ranks(x), b = ranks(y);
    double const mean_a = mean(a), mean_b = mean(b);
    double together = 0;
    for (std::size_t i = 0; i < a.size(); ++i) together += (a[i] - mean_a) * (b[i] - mean_b);
    double const spread = std::sqrt(variance_sum(a, mean_a) * variance_sum(b, mean_b));
    return spread > 0 ? together / spread : unknown;
}

double first_order_index(std::span<double const> x, std::span<double const> y, std::size_t bins) {
    double const middle = mean(y), total = variance_sum(y, middle);
    bool const changes = !y.empty() && std::ranges::min(y) < std::ranges::max(y); // a sum of equal numbers may be off
    if (!changes || bins < 2 || y.size() < 2 * bins) return unknown;
    auto const order = order_of(x);
    double between = 0;
    for (std::size_t bin = 0; bin < bins; ++bin) {
        auto const from = bin * y.size() / bins, to = (bin + 1) * y.size() / bins;
        double sum = 0;
        for (auto i = from; i < to; ++i) sum += y[order[i]];
        double const of_bin = sum / static_cast<double>(to - from);
        between += static_cast<double>(to - from) * (of_bin - middle) * (of_bin - middle);
    }
    double const by_chance = (total - between) * static_cast<double>(bins - 1) / static_cast<double>(y.size() - bins);
    return std::clamp((between - by_chance) / total, 0.0, 1.0);
}

} // namespace phusong::study
