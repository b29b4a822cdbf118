#include "sim/radio/models/itm_parts.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace phusong::itm {

namespace {

double positive_part(double x) { return std::max(x, 0.0); }

/// Whole steps between two distances; one step wider on both sides when they fall together.
struct Steps {
    std::size_t first = 0, last = 0;
};
Steps steps_between(Profile const& profile, double d_start, double d_end) {
    double const n = static_cast<double>(profile.h.size() - 1);
    double first = std::floor(positive_part(d_start / profile.step));
    double last = n - std::floor(positive_part(n - d_end / profile.step));
    if (last <= first) {
        first = positive_part(first - 1);
        last = std::min(last + 1, n);
    }
    return {static_cast<std::size_t>(first), static_cast<std::size_t>(last)};
}

/// Height at a place given in steps; beyond the last point, the last slope goes on.
double height_at(std::span<double const> h, double x) {
    auto const i = std::min(static_cast<std::size_t>(x), h.size() - 2);
    double const t = x - static_cast<double>(i);
    return h[i] + (h[i + 1] - h[i]) * t;
}

/// `n` heights spread evenly over part of a profile.
std::vector<double> resample(Profile const& profile, double d_start, double d_end, int n) {
    double const x0 = d_start / profile.step, dx = (d_end - d_start) / profile.step / (n - 1);
    std::vector<double> out;
    for (int j = 0; j < n; ++j) out.push_back(height_at(profile.h, x0 + j * dx));
    return out;
}

} // namespace

Line fit_line(Profile const& profile, double d_start, double d_end) {
    auto const [first, last] = steps_between(profile, d_start, d_end);
    double const n = static_cast<double>(last - first), middle = static_cast<double>(first) + n / 2;
    double sum = 0, moment = 0;
    for (std::size_t i = first; i <= last; ++i) {
        double const weight = i == first || i == last ? 0.5 : 1; // the sums are integrals by trapezoids
        sum += weight * profile.h[i];
        moment += weight * profile.h[i] * (static_cast<double>(i) - middle);
    }
    double const mean = sum / n, slope = 12 * moment / ((n * n + 2) * n);
    double const end = static_cast<double>(profile.h.size() - 1);
    return {mean - slope * middle, mean + slope * (end - middle)};
}

double mean_height(Profile const& profile) {
    auto const tenth = (profile.h.size() - 1) / 10;
    auto const inner = profile.h.subspan(tenth, profile.h.size() - 2 * tenth);
    double sum = 0;
    for (double h : inner) sum += h;
    return sum / static_cast<double>(inner.size());
}

double irregularity_at(double d, double delta_h) { return delta_h * (1 - 0.8 * std::exp(-d / 50e3)); } // [LR 3]

double sigma_h(double delta_h_d) { return 0.78 * delta_h_d * std::exp(-0.5 * std::pow(delta_h_d, 0.25)); } // [LR 3.6a]

double terrain_irregularity(Profile const& profile, double d_start, double d_end) {
    double const steps = (d_end - d_start) / profile.step;
    if (steps < 2) return 0;
    int const tenth = std::clamp(static_cast<int>(0.1 * (steps + 8)), 4, 25), n = 10 * tenth - 5;
    auto heights = resample(profile, d_start, d_end, n);
    auto const line = fit_line({heights, 1}, 0, n - 1);
    for (int j = 0; j < n; ++j)
        heights[static_cast<std::size_t>(j)] -= line.at_tx + (line.at_rx - line.at_tx) / (n - 1) * j;
    auto const ranked = [&](int rank) {
        std::nth_element(heights.begin(), heights.begin() + rank, heights.end(), std::greater<>());
        return heights[static_cast<std::size_t>(rank)];
    };
    double const delta_h_d = ranked(tenth - 1) - ranked(n - tenth);
    return delta_h_d / irregularity_at(d_end - d_start, 1); // [LR 3] the other way round
}

} // namespace phusong::itm
