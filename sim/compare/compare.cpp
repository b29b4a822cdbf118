#include "sim/compare/compare.h"
#include "sim/compare/level.h"
#include "sim/compare/levers.h"
#include "sim/compare/pareto.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double cost_of_one(double vnd, double more) { return more > 0 ? vnd / more : nan; }

Difference difference(Option const& option, Option const& base) {
    Difference d;
    for (std::size_t c = 0; c < criterion_count; ++c) d.value[c] = option.value[c] - base.value[c];
    d.people_with_signal = option.people_with_signal - base.people_with_signal;
    d.people_with_broadband = option.people_with_broadband - base.people_with_broadband;
    d.villages_good = option.villages_good - base.villages_good;
    double const vnd = d.value[index(Criterion::spent_vnd)];
    d.vnd_per_person_with_signal = cost_of_one(vnd, d.people_with_signal);
    d.vnd_per_person_with_broadband = cost_of_one(vnd, d.people_with_broadband);
    d.vnd_per_village = cost_of_one(vnd, d.villages_good);
    return d;
}

std::vector<bool> front(std::vector<Option> const& options) {
    auto const people = levelled(options, Criterion::broadband_share), vnd = levelled(options, Criterion::spent_vnd),
               equity = levelled(options, Criterion::worst_tenth);
    std::vector<ThreeAims> all;
    for (std::size_t i = 0; i < options.size(); ++i) all.push_back({people[i], -vnd[i], equity[i]});
    return pareto_front(all);
}

/// 0 for the worst of all options and 1 for the best; ½ where all are alike, 0 where it is not known.
std::vector<double> between(std::vector<Option> const& options, Criterion criterion) {
    auto const values = levelled(options, criterion);
    double low = nan, high = nan;
    for (double const value : values) {
        low = std::fmin(low, value); // leaves out NaN
        high = std::fmax(high, value);
    }
    bool const more = criteria()[index(criterion)].more_is_better;
    std::vector<double> all;
    for (double const value : values) {
        double const at = high > low ? (value - low) / (high - low) : 0.5;
        all.push_back(std::isnan(value) ? 0 : more || high <= low ? at : 1 - at);
    }
    return all;
}

std::vector<double> scores(std::vector<Option> const& options, Weights const& weights) {
    std::vector<double> score(options.size(), 0);
    double whole = 0;
    for (auto const& [name, weight] : weights) whole += weight;
    for (auto const& [name, weight] : weights) {
        auto const at = between(options, weight_names().at(name));
        for (std::size_t i = 0; i < score.size(); ++i) score[i] += at[i] * weight / whole;
    }
    return score;
}

std::vector<std::size_t> ranks(std::vector<std::size_t> const& ranking, std::vector<double> const& score) {
    auto const shown = [](double value) { return std::llround(1000 * value); }; // three decimals
    std::vector<std::size_t> rank(ranking.size());
    for (std::size_t r = 0; r < ranking.size(); ++r)
        rank[ranking[r]] =
            r > 0 && shown(score[ranking[r]]) == shown(score[ranking[r - 1]]) ? rank[ranking[r - 1]] : r + 1;
    return rank;
}

} // namespace

Comparison compare(std::vector<Option> options, std::size_t baseline, Weights weights) {
    Comparison c;
    c.baseline = baseline;
    for (auto const& option : options) c.difference.push_back(difference(option, options.at(baseline)));
    c.on_front = front(options);
    c.score = scores(options, weights);
    c.ranking.resize(options.size());
    std::iota(c.ranking.begin(), c.ranking.end(), std::size_t{0});
    std::ranges::stable_sort(c.ranking, [&](std::size_t a, std::size_t b) { return c.score[a] > c.score[b]; });
    c.rank = ranks(c.ranking, c.score);
    c.levers = levers(options);
    c.idle = idle_options(options, baseline);
    c.weights = std::move(weights);
    c.options = std::move(options);
    return c;
}

} // namespace phusong
