#pragma once
#include "sim/adoption/series.h"

namespace phusong {

/// How the years after a series are predicted: a curve under a ceiling that comes from people and not from the fit,
/// through the last level, with a slope (points a year) that is half the series' own over the last years and half the
/// middle one of all other series over theirs. Alone, a series' slope of two years is mostly noise.
struct ForecastMethod {
    CurveShape shape = CurveShape::gompertz;
    double ceiling_per_100 = 33; ///< one line per household of 3.5 people and 15 % more for firms
    double innovation_per_year = 0.03;
    int own_years = 2, others_years = 4;
    int years_ahead = 4;
    std::uint64_t seed = 1;
    int draws = 1000;
};

/// A predicted year that is known.
struct BackcastRow {
    std::string series;
    int year = 0;
    double value = 0, predicted = 0, p10 = 0, p90 = 0; ///< subscriptions per 100 people
};

struct MethodError {
    geo::Message name;
    double mean_points = 0; ///< mean absolute error over the rows
};

struct Backcast {
    std::vector<BackcastRow> rows;  ///< by series, then year
    double growth_error_points = 0; ///< standard error of a year's growth, from earlier back-casts alone
    int earlier_backcasts = 0;      ///< that it comes from
    double mean_error_points = 0, covered_share = 0;
    std::vector<MethodError> others; ///< what simpler and freer methods would have erred by
};

/// Predicted subscriptions per 100 people `years` after `last_year`; nothing later than `last_year` is looked at.
[[nodiscard]] double forecast(std::vector<Series> const& all, std::size_t which, int last_year, int years,
                              ForecastMethod const& method);

/// Shows the method every series up to `last_year` and predicts the years after it. P10 and P90 are of `draws` draws of
/// the growth's error, normal, as wide as the method erred when shown the same series up to every earlier year that has
/// enough years before and `years_ahead` after it by `last_year`.
/// Errors: InputError when a series begins too late or ends too early for that.
[[nodiscard]] Backcast backcast(std::vector<Series> const& all, int last_year, ForecastMethod const& method);

} // namespace phusong
