#pragma once
#include "geo/problem.h"
#include "sim/world/read.h"
#include "tests/sim/world/mountains.h"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>

namespace phusong::test {

/// Two communes side by side as polygons; the tables agree with them.
class WorldLayers : public ::testing::Test {
  protected:
    void SetUp() override {
        auto const* const info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder =
            std::filesystem::path(::testing::TempDir()) / (std::string(info->test_suite_name()) + "_" + info->name());
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        scenario.world.crs = "EPSG:32648";
        scenario.world.margin_km = 1.5;
        scenario.world.commune_code_field = "ma_xa";
        scenario.world.communes =
            file("communes.csv", "code,name,kind,district_code,district,seat_lon,seat_lat,area_km2,people,households,"
                                 "poor_share,rural_criterion_8\n"
                                 "00701,Đồng Văn,township,026,Đồng Văn,105.02,23.02,22.7,7013,1702,0.31,0\n"
                                 "00702,Lũng Cú,commune,026,Đồng Văn,105.07,23.02,22.7,4321,911,0.52,1\n");
        name_mountains(scenario.world);
        scenario.world.spot_heights =
            file("spots.csv", "lon,lat,height_m\n105.0,23.0,1025\n105.05,23.06,1432\n105.02,22.99,911\n");
        scenario.world.commune_polygons = file("polygons.geojson", polygons({{"00701", 105.0}, {"00702", 105.05}}));
    }
    InputPath file(std::string const& name, std::string const& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        return {name, "test.toml:5:9 world." + name, folder / name};
    }
    static std::string collection(std::vector<std::string> const& features) {
        return fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", fmt::join(features, ",\n"));
    }
    struct Square {
        std::string code;
        double west_deg;
    };
    /// 0.05° × 0.04°: 5.12 km × 4.43 km = 22.7 km² here.
    static std::string polygons(std::vector<Square> const& squares, double size = 1) {
        std::vector<std::string> features;
        for (auto const& s : squares) {
            double const w = s.west_deg, e = w + 0.05 * size, n = 23.0 + 0.04 * size;
            features.push_back(fmt::format(
                R"({{"type":"Feature","properties":{{"ma_xa":"{}"}},"geometry":{{"type":"Polygon","coordinates":[[[{},23],[{},23],[{},{}],[{},{}],[{},23]]]}}}})",
                s.code, w, e, e, n, w, n, w));
        }
        return collection(features);
    }
    geo::Problems problems() const {
        try {
            check_world(scenario);
        } catch (geo::InputError const& e) {
            return e.problems;
        }
        return {};
    }
    bool says(std::string const& what) const {
        auto const all = problems();
        bool const found = std::any_of(all.begin(), all.end(), [&](auto const& p) {
            return p.what.en.find(what) != std::string::npos || p.hint.en.find(what) != std::string::npos;
        });
        if (!found) ADD_FAILURE() << "not among:\n" << geo::text(all, geo::Language::en);
        return found;
    }
    std::filesystem::path folder;
    Scenario scenario;
};

} // namespace phusong::test
