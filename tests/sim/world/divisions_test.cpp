#include "tests/sim/world/world_layers.h"
#include <algorithm>
#include <gmock/gmock.h>

namespace phusong::test {
namespace {

using testing::HasSubstr;

class Divisions : public WorldLayers {
  protected:
    void crosswalk(std::string const& rows) {
        scenario.world.crosswalks = {file("zones.csv", "old_code,new_code,new_name,share,source\n" + rows)};
    }
    std::string said() const { return geo::text(problems(), geo::Language::en); }
};

} // namespace

TEST_F(Divisions, AreReadWithTheSharesOfTheirCommunes) {
    crosswalk("00702,Z2,Vùng hai,0.3,law\n00702,Z1,Vùng một,0.7,law\n00701,Z1,Vùng một,1,law\n");
    auto const world = read_world(scenario, {}, {});
    ASSERT_EQ(world.divisions.size(), 1U);
    auto const& d = world.divisions[0];
    EXPECT_EQ(d.name, "zones");
    ASSERT_EQ(d.units.size(), 2U);
    EXPECT_EQ(d.units[0].code, "Z1");
    EXPECT_EQ(d.units[0].name, "Vùng một");
    ASSERT_EQ(d.units[0].parts.size(), 2U);
    EXPECT_EQ(d.units[0].parts[0].commune, CommuneId{0});
    EXPECT_DOUBLE_EQ(d.units[0].parts[1].share, 0.7);
    EXPECT_TRUE(std::ranges::any_of(world.provenance, [](auto const& p) { return p.layer.starts_with("crosswalk"); }));
}

TEST_F(Divisions, WithMistakesTellThemAllAtOnce) {
    crosswalk("00702,Z1,Vùng một,0.3,law\n00702,Z2,Vùng hai,0.6,law\n00799,Z1,Vùng một,1,law\n"
              "00702,Z2,Vùng ba,0,law\n00702,,Không,2,law\n");
    auto const text = said();
    EXPECT_THAT(text, HasSubstr("there is no commune “00799”"));
    EXPECT_THAT(text, HasSubstr("lacks the communes: 00701"));
    EXPECT_THAT(text, HasSubstr("add up to 0.9"));
    EXPECT_THAT(text, HasSubstr("goes into Z2 twice, first in line 3"));
    EXPECT_THAT(text, HasSubstr("is called “Vùng hai” in line 3"));
    EXPECT_THAT(text, HasSubstr("the new unit has no code"));
    EXPECT_THAT(text, HasSubstr("zones.csv:6"));
}

} // namespace phusong::test
