#include "tests/sim/scenario/scenario_folder.h"
#include <gmock/gmock.h>

namespace phusong::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class BrokenScenario : public ScenarioFolder {};

TEST_F(BrokenScenario, TheFolderItselfIsSound) { EXPECT_THAT(problems(folder / "base.toml"), SizeIs(0)); }

TEST_F(BrokenScenario, AWrongKeyIsToldWithTheKeyThatWasMeant) {
    EXPECT_EQ(problem("extends = 'base.toml'\n[radio.4g]\nfreq_mzh = 1850\n"),
              "north.toml:3:1 radio.4g.freq_mzh | there is no such key | did you mean radio.4g.frequency_mhz?");
    EXPECT_THAT(problem("extends = 'base.toml'\n[finances]\ntax_share = 0.2\nprice_year = 3\n"),
                AllOf(StartsWith("north.toml:2:2 finances"), HasSubstr("did you mean finance?")));
    EXPECT_THAT(problem("extends = 'base.toml'\ndiscount_rate = 0.2\n"),
                HasSubstr("did you mean finance.discount_rate?"));
}

TEST_F(BrokenScenario, AWrongTypeIsNamed) {
    EXPECT_THAT(problem("extends = 'base.toml'\nradio.4g.frequency_mhz = '1850'\n"),
                AllOf(StartsWith("north.toml:2:26 radio.4g.frequency_mhz | is text; must be a number"),
                      HasSubstr("remove the quotes")));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.share_sites = 1\n"),
                HasSubstr("is a whole number; must be true or false"));
    EXPECT_THAT(problem("extends = 'base.toml'\nyears.first = 2021.5\n"),
                HasSubstr("is a number with a fraction; must be a whole number"));
    EXPECT_THAT(problem("extends = 'base.toml'\nworld.terrain = [3]\n"),
                HasSubstr("is a whole number; must be a list of paths in quotes"));
    EXPECT_THAT(problem("extends = 'base.toml'\nradio = 3\n"), HasSubstr("is the name of a table"));
}

TEST_F(BrokenScenario, TechnologiesAreNamedOnceEachAndAtLeastOne) {
    auto const told = [&](std::string const& value) {
        return problem("extends = 'base.toml'\nrollout.new_site_technologies = " + value + "\n");
    };
    EXPECT_THAT(told("['2g', '4f']"),
                AllOf(StartsWith("north.toml:2:33 rollout.new_site_technologies | is \"4f\", which "
                                 "is none of the choices"),
                      HasSubstr("did you mean 4g?")));
    EXPECT_THAT(told("['2g', '4g', '2g']"), HasSubstr("names 2g twice"));
    EXPECT_THAT(told("[]"), HasSubstr("is an empty list"));
    EXPECT_THAT(told("4"), HasSubstr("is a whole number; must be a list of technologies"));
    auto const one = file("one.toml", "extends = 'base.toml'\nrollout.new_site_technologies = '5g'\n");
    EXPECT_EQ(read_scenario(one).scenario.rollout.new_site_technologies, TechnologySet{1U << index(Technology::g5)});
}

TEST_F(BrokenScenario, EveryOperatorHasOneNameAndOneShareOfTheWhole) {
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.operator_shares = [0.5, 0.25, 0.25]\n"),
                StartsWith("north.toml:2:27 rollout.operator_shares | has 3 numbers for 2 operators"));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.operator_shares = [0.5, 0.25]\n"),
                StartsWith("north.toml:2:27 rollout.operator_shares | add up to 0.75, not 1"));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.operator_names = 'Red, Red'\n"),
                StartsWith("north.toml:2:26 rollout.operator_names | names “Red” twice"));
}

TEST_F(BrokenScenario, PricesOfMicrowaveHopsAscendWithTheirLength) {
    EXPECT_THAT(problem("extends = 'base.toml'\n[prices]\nmicrowave_short_km = 31\nmicrowave_medium_km = 17\n"),
                StartsWith("north.toml:4:23 prices.microwave_medium_km | is 17 km; shorter than microwave_short_km, 31 "
                           "km"));
}

