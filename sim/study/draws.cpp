#include "geo/random.h"
#include "sim/study/study.h"
#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <map>
#include <numeric>

namespace phusong::study {
namespace {

// Purposes of random numbers, see geo/random.h.
constexpr std::uint32_t plain = 81, order_in_strata = 82, place_in_stratum = 83, shift = 84;

geo::RandomKey named(Study const& study, std::uint32_t purpose, std::size_t dimension, std::size_t draw) {
    return {static_cast<std::uint64_t>(study.options.front().scenario.seed), purpose,
            static_cast<std::uint32_t>(dimension), static_cast<std::uint32_t>(draw)};
}

/// Each of n equal strata once, in random order, at a random place inside. Source: McKay, Beckman, Conover 1979.
void latin_hypercube(Study const& study, std::size_t dimension, std::size_t dimension_count,
                     std::vector<double>& points) {
    auto const n = study.draws_each();
    std::vector<std::size_t> stratum(n);
    std::iota(stratum.begin(), stratum.end(), std::size_t{0});
    std::vector<double> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = geo::uniform(named(study, order_in_strata, dimension, i));
    std::ranges::stable_sort(stratum, {}, [&](std::size_t i) { return order[i]; });
    for (std::size_t i = 0; i < n; ++i)
        points[i * dimension_count + dimension] =
            (static_cast<double>(stratum[i]) + geo::uniform(named(study, place_in_stratum, dimension, i))) /
            static_cast<double>(n);
}

/// Sobol's sequence, shifted by a random amount (mod 1) in each dimension. Source: Sobol 1967; direction numbers of Joe
/// and Kuo 2008 as Boost.Random has them; Cranley and Patterson 1976 for the shift.
void sobol(Study const& study, std::size_t dimension_count, std::vector<double>& points) {
    boost::random::sobol sequence(dimension_count);
    for (std::size_t i = 0; i < study.draws_each(); ++i)
        for (std::size_t k = 0; k < dimension_count; ++k) {
            double const u = std::ldexp(static_cast<double>(sequence() >> 11U), -53);
            double const moved = u + geo::uniform(named(study, shift, k, 0));
            double const inside = moved - std::floor(moved);
            points[i * dimension_count + k] = std::clamp(inside, 0x1p-53, 1 - 0x1p-53);
        }
}

} // namespace

void number_dimensions(Study& study) {
    std::map<std::string, std::size_t> dimension_of;
    for (auto const& option : study.options)
        for (auto const& uncertain : option.uncertain) dimension_of.emplace(uncertain.key, 0);
    for (auto& [key, dimension] : dimension_of) dimension = study.dimensions++;
    for (auto& option : study.options)
        for (auto& uncertain : option.uncertain) uncertain.dimension = dimension_of.at(uncertain.key);
}

std::vector<double> draw_points(Study const& study) {
    auto const count = study.dimensions;
    std::vector<double> points(study.draws == 0 ? 0 : study.draws_each() * count);
    if (points.empty()) return points;
    if (study.sampling == Sampling::sobol) {
        sobol(study, count, points);
        return points;
    }
    for (std::size_t k = 0; k < count; ++k)
        if (study.sampling == Sampling::latin_hypercube)
            latin_hypercube(study, k, count, points);
        else
            for (std::size_t i = 0; i < study.draws_each(); ++i)
                points[i * count + k] = geo::uniform(named(study, plain, k, i));
    return points;
}

Drawn drawn(Study const& study, std::size_t run, std::vector<double> const& points) {
    auto const& option = study.options[run / study.draws_each()];
    Drawn out{option.scenario, {}};
    if (study.draws == 0) return out;
    auto const draw = run % study.draws_each();
    for (auto const& uncertain : option.uncertain)
        out.values.push_back(set_drawn(out.scenario, uncertain, points[draw * study.dimensions + uncertain.dimension]));
    return out;
}

} // namespace phusong::study
