// What other programs take over: parsed again, held against the plan.
#include "geo/io/gdal_guard.h"
#include "sim/output/exchange/kml.h"
#include "sim/output/exchange/ofds.h"
#include "sim/output/exchange/routes.h"
#include "tests/sim/output/small_outcome.h"
#include <cpl_error.h>
#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace phusong {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr, testing::MatchesRegex, testing::Not;

class Exchange : public testing::Test {
  protected:
    Exchange() {
        geo::io::guard_gdal();
        s.world.crs.emplace("EPSG:32648", "test");
        identity.input_hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        for (auto const& [from, to, year] : {std::tuple{"F1", "", 2021}, {"", "T2", 2021}, {"", "T3", 2022}}) {
            NetworkLink link;
            link.kind = LinkKind::fibre;
            link.year = year;
            link.from = from;
            link.to = to;
            link.line = {from[0] == 'F' ? geo::XY{500'000, 2'500'000} : branch,
                         from[0] == 'F' ? branch : geo::XY{501'000.0 + year, 2'503'000}};
            link.length_km = 3.25;
            link.capacity_mbps = 2500;
            link.plant_km[static_cast<std::size_t>(Plant::buried)] = 3.25;
            s.outcome.network.links.push_back(link);
        }
        NetworkLink satellite;
        satellite.kind = LinkKind::vsat;
        satellite.line = {branch};
        s.outcome.network.links.push_back(satellite);
        s.outcome.network.planned = true;
    }
    std::pair<Json, Json> files() {
        auto const [nodes, spans] = ofds(s.world, s.scenario, s.outcome, identity);
        return {Json::parse(nodes)["features"], Json::parse(spans)["features"]};
    }
    test::Small s = test::small();
    RunIdentity identity;
    geo::XY const branch{500'500, 2'501'000};
};

} // namespace

TEST_F(Exchange, SpansJoinNodesThatAreThere) {
    auto const [nodes, spans] = files();
    std::set<std::string> ids;
    for (auto const& node : nodes) EXPECT_TRUE(ids.insert(node["properties"]["id"]).second) << "each node once";
    EXPECT_EQ(spans.size(), 3U); // the standard has no satellite
    for (auto const& span : spans)
        for (auto const* end : {"start", "end"}) EXPECT_TRUE(ids.contains(span["properties"][end]["id"])) << span;
    EXPECT_EQ(spans[0]["properties"]["end"], spans[1]["properties"]["start"]) << "the branch is one node";
    EXPECT_EQ(spans[1]["properties"]["start"], spans[2]["properties"]["start"]);
}

TEST_F(Exchange, SaysLengthCapacityAndDeploymentInTheStandardsUnits) {
    auto const span = files().second[0]["properties"];
    EXPECT_EQ(span["fibreLength"], 3.25);
    EXPECT_EQ(span["capacity"], 2.5); // Gbit/s
    EXPECT_EQ(span["deployment"], Json::array({"belowGround"}));
    EXPECT_EQ(span["transmissionMedium"], Json::array({"fibre"}));
    EXPECT_EQ(span["status"], "proposed");
    EXPECT_EQ(span["phase"]["id"], "2021");
}

TEST_F(Exchange, WhatStandsTodayIsOperationalThoughALinkOfThePlanEndsThere) {
    s.outcome.network.links[1].to = s.world.sites.at(0).code;
    auto const status = [&](std::string const& id) {
        for (auto const& node : files().first)
            if (node["properties"]["id"] == id) return node["properties"]["status"].get<std::string>();
        return std::string("not there");
    };
    EXPECT_EQ(status(s.world.sites.at(0).code), "operational");
    EXPECT_EQ(status("T3"), "proposed");
}

TEST_F(Exchange, EveryFeatureNamesItsNetworkByAUuidAndTheSchemaFirst) {
    auto const [nodes, spans] = files();
    for (auto const* list : {&nodes, &spans})
        for (auto const& one : *list) {
            auto const& network = one["properties"]["network"];
            EXPECT_THAT(network["id"].get<std::string>(),
                        MatchesRegex("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}"));
            EXPECT_EQ(network["links"][0]["rel"], "describedby");
        }
}

TEST_F(Exchange, WithoutANetworkPlanTheProjectsOwnLinksAreTold) {
    s.outcome.network = {};
    auto const own = routes(s.world, s.outcome);
    for (auto const& route : own) EXPECT_EQ(route.id[0], 'P');
    EXPECT_EQ(files().second.size(), own.size());
}

TEST_F(Exchange, NamesAreNeverMarkupInTheKml) {
    s.world.villages[0].name = "<script>alert(1)</script> & \"]]>";
    auto const text = kml(s.world, s.scenario, s.outcome);
    CPLErrorReset();
    CPLXMLTreeCloser const tree(CPLParseXMLString(text.c_str()));
    EXPECT_TRUE(tree && CPLGetLastErrorType() == CE_None);
    EXPECT_THAT(text, Not(HasSubstr("script>")));
    EXPECT_THAT(text, Not(HasSubstr("&lt;"))); // a balloon would make markup of it
    EXPECT_THAT(text, HasSubstr("‹script›alert(1)"));
}

TEST_F(Exchange, EveryVillageSiteAndLinkIsAPlacemark) {
    auto const text = kml(s.world, s.scenario, s.outcome);
    std::size_t marks = 0;
    for (auto at = text.find("<Placemark>"); at != text.npos; at = text.find("<Placemark>", at + 1)) ++marks;
    EXPECT_EQ(marks, s.world.villages.size() + s.world.sites.size() + s.outcome.plan.projects.size() + 3);
    EXPECT_THAT(text, HasSubstr("<TimeSpan><begin>2021</begin></TimeSpan>"));
}

} // namespace phusong
