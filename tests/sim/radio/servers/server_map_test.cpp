#include "random_sites.h"
#include "sim/radio/servers/server_map.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <stdexcept>

namespace phusong {
namespace {

using test::random_sites;

/// A row of flat ground with one omnidirectional site per entry of `loss_db`, all over the whole row.
struct FlatRow {
    geo::Raster ground_m{{.west_m = 0, .north_m = 200, .cell_m = 200, .rows = 1, .cols = 5}, 300};
    std::vector<std::unique_ptr<PathLoss>> losses;
    std::vector<SectorGroup> groups;
    ServerSettings settings{
        .receiver_height_m = 1.5, .effective_earth_radius_km = 8495, .threshold_dbm = -90, .weakest_dbm = -140};

    void put(std::uint32_t id, double loss_db, double load_share = 1) {
        auto const centi = static_cast<std::uint16_t>(std::lround(100 * loss_db));
        losses.push_back(std::make_unique<PathLoss>(PathLoss{0, 0, 1, 5, std::vector<std::uint16_t>(5, centi)}));
        groups.push_back({.xy = {37, 83},
                          .antenna_m = 340,
                          .sectors = {{.id = id,
                                       .pattern = std::make_shared<AntennaPattern const>(omni(11)),
                                       .power_dbm = 22,
                                       .losses_db = 3,
                                       .load_share = load_share}},
                          .loss = losses.back().get()});
    }
    [[nodiscard]] ServerMap map() const {
        ServerMap out(ground_m, settings);
        out.add(groups);
        return out;
    }
};

TEST(ServerMap, RanksTheThreeStrongest) {
    FlatRow row;
    row.put(7, 120);
    row.put(3, 111.25);
    row.put(12, 125);
    row.put(5, 117);
    auto const map = row.map();
    for (std::uint32_t cell = 0; cell < 5; ++cell) {
        EXPECT_EQ(map.server(cell, 0), (Server{3, -81.25}));
        EXPECT_EQ(map.server(cell, 1), (Server{5, -87}));
        EXPECT_EQ(map.server(cell, 2), (Server{7, -90}));
        EXPECT_EQ(map.overlap(cell), 3); // at the threshold counts
    }
    EXPECT_EQ(power_dbm(map, 1).values(0, 4), -87.f);
    EXPECT_EQ(sector_of_cell(map, 2)(0, 2), 7);
    EXPECT_EQ(overlap_count(map)(0, 3), 3);
    EXPECT_EQ(servers_within(map, 5.7)(0, 1), 1);
    EXPECT_EQ(servers_within(map, 5.75)(0, 1), 2);
}

TEST(ServerMap, GivesTheLowerSectorIdToATie) {
    FlatRow row;
    for (std::uint32_t id : {9U, 4U, 6U, 8U}) row.put(id, 113);
    for (int rank = 0; rank < 3; ++rank)
        EXPECT_EQ(row.map().server(2, rank)->sector, 4U + 2U * static_cast<unsigned>(rank));
}

TEST(ServerMap, SaysNothingWhereNobodyIsHeard) {
    FlatRow row;
    row.put(2, 171);    // -141 dBm: weaker than anybody asks
    row.put(4, 655.35); // the mark for none
    auto const map = row.map();
    EXPECT_EQ(map.server(0, 0), std::nullopt);
    EXPECT_EQ(map.total_mw(0), 0);
    EXPECT_TRUE(std::isnan(power_dbm(map, 0).values(0, 1)));
    EXPECT_EQ(sector_of_cell(map, 0)(0, 1), -1);
    EXPECT_EQ(servers_within(map, 3)(0, 1), 0);
}

TEST(ServerMap, HasNoServerWhereTheGroundIsUnknown) {
    FlatRow row;
    row.ground_m.values(0, 3) = geo::no_data;
    row.put(2, 113);
    auto const map = row.map();
    EXPECT_EQ(map.server(3, 0), std::nullopt);
    EXPECT_EQ(map.total_mw(3), 0);
    EXPECT_EQ(map.server(4, 0), (Server{2, -83}));
}

TEST(ServerMap, AddsUpPowerTimesLoad) {
    FlatRow row;
    row.put(7, 120, 0.7);
    row.put(3, 111, 0.25);
    row.put(5, 117, 0);
    double const mw = 0.7 * 1e-9 + 0.25 * std::pow(10, -8.1);
    EXPECT_NEAR(row.map().total_mw(1) / mw, 1, 3e-6);
}

TEST(ServerMap, HasTheRightTotalFromTheWeakestToTheStrongestPower) {
    for (double loss_db : {30., 31.007, 77.31, 128.4, 163.9}) {
        FlatRow row;
        row.put(3, loss_db);
        double const dbm = 30 - std::round(100 * loss_db) / 100;
        EXPECT_NEAR(10 * std::log10(row.map().total_mw(1)), dbm, dbm > -120 ? 1e-4 : 2e-3) << loss_db;
    }
}

TEST(ServerMap, TakesEverySectorNearTheFormulaInDoublePrecision) {
    auto const sites = random_sites(3, 23);
    double worst_db = 0;
    for (auto const& group : sites.groups)
        for (auto const& sector : group.sectors) {
            auto alone = group;
            alone.sectors = {sector};
            ServerMap map(sites.ground_m, sites.settings);
            map.add({&alone, 1});
            for (int row = 0; row < map.grid().rows; ++row)
                for (int col = 0; col < map.grid().cols; ++col) {
                    auto const server = map.server(map.grid().index(row, col), 0);
                    auto const dbm = test::received_dbm(sites, group, sector, row, col);
                    if (server)
                        worst_db = std::max(worst_db, std::abs(server->dbm - dbm.value()));
                    else
                        EXPECT_LT(dbm.value_or(-999), sites.settings.weakest_dbm + 0.02);
                }
        }
    EXPECT_LE(worst_db, 0.05);
    RecordProperty("worst_db", std::to_string(worst_db));
}

TEST(ServerMap, RefusesSectorsThatCannotBe) {
    FlatRow row;
    row.put(3, 120);
    auto map = row.map();
    EXPECT_THROW(map.add(row.groups), std::logic_error); // there already
    EXPECT_THROW(map.remove(random_sites(1, 2).groups, {}), std::logic_error);
    FlatRow other;
    other.put(no_sector, 120);
    EXPECT_THROW(map.add(other.groups), std::logic_error);
    for (auto spoil : {+[](SectorGroup& g) { g.sectors[0].load_share = 1.2; },
                       +[](SectorGroup& g) { g.sectors[0].mechanical_tilt_deg = 93; },
                       +[](SectorGroup& g) { g.sectors[0].electrical_tilt_deg = NAN; },
                       +[](SectorGroup& g) { g.sectors[0].pattern = nullptr; }}) {
        FlatRow spoilt;
        spoilt.put(5, 120);
        spoil(spoilt.groups[0]);
        EXPECT_THROW(map.add(spoilt.groups), std::logic_error);
    }
    FlatRow outside;
    outside.put(6, 120);
    outside.losses[0]->first_col = 1;
    EXPECT_THROW(map.add(outside.groups), std::logic_error);
    EXPECT_EQ(map, row.map()); // as it was
}

} // namespace
} // namespace phusong