TEST_F(BrokenScenario, ClassesOfMicrowaveRadiosAreListsOfOneLengthWithTheirWeather) {
    auto const told = problems(file("north.toml", "extends = 'base.toml'\n[microwave]\nclass_ghz = [7.5, 18]\n"
                                                  "class_max_km = [14]\nclass_gas_db_per_km = []\n"
                                                  "rain_rate_mm_per_h = 80\nmultipath_dn75 = 0\n"));
    EXPECT_THAT(told, Contains(StartsWith("north.toml:4:16 microwave.class_max_km | has 1 numbers; "
                                          "microwave.class_ghz has 2")));
    EXPECT_THAT(told, Contains(HasSubstr("microwave.class_gas_db_per_km | has 0 numbers")));
    EXPECT_THAT(told, Contains(HasSubstr("microwave.multipath_dn75 | is missing")));
    EXPECT_THAT(told, Not(Contains(HasSubstr("rain_rate_mm_per_h | is"))));
    auto const none = file("none.toml", "extends = 'base.toml'\n[microwave]\nclass_ghz = []\nclass_max_km = []\n"
                                        "class_antenna_gain_dbi = []\nclass_tx_power_dbm = []\n"
                                        "class_threshold_dbm = []\nclass_capacity_mbps = []\n"
                                        "class_gas_db_per_km = []\n");
    EXPECT_TRUE(read_scenario(none).scenario.microwave.class_ghz.empty());
}

TEST_F(BrokenScenario, ALoadOfSitesNeedsSunAndPrices) {
    auto const told = problems(file("north.toml", "extends = 'base.toml'\n[power]\nsite_load_w = 470\n"
                                                  "peak_sun_hours = 0\nbattery_vnd_per_kwh = 0\n"));
    EXPECT_THAT(told, Contains(HasSubstr("power.peak_sun_hours | is missing")));
    EXPECT_THAT(told, Contains(HasSubstr("power.battery_vnd_per_kwh | is missing")));
}

TEST_F(BrokenScenario, AModelOfTheFirstMetresMustKnowEveryBand) {
    auto const told = [&](std::string const& short_path, std::string const& band, int mhz) {
        std::string text = "extends = 'base.toml'\nradio.short_path = '" + short_path + "'\n";
        for (auto const* other : {"2g", "3g", "4g", "5g"})
            text += std::string("radio.") + other +
                    ".frequency_mhz = " + (other == band ? std::to_string(mhz) : "1850") + "\n";
        return problem(text);
    };
    for (auto const* model : {"ehata_open", "ehata_suburban", "ehata_urban"}) {
        EXPECT_THAT(told(model, "5g", 3550),
                    AllOf(StartsWith("north.toml:2:20 radio.short_path | is " + std::string(model) +
                                     ", which holds for 150 to 3000 MHz only, and radio.5g.frequency_mhz is 3550 MHz"),
                          HasSubstr("choose radio.short_path = \"free_space\"")));
        EXPECT_EQ(told(model, "5g", 3000), "0 problems");
    }
    EXPECT_THAT(told("rma", "2g", 450), HasSubstr("holds for 500 to 7000 MHz only, and radio.2g.frequency_mhz is 450"));
    EXPECT_EQ(told("rma", "5g", 3550), "0 problems");
    EXPECT_EQ(told("none", "2g", 450), "0 problems");
}

TEST_F(BrokenScenario, AKeyThatTheModelDoesNotLookAtIsTold) {
    sample.world.clutter.clear();
    sample.world.radio_zones = {};
    sample.radio.time_percent = 50;
    sample.radio.location_percent = 50;
    write(folder / "base.toml", resolved_toml(sample, folder));
    auto const told = [&](std::string const& model, std::string const& key) {
        return problem("extends = 'base.toml'\nradio.model = '" + model + "'\n" + key + "\n");
    };
    std::string const zones = "world.radio_zones = 'data/world.sites.csv'", rare = "radio.time_percent = 3",
                      places = "radio.location_percent = 90", clutter = "world.clutter = ['data/world.sites.csv']";
    for (auto const* model : {"p526_delta_bullington", "free_space"}) {
        EXPECT_THAT(told(model, rare), AllOf(StartsWith("north.toml:3:22 radio.time_percent | changes nothing: "
                                                        "radio.model = \"" +
                                                        std::string(model) + "\" does not look at it"),
                                             HasSubstr("choose radio.model = \"p1812\"")));
        EXPECT_THAT(told(model, places), AllOf(StartsWith("north.toml:3:26 radio.location_percent | changes nothing: "),
                                               HasSubstr("choose radio.model = \"p1812\"")));
    }
    EXPECT_THAT(told("free_space", zones), StartsWith("north.toml:3:21 world.radio_zones | changes nothing"));
    EXPECT_EQ(told("p526_delta_bullington", zones), "0 problems") << "the sea's ground is another";
    EXPECT_THAT(told("free_space", clutter), StartsWith("north.toml:3:17 world.clutter | changes nothing"));
    EXPECT_EQ(told("p526_delta_bullington", clutter), "0 problems");
    for (auto const& key : {zones, rare, places, clutter}) EXPECT_EQ(told("p1812", key), "0 problems");
}

