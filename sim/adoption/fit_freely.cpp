#include "sim/adoption/series.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace phusong {
namespace {

struct Fit {
    TakeUpCurve curve;
    double squares = std::numeric_limits<double>::infinity();
};

/// What is searched over: logistic and Gompertz by rate and middle, Bass by imitation and innovation.
using Parameters = std::array<double, 2>;

TakeUpCurve curve_of(CurveShape shape, Parameters const& at, double begins) {
    TakeUpCurve curve;
    curve.shape = shape;
    if (shape == CurveShape::bass) {
        curve.innovation_per_year = std::max(1e-6, at[1]);
        curve.rate_per_year = curve.innovation_per_year + std::max(0.0, at[0]);
        curve.midpoint_years = begins;
    } else {
        curve.rate_per_year = at[0];
        curve.midpoint_years = at[1];
    }
    return curve;
}

struct Search {
    Series const& series;
    int last_year;
    CurveShape shape;
    double most_ceiling;

    Fit at(Parameters const& parameters) const {
        Fit fit{curve_of(shape, parameters, series.first_year - 1 - last_year)};
        double with_value = 0, with_itself = 0;
        for (int year = series.first_year; year <= last_year; ++year) {
            double const share = fit.curve.take_up(year - last_year);
            with_value += share * series.at(year);
            with_itself += share * share;
        }
        if (!(with_itself > 0)) return fit;
        double const ceiling = std::min(most_ceiling, with_value / with_itself);
        fit.curve.ceiling_share = ceiling / 100;
        fit.squares = 0;
        for (int year = series.first_year; year <= last_year; ++year) {
            double const miss = ceiling * fit.curve.take_up(year - last_year) - series.at(year);
            fit.squares += miss * miss;
        }
        return fit;
    }
    Fit best_from(Parameters parameters, Parameters step) const {
        constexpr int halvings = 24, most_rounds = 1500; // a valley may lead far off
        auto best = at(parameters);
        for (int halving = 0, round = 0; halving < halvings && round < most_rounds; ++round) {
            bool better = false;
            for (std::size_t p = 0; p < 2; ++p)
                for (double const way : {step[p], -step[p]}) {
                    auto moved = parameters;
                    moved[p] += way;
                    if (auto const fit = at(moved); fit.squares < best.squares) {
                        best = fit;
                        parameters = moved;
                        better = true;
                    }
                }
            if (better) continue;
            for (auto& s : step) s /= 2;
            ++halving;
        }
        return best;
    }
};

} // namespace

TakeUpCurve fit_freely(Series const& series, int last_year, CurveShape shape, double most_ceiling_per_100) {
    Search const search{series, last_year, shape, most_ceiling_per_100};
    bool const bass = shape == CurveShape::bass;
    Fit best;
    for (double const rate : {0.1, 0.3, 0.6})
        for (double const other : bass ? std::array{0.001, 0.01, 0.05} : std::array{-6.0, 0.0, 8.0}) {
            auto const fit = search.best_from({rate, other}, bass ? Parameters{0.05, 0.004} : Parameters{0.05, 2.0});
            if (fit.squares < best.squares) best = fit;
        }
    return best.curve;
}

} // namespace phusong
