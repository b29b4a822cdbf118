#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/vector_file.h"
#include "scratch.h"
#include <cctype>
#include <cpl_string.h>
#include <ogrsf_frmts.h>
#include <sys/stat.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

Crs const& utm48() {
    static Crs const crs("EPSG:32648", "test");
    return crs;
}

void expect_in(std::string const& part, std::string const& text) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

std::string collection(std::string const& geometry, std::string const& extra = "",
                       std::string const& fields = "\"code\":\"00688\"") {
    return fmt::format(
        R"({{"type":"FeatureCollection",{}"features":[{{"type":"Feature","properties":{{{}}},"geometry":{}}}]}})",
        extra, fields, geometry);
}

std::string const square =
    R"({"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]})";

VectorLayer read_json(std::string const& text) {
    return read_vector(test::put(test::scratch() / "a.geojson", text), "base.toml:9 roads", utm48());
}

std::string refusal(std::string const& text) {
    return test::problems_of<InputError>([&] { return read_json(text); });
}

TEST(ReadVector, TakesGeoJsonWithoutReferenceSystemForWgs84) {
    auto const layer = read_json(collection(square));
    EXPECT_EQ(layer.crs_name, "EPSG:4326");
    ASSERT_EQ(layer.shapes.size(), 1u);
    EXPECT_EQ(layer.shapes[0].where, "a.geojson feature 0");
    ASSERT_EQ(layer.shapes[0].polygons.size(), 1u);
    auto const& corners = layer.shapes[0].polygons[0].outer;
    ASSERT_EQ(corners.size(), 4u); // the closing corner is not repeated
    EXPECT_NEAR(distance_m(corners[1], utm48().project({105.1, 22.8})), 0, 1e-6);
}

TEST(ReadVector, KeepsLeadingZerosAndPrintsWholeNumbersAsSuch) {
    auto const layer = read_json(collection(
        square, "",
        R"("code":"00688","id":2010101.0,"people":3572,"share":0.25,"none":null,"day":"2021-06-13","name":"Đồng Văn")"));
    auto const& fields = layer.shapes[0].fields;
    EXPECT_EQ(fields.at("code"), "00688");
    EXPECT_EQ(fields.at("id"), "2010101");
    EXPECT_EQ(fields.at("people"), "3572");
    EXPECT_EQ(fields.at("share"), "0.25");
    EXPECT_EQ(fields.at("none"), "");
    EXPECT_EQ(fields.at("day"), "2021-06-13");
    EXPECT_EQ(fields.at("name"), "Đồng Văn");
}

TEST(ReadVector, SplitsCollectionsIntoPolygonsLinesAndPoints) {
    auto const layer = read_json(collection(R"({"type":"GeometryCollection","geometries":[
        {"type":"Point","coordinates":[105,22.8,731]},
        {"type":"MultiLineString","coordinates":[[[105,22.8],[105.2,22.8]],[[105,22.9],[105.2,22.9],[105.3,22.7]]]},
        {"type":"MultiPolygon","coordinates":[[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.8]]],
            [[[104,22],[104.9,22],[104.9,22.9],[104,22.9],[104,22]],[[104.2,22.2],[104.3,22.2],[104.3,22.3],[104.2,22.2]]]]}]})"));
    auto const& shape = layer.shapes[0];
    EXPECT_EQ(shape.points.size(), 1u);
    ASSERT_EQ(shape.lines.size(), 2u);
    EXPECT_EQ(shape.lines[1].size(), 3u);
    ASSERT_EQ(shape.polygons.size(), 2u);
    EXPECT_EQ(shape.polygons[1].holes.size(), 1u);
    EXPECT_EQ(shape.polygons[1].holes[0].size(), 3u);
}

