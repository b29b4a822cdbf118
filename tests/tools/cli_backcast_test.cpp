// `backcast` on the series of the repository.
#include "geo/io/csv_file.h"
#include "tests/tools/cli_program.h"
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

class BackcastCall : public testing::Test {
  protected:
    Said backcast(std::string const& more) const {
        return phusong(fmt::format("backcast {}/data/series/fixed_broadband.csv {}", PHUSONG_SOURCE_DIR, more),
                       {.folder = here.path});
    }
    Folder const here{"backcast"};
};

TEST_F(BackcastCall, WritesThePredictionsOfWhichItTellsTheErrorAndTheCoverage) {
    auto const said = backcast("--json --out rows.csv");
    ASSERT_EQ(said.code, 0) << said.err;
    auto const told = Json::parse(said.out);
    auto const table = geo::io::read_csv(here.path / "rows.csv", "rows.csv");
    ASSERT_EQ(table.rows.size(), 76U); // nineteen series, four years each
    double error = 0, inside = 0;
    for (auto const& row : table.rows) {
        auto const of = [&](char const* column) { return std::stod(row.cells.at(*table.column(column))); };
        error += std::abs(of("predicted") - of("per_100"));
        inside += of("p10") <= of("per_100") && of("per_100") <= of("p90") ? 1 : 0;
        EXPECT_TRUE(of("year") >= 2017 && of("year") <= 2020) << of("year");
        EXPECT_TRUE(of("p10") <= of("predicted") && of("predicted") <= of("p90"));
    }
    EXPECT_EQ(told.at("predictions"), 76);
    EXPECT_NEAR(told.at("mean_error_points").get<double>(), error / 76, 1e-4); // cells are rounded to four decimals
    EXPECT_NEAR(told.at("covered_share").get<double>(), inside / 76, 1e-9);
}

TEST_F(BackcastCall, IsNearerThanEverySimplerMethodOnTheYearsThatItWasNotShown) {
    auto const told = Json::parse(backcast("--json").out);
    double const own = told.at("mean_error_points");
    EXPECT_LE(own, 1.2);
    EXPECT_GE(told.at("covered_share").get<double>(), 0.8);
    EXPECT_EQ(told.at("other_methods").size(), 5U);
    for (auto const& [name, error] : told.at("other_methods").items()) EXPECT_LT(own, error.get<double>()) << name;
}

TEST_F(BackcastCall, SpeaksBothLanguagesAndTakesAnotherYearAndReach) {
    EXPECT_THAT(backcast("--until 2014 --ahead 2").out, HasSubstr("38 predictions of 2015–2016: mean error "));
    EXPECT_THAT(backcast("--lang vi").out, HasSubstr("76 dự báo cho 2017–2020: sai lệch trung bình "));
}

TEST_F(BackcastCall, RefusesWhatItCannotDoAndReplacesNothingUnasked) {
    EXPECT_EQ(phusong("backcast nowhere.csv", {.folder = here.path}).code, 3) << "as a missing scenario";
    EXPECT_EQ(phusong("solve steiner nowhere.stp", {.folder = here.path}).code, 3);
    EXPECT_EQ(phusong("check nowhere.toml", {.folder = here.path}).code, 3);
    EXPECT_EQ(backcast("--until 2016.5").code, 2);
    EXPECT_EQ(backcast("--ahead 0").code, 2);
    auto const curve = backcast("--curve cubic");
    EXPECT_EQ(curve.code, 2);
    EXPECT_THAT(curve.err, HasSubstr("--curve cubic: only logistic, gompertz and bass exist"));
    ASSERT_EQ(backcast("--out rows.csv").code, 0);
    auto const first = contents(here.path / "rows.csv");
    EXPECT_NE(backcast("--until 2014 --out rows.csv").code, 0);
    EXPECT_EQ(contents(here.path / "rows.csv"), first);
    EXPECT_EQ(backcast("--until 2014 --out rows.csv --overwrite").code, 0);
    EXPECT_NE(contents(here.path / "rows.csv"), first);
}

} // namespace
} // namespace phusong::test
