// `path`: the loss between two antennas, on a profile of the user's own and on the toy province.
#include "tests/tools/cli_program.h"
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using testing::AllOf, testing::HasSubstr, testing::IsEmpty, testing::Not;
using Json = nlohmann::json;

/// From a hill over the coast to the sea and to the other shore.
constexpr auto shore = "d_km,h_m,clutter_m,zone\n"
                       "0,120,0,4\n1,150,12,4\n2,90,0,4\n3,60,15,4\n4.5,30,8,3\n6,3,0,3\n8,0,0,1\n"
                       "11,0,0,1\n14,0,0,1\n17,0,0,1\n20,2,3,3\n21.5,14,6,3\n";
constexpr auto shore_flags = " --frequency-mhz 930 --time-percent 7 --tx-height-m 37 --rx-height-m 1.5 --lat 23"
                             " --lon 105 --delta-n 45 --n0 330";
constexpr auto toy_ends = " 104.9795,23.0305,42 105.0234,23.0685,1.5 --frequency-mhz 947"; // over the ridge

class Path : public testing::Test {
  protected:
    Path() {
        write(here.path / "shore.csv", shore);
        auto const made = phusong("new toy", {.folder = here.path});
        EXPECT_EQ(made.code, 0) << made.err;
    }
    Said ask(std::string const& arguments) const { return phusong("path " + arguments, {.folder = here.path}); }
    Said hoi(std::string const& arguments) const {
        return phusong("path " + arguments, {.folder = here.path, .environment = "LC_ALL= LANGUAGE= LANG=vi_VN.UTF-8"});
    }
    Json json(std::string const& arguments) const {
        auto const said = ask(arguments + " --json");
        EXPECT_EQ(said.code, 0) << said.out << said.err;
        return Json::parse(said.out);
    }
    Json on_shore(std::string const& more = "") const {
        return json("--profile shore.csv" + std::string(shore_flags) + more);
    }
    void write_profile(std::string const& text) const { write(here.path / "own.csv", text); }
    Folder const here{"path"};
};

} // namespace

TEST_F(Path, GivesTheLossAndEveryFigureOnTheWayUnderTheSymbolsOfTheRecommendation) {
    auto const said = on_shore();
    auto const& values = said["values"];
    // Worked out apart from the program, as tests/sim/radio/data/p1812.csv was.
    EXPECT_NEAR(said["loss_db"].get<double>(), 137.27773095600313, 1e-9);
    EXPECT_NEAR(values["Lba"].get<double>(), 135.419276555002, 1e-9);
    EXPECT_NEAR(values["beta0"].get<double>(), 19.234417181358086, 1e-9);
    EXPECT_EQ(values["Lb"], said["loss_db"]);
    for (auto const* symbol :
         {"d",     "dlt",  "dlr",  "theta_t", "theta_r", "theta",    "hts",      "hrs",     "htc",  "hrc",
          "omega", "dtm",  "dlm",  "beta0",   "ae",      "ab",       "hst_n",    "hsr_n",   "hst",  "hsr",
          "hstd",  "hsrd", "hte",  "hre",     "hm",      "Fi",       "Fj",       "Fk",      "Lbfs", "Lb0p",
          "Lb0b",  "Ld50", "Ldb",  "Ldp",     "Lbd50",   "Lbulla50", "Lbulls50", "Ldsph50", "Lbd",  "Lminb0p",
          "Lba",   "Lbda", "Lbam", "Lminbap", "Lbs",     "Lbc",      "Lloc",     "Lb"})
        EXPECT_TRUE(values.contains(symbol) && values[symbol].is_number()) << symbol;
    EXPECT_EQ(values.size(), 48U);
}

TEST_F(Path, WritesDoublesThatComeBackAsTheyWere) {
    auto const said = on_shore();
    EXPECT_EQ(said["values"]["ae"].get<double>(), 6371 * (157 / (157 - 45.0)));
    EXPECT_EQ(said["inputs"]["rx_height_m"].get<double>(), 1.5);
    auto const fine = on_shore(" --sigma-l-db 4.7000000000000011");
    EXPECT_EQ(fine["inputs"]["sigma_l_db"].get<double>(), 4.7000000000000011);
}

