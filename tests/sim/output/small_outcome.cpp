#include "tests/sim/output/small_outcome.h"
#include "tests/support/draw.h"
#include <gtest/gtest.h>

namespace phusong::test {
namespace {

Scenario small_scenario() {
    Scenario s;
    s.name = "hai-xã";
    s.title_vi = "Hai xã";
    s.title_en = "Two communes";
    s.years = {2020, 2021, 2022};
    s.finance.price_year = 2019;
    s.radio.budget[index(Technology::g4)] = {1850, 31, -105, 9};
    return s;
}

World small_world() {
    Drawing drawing;
    drawing.rows = {"TV..", "..VV"};
    drawing.communes = {"AABB", "AABB"};
    World world = draw(drawing);
    // A drawn commune is a heap of squares, which QGIS would call broken; here each is one rectangle of the same area.
    for (double west = world.grid.west_m; auto& commune : world.communes) {
        double const east = west + 2 * world.grid.cell_m, north = world.grid.north_m,
                     south = north - 2 * world.grid.cell_m;
        commune.boundary = {{{{west, south}, {east, south}, {east, north}, {west, north}}, {}}};
        west = east;
    }
    world.census_year = 2019;
    world.villages[1].synthetic = true;
    world.villages[2].grid_power_year = 2023;
    world.provenance = {{"villages", "GeoNames, 2024", "ab12", true, {"một nửa là thật", "half are real"}},
                        {"sites", "made", "cd34", true, {}},
                        {"communes", "census, \"2019\"", "ef56", false, {}}};
    world.notes = {{"7 ô không có địa hình", "7 cells without terrain"}};
    return world;
}

VillageSignal signal(SignalState state, float dbm, double share) {
    VillageSignal s;
    s.centre_dbm.fill(geo::no_data);
    s.people_share.fill(0);
    s.centre_dbm[index(Technology::g4)] = dbm;
    s.people_share[index(Technology::g4)] = share;
    s.state = s.broadband_state = state;
    return s;
}

Project small_project() {
    Project p;
    p.year = 2021;
    p.appraisal.npv_vnd = -231e6;
    p.appraisal.viability = Viability::needs_capex_subsidy;
    p.appraisal.capex_subsidy_vnd = 300e6; // a quarter of the capex
    p.appraisal.operator_capex_vnd = 900e6;
    p.new_people = {157, 23, 29};
    p.new_broadband_people = 161;
    p.new_villages = {VillageId{1}};
    return p;
}

Candidate small_candidate(World const& world) {
    Candidate c;
    c.village = VillageId{1};
    c.commune = CommuneId{1};
    c.xy = {world.villages[1].xy.x_m + 61, world.villages[1].xy.y_m};
    c.technologies.add(Technology::g2);
    c.technologies.add(Technology::g4);
    c.mast_height_m = 42;
    c.solar = true;
    c.cost = {.site_vnd = 400e6,
              .technology_vnd = 70e6,
              .power_vnd = 280e6,
              .backhaul_vnd = 440e6,
              .access_vnd = 10e6,
              .opex_vnd_per_year = 31e6};
    c.link.kind = LinkKind::microwave;
    c.link.length_km = 6.8125;
    c.link.from = "T1";
    c.link.line = {{480'100, 2'540'000}, c.xy};
    return c;
}

PurseYear purse(int year, double budget, double carried, double capex, double recurring) {
    return {year, budget, carried, budget + carried, capex, recurring};
}

Outcome small_outcome(World const& world) {
    Outcome o;
    auto const good = signal(SignalState::good, -84.26F, 0.97), weak = signal(SignalState::weak, -108.04F, 0.31),
               none = signal(SignalState::none, geo::no_data, 0);
    o.villages = {{good, weak, none}, {good, good, none}, {good, good, none}};
    o.village_fibre = {{true, false, false}, {true, false, false}, {true, true, false}};
    o.fixed_line_share = {{1, 0, 0}, {1, 0, 0}, {1, 1, 0}};
    o.candidates.list = {small_candidate(world)};
    o.plan.projects = {small_project()};
    o.plan.operators = {purse(2021, 1.5e9, 0, 900e6, 0), purse(2022, 1.6e9, 600e6, 0, 0)};
    o.plan.public_purse = {purse(2021, 0.7e9, 0, 300e6, 41e6), purse(2022, 0.8e9, 359e6, 0, 43e6)};
    o.plan.unbuilt.resize(2);
    o.plan.unbuilt[0][index(Refusal::waits_for_power)] = 5;
    o.plan.unbuilt[1][index(Refusal::waits_for_power)] = 3;
    o.plan.unbuilt[1][index(Refusal::public_promised)] = 4;
    VillageReason const served{Reason::already_served, 0}, built{Reason::built, 0}, power{Reason::no_power, 2023};
    o.plan.reason = {{served, power, power}, {served, built, power}, {served, built, power}};
    auto& reached = o.reached;
    reached.share[index(ServiceKind::mobile)] = {{0.97, 0.31, 0}, {0.97, 0.95, 0}, {0.97, 0.96, 0}};
    reached.share[index(ServiceKind::fixed)] = {{0.95, 0, 0}, {0.95, 0.2, 0}, {0.95, 0.85, 0}}; // by radio too
    reached.share[index(ServiceKind::paytv)] = {{0.9, 0, 0}, {0.9, 0, 0}, {0.9, 0.8, 0}};       // by fibre alone
    reached.broadband_share = {{0.6, 0, 0}, {0.6, 0.5, 0}, {0.6, 0.55, 0}};
    o.subscribers.people = {{143, 397}, {145, 401}, {147, 405}};
    o.subscribers.count[index(ServiceKind::mobile)] = {{91, 37}, {94, 88}, {97, 121}};
    o.subscribers.count[index(ServiceKind::fixed)] = {{12, 0}, {13, 0}, {14, 9}};
    o.subscribers.count[index(ServiceKind::paytv)] = {{5, 0}, {6, 0}, {7, 3}};
    auto& without = o.subscribers_without_plan.count;
    without[index(ServiceKind::mobile)] = {{91, 37}, {92, 38}, {93, 41}};
    without[index(ServiceKind::fixed)] = {{12, 0}, {13, 0}, {14, 0}};
    without[index(ServiceKind::paytv)] = {{5, 0}, {6, 0}, {7, 0}};
    o.rural_criterion_8 = {{false, true}, {std::nullopt, true}, {true, true}};
    o.subscribers.smartphone_users = {{55, 0}, {58, 33}, {62, 47}};
    GoalResult reached_goal, missed_goal;
    reached_goal.goal = {"M1",     "mobile_per_100", 2022, true, 38, "per 100", {"Thuê bao", "Subscribers"},
                         "QĐ 749", "t.csv:2"};
    reached_goal.value = {23.7, 33.3, 39.5};
    reached_goal.gap = 1.5;
    reached_goal.reached = true;
    reached_goal.first_year_reached = 2022;
    missed_goal.goal = {"V1",    "villages_good", 2022, true, 96, "%", {"Thôn có sóng", "Villages covered"},
                        "ĐH 17", "t.csv:3"};
    missed_goal.value = {33.333333, 66.666667, 66.666667};
    missed_goal.gap = -29.333333;
    o.goals = {reached_goal, missed_goal};
    o.samples_without_terrain = 17;
    return o;
}

} // namespace

Small small() {
    World world = small_world();
    auto outcome = small_outcome(world);
    return {std::move(world), small_scenario(), std::move(outcome)};
}

void name_operators(Small& small) {
    small.scenario.rollout.operator_names = "A,B";
    small.scenario.rollout.operator_shares = {0.75, 0.25};
    small.outcome.plan.each_operator = {{purse(2021, 1.1e9, 0, 700e6, 0), purse(2022, 1.2e9, 400e6, 0, 0)},
                                        {purse(2021, 0.4e9, 0, 200e6, 0), purse(2022, 0.4e9, 200e6, 0, 0)}};
}

void overload_sites(Small& small) {
    auto& scenario = small.scenario;
    scenario.radio.antenna.sectors = 2;
    scenario.radio.channel[index(Technology::g4)].bandwidth_mhz = 10;
    scenario.traffic.mean_bps_per_hz = {0, 0.5, 0.7, 3.3}; // 14 Mbit/s a carrier and site
    scenario.links.full_share = 0.6;
    scenario.prices.technology_vnd = 210e6;
    small.outcome.site_load = {{.code = "T-7",
                                .commune = {},
                                .year = 2022,
                                .users = 83,
                                .load_mbps = 30,
                                .sector_mbps = 7.5,
                                .capacity_mbps = 15},
                               {.code = "T-8",
                                .commune = {},
                                .year = 2020,
                                .users = 37,
                                .load_mbps = 9,
                                .sector_mbps = 5,
                                .capacity_mbps = 11}};
}

std::filesystem::path own_folder() {
    auto const* const running = testing::UnitTest::GetInstance()->current_test_info();
    return std::filesystem::path(testing::TempDir()) /
           ("phusong_" + std::string(running->test_suite_name()) + "_" + running->name());
}

} // namespace phusong::test
