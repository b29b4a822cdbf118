#include "geo/io/csv_file.h"
#include "sim/output/commune_year.h"
#include "sim/output/groups.h"
#include "tests/sim/output/small_outcome.h"
#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace phusong {
namespace {

class Groups : public testing::Test {
  protected:
    test::Small s = test::small();
    /// Both communes cut between two units: 143 + 397 people in 2020.
    Division cut{"vùng",
                 {{"V1", "Vùng một", {{CommuneId{0}, 0.35}, {CommuneId{1}, 0.8}}},
                  {"V2", "Vùng hai", {{CommuneId{0}, 0.65}, {CommuneId{1}, 0.2}}}}};
};

std::int64_t sum(std::vector<UnitYear> const& units, std::int64_t UnitYear::*member) {
    return std::accumulate(units.begin(), units.end(), std::int64_t{0},
                           [&](std::int64_t all, UnitYear const& unit) { return all + unit.*member; });
}

} // namespace

TEST_F(Groups, AreTheProvinceItsDistrictsAndTheDivisionsOfTheScenario) {
    s.world.communes[0].district_code = "902";
    s.world.communes[1].district_code = "901";
    s.world.divisions = {cut};
    auto const all = groupings(s.world);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].units.at(0).parts.size(), 2U);
    EXPECT_EQ(all[1].units.at(0).code, "901");
    EXPECT_EQ(all[1].units.at(0).parts.at(0).commune, CommuneId{1});
    EXPECT_EQ(all[2].name, "vùng");
}

TEST_F(Groups, ShareOutPeopleVillagesAndMoneyByHand) {
    auto const units = unit_years({cut.name, cut.units}, s.world, s.scenario, s.outcome, 1);
    // 145 · 0.35 = 50.75 and 401 · 0.8 = 320.8; the larger remainders get the odd ones.
    EXPECT_EQ(units[0].people, 51 + 321);
    EXPECT_EQ(units[1].people, 94 + 80);
    // The project of 2021 stands for village 2, in the second commune: 900 and 300 million VND.
    EXPECT_EQ(units[0].operators_capex_vnd, 720'000'000);
    EXPECT_EQ(units[1].public_capex_vnd, 60'000'000);
    EXPECT_EQ(units[0].projects, 1);
    EXPECT_EQ(units[1].projects, 0);
    EXPECT_DOUBLE_EQ(units[1].subscribers[0], 94 * 0.65 + 88 * 0.2);
}

TEST_F(Groups, AddUpToTheProvinceForAnyDivision) {
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        Grouping grouping{"any", {}};
        std::vector<std::vector<double>> weights(2);
        for (auto& of_commune : weights) {
            for (int u = 0; u < 5; ++u) of_commune.push_back(static_cast<double>(random() % 7));
            of_commune[random() % 5] += 1;
            auto const whole = std::accumulate(of_commune.begin(), of_commune.end(), 0.0);
            for (double& w : of_commune) w /= whole;
        }
        for (std::size_t u = 0; u < 5; ++u)
            grouping.units.push_back(
                {"U" + std::to_string(u), "", {{CommuneId{0}, weights[0][u]}, {CommuneId{1}, weights[1][u]}}});
        for (std::size_t y = 0; y < 3; ++y) {
            auto const units = unit_years(grouping, s.world, s.scenario, s.outcome, y);
            auto const province = unit_years(groupings(s.world)[0], s.world, s.scenario, s.outcome, y);
            for (auto const member : {&UnitYear::people, &UnitYear::with_signal, &UnitYear::with_broadband,
                                      &UnitYear::with_fibre, &UnitYear::villages_good, &UnitYear::villages_weak,
                                      &UnitYear::villages_none, &UnitYear::villages_fibre, &UnitYear::projects,
                                      &UnitYear::operators_capex_vnd, &UnitYear::public_capex_vnd})
                ASSERT_EQ(sum(units, member), province[0].*member);
            for (auto const& unit : units) {
                ASSERT_LE(unit.with_signal, unit.people);
                ASSERT_LE(unit.with_broadband, unit.with_signal);
                ASSERT_LE(unit.villages_fibre, unit.villages());
            }
        }
    }
}

TEST_F(Groups, OfTheProvinceAreTheNumbersOfTheSummary) {
    auto const all = unit_years(groupings(s.world)[0], s.world, s.scenario, s.outcome, 2);
    auto const communes = commune_years(s.world, s.outcome, 2);
    EXPECT_EQ(all[0].people, std::llround(province(communes).people));
    EXPECT_EQ(all[0].villages(), province(communes).villages);
}

TEST_F(Groups, HaveOneRowPerUnitAndYear) {
    s.world.divisions = {cut};
    auto const csv = geo::io::parse_csv(groups_csv(s.world, s.scenario, s.outcome), "groups.csv");
    EXPECT_EQ(csv.rows.size(), 3 * (1 + groupings(s.world)[1].units.size() + 2));
    EXPECT_EQ(csv.rows.back().cells.at(0), "vùng");
    EXPECT_EQ(csv.rows.back().cells.at(2), "Vùng hai");
    EXPECT_EQ(csv.rows.back().cells.at(3), "2022");
}

} // namespace phusong