TEST_F(BrokenScenario, WhatStandsAroundReceiversIsNotCountedTwiceNorBeyondItsBand) {
    std::string const trees = "extends = 'base.toml'\nradio.terminal_clutter = 'trees_forest'\n";
    EXPECT_THAT(problem(trees), HasSubstr("the same trees and houses would count twice"));
    sample.world.clutter.clear();
    for (auto& b : sample.radio.budget) b.frequency_mhz = 947;
    write(folder / "base.toml", resolved_toml(sample, folder));
    EXPECT_EQ(problem(trees), "0 problems");
    EXPECT_THAT(problem(trees + "radio.5g.frequency_mhz = 3500\n"),
                AllOf(HasSubstr("radio.terminal_clutter"), HasSubstr("holds to 3000 MHz only")));
}

TEST_F(BrokenScenario, NotANumberInfinityAndMinusZeroAreRefused) {
    for (auto const* value : {"nan", "+inf", "-inf"})
        EXPECT_THAT(problem(std::string("extends = 'base.toml'\n[finance]\ntax_share = ") + value),
                    StartsWith("north.toml:3:13 finance.tax_share | is not a finite number"));
    EXPECT_THAT(problem("extends = 'base.toml'\nfinance.tax_share = -0.0\n"),
                StartsWith("north.toml:2:21 finance.tax_share | is minus zero"));
    EXPECT_THAT(problem("extends = 'base.toml'\nfinance.discount_rate = 1e400\n"),
                AllOf(StartsWith("north.toml:2:"), HasSubstr("the number is too large")));
}

TEST_F(BrokenScenario, ADecimalCommaGetsTheHintToWriteAPoint) {
    EXPECT_THAT(problem("extends = 'base.toml'\n\nradio.4g.frequency_mhz = 700,5 # MHz\n"),
                AllOf(StartsWith("north.toml:3:29 radio.4g.frequency_mhz"), HasSubstr("write a point: 700.5")));
    EXPECT_THAT(problem("prices.site_vnd = 1,234,567\n"), HasSubstr("no thousands separators"));
    EXPECT_THAT(problem("prices.site_vnd = 1.234.567\n"), HasSubstr("no thousands separators"));
    EXPECT_THAT(problem("radio.4g.frequency_mhz = 700 MHz\n"), HasSubstr("write the number only"));
    EXPECT_THAT(problem("finance.tax_share = 5%\n"), HasSubstr("5 % is 0.05"));
}

TEST_F(BrokenScenario, AMissingFileIsToldAtTheKeyThatNamesIt) {
    EXPECT_THAT(problem("extends = 'base.toml'\n[world]\nroads = 'data/no_such_roads.csv'\n"),
                StartsWith("north.toml:3:9 world.roads"));
    EXPECT_THAT(problem("extends = ['base.toml', 'west.toml']\n"), StartsWith("north.toml:1:25 extends"));
    EXPECT_THAT(problems(folder / "absent.toml"), ::testing::ElementsAre(HasSubstr("there is no such file")));
}

TEST_F(BrokenScenario, APathOutOfTheProjectIsRefused) {
    for (auto const* path : {"../../secret.csv", "/etc/passwd", "/vsicurl/http://localhost/x.csv",
                             "http://localhost/x.csv", "MEM:::DATAPOINTER=1", "GPKG:x", "/dev/zero", "data"})
        EXPECT_THAT(problem(std::string("extends = 'base.toml'\nworld.roads = '") + path + "'\n"),
                    StartsWith("north.toml:2:15 world.roads"));
}

TEST_F(BrokenScenario, ACoordinateSystemThatIsNoEpsgCodeIsRefused) {
    EXPECT_THAT(problem("extends = 'base.toml'\nworld.crs = 'VN-2000'\n"),
                AllOf(StartsWith("north.toml:2:13 world.crs | is not an EPSG code"), HasSubstr("EPSG:32648")));
}

TEST_F(BrokenScenario, ADuplicateKeyIsToldWithBothLines) {
    EXPECT_EQ(problem("[finance]\ntax_share = 0.2\n# half\ntax_share = 0.1\n"),
              "north.toml:4:1 finance.tax_share | was given before, on line 2 | keep one of lines 2 and 4");
    EXPECT_THAT(problem("[finance]\ntax_share = 0.2\n[years]\n[finance]\n"),
                StartsWith("north.toml:4:1 finance | was given before, on line 1"));
}