TEST(ReadVector, RefusesCoordinatesThatCannotBeThoseOfTheSystem) {
    expect_in("a.geojson feature 0: has coordinates (500000, 2520000)",
              refusal(collection(R"({"type":"Point","coordinates":[500000,2520000]})")));
    auto const swapped = refusal(collection(R"({"type":"Point","coordinates":[22.8,105.1]})"));
    expect_in("not longitude and latitude", swapped);
    expect_in("longitude comes before latitude", swapped);
    expect_in("far from where the scenario's system applies",
              refusal(collection(R"({"type":"Point","coordinates":[-0.1,51.5]})")));
    auto const metres = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32648"}},)";
    expect_in("look like degrees, but the file says EPSG:32648",
              refusal(collection(R"({"type":"Point","coordinates":[105.1,22.8]})", metres)));
}

TEST(ReadVector, RefusesBrokenGeometriesByName) {
    expect_in("a.geojson feature 0: has a broken geometry (Self-intersection",
              refusal(collection(
                  R"({"type":"Polygon","coordinates":[[[105,22],[105.1,22.1],[105.1,22],[105,22.1],[105,22]]]})")));
    expect_in("has no geometry", refusal(collection("null")));
    expect_in("has a broken geometry",
              refusal(collection(R"({"type":"Polygon","coordinates":[[[105,22],[105.1,22.1],[105,22]]]})")));
}

TEST(ReadVector, FollowsNoReferenceSystemLink) {
    guard_gdal();
    (void)take_gdal_messages();
    for (auto const* const type : {"link", "url"}) {
        auto const crs = fmt::format(
            R"("crs":{{"type":"{}","properties":{{"href":"http://127.0.0.1:9/crs","url":"http://127.0.0.1:9/crs","type":"proj4"}}}},)",
            type);
        auto const text = refusal(collection(square, crs));
        expect_in("a.geojson does not say its coordinate reference system", text);
        expect_in("links are not followed", text);
    }
    EXPECT_TRUE(take_gdal_messages().empty()); // nothing was even tried
    for (auto const* const crs :
         {R"("crs":null,)", R"("crs":{"type":"name","properties":{"name":"http://127.0.0.1:9/crs"}},)",
          R"("crs" : {"type":"name","properties":{"name":"VN2000"}},)", R"("crs":7,)"})
        expect_in("does not say its coordinate", refusal(collection(square, crs)));
    // Only the outermost member counts, and a text may look like it.
    auto const layer =
        read_json(collection(square, R"("name":"\"crs\":{","x":{"crs":{"type":"link"}},)", R"("crs":"VN2000")"));
    EXPECT_EQ(layer.crs_name, "EPSG:4326");
}

TEST(ReadVector, TakesTheReferenceSystemThatGeoJsonNames) {
    auto const crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32648"}},)";
    auto const layer = read_json(collection(R"({"type":"Point","coordinates":[503000,2520000]})", crs));
    EXPECT_EQ(layer.crs_name, "EPSG:32648");
    EXPECT_NEAR(distance_m(layer.shapes[0].points[0], {503'000, 2'520'000}), 0, 1e-6);
    EXPECT_EQ(
        read_json(collection(square, R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)"))
            .shapes.size(),
        1u);
}

TEST(ReadVector, RefusesWhatIsNoLayer) {
    auto const folder = test::scratch();
    auto const vrt = "<OGRVRTDataSource><OGRVRTLayer "
                     "name=\"a\"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    for (auto const& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
             {"a.geojson", vrt},
             {"b.gpkg", vrt},
             {"c.gpkg", ""},
             {"d.shp", "x"},
             {"e.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{"}}) {
        auto const file = test::put(folder / name, bytes);
        expect_in("is not a vector layer that can be read",
                  test::problems_of<InputError>([&] { return read_vector(file, "x", utm48()); }));
    }
    expect_in("no such file", test::problems_of<FileError>(
                                  [&] { return read_vector("/vsicurl/http://127.0.0.1:9/a.gpkg", "x", utm48()); }));
    expect_in("is a folder", test::problems_of<FileError>([&] { return read_vector(folder, "x", utm48()); }));
}

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
