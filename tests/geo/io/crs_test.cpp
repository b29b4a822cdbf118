#include "geo/io/crs.h"
#include "scratch.h"
#include <cmath>
#include <thread>

namespace phusong::geo::io {
namespace {

/// Length of WGS 84's meridian from the equator, integrated by the midpoint rule.
double meridian_arc_m(double lat_deg) {
    double const a = 6'378'137, f = 1 / 298.257223563, e2 = f * (2 - f), step = lat_deg * M_PI / 180 / 100'000;
    double sum = 0;
    for (int i = 0; i < 100'000; ++i) sum += std::pow(1 - e2 * std::pow(std::sin((i + 0.5) * step), 2), -1.5);
    return a * (1 - e2) * sum * step;
}

// Source: EPSG Guidance Note 7-2, Transverse Mercator: on the central meridian northing is the arc times 0.9996.
TEST(Crs, PutsTheCentralMeridianAtFiveHundredKilometres) {
    Crs const crs("EPSG:32648", "base.toml:3 grid.crs");
    auto const p = crs.project({105, 22.8});
    EXPECT_NEAR(p.x_m, 500'000, 1e-4);
    EXPECT_NEAR(p.y_m, 0.9996 * meridian_arc_m(22.8), 1e-3);
    EXPECT_EQ(crs.name(), "EPSG:32648");
    EXPECT_NE(crs.wkt().find("UTM zone 48N"), std::string::npos);
}

TEST(Crs, GoesThereAndBack) {
    Crs const crs("EPSG:32648", "x");
    for (double lon = 103.5; lon < 106; lon += 0.37)
        for (double lat = 21.9; lat < 23.6; lat += 0.29) {
            auto const back = crs.unproject(crs.project({lon, lat}));
            EXPECT_NEAR(back.lon_deg, lon, 1e-9);
            EXPECT_NEAR(back.lat_deg, lat, 1e-9);
        }
}

// Source: Viet Nam, Decision 05/2007/QD-BTNMT, parameters in EPSG:6960; VN-2000 read as WGS 84 is off by about 220 m.
TEST(Crs, ShiftsVn2000ToWgs84) {
    Crs const vn2000("EPSG:3405", "x"), wgs84("EPSG:32648", "x");
    auto const a = vn2000.project({105, 22.8}), b = wgs84.project({105, 22.8});
    EXPECT_NEAR(distance_m(a, b), 223, 2);
}

TEST(Crs, RefusesWhatIsNotProjectedInMetres) {
    auto const refusal = [](std::string const& definition) {
        return test::problems_of<InputError>([&] { return Crs(definition, "base.toml:3 grid.crs"); });
    };
    EXPECT_NE(refusal("EPSG:4326").find("base.toml:3 grid.crs: EPSG:4326 is not projected in metres"),
              std::string::npos);
    EXPECT_NE(refusal("EPSG:2263").find("not projected in metres"), std::string::npos); // US survey feet
    EXPECT_NE(refusal("EPSG:999999").find("there is no reference system"), std::string::npos);
    for (auto const* const bad :
         {"", "32648", "UTM 48N", "EPSG:", "EPSG:32648x", "http://127.0.0.1/crs", "/etc/passwd", "EPSG:-7"})
        EXPECT_NE(refusal(bad).find("not an EPSG code"), std::string::npos) << bad;
}

TEST(Crs, GivesNotANumberWhereItCannotProject) {
    Crs const crs("EPSG:32648", "x");
    EXPECT_TRUE(std::isnan(crs.project({105, 95}).x_m));
    EXPECT_TRUE(std::isnan(crs.project({NAN, 22}).y_m));
    EXPECT_TRUE(std::isnan(crs.unproject({INFINITY, 22}).lon_deg));
}

TEST(Crs, ServesSeveralThreadsInTurns) {
    Crs const crs("EPSG:32648", "x");
    auto const wanted = crs.project({104.7, 22.3});
    std::vector<int> wrong(3);
    std::vector<std::thread> threads;
    for (auto& count : wrong)
        threads.emplace_back([&crs, &count, wanted] {
            for (int i = 0; i < 2000; ++i) count += crs.project({104.7, 22.3}) == wanted ? 0 : 1;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrong, (std::vector<int>{0, 0, 0}));
}

TEST(Crs, ServesOnlyItsPartOfTheWorld) {
    Crs const here("EPSG:32648", "toy.toml:3:7 world.crs"), virginia("EPSG:32618", "toy.toml:3:7 world.crs");
    LonLat const dong_van{105.36, 23.28};
    EXPECT_TRUE(here.serves(dong_van));
    EXPECT_FALSE(virginia.serves(dong_van));
    EXPECT_FALSE(here.serves({23.28, 105.36})); // swapped
}

} // namespace
} // namespace phusong::geo::io
