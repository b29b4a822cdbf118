// Proof on real boundaries, where somebody has put them beside the repository.
#include "geo/io/vector_file.h"
#include "scratch.h"

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

class RealBoundaries : public ::testing::Test {
  protected:
    fs::path folder = fs::path(PHUSONG_SOURCE_DIR) / "../shared/geodata";
    Crs crs{"EPSG:32648", "test"};
    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "no real layers in " << folder;
    }
    static double area_km2(VectorLayer const& layer) {
        double sum = 0;
        for (auto const& shape : layer.shapes)
            for (auto const& polygon : shape.polygons) {
                sum += area_m2(polygon.outer) / 1e6;
                for (auto const& hole : polygon.holes) sum -= area_m2(hole) / 1e6;
            }
        return sum;
    }
};

TEST_F(RealBoundaries, The193CommunesHaveTheProvincesArea) {
    for (auto const* const name : {"communes_193.geojson", "communes_193_simplified.geojson"}) {
        auto const layer = read_vector(folder / "communes_193_harmonised" / name, "x", crs);
        EXPECT_EQ(layer.shapes.size(), 193u);
        EXPECT_NEAR(area_km2(layer), 7928, 7928 * 0.005) << name;
        std::printf("%s: %.2f km²\n", name, area_km2(layer));
        for (auto const& shape : layer.shapes) ASSERT_EQ(shape.fields.at("code").size(), 5u);
    }
}

TEST_F(RealBoundaries, The73UnitsOf2025HaveTheProvincesArea) {
    auto const layer = read_vector(folder / "communes_2025_bando/ha_giang_area_73_units_2025.geojson", "x", crs);
    EXPECT_EQ(layer.shapes.size(), 73u);
    EXPECT_NEAR(area_km2(layer), 7928, 7928 * 0.005);
    EXPECT_EQ(layer.shapes[0].fields.at("code"), "00691");
}

TEST_F(RealBoundaries, The195CommunesOf2013AreRead) {
    auto const layer = read_vector(folder / "communes_2013_choisy/ha_giang_195_communes_2013.geojson", "x", crs);
    EXPECT_EQ(layer.shapes.size(), 195u);
    EXPECT_EQ(layer.shapes[0].fields.at("commune_id"), "2010101");
    EXPECT_NEAR(area_km2(layer), 7928, 7928 * 0.02); // its own boundaries of 2013 differ a little
}

TEST_F(RealBoundaries, RiversAreLines) {
    auto const layer = read_vector(folder / "gshhg_rivers_borders/rivers.geojson", "x", crs);
    ASSERT_FALSE(layer.shapes.empty());
    EXPECT_FALSE(layer.shapes[0].lines.empty());
}

} // namespace
} // namespace phusong::geo::io