TEST_F(Path, EveryFlagOfTheModelChangesTheLoss) {
    double const loss = on_shore()["loss_db"];
    for (auto const* flags : {"--frequency-mhz 1850", "--time-percent 31", "--tx-height-m 52", "--rx-height-m 9",
                              "--lat 51", "--delta-n 61", "--location-percent 90 --sigma-l-db 6",
                              "--location-percent 90 --resolution-m 75", "--model p526", "--model free_space"}) {
        auto text = std::string(shore_flags);
        auto const flag = std::string(flags).substr(0, std::string(flags).find(' '));
        if (auto const at = text.find(flag); at != text.npos) text.erase(at, text.find(" --", at) - at + 1);
        EXPECT_NE(json("--profile shore.csv" + text + ' ' + flags)["loss_db"].get<double>(), loss) << flags;
    }
}

TEST_F(Path, PolarizationRefractivityAndTheCoastMatterOverTheSea) {
    write_profile("d_km,h_m,zone\n0,3,3\n9,0,1\n21,0,1\n38,0,1\n55,0,1\n73,2,3\n");
    auto const at_sea = [&](std::string const& more) {
        return json("--profile own.csv --frequency-mhz 410 --time-percent 3 --tx-height-m 23 --rx-height-m 7 --lat 20" +
                    more)["values"];
    };
    auto const usual = at_sea("");
    EXPECT_NE(usual["Ldsph50"], at_sea(" --polarization horizontal")["Ldsph50"]);
    EXPECT_NE(usual["Lbs"], at_sea(" --n0 331")["Lbs"]);
    EXPECT_NE(usual["Lba"], at_sea(" --dct-km 1.7")["Lba"]);
    EXPECT_NE(usual["Lba"], at_sea(" --dcr-km 0.6")["Lba"]);
    EXPECT_EQ(usual["Lb"], at_sea(" --lon 107")["Lb"]);
}

TEST_F(Path, TakesLocationVariabilityFromTheRecommendationWhenNobodySaysIt) {
    auto const said = on_shore(" --location-percent 90 --resolution-m 75");
    EXPECT_NEAR(said["inputs"]["sigma_l_db"].get<double>(), (0.024 * 0.93 + 0.52) * std::pow(75, 0.28), 1e-12);
    EXPECT_GT(said["values"]["Lloc"].get<double>(), 2);
    EXPECT_EQ(on_shore()["inputs"]["sigma_l_db"], 0);
}

TEST_F(Path, PutsAnAntennaAtSeaOntoTheCoast) {
    write_profile("d_km,h_m,zone\n0,0,1\n7,0,1\n16,0,1\n29,4,4\n");
    auto const inputs = json("--profile own.csv" + std::string(shore_flags))["inputs"];
    EXPECT_EQ(inputs["dct_km"], 0);
    EXPECT_EQ(inputs["dcr_km"], 500);
    EXPECT_EQ(json("--profile own.csv --dct-km 3.5" + std::string(shore_flags))["inputs"]["dct_km"], 3.5);
}

TEST_F(Path, KnowsDiffractionAloneAndFreeSpaceAlone) {
    auto const p1812 = on_shore(), p526 = on_shore(" --model p526"), free = on_shore(" --model free_space");
    double const k50 = 157.0 / (157 - 45); // (6)
    auto const bent = on_shore(fmt::format(" --model p526 --effective-earth-factor {}", k50));
    EXPECT_NEAR(bent["loss_db"], p1812["values"]["Lbd50"], 1e-9);
    EXPECT_GT(std::abs(p526["loss_db"].get<double>() - bent["loss_db"].get<double>()), 1e-3) << "4/3, as in a scenario";
    EXPECT_NEAR(p526["values"]["ae"], 6371 * 4 / 3.0, 1e-9);
    EXPECT_EQ(free["loss_db"], p1812["values"]["Lbfs"]);
    EXPECT_THAT(free["notes"].dump(), AllOf(HasSubstr("--time-percent is not used"), HasSubstr("--n0 is not used")));
    EXPECT_THAT(p526["notes"].dump(), HasSubstr("--delta-n is not used"));
    EXPECT_THAT(p1812["notes"], IsEmpty());
}

