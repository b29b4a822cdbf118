#include "geo/problem.h"
#include "sim/adoption/backcast.h"
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

std::filesystem::path const public_series =
    std::filesystem::path(PHUSONG_SOURCE_DIR) / "data" / "series" / "fixed_broadband.csv";

Series along(TakeUpCurve const& curve, double ceiling_per_100, std::string name) {
    Series series{std::move(name), 2005, {}};
    for (int year = 2005; year <= 2020; ++year) series.per_100.push_back(ceiling_per_100 * curve.take_up(year - 2016));
    return series;
}

TEST(Backcast, PredictsPublicSeriesThatStopIn2016ToOnePointTwoPoints) {
    auto const result = backcast(read_series(public_series, "fixed_broadband.csv"), 2016, {});
    ASSERT_EQ(result.rows.size(), 19U * 4);
    EXPECT_LE(result.mean_error_points, 1.2);
    EXPECT_GE(result.covered_share, 0.8);
    EXPECT_EQ(result.earlier_backcasts, 19 * 4 * 4); // from 2009, 2010, 2011 and 2012
    for (auto const& other : result.others) EXPECT_LT(result.mean_error_points, other.mean_points) << other.name.en;
}

TEST(Backcast, LooksAtNothingAfterTheYearItIsShown) {
    auto all = read_series(public_series, "fixed_broadband.csv");
    auto const before = backcast(all, 2016, {});
    for (auto& series : all)
        for (int year = 2017; year <= 2020; ++year)
            series.per_100[static_cast<std::size_t>(year - 2005)] = 7 + year % 3;
    auto const after = backcast(all, 2016, {});
    for (std::size_t r = 0; r < before.rows.size(); ++r) {
        EXPECT_EQ(after.rows[r].predicted, before.rows[r].predicted);
        EXPECT_EQ(after.rows[r].p90, before.rows[r].p90);
    }
}

TEST(Backcast, HardlyErrsWhereAllFollowTheCurveOfTheMethod) {
    // Gompertz so close to a straight line that the slope of the last year is that of the curve.
    auto const curve = curve_through(CurveShape::gompertz, 0.31, 0.3095, 0);
    std::vector<Series> const all{along(curve, 33, "a"), along(curve, 33, "b"), along(curve, 33, "c")};
    auto const result = backcast(all, 2016, {.own_years = 1, .others_years = 1});
    EXPECT_NEAR(result.mean_error_points, 0, 1e-3);
    EXPECT_NEAR(result.growth_error_points, 0, 1e-3);
}

TEST(FitFreely, FindsTheCurveThatPointsLieOn) {
    for (auto shape : {CurveShape::logistic, CurveShape::gompertz, CurveShape::bass}) {
        TakeUpCurve truth{.ceiling_share = 0.23,
                          .rate_per_year = 0.41,
                          .midpoint_years = shape == CurveShape::bass ? -12.0 : -4.0,
                          .new_place_rate_per_year = 0,
                          .shape = shape,
                          .innovation_per_year = 0.013};
        auto const fit = fit_freely(along(truth, 23, "x"), 2016, shape, 100);
        EXPECT_NEAR(fit.ceiling_share, 0.23, 0.002);
        for (int h = 1; h <= 4; ++h)
            EXPECT_NEAR(100 * fit.ceiling_share * fit.take_up(h), 23 * truth.take_up(h), 0.02) << h;
    }
}

TEST(Backcast, RefusesSeriesThatEndTooEarly) {
    Series shorter{"Bản A", 2005, std::vector<double>(13, 3.0)}; // to 2017
    EXPECT_THROW((void)backcast({shorter}, 2016, {}), geo::InputError);
}

} // namespace
} // namespace phusong
