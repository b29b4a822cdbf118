#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/vector_file.h"
#include "vector_fixture.h"
#include <cctype>
#include <cpl_string.h>
#include <ogrsf_frmts.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

using test::collection;
using test::expect_in;
using test::square;
using test::utm48;

TEST(ReadVector, ReadsCsvWithWktColumn) {
    auto const file = test::put(test::scratch() / "roads.csv",
                                "# made by hand\nkind,wkt,source\n"
                                "national,\"LINESTRING (105.0 22.8, 105.1 22.9)\",0042\ntrack,\"LINESTRING(104.9 "
                                "22.8,104.8 22.7,104.7 22.7)\",x\n");
    auto const layer = read_vector(file, "x", utm48());
    EXPECT_EQ(layer.crs_name, "EPSG:4326");
    ASSERT_EQ(layer.shapes.size(), 2u);
    EXPECT_EQ(layer.shapes[0].where, "roads.csv:3");
    EXPECT_EQ(layer.shapes[0].fields, (std::map<std::string, std::string>{{"kind", "national"}, {"source", "0042"}}));
    EXPECT_EQ(layer.shapes[1].lines[0].size(), 3u);
    EXPECT_NEAR(distance_m(layer.shapes[0].lines[0][1], utm48().project({105.1, 22.9})), 0, 1e-6);
}

TEST(ReadVector, RefusesBrokenWktByLine) {
    auto const folder = test::scratch();
    auto const read = [&](std::string const& bytes) {
        auto const file = test::put(folder / "roads.csv", bytes);
        return test::problems_of<InputError>([&] { return read_vector(file, "x", utm48()); });
    };
    auto const text = read("wkt,kind\n\"LINESTRING (105 22,\",a\nPOINT (nan nan),b\n,c\n");
    expect_in("roads.csv:2: has no geometry", text);
    expect_in("roads.csv:3: has", text);
    expect_in("roads.csv:4: has no geometry", text);
    expect_in("has no column “wkt”", read("lon,lat\n105,22\n"));
}

TEST(ReadVector, ReadsOpenStreetMapLinesWithTheDoorsClosed) {
    auto const file = test::put(test::scratch() / "map.osm", R"(<?xml version="1.0"?><osm version="0.6">
        <node id="7" lat="22.8" lon="105.0"/><node id="8" lat="22.9" lon="105.1"><tag k="place" v="village"/></node><node id="9" lat="22.7" lon="105.2"/>
        <way id="31"><nd ref="7"/><nd ref="8"/><nd ref="9"/><tag k="highway" v="primary"/><tag k="name" v="Quốc lộ 4C"/></way>
        <way id="32"><nd ref="9"/><nd ref="7"/><tag k="highway" v="track"/></way></osm>)");
    auto const layer = read_vector(file, "x", utm48());
    EXPECT_EQ(layer.name, "lines");
    ASSERT_EQ(layer.shapes.size(), 2u);
    EXPECT_EQ(layer.shapes[0].fields.at("highway"), "primary");
    EXPECT_EQ(layer.shapes[0].fields.at("name"), "Quốc lộ 4C");
    EXPECT_EQ(layer.shapes[0].lines[0].size(), 3u);
    EXPECT_EQ(read_vector(file, "x", utm48(), "points").shapes.size(), 1u);
}

