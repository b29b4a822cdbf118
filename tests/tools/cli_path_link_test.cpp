// `path --link microwave`: one hop on the toy province.
#include "tests/tools/cli_program.h"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::AllOf, testing::HasSubstr;
using Json = nlohmann::json;

constexpr auto ends = "toy/scenario.toml 104.9795,23.0305,42 105.0234,23.0685,40";        // the ridge is in the way
constexpr auto open_ends = "toy/scenario.toml 104.99644,23.01884,42 105.0234,23.0685,40"; // from its top

class PathLink : public testing::Test {
  protected:
    PathLink() {
        auto const made = phusong("new toy", {.folder = here.path});
        EXPECT_EQ(made.code, 0) << made.err;
    }
    Said ask(std::string const& arguments) const { return phusong("path " + arguments, {.folder = here.path}); }
    Json json(std::string const& arguments) const {
        auto const said = ask(arguments + " --json");
        EXPECT_EQ(said.code, 0) << said.out << said.err;
        return Json::parse(said.out);
    }
    Folder const here{"path_link"};
};

} // namespace

TEST_F(PathLink, ShowsClearanceBudgetOutageAndAvailabilityThatAddUp) {
    auto const hop = json(std::string(open_ends) + " --link microwave");
    EXPECT_EQ(hop["works"], true);
    EXPECT_EQ(hop["frequency_ghz"], 15); // some 6 km
    EXPECT_NEAR(hop["received_dbm"].get<double>(),
                hop["tx_power_dbm"].get<double>() + 2 * hop["antenna_gain_dbi"].get<double>() - 3 -
                    hop["free_space_db"].get<double>() - hop["gas_db"].get<double>(),
                1e-9);
    EXPECT_NEAR(hop["availability_share"].get<double>(),
                1 - hop["rain_outage_share"].get<double>() - hop["multipath_outage_share"].get<double>(), 1e-12);
    EXPECT_GE(hop["clearance"]["median"]["fresnel_radii"].get<double>(), 0.6);
    EXPECT_GE(hop["clearance"]["worst"]["fresnel_radii"].get<double>(), 0.3);
    EXPECT_LT(hop["clearance"]["worst"]["k"].get<double>(), hop["clearance"]["median"]["k"].get<double>());
    EXPECT_EQ(hop["profile"]["d_km"].size(), hop["profile"]["ground_m"].size());
    EXPECT_TRUE(hop["relay"].is_null());
}

TEST_F(PathLink, NamesARelayWhereTheTerrainIsInTheWay) {
    auto const hop = json(std::string(ends) + " --link microwave");
    EXPECT_EQ(hop["fault"], "blocked");
    EXPECT_TRUE(hop["availability_share"].is_null());
    EXPECT_EQ(hop["relay"]["from_a"]["works"], true);
    EXPECT_EQ(hop["relay"]["to_b"]["works"], true);
    EXPECT_GT(hop["relay"]["availability_share"].get<double>(), 0.999);
}

TEST_F(PathLink, IsTheSameHopFromTheOtherEnd) {
    auto const there = json(std::string(open_ends) + " --link microwave");
    auto const back = json("toy/scenario.toml 105.0234,23.0685,40 104.99644,23.01884,42 --link microwave");
    EXPECT_EQ(there["availability_share"], back["availability_share"]);
    EXPECT_EQ(there["antenna_a_m"], back["antenna_b_m"]);
    EXPECT_EQ(there["fault"], back["fault"]);
}

TEST_F(PathLink, KeepsToTheBandThatIsAskedFor) {
    auto const hop = json(std::string(ends) + " --link microwave --band-ghz 23");
    EXPECT_EQ(hop["frequency_ghz"], 23);
    EXPECT_GT(hop["rain_001_db"].get<double>(),
              json(std::string(ends) + " --link microwave")["rain_001_db"].get<double>());
}

TEST_F(PathLink, DrawsTheProfileAndSpeaksToPeople) {
    auto const said = ask(std::string(open_ends) + " --link microwave --svg hop.svg");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.out,
                AllOf(HasSubstr("Clearance at k = 1.33"), HasSubstr("Fade margin"), HasSubstr("minutes a year")));
    EXPECT_THAT(contents(here.path / "hop.svg"), HasSubstr("<svg"));
}

TEST_F(PathLink, RefusesWhatItDoesNotUseAllAtOnce) {
    auto const said = ask(std::string(ends) + " --link fibre --frequency-mhz 900 --band-ghz 900");
    EXPECT_EQ(said.code, 2);
    EXPECT_THAT(said.err, AllOf(HasSubstr("only microwave is known"),
                                HasSubstr("--frequency-mhz is not used with --link"), HasSubstr("--band-ghz")));
}

} // namespace phusong::test
