// `coverage` around one site: what is on the maps.
#include "tests/tools/cli_coverage.h"

namespace phusong::test {
namespace {

TEST_F(Coverage, TheSweepIsNearTheExactMapOnTheGlobeAndOnAPlane) {
    write_hills();
    for (std::string const dem : {"dem.tif", "utm.tif"})
        for (std::string const more : {"", " --resolution-m 70", " --time-percent 7", " --model p526"}) {
            auto const off = between(map("--dem " + dem + more), map("--dem " + dem + more + " --mode exact"));
            EXPECT_GT(off.cells, 9000U);
            EXPECT_LE(off.median, 0.15) << dem << more;
            EXPECT_LE(off.p99, 5) << dem << more;
            EXPECT_GT(off.most, 0.005) << "the two modes are the same";
        }
}

TEST_F(Coverage, BendsP526OverTheEarthThatScenariosHaveUnlessAnotherIsGiven) {
    write_hills();
    for (std::string const mode : {"", " --mode exact"}) {
        auto const usual = map("--dem dem.tif --model p526" + mode);
        EXPECT_EQ(
            between(usual, map("--dem dem.tif --model p526 --effective-earth-factor 1.3333333333333333" + mode)).most,
            0);
        EXPECT_GT(between(usual, map("--dem dem.tif --model p526 --effective-earth-factor 0.7" + mode)).most, 0.3);
    }
    auto const said = facts("--dem dem.tif --model p526");
    EXPECT_NEAR(said["facts"]["effective_earth_factor"], 4 / 3.0, 1e-12);
    EXPECT_FALSE(said["facts"].contains("delta_n"));
}

TEST_F(Coverage, TheMapOfReasonsNamesThem) {
    write_hills();
    (void)map("--dem dem.tif --reason why.tif");
    EXPECT_THAT(contents(here.path / "why.qml"),
                AllOf(HasSubstr("Diffraction"), HasSubstr("value=\"254\""), HasSubstr("paletted")));
}

TEST_F(Coverage, HundredthsAndFloatsAgree) {
    write_hills();
    for (std::string const more : {" --mode exact", " --mode exact --quantity rsrp --eirp-dbm 43.37",
                                   " --quantity rsrp "
                                   "--eirp-dbm 43.37"}) {
        auto const off = between(map("--dem dem.tif" + more), map("--dem dem.tif --format uint16" + more));
        EXPECT_GT(off.cells, 9000U);
        EXPECT_LE(off.most, 0.00502) << more;
    }
}

TEST_F(Coverage, ReceivedPowerIsWhatTheLossLeavesAndMoreEirpNeverCoversLess) {
    write_hills();
    auto const loss = map("--dem dem.tif"), weak = map("--dem dem.tif --quantity rsrp --eirp-dbm 31.5"),
               strong = map("--dem dem.tif --quantity rsrp --eirp-dbm 34.5");
    for (std::size_t i = 0; i < loss.values.size(); ++i) {
        if (std::isnan(loss.values[i])) continue;
        ASSERT_NEAR(weak.values[i], 31.5F - loss.values[i], 1e-4);
        ASSERT_GT(strong.values[i], weak.values[i]);
    }
}

TEST_F(Coverage, AnAntennaSendsWhereItLooksFromTrueNorthOnEveryGrid) {
    std::string cuts = "NAME half a rose\nFREQUENCY 930\nGAIN 14 dBi\nTILT 2\nHORIZONTAL 360\n";
    for (int i = 0; i < 360; ++i) cuts += fmt::format("{} {:.2f}\n", i, std::min(i, 360 - i) / 9.0); // 20 dB behind
    cuts += "VERTICAL 360\n";
    for (int i = 0; i < 360; ++i) cuts += fmt::format("{} 0\n", i);
    write(here.path / "rose.msi", cuts);
    auto const flat = [](int, int) { return 77.0F; };
    write_dem("dem.tif", degrees, wgs84_reference(), flat);
    // A zone whose meridian is far away: its grid north is two degrees off.
    auto const zone = utm_reference({111, 23});
    geo::XY const lonlat[] = {{104.9943, 23.0262}};
    auto const p = transformed(lonlat, wgs84_reference(), zone)[0];
    write_dem("aside.tif", {p.x_m - 8'000, p.y_m + 8'000, 160, 160, 100, 100}, zone, flat);
    std::string const antenna =
        " --mode exact --quantity rsrp --antenna rose.msi --power-dbm 17 --feeder-loss-db 1.5 --azimuth-deg 90";
    auto const globe = map("--dem dem.tif" + antenna), loss = map("--dem dem.tif --mode exact");
    EXPECT_NEAR(at(globe, 105.0443, 23.0261), 17 - 1.5 + 14 - at(loss, 105.0443, 23.0261), 0.1);
    EXPECT_NEAR(at(globe, 104.9443, 23.0261), 17 - 1.5 + 14 - 20 - at(loss, 104.9443, 23.0261), 0.1);
    geo::XY const north[] = {{104.9943, 23.0702}};
    auto const q = transformed(north, wgs84_reference(), zone)[0];
    auto const aside = map("--dem aside.tif" + antenna), aside_loss = map("--dem aside.tif --mode exact");
    EXPECT_NEAR(at(aside, q.x_m, q.y_m), 17 - 1.5 + 14 - 10 - at(aside_loss, q.x_m, q.y_m), 0.1);
    auto const off = between(globe, map("--dem dem.tif --format uint16" + antenna));
    EXPECT_LE(off.most, 0.00502);
    auto const wrong =
        ask("--dem dem.tif --quantity rsrp --eirp-dbm 30 --antenna rose.msi --out m.tif" + std::string(site) + common);
    EXPECT_EQ(wrong.code, 2);
    EXPECT_THAT(wrong.err, AllOf(HasSubstr("only one of the two"), HasSubstr("needs --power-dbm")));
    EXPECT_THAT(ask("--tilt-deg 4" + std::string(site) + common).err, HasSubstr("--tilt-deg: needs --antenna"));
}

TEST_F(Coverage, EveryFlagOfTheModelChangesTheMap) {
    write_hills();
    write_dem("trees.tif", {104.91, 23.09, 0.002, 0.003, 50, 70}, wgs84_reference(),
              [](int row, int) { return row % 3 == 0 ? 23.0F : 6.0F; });
    auto const flags = std::string("--dem dem.tif --mode exact --time-percent 19 ");
    auto const plain = map(flags);
    for (std::string const more : {"--location-percent 85", "--polarization horizontal", "--step-m 47",
                                   "--clutter trees.tif", "--short-path free_space", "--short-path rma",
                                   "--short-path ehata_open", "--model p526", "--model free_space", "--model itm",
                                   "--model itm --climate desert", "--model itm --permittivity 4 --conductivity 0.001"})
        EXPECT_GT(between(plain, map(flags + more)).most, 1e-4) << more;
    EXPECT_GT(between(plain, map("--dem dem.tif --mode exact --time-percent 3")).most, 0.1);
    EXPECT_GT(between(map("--dem dem.tif"), map("--dem dem.tif --ray-density 3")).most, 0);
}

TEST_F(Coverage, SaysInTheFileWhatItIsMadeOf) {
    write_dem("dem.tif", degrees, wgs84_reference(), hills, "sines and cosines");
    (void)map("--dem dem.tif --short-path rma");
    auto const bytes = contents(here.path / "map.tif");
    for (auto const* tag :
         {"\"MODEL\">p1812<", "\"MODEL_SOURCE\">ITU-R P.1812-6<", "\"MODE\">sweep<", "\"PROGRAM\">phusong",
          "\"FREQUENCY_MHZ\">930", "\"DELTA_N\">47", "\"N0\">341", "\"DEM_FILE\">dem.tif<", "\"DEM_SHA256\">",
          "\"UNDER_0.25_KM\">rma, alone to 0.125 km", "great circles", "\"SYNTHETIC\">terrain: sines and cosines<",
          "\"CELLS_COMPUTED\">", "\"LATITUDE\">of the site<", "role=\"unittype\">dB<", "STATISTICS_MEAN"})
        EXPECT_THAT(bytes, HasSubstr(tag));
    EXPECT_THAT(contents(here.path / "map.qml"), HasSubstr("singlebandpseudocolor"));
    EXPECT_THAT(facts("--dem dem.tif")["notes"].dump(), HasSubstr("made up"));
}

TEST_F(Coverage, AMapOfItsOwnIsMadeUpWhereItsTerrainIs) {
    write_dem("dem.tif", degrees, wgs84_reference(), hills);
    EXPECT_EQ(facts("--dem dem.tif")["facts"]["synthetic"], "no");
}

TEST_F(Coverage, GivesTheSameBytesWithAnyNumberOfThreads) {
    write_hills();
    for (std::string const more : {"", " --mode exact", " --resolution-m 90 --format uint16"}) {
        (void)map("--dem dem.tif --threads 1 --reason r1.tif" + more, "one.tif");
        (void)map("--dem dem.tif --threads 2 --reason r2.tif" + more, "two.tif");
        EXPECT_EQ(contents(here.path / "one.tif"), contents(here.path / "two.tif")) << more;
        EXPECT_EQ(contents(here.path / "r1.tif"), contents(here.path / "r2.tif")) << more;
    }
}

} // namespace
} // namespace phusong::test
