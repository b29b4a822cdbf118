#include "sim/adoption/backcast.h"
#include "geo/problem.h"
#include "geo/random.h"
#include "sim/adoption/quantile.h"
#include <algorithm>
#include <cmath>
#include <functional>

namespace phusong {
namespace {

constexpr std::uint32_t draw_predicted_growth = 71; ///< purpose of the random numbers

double slope(Series const& series, int last_year, int years) {
    return (series.at(last_year) - series.at(last_year - years)) / years;
}

double middle(std::vector<double> values) {
    std::ranges::sort(values);
    auto const n = values.size();
    return n == 0 ? 0 : (values[(n - 1) / 2] + values[n / 2]) / 2;
}

double blended_slope(std::vector<Series> const& all, std::size_t which, int last_year, ForecastMethod const& method) {
    double const own = slope(all[which], last_year, method.own_years);
    std::vector<double> others;
    for (std::size_t s = 0; s < all.size(); ++s)
        if (s != which) others.push_back(slope(all[s], last_year, method.others_years));
    return others.empty() ? own : (own + middle(std::move(others))) / 2;
}

using Predict = std::function<double(std::size_t which, int years)>;

double mean_error(std::vector<Series> const& all, int last_year, int years_ahead, Predict const& predict) {
    double sum = 0;
    for (std::size_t s = 0; s < all.size(); ++s)
        for (int h = 1; h <= years_ahead; ++h) sum += std::abs(predict(s, h) - all[s].at(last_year + h));
    return sum / (static_cast<double>(all.size()) * years_ahead);
}

/// Free fits may rise to a subscription for everybody.
constexpr double free_ceiling_per_100 = 100;

MethodError free_error(std::vector<Series> const& all, int last_year, int years_ahead, CurveShape shape,
                       geo::Message name) {
    std::vector<TakeUpCurve> curves;
    for (auto const& series : all) curves.push_back(fit_freely(series, last_year, shape, free_ceiling_per_100));
    return {std::move(name), mean_error(all, last_year, years_ahead, [&](std::size_t s, int h) {
                return 100 * curves[s].ceiling_share * curves[s].take_up(h);
            })};
}

std::vector<MethodError> other_methods(std::vector<Series> const& all, int last_year, ForecastMethod const& method) {
    int const ahead = method.years_ahead;
    auto const error = [&](Predict const& predict) { return mean_error(all, last_year, ahead, predict); };
    return {
        free_error(all, last_year, ahead, CurveShape::bass, {"Bass, khớp tự do", "Bass, fitted freely"}),
        free_error(all, last_year, ahead, CurveShape::gompertz, {"Gompertz, khớp tự do", "Gompertz, fitted freely"}),
        free_error(all, last_year, ahead, CurveShape::logistic, {"logistic, khớp tự do", "logistic, fitted freely"}),
        {{"đường thẳng qua cả chuỗi", "straight line through the whole series"}, error([&](std::size_t s, int h) {
             auto const& series = all[s];
             return series.at(last_year) + h * slope(series, last_year, last_year - series.first_year);
         })},
        {{"giữ nguyên giá trị cuối", "last value kept"},
         error([&](std::size_t s, int) { return all[s].at(last_year); })}};
}

struct EarlierErrors {
    double squares = 0;
    int count = 0;
};

EarlierErrors earlier_errors(std::vector<Series> const& all, int last_year, ForecastMethod const& method) {
    EarlierErrors errors;
    int first = last_year;
    for (auto const& series : all) first = std::min(first, series.first_year);
    int const before = std::max(method.own_years, method.others_years);
    for (int origin = first + before; origin + method.years_ahead <= last_year; ++origin)
        for (std::size_t s = 0; s < all.size(); ++s)
            for (int h = 1; h <= method.years_ahead; ++h) {
                double const miss = (all[s].at(origin + h) - forecast(all, s, origin, h, method)) / h;
                errors.squares += miss * miss;
                ++errors.count;
            }
    return errors;
}

void check(std::vector<Series> const& all, int last_year, ForecastMethod const& method) {
    geo::Problems problems;
    int const need = std::max(method.own_years, method.others_years) + method.years_ahead;
    for (auto const& series : all)
        if (series.first_year > last_year - need || series.last_year() < last_year + method.years_ahead ||
            series.first_year != all.front().first_year)
            problems.push_back(
                {series.name,
                 geo::say("chuỗi có các năm {}–{}; cần từ {} trở về trước tới {}, mọi chuỗi cùng năm đầu",
                          "has the years {}–{}; needs those from {} or before to {}, all series from the same year",
                          series.first_year, series.last_year(), last_year - need, last_year + method.years_ahead),
                 geo::say("đổi --until hoặc --ahead, hoặc bỏ chuỗi này",
                          "change --until or --ahead, or leave it out")});
    if (all.empty()) problems.push_back({"", geo::say("không có chuỗi nào", "there is no series"), {}});
    geo::throw_if_any(std::move(problems));
}

BackcastRow row(std::vector<Series> const& all, std::size_t which, int last_year, int years, double growth_error,
                ForecastMethod const& method) {
    double const predicted = forecast(all, which, last_year, years, method);
    std::vector<double> drawn;
    for (int d = 0; d < method.draws; ++d)
        drawn.push_back(std::max(
            0.0, predicted + years * growth_error *
                                 geo::normal({method.seed, draw_predicted_growth, static_cast<std::uint32_t>(which),
                                              static_cast<std::uint32_t>(d)})));
    return {all[which].name, last_year + years,    all[which].at(last_year + years),
            predicted,       quantile(drawn, 0.1), quantile(drawn, 0.9)};
}

} // namespace

double forecast(std::vector<Series> const& all, std::size_t which, int last_year, int years,
                ForecastMethod const& method) {
    constexpr double nearest_to_ceiling = 0.98; // a series above its ceiling stays where it is
    double const level = all[which].at(last_year);
    constexpr double instant_years = 0.01; // the slope is that of the curve at the last level
    double const share = std::min(nearest_to_ceiling, level / method.ceiling_per_100);
    double const slope_share = blended_slope(all, which, last_year, method) / method.ceiling_per_100;
    double const before = share - instant_years * slope_share;
    if (!(before > 0 && before < 1)) return level;
    auto const curve = curve_through(method.shape, share, before, instant_years * method.innovation_per_year);
    return level + method.ceiling_per_100 * (curve.take_up(years / instant_years) - curve.take_up(0));
}

Backcast backcast(std::vector<Series> const& all, int last_year, ForecastMethod const& method) {
    check(all, last_year, method);
    auto const earlier = earlier_errors(all, last_year, method);
    Backcast result;
    result.growth_error_points = std::sqrt(earlier.squares / earlier.count);
    result.earlier_backcasts = earlier.count;
    int covered = 0;
    double error = 0;
    for (std::size_t s = 0; s < all.size(); ++s)
        for (int h = 1; h <= method.years_ahead; ++h) {
            result.rows.push_back(row(all, s, last_year, h, result.growth_error_points, method));
            auto const& r = result.rows.back();
            covered += r.value >= r.p10 && r.value <= r.p90;
            error += std::abs(r.value - r.predicted);
        }
    auto const n = static_cast<double>(result.rows.size());
    result.mean_error_points = error / n;
    result.covered_share = covered / n;
    result.others = other_methods(all, last_year, method);
    return result;
}

} // namespace phusong