TEST_F(BrokenScenario, YearsOutOfOrderAreRefused) {
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.operator_budget_bn_vnd = 9\nrollout.public_budget_bn_vnd = "
                        "9\nyears.last = 2021\n"),
                StartsWith("north.toml:4:14 years.last | the last year 2021 is before the first year 2022"));
    EXPECT_THAT(problem("extends = 'base.toml'\nyears.base = 2022\n"), HasSubstr("must come after the base year 2022"));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.operator_budget_bn_vnd = 9\nrollout.public_budget_bn_vnd = "
                        "9\nyears.last = 2060\n"),
                HasSubstr("the plan runs 41 years; at most 30"));
    EXPECT_THAT(problem("extends = 'base.toml'\nyears.last = 2420\n"),
                HasSubstr("must lie between 2001 and 2130 year"));
}

TEST_F(BrokenScenario, PeopleOfAYearFarFromTheBaseYearAreRefused) {
    EXPECT_THAT(problem("extends = 'base.toml'\nworld.census_year = 2100\n"),
                StartsWith("north.toml:2:21 world.census_year | is 2100, over 30 years from the base year 2019"));
    EXPECT_THAT(problem("extends = 'base.toml'\nworld.population_raster_year = 1899\n"),
                StartsWith("north.toml:2:32 world.population_raster_year | is 1899, over 30 years"));
}

TEST_F(BrokenScenario, AServiceThatGrowsNoFasterThanPeopleIsRefusedUnlessThereIsNone) {
    auto const fixed = [&](char const* keys) {
        return problems(
            file("north.toml", std::string("extends = 'base.toml'\n[world]\npeople_growth_share_per_year = "
                                           "0.04\n[adoption.mobile]\nbase_growth_share = 0.07\n"
                                           "[adoption.paytv]\nbase_growth_share = 0.08\n[adoption.fixed]\n") +
                                   keys));
    };
    EXPECT_THAT(
        fixed("base_growth_share = 0.04\n"),
        ::testing::ElementsAre(AllOf(StartsWith("north.toml:9:21 adoption.fixed.base_growth_share | is 0.04; must "
                                                "be over the growth of people"),
                                     HasSubstr("world.people_growth_share_per_year = 0.04"))));
    EXPECT_THAT(fixed("base_growth_share = 0.05\n"), SizeIs(0));
    EXPECT_THAT(fixed("base_growth_share = 0\nbase_per_100 = 0\n"), SizeIs(0));
    EXPECT_THAT(fixed("base_growth_share = 0.05\nbase_per_100 = 30\nceiling_share = 0.3\n"),
                ::testing::ElementsAre(HasSubstr("is 30 per 100 people, not under the ceiling of 30 per 100")));
}

TEST_F(BrokenScenario, OddValuesOfTheCommandLineAreExplained) {
    auto const told = [&](std::string const& setting) {
        auto const lines = problems(folder / "base.toml", {.with = {}, .set = {setting}, .allow = {}});
        return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " problems";
    };
    EXPECT_THAT(told("seed=7\nfinance.tax_share=0.9"), AllOf(StartsWith("--set seed | holds a line break")));
    EXPECT_THAT(told("title_vi=Hà\nGiang"), StartsWith("--set title_vi | holds a line break"));
    EXPECT_THAT(told("rollout.public_budget_bn_vnd=1,2, 3"), HasSubstr("write a list in brackets: [1, 2, 3]"));
    EXPECT_THAT(told("seed="), AllOf(StartsWith("--set seed | has no value after ="), HasSubstr("a whole number")));
    EXPECT_THAT(told("finance.discount_rate=8"), HasSubstr("did you mean 0.08 (8 %)? Shares are written from 0 to 1."));
    EXPECT_THAT(told("finance.discount_rate=80"), Not(HasSubstr("did you mean"))) << "0.8 is out of range too";
    EXPECT_THAT(told("radio.margin_db=2,5"), AllOf(HasSubstr("decimals are written with a point"), HasSubstr("2.5?")));
    EXPECT_THAT(told("rollout.public_budget_bn_vnd=2,5"), HasSubstr("did you mean 2.5? A list is written [2, 5]"));
    EXPECT_THAT(told("seed=1,5"), Not(HasSubstr("did you mean 1.5")));
    EXPECT_THAT(told("radio=5"), AllOf(StartsWith("--set radio | is the name of a table"),
                                       HasSubstr("name a key of the table, such as radio.")));
    EXPECT_THAT(told("rollout.public_budget_bn_vnd=[31, 32, 33, 34, 35]"), "0 problems");
}

