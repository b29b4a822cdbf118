// `coverage`: maps around one site, on small terrains that the tests write themselves.
#include "geo/io/native_map.h"
#include "tests/tools/cli_program.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace phusong::test {
namespace {

using namespace geo::io;
using testing::AllOf, testing::HasSubstr, testing::Not;
using Json = nlohmann::json;

constexpr float gap = std::numeric_limits<float>::quiet_NaN();
constexpr NativeGrid degrees{104.9, 23.1, 0.0011, 0.0009, 163, 171}; // the site is near its middle
constexpr NativeGrid metres{490'030, 2'554'040, 93, 93, 171, 163};
constexpr auto site = " --site 104.9943,23.0262,37";
constexpr auto common = " --frequency-mhz 930 --radius-km 6.3 --rx-height-m 1.7 --delta-n 47 --n0 341";

/// Hills and valleys, rough to the last cell; another place, another height.
float hills(int row, int col) {
    double const r = row, c = col;
    return static_cast<float>(640 + 190 * std::sin(0.113 * r + 0.7) * std::cos(0.087 * c) +
                              60 * std::sin(0.41 * c - 0.23 * r) + 17 * std::sin(1.3 * r + 2.1 * c));
}

/// Flat land with a wall across the north, 2 km from the site.
float walled(int row, int) { return row >= 56 && row <= 58 ? 420.0F : 120.0F; }

class Coverage : public testing::Test {
  protected:
    template <class Height>
    void write_dem(std::string const& name, NativeGrid const& grid, NativeReference const& reference,
                   Height const& height, std::string const& made_up = "") const {
        std::vector<float> values;
        for (int r = 0; r < grid.rows; ++r)
            for (int c = 0; c < grid.cols; ++c) values.push_back(height(r, c));
        MapDescription description;
        if (!made_up.empty()) description.metadata = {{"SYNTHETIC", made_up}};
        put_map(here.path / name, cog_bytes(name, {grid, reference, values, -9999}, description));
    }
    Said ask(std::string const& arguments) const { return phusong("coverage " + arguments, {.folder = here.path}); }
    /// The map OUT.tif that these flags give.
    NativeRaster map(std::string const& flags, std::string const& out = "map.tif") const {
        auto const said = ask(flags + site + common + " --overwrite --out " + out);
        EXPECT_EQ(said.code, 0) << said.err;
        return whole(out);
    }
    NativeRaster whole(std::string const& file) const {
        constexpr double far = 1e9;
        return read_part(here.path / file, "", {-far, -far, far, far}, 0);
    }
    Json facts(std::string const& flags) const {
        auto const said = ask(flags + site + common + " --overwrite --json --out map.tif");
        EXPECT_EQ(said.code, 0) << said.out;
        return Json::parse(said.out);
    }
    void write_hills() const {
        write_dem("dem.tif", degrees, wgs84_reference(), hills);
        write_dem("utm.tif", metres, utm_reference({105, 23}), hills);
    }
    Folder const here{"coverage"};
};

struct Differences {
    double median = 0, p99 = 0, most = 0;
    std::size_t cells = 0;
};
Differences between(NativeRaster const& a, NativeRaster const& b) {
    EXPECT_EQ(a.values.size(), b.values.size());
    std::vector<double> off;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        EXPECT_EQ(std::isnan(a.values[i]), std::isnan(b.values[i])) << i;
        if (!std::isnan(a.values[i])) off.push_back(std::abs(static_cast<double>(a.values[i] - b.values[i])));
    }
    std::ranges::sort(off);
    auto const n = off.size();
    return n == 0 ? Differences{} : Differences{off[n / 2], off[n * 99 / 100], off.back(), n};
}

/// The value at a place of the map's own reference system.
float at(NativeRaster const& map, double x, double y) {
    auto const col = std::floor((x - map.grid.west) / map.grid.cell_x),
               row = std::floor((map.grid.north - y) / map.grid.cell_y);
    return map.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(map.grid.cols) +
                      static_cast<std::size_t>(col)];
}

} // namespace

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