TEST_F(Path, TakesTwoPointsOnTheTerrainOfAScenario) {
    auto const there = json("toy/scenario.toml" + std::string(toy_ends));
    auto const back = json("toy/scenario.toml 105.0234,23.0685,1.5 104.9795,23.0305,42 --frequency-mhz 947");
    EXPECT_EQ(there["line_of_sight"], false);
    EXPECT_NEAR(there["values"]["d"].get<double>(), 6.16, 0.01);
    EXPECT_NEAR(there["values"]["hts"].get<double>(), 442, 0.1); // the valley lies at 400 m
    EXPECT_NEAR(there["values"]["Ld50"].get<double>(), back["values"]["Ld50"].get<double>(), 1e-6);
    EXPECT_GT(there["values"]["Ld50"].get<double>(), 40); // the ridge is 700 m high
    EXPECT_NEAR(there["inputs"]["lat"].get<double>(), 23.0495, 1e-4);
    EXPECT_EQ(there["synthetic_terrain"], false);
    EXPECT_THAT(there["notes"].dump(), AllOf(HasSubstr("the scenario's radio.delta_n"), Not(HasSubstr("a guess"))));
}

TEST_F(Path, TakesFromTheScenarioWhatNoFlagSays) {
    auto const flags = "toy/scenario.toml" + std::string(toy_ends);
    auto const usual = json(flags);
    for (auto const* set : {"radio.delta_n=71", "radio.n0=301", "radio.time_percent=3", "radio.location_percent=93",
                            "radio.polarization=horizontal", "radio.model=p526_delta_bullington"}) {
        auto const changed = json(flags + " --set " + set);
        EXPECT_TRUE(changed["inputs"] != usual["inputs"] || changed["model"] != usual["model"]) << set;
    }
    EXPECT_NE(json(flags + " --set radio.delta_n=71")["loss_db"], usual["loss_db"]);
    auto const inputs = json(flags + " --set radio.delta_n=71 --set radio.location_percent=93")["inputs"];
    EXPECT_EQ(inputs["delta_n"], 71);
    EXPECT_EQ(inputs["location_percent"], 93);
    EXPECT_GT(inputs["sigma_l_db"].get<double>(), 1);
    auto const said = json(flags + " --set radio.delta_n=71 --delta-n 50");
    EXPECT_EQ(said["loss_db"], usual["loss_db"]);
    EXPECT_THAT(said["notes"].dump(), AllOf(Not(HasSubstr("delta_n")), HasSubstr("radio.n0")));
    EXPECT_EQ(json(flags + " --set radio.model=free_space --model p1812")["loss_db"], usual["loss_db"]);
    EXPECT_EQ(json(flags + " --model p526_delta_bullington")["model"], "p526");
}

TEST_F(Path, ReplacesNoDrawingUnlessToldToAndNeverItsProfile) {
    auto const all = "--profile shore.csv" + std::string(shore_flags);
    EXPECT_EQ(ask(all + " --svg out.svg").code, 0);
    auto const again = ask(all + " --svg out.svg");
    EXPECT_EQ(again.code, 5);
    EXPECT_THAT(again.err, AllOf(HasSubstr("out.svg"), HasSubstr("--overwrite")));
    EXPECT_EQ(ask(all + " --svg out.svg --overwrite").code, 0);
    EXPECT_EQ(ask(all + " --svg ./shore.csv --overwrite").code, 2);
    EXPECT_EQ(contents(here.path / "shore.csv"), shore);
}