TEST_F(BrokenScenario, NegativeMoneyAndAbsurdRatesAreRefused) {
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.public_budget_bn_vnd = [30, -5, 30, 30, 30]\n"),
                StartsWith("north.toml:2:32 rollout.public_budget_bn_vnd | is -5 billion VND; must lie between 0 and "
                           "100000 billion VND"));
    EXPECT_THAT(problem("extends = 'base.toml'\nprices.site_vnd = -750\n"), HasSubstr("is -750 VND; must lie"));
    EXPECT_THAT(problem("extends = 'base.toml'\nfinance.discount_rate = -1\n"),
                HasSubstr("must lie between 0 and 0.5"));
    EXPECT_THAT(problem("extends = 'base.toml'\nfinance.discount_rate = 10\n"),
                HasSubstr("must lie between 0 and 0.5"));
    EXPECT_THAT(problem("extends = 'base.toml'\nradio.4g.frequency_mhz = 1.8\n"),
                HasSubstr("is 1.8 MHz; must lie between 100 and 6000 MHz"));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.new_mast_height_m = 30000\n"),
                HasSubstr("is 30000 m; must lie"));
}

TEST_F(BrokenScenario, ABudgetOfTheWrongLengthIsRefused) {
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.public_budget_bn_vnd = [30, 40]\n"),
                StartsWith("north.toml:2:32 rollout.public_budget_bn_vnd | has 2 numbers; the plan has 5 years"));
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.public_budget_bn_vnd = []\n"), HasSubstr("is an empty list"));
}

TEST_F(BrokenScenario, AnEmptyFileIsRefused) {
    EXPECT_THAT(problem(""), StartsWith("north.toml | the file is empty"));
    EXPECT_THAT(problem("# only a remark\n\n"), StartsWith("north.toml | the file is empty"));
}

TEST_F(BrokenScenario, OtherEncodingsAreRecognised) {
    EXPECT_THAT(problem("name = 'x'\ntitle_vi = 'H\xE0 Giang'\n"),
                AllOf(StartsWith("north.toml:2:14 | byte 0xE0 is not UTF-8"), HasSubstr("save as UTF-8")));
    EXPECT_THAT(problem(std::string("\xFF\xFEn\0a\0m\0e\0", 10)),
                AllOf(StartsWith("north.toml:1:1 | file saved as UTF-16"), HasSubstr("save as UTF-8")));
    EXPECT_THAT(problem("name = 'x'\n\xFF\n"), HasSubstr("byte 0xFF is not UTF-8"));
    EXPECT_THAT(problem("title_vi = 'Ha\xCC\x80 Giang'\n"),
                AllOf(StartsWith("north.toml:1:15 | letter and mark written apart"), HasSubstr("NFC")));
}

TEST_F(BrokenScenario, AByteOrderMarkAndWindowsLineEndsAreFine) {
    EXPECT_THAT(problems(file("north.toml", "\xEF\xBB\xBF"
                                            "extends = 'base.toml'\r\n[finance]\r\ntax_share = 0.25\r\n")),
                SizeIs(0));
}

TEST_F(BrokenScenario, CharactersOutsideQuotesAreExplained) {
    EXPECT_THAT(problem("name = 'x'\nx\u00E3 = 1\n"), StartsWith("north.toml:2:2 | character “ã” outside quotes"));
    EXPECT_THAT(problem("name = “x”\n"),
                AllOf(StartsWith("north.toml:1:8 | curly quote"), HasSubstr("straight quotes")));
    EXPECT_THAT(problem("name =\u00A0'x'\n"), StartsWith("north.toml:1:7 | unusual blank"));
    EXPECT_THAT(problem("na\u200Bme = 'x'\n"), StartsWith("north.toml:1:3 | unusual blank"));
    EXPECT_THAT(problem("name = 'x'\x01\n"), StartsWith("north.toml:1:11 | control character U+0001"));
}

TEST_F(BrokenScenario, ALoneBracketIsAnUnclosedHeader) {
    EXPECT_THAT(problem("name = 'x'\n[\n"), StartsWith("north.toml:2:1 | table header without its ]"));
    EXPECT_THAT(problem("[radio\nmargin_db = 3\n"), StartsWith("north.toml:1:1 | table header without its ]"));
}