TEST_F(Coverage, TakesHeightsThatCannotBeForMissingAndSaysSo) {
    write_dem("dem.tif", degrees, wgs84_reference(),
              [](int row, int col) { return row == 40 && col < 110 && col > 60 ? 32767.0F : hills(row, col); });
    auto const said = ask(std::string("--dem dem.tif") + site + common + " --lang en --out map.tif");
    ASSERT_EQ(said.code, 0) << said.err;
    EXPECT_THAT(said.err, HasSubstr("49 cells of the DEM have heights that cannot be (beyond ±12 km)"));
    auto const json = facts("--dem dem.tif")["facts"];
    EXPECT_EQ(json["dem_cells_impossible"], 49);
    EXPECT_GT(json["cells_without_terrain"], 49);
}

TEST_F(Coverage, RefusesTerrainOfOneRowOrOneColumn) {
    write_dem("row.tif", {104.9, 23.0267, 0.0011, 0.0009, 1, 171}, wgs84_reference(), hills);
    write_dem("column.tif", {104.9938, 23.1, 0.0011, 0.0009, 163, 1}, wgs84_reference(), hills);
    for (std::string const mode : {"", " --mode exact"})
        for (std::string const dem : {"row", "column"}) {
            auto const said = ask("--dem " + dem + ".tif --lang en --out map.tif" + site + common + mode);
            EXPECT_EQ(said.code, 3) << said.err;
            EXPECT_THAT(said.err, HasSubstr("2 × 2 at least are needed"));
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

TEST_F(Coverage, InAnotherReferenceSystemACellAtTheSamePlaceHasTheSameValue) {
    write_hills();
    auto const own = map("--dem utm.tif --mode exact");
    geo::XY const picked[] = {{490'030 + 93 * 41.5, 2'554'040 - 93 * 90.5},
                              {490'030 + 93 * 120.5, 2'554'040 - 93 * 33.5},
                              {490'030 + 93 * 77.5, 2'554'040 - 93 * 140.5}};
    auto const places = transformed(picked, utm_reference({105, 23}), wgs84_reference());
    for (std::size_t i = 0; i < 3; ++i) {
        double const half = 0.0003;
        NativeGrid const cell{places[i].x_m - half, places[i].y_m + half, 2 * half, 2 * half, 1, 1};
        write_dem("cell.tif", cell, wgs84_reference(), [](int, int) { return 7.0F; });
        auto const other = map("--dem utm.tif --mode exact --like cell.tif");
        ASSERT_EQ(other.values.size(), 1U);
        EXPECT_TRUE(other.header.reference.geographic);
        EXPECT_NEAR(other.values[0], at(own, picked[i].x_m, picked[i].y_m), 0.002);
    }
}

TEST_F(Coverage, LikeGivesExactlyThatGridAlsoWhereItReachesBeyondTheCircle) {
    write_hills();
    NativeGrid const grid{104.7, 23.2, 0.0031, 0.0023, 140, 170};
    write_dem("like.tif", grid, wgs84_reference(), [](int, int) { return 3.0F; });
    for (std::string const dem : {"dem.tif", "utm.tif"}) {
        auto const like = map("--dem " + dem + " --like like.tif");
        EXPECT_EQ(like.grid.rows, 140);
        EXPECT_EQ(like.grid.cols, 170);
        EXPECT_EQ(like.grid.west, 104.7);
        EXPECT_EQ(like.grid.cell_y, 0.0023);
        EXPECT_TRUE(std::isnan(like.values.front()));
    }
    auto const a = map("--dem dem.tif --like like.tif --mode exact"), b = map("--dem dem.tif --mode exact");
    EXPECT_NEAR(at(a, 104.97, 23.0), at(b, 104.97, 23.0), 25); // the same neighbourhood, not mirrored or shifted
}

TEST_F(Coverage, AResolutionGivesCellsCentredOnWholeMultiples) {
    write_hills();
    for (std::string const dem : {"dem.tif", "utm.tif"}) {
        auto const made = map("--dem " + dem + " --resolution-m 130");
        EXPECT_EQ(made.header.reference.name, "EPSG:32648");
        EXPECT_EQ(std::fmod(made.grid.x(0), 130), 0);
        EXPECT_EQ(std::fmod(made.grid.y(0), 130), 0);
    }
}

TEST_F(Coverage, AWallInTheNorthShadowsTheNorth) {
    write_dem("dem.tif", degrees, wgs84_reference(), walled);
    for (std::string const more : {"", " --mode exact"}) {
        auto const own = map("--dem dem.tif" + more);
        EXPECT_GT(at(own, 104.9943, 23.066), at(own, 104.9943, 22.9864) + 15) << more;
        auto const plane = map("--dem dem.tif --resolution-m 90" + more);
        EXPECT_GT(at(plane, 499'400, 2'551'000), at(plane, 499'400, 2'542'000) + 15) << more;
    }
}

TEST_F(Coverage, MissingTerrainIsAMaskThatIsCountedAndNeverSeaLevel) {
    auto const holed = [](int row, int col) { return col < 50 && row > 60 && row < 100 ? gap : hills(row, col); };
    write_dem("dem.tif", degrees, wgs84_reference(), holed);
    auto const in_file = [](int row, int col) {
        return col < 50 && row > 60 && row < 100 ? -9999.0F : hills(row, col);
    };
    write_dem("declared.tif", degrees, wgs84_reference(), in_file);
    for (std::string const mode : {"", " --mode exact"}) {
        auto const made = map("--dem dem.tif --reason why.tif" + mode);
        EXPECT_TRUE(std::isnan(at(made, 104.945, 23.0262)));
        EXPECT_FALSE(std::isnan(at(made, 105.04, 23.0262)));
        EXPECT_EQ(at(whole("why.tif"), 104.945, 23.0262), 254);
        EXPECT_EQ(between(made, map("--dem declared.tif" + mode)).most, 0);
        auto const said = facts("--dem dem.tif" + mode);
        std::size_t const missing = said["facts"]["cells_without_terrain"];
        EXPECT_GT(missing, 100U);
        EXPECT_EQ(missing + said["facts"]["cells_computed"].get<std::size_t>() +
                      said["facts"]["cells_beyond_radius"].get<std::size_t>(),
                  said["rows"].get<std::size_t>() * said["cols"].get<std::size_t>());
        EXPECT_THAT(said["notes"].dump(), HasSubstr("lack terrain"));
    }
}

TEST_F(Coverage, SaysWhereTheTerrainEndsBeforeTheCircleAndCountsAlikeOnEveryGrid) {
    write_hills();
    auto part = degrees; // ends 0.0223 degrees east of the site
    part.cols = 106;
    write_dem("half.tif", part, wgs84_reference(), hills);
    auto const own = facts("--dem half.tif"), whole_dem = facts("--dem dem.tif");
    EXPECT_THAT(own["notes"].dump(), AllOf(HasSubstr("the DEM ends 2.3 km from the site in the east"),
                                           HasSubstr("another --dem"), Not(HasSubstr("in the north"))));
    EXPECT_THAT(whole_dem["notes"].dump(), Not(HasSubstr("the DEM ends")));
    std::size_t const lacking = own["facts"]["cells_without_terrain"], all = whole_dem["facts"]["cells_computed"];
    EXPECT_GT(lacking, 1000U);
    EXPECT_EQ(own["facts"]["cells_computed"].get<std::size_t>() + lacking, all);
    write_dem("like.tif", degrees, wgs84_reference(), hills);
    EXPECT_EQ(facts("--dem half.tif --like like.tif")["facts"]["cells_without_terrain"], lacking);
}

TEST_F(Coverage, TilesOfOneGridAreOneTerrainAndLaterOnesFillGaps) {
    write_hills();
    auto west = degrees, east = degrees;
    west.cols = 90, east.cols = degrees.cols - 80;
    east.west = degrees.west + 80 * degrees.cell_x;
    write_dem("west.tif", west, wgs84_reference(), [](int row, int col) { return col > 84 ? gap : hills(row, col); });
    write_dem("east.tif", east, wgs84_reference(), [](int row, int col) { return hills(row, col + 80); });
    auto const one = map("--dem dem.tif");
    EXPECT_EQ(between(one, map("--dem west.tif --dem east.tif")).most, 0);
    EXPECT_EQ(between(one, map("--dem east.tif --dem west.tif")).most, 0);
    EXPECT_EQ(facts("--dem west.tif --dem east.tif")["facts"]["dem_2_file"], "east.tif");
    auto const other = ask("--dem west.tif --dem utm.tif --out m.tif" + std::string(site) + common);
    EXPECT_EQ(other.code, 3);
    EXPECT_THAT(other.err, AllOf(HasSubstr("utm.tif"), HasSubstr("gdalwarp a.hgt b.hgt dem.tif")));
}

TEST_F(Coverage, WritesOverNothingThatItReadsUnderWhateverName) {
    write_hills();
    auto const dem = contents(here.path / "dem.tif");
    std::filesystem::create_symlink("dem.tif", here.path / "link.tif");
    auto const flags = std::string("--dem dem.tif --overwrite") + site + common;
    for (auto const* out :
         {"--out ./dem.tif", "--out link.tif", "--out m.tif --reason ./m.tif", "--out m.tif --reason ./dem.tif",
          "--out m.qml", "--out m", "--out m.png", "--out m.tif --reason m.tiff"})
        EXPECT_EQ(ask(flags + ' ' + out).code, 2) << out;
    EXPECT_THAT(ask(flags + " --out m.qml").err, HasSubstr("ends in .tif"));
    EXPECT_EQ(contents(here.path / "dem.tif"), dem);
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, KeepsTheEarlierFilesWhenOneOfTheNewCannotBeWritten) {
    write_hills();
    (void)map("--dem dem.tif --reason why.tif");
    auto const before = contents(here.path / "map.tif"), why = contents(here.path / "why.tif");
    auto const said = phusong("coverage --dem dem.tif --model p526 --overwrite --out map.tif --reason why.tif" +
                                  std::string(site) + common,
                              {.folder = here.path, .prefix = "sh -c 'ulimit -f 40; exec \"$0\" \"$@\"'"});
    EXPECT_NE(said.code, 0);
    EXPECT_EQ(contents(here.path / "map.tif"), before);
    EXPECT_EQ(contents(here.path / "why.tif"), why);
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

TEST_F(Coverage, RefusesASiteWithoutTerrainAndSaysWhere) {
    write_hills();
    write_dem("holed.tif", degrees, wgs84_reference(), [](int row, int col) {
        return std::abs(row - 81) < 9 && std::abs(col - 85) < 9 ? gap : hills(row, col);
    });
    auto const outside = ask("--dem dem.tif --site 23.0262,104.9943,37 --out m.tif" + std::string(common));
    EXPECT_EQ(outside.code, 2); // a latitude of 104.99
    EXPECT_THAT(outside.err, HasSubstr("longitude comes first: 104.9943,23.0262,37"));
    auto const far = ask("--dem dem.tif --site 105.9,23.0262,37 --out m.tif" + std::string(common));
    EXPECT_EQ(far.code, 3);
    EXPECT_THAT(far.err, AllOf(HasSubstr("dem.tif"), HasSubstr("105.9, 23.0262 lies outside"),
                               HasSubstr("longitude, latitude")));
    auto const missing = ask("--dem holed.tif --out m.tif" + std::string(site) + common);
    EXPECT_EQ(missing.code, 3);
    EXPECT_THAT(missing.err,
                AllOf(HasSubstr("holed.tif"), HasSubstr("no terrain at the site"), HasSubstr("move the site")));
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, TellsEveryMistakeOfTheCommandLineAtOnce) {
    auto const said = ask("--site 104,23 --quantity rsrp --model itm --mode quick --format png --short-path x "
                          "--radius-km -3 --like a --resolution-m 9 -co FOO=1");
    EXPECT_EQ(said.code, 2);
    for (auto const* part : {"--dem is missing", "--out is missing", "LON,LAT,HEIGHT", "needs --eirp-dbm, or --antenna",
                             "--mode quick", "--format png", "--short-path x", "--radius-km -3",
                             "--like and --resolution-m", "--frequency-mhz is missing", "-co FOO=1", "--mode exact"})
        EXPECT_THAT(said.err, HasSubstr(part));
}

TEST_F(Coverage, KeepsTheFlagsOfItsTwoFormsApart) {
    auto const both = ask("toy.toml -o out --dem dem.tif --frequency-mhz 900");
    EXPECT_EQ(both.code, 2);
    EXPECT_THAT(both.err, HasSubstr("stands beside flags for one site on a DEM"));
    EXPECT_THAT(ask("toy.toml -o out --overwrite").err, HasSubstr("no folder is replaced"));
    for (auto const* flags : {"--year 2021", "--technology 4g", "-o out", "--set seed=3"}) {
        auto const said = ask(flags);
        EXPECT_EQ(said.code, 2);
        EXPECT_THAT(said.err, HasSubstr("the scenario file is missing")) << flags;
    }
}

TEST_F(Coverage, RefusesWhatDoesNotGoTogether) {
    write_hills();
    auto const flags = std::string("--dem dem.tif --out m.tif") + site + common;
    auto const fine =
        ask("--dem dem.tif --out m.tif --frequency-mhz 90 --radius-km 300 --resolution-m 1" + std::string(site));
    EXPECT_EQ(fine.code, 2);
    EXPECT_THAT(fine.err, HasSubstr("rays"));
    auto const tall =
        ask("--dem dem.tif --out m.tif --frequency-mhz 90 --radius-km 3 --short-path ehata_open" + std::string(site));
    EXPECT_EQ(tall.code, 2);
    EXPECT_THAT(tall.err, HasSubstr("--short-path ehata_open"));
    write_dem("classes.tif", degrees, wgs84_reference(), [](int, int) { return -3.0F; });
    auto const classes = ask(flags + " --clutter classes.tif");
    EXPECT_EQ(classes.code, 3);
    EXPECT_THAT(classes.err, AllOf(HasSubstr("classes.tif"), HasSubstr("no clutter height")));
    write_dem("far.tif", {10, 50, 0.01, 0.01, 9, 9}, wgs84_reference(), [](int, int) { return 3.0F; });
    auto const far = ask(flags + " --like far.tif");
    EXPECT_EQ(far.code, 3);
    EXPECT_THAT(far.err, HasSubstr("does not touch the circle"));
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, ReplacesNothingUnlessToldTo) {
    write_hills();
    write(here.path / "map.qml", "mine");
    auto const flags = std::string("--dem dem.tif --out map.tif") + site + common;
    auto const said = ask(flags);
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, AllOf(HasSubstr("map.qml"), HasSubstr("--overwrite")));
    EXPECT_EQ(contents(here.path / "map.qml"), "mine");
    EXPECT_FALSE(std::filesystem::exists(here.path / "map.tif"));
    EXPECT_EQ(ask(flags + " --overwrite").code, 0);
    EXPECT_EQ(ask(std::string("--dem dem.tif --out none/map.tif") + site + common).code, 5);
    EXPECT_EQ(ask(std::string("--dem dem.tif --overwrite --out dem.tif") + site + common).code, 2);
}

TEST_F(Coverage, StoppedHalfWayItLeavesNoFile) {
    write_hills();
    auto const said = phusong("coverage --dem dem.tif --mode exact --resolution-m 3 --out m.tif --step-m 3" +
                                  std::string(site) + common,
                              {.folder = here.path, .prefix = "timeout -s INT 1"});
    EXPECT_THAT(said.err, HasSubstr("Stopped as asked"));
    for (auto const& entry : std::filesystem::directory_iterator(here.path))
        EXPECT_THAT(entry.path().filename().string(), testing::AnyOf("dem.tif", "utm.tif"));
}

TEST_F(Coverage, SpeaksVietnamese) {
    write_hills();
    auto const said = phusong("coverage --dem dem.tif --out m.tif" + std::string(site) + common,
                              {.folder = here.path, .environment = "LC_ALL= LANGUAGE= LANG=vi_VN.UTF-8"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.out, AllOf(HasSubstr("ngoài bán kính"), HasSubstr("trung vị"), Not(HasSubstr("median"))));
}

} // namespace phusong::test