/// The same two points in VN-2000 / UTM 48N, by one of GDAL's drivers.
void write_with(char const* driver, fs::path const& file, char const* crs) {
    guard_gdal();
    GDALDatasetUniquePtr made(
        GetGDALDriverManager()->GetDriverByName(driver)->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    ASSERT_TRUE(made);
    OGRSpatialReference reference;
    if (crs) {
        ASSERT_EQ(reference.SetFromUserInput(crs), OGRERR_NONE);
    }
    CPLStringList options;
    if (EQUAL(driver, "ESRI Shapefile")) options.SetNameValue("ENCODING", "UTF-8");
    auto* const layer = made->CreateLayer("sites", crs ? &reference : nullptr, wkbPoint, options.List());
    ASSERT_TRUE(layer);
    OGRFieldDefn code("code", OFTString), name("name", OFTString);
    ASSERT_EQ(layer->CreateField(&code), OGRERR_NONE);
    ASSERT_EQ(layer->CreateField(&name), OGRERR_NONE);
    for (int i = 0; i < 2; ++i) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField("code", i ? "00691" : "00688");
        feature.SetField("name", i ? "Quản Bạ" : "Đồng Văn");
        OGRPoint const point(500'000 + 3000 * i, 2'520'000);
        ASSERT_EQ(feature.SetGeometry(&point), OGRERR_NONE);
        ASSERT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
    }
}

TEST(ReadVector, KnowsEndingsInCapitals) {
    auto const folder = test::scratch();
    write_with("GPKG", folder / "a.gpkg", "EPSG:3405");
    write_with("ESRI Shapefile", folder / "b.shp", "EPSG:3405");
    for (auto const* const name : {"a.gpkg", "b.shp", "b.shx", "b.dbf", "b.prj"}) {
        std::string capitals = name;
        for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        fs::rename(folder / name, folder / capitals);
    }
    test::put(folder / "C.GEOJSON", collection(square));
    test::put(folder / "D.CSV", "kind,wkt\ntrack,\"LINESTRING (105 22.8, 105.1 22.9)\"\n");
    for (auto const* const name : {"A.GPKG", "B.SHP"})
        EXPECT_EQ(read_vector(folder / name, "x", utm48()).crs_name, "EPSG:3405") << name;
    for (auto const* const name : {"C.GEOJSON", "D.CSV"})
        EXPECT_EQ(read_vector(folder / name, "x", utm48()).shapes.size(), 1u) << name;
}

TEST(ReadVector, ReadsShapefilesGeoPackagesAndFlatGeobufInOtherSystems) {
    auto const folder = test::scratch();
    for (auto const& [driver, name] : std::vector<std::pair<char const*, char const*>>{
             {"ESRI Shapefile", "sites.shp"}, {"GPKG", "sites.gpkg"}, {"FlatGeobuf", "sites.fgb"}}) {
        write_with(driver, folder / name, "EPSG:3405");
        auto const layer = read_vector(folder / name, "x", utm48());
        EXPECT_EQ(layer.crs_name, "EPSG:3405") << name;
        ASSERT_EQ(layer.shapes.size(), 2u) << name;
        std::map<std::string, XY> found;
        for (auto const& shape : layer.shapes)
            found[shape.fields.at("code") + shape.fields.at("name")] = shape.points.at(0);
        ASSERT_TRUE(found.contains("00688Đồng Văn")) << name;
        EXPECT_NEAR(distance_m(found["00688Đồng Văn"], {500'000, 2'520'000}), 223, 2) << name;
        EXPECT_NEAR(distance_m(found["00688Đồng Văn"], found["00691Quản Bạ"]), 3000, 0.1) << name;
    }
}

TEST(ReadVector, RefusesLayersWithoutReferenceSystem) {
    auto const folder = test::scratch();
    for (auto const& [driver, name] : std::vector<std::pair<char const*, char const*>>{
             {"ESRI Shapefile", "sites.shp"}, {"GPKG", "sites.gpkg"}, {"FlatGeobuf", "sites.fgb"}}) {
        write_with(driver, folder / name, nullptr);
        expect_in(std::string(name) + " does not say its coordinate reference system",
                  test::problems_of<InputError>(
                      [file = folder / name] { return read_vector(file, "base.toml:9", utm48()); }));
    }
}

TEST(ReadVector, SuggestsTheLayerThatWasMeant) {
    auto const file = test::scratch() / "sites.gpkg";
    write_with("GPKG", file, "EPSG:3405");
    EXPECT_EQ(read_vector(file, "x", utm48(), "sites").shapes.size(), 2u);
    expect_in("has no layer “site”\n    → did you mean “sites”?",
              test::problems_of<InputError>([&] { return read_vector(file, "x", utm48(), "site"); }));
    expect_in("the file has the layers: sites",
              test::problems_of<InputError>([&] { return read_vector(file, "x", utm48(), "towers"); }));
}

TEST(ReadVector, RefusesAGeoPackageThatIsHalfSavedOrCutShort) {
    auto const folder = test::scratch();
    write_with("GPKG", folder / "sites.gpkg", "EPSG:3405");
    auto const bytes = read_file(folder / "sites.gpkg");
    auto const cut = test::put(folder / "cut.gpkg", bytes.substr(0, bytes.size() / 3));
    (void)test::problems_of<InputError>([&] { return read_vector(cut, "x", utm48()); });
    test::put(folder / "sites.gpkg-wal", "pending");
    expect_in("close it in QGIS",
              test::problems_of<InputError>([&] { return read_vector(folder / "sites.gpkg", "x", utm48()); }));
}

TEST(ReadVector, LeavesTheInputFolderAsItWas) {
    auto const folder = test::scratch();
    write_with("GPKG", folder / "sites.gpkg", "EPSG:3405");
    auto wal = read_file(folder / "sites.gpkg");
    wal[18] = wal[19] = 2; // as QGIS leaves it
    test::put(folder / "sites.gpkg", wal);
    EXPECT_EQ(read_vector(folder / "sites.gpkg", "x", utm48()).shapes.size(), 2u);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
    EXPECT_EQ(read_file(folder / "sites.gpkg"), wal);
}

TEST(ReadVector, AnyDamageGivesShapesOrAFailure) {
    auto const folder = test::scratch();
    write_with("GPKG", folder / "sites.gpkg", "EPSG:3405");
    auto const whole = read_file(folder / "sites.gpkg");
    unsigned state = 11;
    for (int round = 0; round < 60; ++round) {
        auto bytes = whole;
        for (int flips = 0; flips < 9; ++flips) {
            state = state * 1'664'525 + 1'013'904'223;
            bytes[state % bytes.size()] ^= static_cast<char>(1 << (state >> 29));
        }
        auto const file = test::put(folder / "damaged.gpkg", bytes);
        try {
            EXPECT_LE(read_vector(file, "x", utm48()).shapes.size(), 2u);
        } catch (Failure const&) {
        }
    }
}

} // namespace
} // namespace phusong::geo::io
