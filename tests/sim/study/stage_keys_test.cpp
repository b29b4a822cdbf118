#include "sim/run/run.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include "sim/study/stage_keys.h"
#include "sim/world/read.h"
#include "tests/sim/study/toy_study.h"
#include <algorithm>
#include <gtest/gtest.h>

namespace phusong::study {
namespace {

/// Another value that the field may have; false when none is known.
struct Other {
    Field const& field;
    Scenario& scenario;
    bool operator()(double& (*member)(Scenario&)) const {
        double& value = member(scenario);
        double const before = value;
        value = std::clamp(value == 0 ? field.max / 2 : value * 0.7, field.min, field.max);
        return value != before;
    }
    bool operator()(int& (*member)(Scenario&)) const {
        int& value = member(scenario);
        value = value > static_cast<int>(field.min) ? value - 1 : value + 1;
        return true;
    }
    bool operator()(bool& (*member)(Scenario&)) const {
        member(scenario) = !member(scenario);
        return true;
    }
    bool operator()(std::vector<double>& (*member)(Scenario&)) const {
        auto& list = member(scenario);
        for (double& value : list) value = std::clamp(value * 0.7, field.min, field.max);
        return !list.empty();
    }
    bool operator()(Policy& (*member)(Scenario&)) const {
        member(scenario) = Policy::villages_first;
        return true;
    }
    template <class Text> bool operator()(Text) const { return false; }
};

bool same_reach(std::vector<Candidate> const& a, std::vector<Candidate> const& b) {
    return std::ranges::equal(a, b, [](Candidate const& x, Candidate const& y) {
        return geo::distance_m(x.xy, y.xy) == 0 && x.village == y.village && x.site == y.site &&
               x.reach.people_cells == y.reach.people_cells && x.reach.halls == y.reach.halls;
    });
}

bool same_links(std::vector<LinkOptions> const& a, std::vector<LinkOptions> const& b) {
    auto const same = [](Link const& x, Link const& y) {
        return x.kind == y.kind && x.length_km == y.length_km && x.priced_km == y.priced_km && x.from == y.from;
    };
    return std::ranges::equal(a, b, [&](LinkOptions const& x, LinkOptions const& y) {
        return same(x.fibre, y.fibre) && same(x.microwave, y.microwave) && same(x.vsat, y.vsat);
    });
}

bool same(Groundwork const& a, Groundwork const& b) {
    return a.points.good == b.points.good && same_reach(a.survey.new_sites, b.survey.new_sites) &&
           same_reach(a.survey.upgrades, b.survey.upgrades) && same_reach(a.survey.fibre, b.survey.fibre) &&
           same_links(a.survey.new_site_links, b.survey.new_site_links) &&
           same_links(a.survey.fibre_links, b.survey.fibre_links) && a.survey.not_tried == b.survey.not_tried;
}

TEST(StageKeys, WhatIsSaidToLeaveTheGroundworkAloneDoes) {
    auto const scenario = test::toy();
    auto const world = read_world(scenario, {});
    auto const before = lay_groundwork(world, scenario, base_points(world, scenario));
    ASSERT_FALSE(before.survey.new_sites.empty());
    int changed = 0;
    for (auto const& field : fields()) {
        if (!leaves_groundwork_alone(field.key)) continue;
        auto other = scenario;
        if (!std::visit(Other{field, other}, field.access)) continue;
        ++changed;
        EXPECT_EQ(groundwork_key(other), groundwork_key(scenario)) << field.key;
        EXPECT_TRUE(same(lay_groundwork(world, other, base_points(world, other)), before)) << field.key;
    }
    EXPECT_GT(changed, 90);
}

TEST(StageKeys, EveryOtherKeyAsksForGroundworkOfItsOwn) {
    auto const scenario = test::toy();
    for (auto const& field : fields()) {
        if (leaves_groundwork_alone(field.key)) continue;
        auto other = scenario;
        if (!std::visit(Other{field, other}, field.access)) continue;
        EXPECT_NE(groundwork_key(other), groundwork_key(scenario)) << field.key;
    }
}

TEST(StageKeys, EveryKeyButNamesAsksForAPlanOfItsOwn) {
    auto const scenario = test::toy();
    for (auto const& field : fields()) {
        auto other = scenario;
        if (!std::visit(Other{field, other}, field.access)) continue;
        EXPECT_NE(plan_key(other), plan_key(scenario)) << field.key;
    }
}

TEST(StageKeys, WhatMayChangeAfterThePlanLeavesTheGroundworkAloneToo) {
    for (auto const& field : fields())
        EXPECT_TRUE(!may_change_after_the_plan(field.key) || leaves_groundwork_alone(field.key)) << field.key;
}

} // namespace
} // namespace phusong::study