TEST_F(Path, CountsTreesOfAScenarioOnTheWay) {
    std::string tile; // SRTM's own form: 1201 × 1201 whole numbers of two bytes, 19 m everywhere
    for (int i = 0; i < 1201 * 1201; ++i) tile += {'\0', '\x13'};
    for (auto const* name : {"N22E104", "N22E105", "N23E104", "N23E105"})
        write(here.path / "toy" / (std::string(name) + ".hgt"), tile);
    write(here.path / "toy" / "wooded.toml", "extends = 'scenario.toml'\nworld.clutter = ['N22E104.hgt', "
                                             "'N22E105.hgt', 'N23E104.hgt', 'N23E105.hgt']\n");
    auto const bare = json("toy/scenario.toml" + std::string(toy_ends)),
               wooded = json("toy/wooded.toml" + std::string(toy_ends));
    // 19 m more on a ridge of 700 m are worth a quarter of a decibel.
    EXPECT_GT(wooded["values"]["Lbulla50"].get<double>(), bare["values"]["Lbulla50"].get<double>() + 0.2);
    EXPECT_EQ(wooded["values"]["hts"], bare["values"]["hts"]); // nothing stands where the antennas are
    EXPECT_EQ(wooded["line_of_sight"], bare["line_of_sight"]);
}

TEST_F(Path, TellsPeopleWithUnitsInTheirLanguage) {
    auto const en = ask("toy/scenario.toml" + std::string(toy_ends));
    auto const vi = hoi("toy/scenario.toml" + std::string(toy_ends));
    for (auto const* words : {"Path: 6.158 km", "Line of sight over the ground: no", "radii of the first Fresnel zone",
                              "Troposcatter (Lbs)", "Total loss, ITU-R P.1812-6", "More than free space"})
        EXPECT_THAT(en.out, HasSubstr(words));
    for (auto const* words : {"Tuyến: 6,158 km", "Tầm nhìn thẳng qua mặt đất: không", "Tán xạ tầng đối lưu",
                              "Tổng suy hao, ITU-R P.1812-6", "Nhiều hơn không gian tự do"})
        EXPECT_THAT(vi.out, HasSubstr(words));
    EXPECT_THAT(en.err, HasSubstr("dN of 50 N-units/km is the scenario's radio.delta_n"));
    EXPECT_THAT(en.out, Not(HasSubstr("sigma")));
    EXPECT_THAT(ask("-q toy/scenario.toml" + std::string(toy_ends)).err, IsEmpty());
}

TEST_F(Path, DrawsTheProfileWithItsFresnelZoneInBothLanguages) {
    auto const all = "--profile shore.csv" + std::string(shore_flags);
    EXPECT_EQ(ask(all + " --svg en.svg").code, 0);
    EXPECT_EQ(ask(all + " --svg again.svg").code, 0);
    EXPECT_EQ(hoi(all + " --svg vi.svg").code, 0);
    auto const en = contents(here.path / "en.svg"), vi = contents(here.path / "vi.svg");
    for (auto const* drawn : {"<svg xmlns", "class='ground'", "class='clutter'", "class='zone'", "class='zone60'",
                              "class='ray'", "class='block'", "class='horizon'", "</svg>"})
        EXPECT_THAT(en, HasSubstr(drawn));
    EXPECT_THAT(en, AllOf(HasSubstr("distance from the transmitter (km)"), HasSubstr("height above sea level (m)"),
                          Not(HasSubstr("synthetic")), Not(HasSubstr("nan"))));
    EXPECT_THAT(vi, AllOf(HasSubstr("khoảng cách từ trạm phát (km)"), HasSubstr("độ cao trên mực nước biển (m)")));
    EXPECT_EQ(en, contents(here.path / "again.svg"));
}

TEST_F(Path, EscapesTheNamesOfFilesInDrawings) {
    write(here.path / "a<b&c.csv", shore);
    EXPECT_EQ(ask("--profile 'a<b&c.csv' --svg out.svg" + std::string(shore_flags)).code, 0);
    EXPECT_THAT(contents(here.path / "out.svg"), HasSubstr("a&lt;b&amp;c.csv"));
}

