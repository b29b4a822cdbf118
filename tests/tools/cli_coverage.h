#pragma once
#include "geo/io/native_map.h"
#include "tests/tools/cli_program.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>

/// `coverage` of one site, on small terrains that the tests write themselves.
namespace phusong::test {

using namespace geo::io;
using testing::AllOf, testing::HasSubstr, testing::Not;
using Json = nlohmann::json;

inline constexpr float gap = std::numeric_limits<float>::quiet_NaN();
inline constexpr NativeGrid degrees{104.9, 23.1, 0.0011, 0.0009, 163, 171}; // the site is near its middle
inline constexpr NativeGrid metres{490'030, 2'554'040, 93, 93, 171, 163};
inline constexpr auto site = " --site 104.9943,23.0262,37";
inline constexpr auto common = " --frequency-mhz 930 --radius-km 6.3 --rx-height-m 1.7 --delta-n 47 --n0 341";

/// Hills and valleys, rough to the last cell; another place, another height.
inline float hills(int row, int col) {
    double const r = row, c = col;
    return static_cast<float>(640 + 190 * std::sin(0.113 * r + 0.7) * std::cos(0.087 * c) +
                              60 * std::sin(0.41 * c - 0.23 * r) + 17 * std::sin(1.3 * r + 2.1 * c));
}

/// Flat land with a wall across the north, 2 km from the site.
inline float walled(int row, int) { return row >= 56 && row <= 58 ? 420.0F : 120.0F; }

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
inline Differences between(NativeRaster const& a, NativeRaster const& b) {
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
inline float at(NativeRaster const& map, double x, double y) {
    auto const col = std::floor((x - map.grid.west) / map.grid.cell_x),
               row = std::floor((map.grid.north - y) / map.grid.cell_y);
    return map.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(map.grid.cols) +
                      static_cast<std::size_t>(col)];
}

} // namespace phusong::test