TEST_F(BrokenScenario, AWindowsPathInDoubleQuotesGetsAHint) {
    EXPECT_THAT(problem("world.roads = \"C:\\Users\\roads.csv\"\n"),
                AllOf(StartsWith("north.toml:1:"), HasSubstr("write paths with /")));
    EXPECT_THAT(problem("rollout.policy = fibre_first\n"), HasSubstr("text belongs in quotes"));
    EXPECT_THAT(problem("rollout.vsat = yes\n"), HasSubstr("yes and no are true and false"));
}

TEST_F(BrokenScenario, AnUnknownChoiceIsToldWithTheNearestOne) {
    EXPECT_THAT(problem("extends = 'base.toml'\nrollout.policy = 'fiber_first'\n"),
                AllOf(StartsWith("north.toml:2:18 rollout.policy"), HasSubstr("did you mean fibre_first?")));
}

TEST_F(BrokenScenario, NamesThatCannotBeFoldersAreRefused) {
    for (auto const* name : {"../x", "CON", "a/b", ".", "", "hà_giang"})
        EXPECT_THAT(problem(std::string("extends = 'base.toml'\nname = '") + name + "'\n"),
                    StartsWith("north.toml:2:8 name | cannot be the name of a folder"));
    EXPECT_THAT(problem("extends = 'base.toml'\nname = '" + std::string(300, 'x') + "'\n"),
                HasSubstr("is 300 bytes long; at most 60"));
}

TEST_F(BrokenScenario, MissingKeysAreGatheredBySection) {
    auto const lines = problems(file("north.toml", "name = 'north'\n"));
    EXPECT_THAT(lines, ::testing::Contains(StartsWith("north.toml | lacks: title_vi, title_en")));
    EXPECT_THAT(lines, ::testing::Contains(StartsWith(
                           "north.toml [radio.5g] | lacks: frequency_mhz, eirp_dbm, threshold_dbm, radius_km")));
    EXPECT_THAT(lines, ::testing::Contains(StartsWith("north.toml [years] | lacks: base, first, last")));
    EXPECT_THAT(lines, ::testing::Each(::testing::Not(HasSubstr("after the base year")))); // which is not known
}

TEST_F(BrokenScenario, EveryProblemOfEveryFileIsToldAtOnce) {
    (void)file("west.toml", "extends = 'base.toml'\nyears.first = 'soon'\nrollout.polcy = 'x'\n");
    auto const lines = problems(file("north.toml", "extends = 'west.toml'\n[finance]\ntax_share = 3\ndiscount_rate = "
                                                   "nan\n[override.dry]\nprices.site_vnd = true\n"));
    EXPECT_THAT(lines,
                ::testing::UnorderedElementsAre(
                    StartsWith("west.toml:2:15 years.first"), StartsWith("west.toml:3:9 rollout.polcy"),
                    StartsWith("north.toml:3:13 finance.tax_share | is 3"),
                    StartsWith("north.toml:4:17 finance.discount_rate | is not a finite"),
                    StartsWith("north.toml:6:19 override.dry.prices.site_vnd | is true or false; must be a number")));
}

TEST_F(BrokenScenario, ASyntaxErrorEndsOnlyItsOwnFile) {
    (void)file("west.toml", "extends = 'base.toml'\nyears.first = \n");
    auto const lines = problems(file("north.toml", "extends = 'west.toml'\n[finance]\ntax_share = 3\n"));
    EXPECT_THAT(lines, ::testing::UnorderedElementsAre(StartsWith("west.toml:2:"),
                                                       StartsWith("north.toml:3:13 finance.tax_share")));
}

TEST_F(BrokenScenario, MountainsAreAskedForWhenTerrainIsMadeFromSpotHeights) {
    auto const north = [&](char const* terrain) {
        return problems(file("north.toml", fmt::format("extends = 'base.toml'\n[world]\nterrain = [{}]\nrelief = ''\n"
                                                       "spot_error_m = 0\nlift_m = 7\nlift_distance_m = 0\n",
                                                       terrain)));
    };
    EXPECT_THAT(north(""), ::testing::ElementsAre(StartsWith("north.toml:4:10 world.relief | is not given"),
                                                  StartsWith("north.toml:5:16 world.spot_error_m | is not given"),
                                                  StartsWith("north.toml:7:19 world.lift_distance_m | is not given")));
    EXPECT_THAT(north("'base.toml'"), SizeIs(0));
}

} // namespace
} // namespace phusong::test