TEST_F(Path, SaysSoWhenTheTerrainIsMadeUp) {
    auto text = contents(here.path / "toy/scenario.toml");
    std::string const real = "terrain = [\"data/toy/terrain.tif\"]";
    ASSERT_NE(text.find(real), std::string::npos);
    text.replace(text.find(real), real.size(),
                 "spot_heights = \"spots.csv\"\nrelief = \"relief.csv\"\nspot_error_m = 15\n"
                 "lowest_below_spots_m = 40\nhighest_above_spots_m = 225");
    write(here.path / "toy/made.toml", text);
    write(here.path / "toy/relief.csv", "range_m,variance_m2,ridged,source\n1300,2100,1,drawn\n4700,9300,0,drawn\n");
    write(here.path / "toy/spots.csv", "lon,lat,height_m\n104.93,23.07,410\n104.97,23.1,733\n105.01,23.03,921\n");
    auto const said = json("toy/made.toml --svg made.svg" + std::string(toy_ends));
    EXPECT_EQ(said["synthetic_terrain"], true);
    EXPECT_THAT(said["notes"].dump(), HasSubstr("made up, not surveyed"));
    EXPECT_THAT(contents(here.path / "made.svg"), HasSubstr("synthetic terrain</text>"));
}

TEST_F(Path, RefusesPointsWithoutTerrain) {
    auto const said = ask("toy/scenario.toml 104.98,23.03,42 106.9,23.05,1.5 --frequency-mhz 947");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, HasSubstr("terrain is missing at"));
    EXPECT_THAT(said.out, IsEmpty());
}

TEST_F(Path, TellsEveryMistakeOfAProfileWithItsLine) {
    write_profile("d_km,h_m,clutter_m,zone\n0.2,310,0,4\n1,\"31,5\",-4,4\n0.9,300,0,2\n2,x,0,7\n");
    auto const said = ask("--profile own.csv" + std::string(shore_flags));
    EXPECT_EQ(said.code, 3);
    for (auto const* words : {"own.csv:2 d_km", "first point must be at 0 km", "own.csv:3 h_m", "write 31.5",
                              "own.csv:3 clutter_m", "own.csv:4 d_km", "must be more than the 1", "own.csv:4 zone",
                              "must be 1 (sea), 3 (coastal land) or 4", "own.csv:5 h_m", "own.csv:5 zone"})
        EXPECT_THAT(said.err, HasSubstr(words));
    write_profile("d_km,h_m\n0,310\n4,210\n");
    EXPECT_THAT(ask("--profile own.csv" + std::string(shore_flags)).err, HasSubstr("at least 3 are needed"));
    write_profile("h_m,zone\n310,4\n");
    EXPECT_THAT(ask("--profile own.csv" + std::string(shore_flags)).err, HasSubstr("column “d_km” is missing"));
    EXPECT_EQ(ask("--profile nowhere.csv" + std::string(shore_flags)).code, 3) << "a missing input";
}

TEST_F(Path, RefusesAColumnThatIsNearlyAnOptionalOneAndIgnoresOthers) {
    write_profile("d_km,h_m,clutter,source\n0,310,0,map\n1,340,8,map\n3,290,0,map\n");
    auto const said = ask("--profile own.csv" + std::string(shore_flags));
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, AllOf(HasSubstr("did you mean clutter_m?"), Not(HasSubstr("source"))));
    write_profile("source,d_km,h_m\nmap,0,310\nmap,1,340\nmap,3,290\n");
    EXPECT_EQ(ask("--profile own.csv" + std::string(shore_flags)).code, 0);
}

TEST_F(Path, SaysWhichColumnAProfileLacksAndNamesNoneThatIsThere) {
    write_profile("d_km,height\n0,310\n1,340\n3,290\n");
    auto const said = ask("--profile own.csv" + std::string(shore_flags));
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, AllOf(HasSubstr("column “h_m” is missing"), HasSubstr("write h_m in place of “height”"),
                                Not(HasSubstr("mean d_km"))));
}

TEST_F(Path, TellsEveryMistakeOfTheCommandLine) {
    struct Case {
        char const* typed;
        std::vector<char const*> said;
    };
    for (auto const& c : {
             Case{"", {"--frequency-mhz is missing", "needs a scenario file and two points"}},
             Case{"--profile shore.csv", {"--frequency-mhz is", "--tx-height-m is", "--rx-height-m is", "--lat is"}},
             Case{"--profile shore.csv x.toml --frequency-mhz 9e9", {"from 30 to 6000", "x.toml”: with --profile"}},
             Case{"--profile shore.csv --frequency-mhz 0,9", {"0,9: needs a number from 30 to 6000"}},
             Case{"--profile shore.csv --time-percent 0.3 --delta-n nan", {"from 1 to 50", "from 1 to 150"}},
             Case{"--profile shore.csv --model itm --time-percent 99.5", {"from 1 to 99,"}},
             Case{"--profile shore.csv --location-percent 90", {"needs --resolution-m or --sigma-l-db"}},
             Case{"--profile shore.csv --model itu --polarization up", {"there are p1812", "horizontal and vertical"}},
             Case{"toy/scenario.toml 104.98,23.03,42 --frequency-mhz 947", {"needs a scenario file and two points"}},
             Case{"toy/scenario.toml 104.98,23.03 205,23,7 --frequency-mhz 947",
                  {"“104.98,23.03” is not LON,LAT,HEIGHT", "“205,23,7” is not"}},
             Case{"toy/scenario.toml 23.03,104.98,42 105,23,7 --frequency-mhz 947",
                  {"longitude comes first: 104.98,23.03,42"}},
             Case{"toy/scenario.toml 104.98,23.03,0 105,23,7 --frequency-mhz 947", {"0.1 to 3000 m above ground"}},
             Case{"toy/scenario.toml 104.98,23.03,7 104.98,23.03,7 --frequency-mhz 947", {"are the same"}},
             Case{"toy/scenario.toml 104.98,23.03,7 105,23,7 --frequency-mhz 947 --rx-height-m 3",
                  {"--rx-height-m: only with --profile"}},
         }) {
        auto const said = ask(c.typed);
        EXPECT_EQ(said.code, 2) << c.typed << said.err;
        EXPECT_THAT(said.out, IsEmpty()) << c.typed;
        for (auto const* words : c.said) EXPECT_THAT(said.err, HasSubstr(words)) << c.typed;
    }
}

TEST_F(Path, ComparesWithTheIrregularTerrainModel) {
    auto const flags = std::string("toy/scenario.toml") + toy_ends + " --model itm";
    auto const said = json(flags);
    EXPECT_EQ(said["source"], "ITM 1.4 (Longley–Rice)");
    EXPECT_NEAR(said["values"]["A_fs"].get<double>(), said["free_space_db"].get<double>(), 0.1);
    EXPECT_EQ(said["inputs"]["climate"], "maritime_subtropical");
    double const loss = said["loss_db"];
    for (auto const* more : {"--climate desert", "--time-percent 97", "--situation-percent 80", "--mdvar 1", "--n0 301",
                             "--permittivity 4", "--conductivity 0.5", "--polarization horizontal"})
        EXPECT_NE(json(flags + " --location-percent 60 " + more)["loss_db"], loss) << more;
    auto const wrong = ask(flags + " --mdvar 5 --climate polar --n0 150");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("--mdvar 5"), HasSubstr("--climate polar"), HasSubstr("--n0 150")));
}

TEST_F(Path, RefusesUnequalStepsForTheIrregularTerrainModel) {
    auto const said = ask("--profile shore.csv --model itm --frequency-mhz 930 --tx-height-m 37 --rx-height-m 1.5");
    EXPECT_EQ(said.code, 3);
    EXPECT_THAT(said.err, AllOf(HasSubstr("equal steps"), HasSubstr("the one at 1 km")));
}

} // namespace phusong::test
