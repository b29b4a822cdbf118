#include "geo/io/gdal_guard.h"
#include "geo/io/vector_file.h"
#include "vector_fixture.h"

namespace phusong::geo::io {
namespace {

using test::collection;
using test::expect_in;
using test::square;
using test::utm48;

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

} // namespace
} // namespace phusong::geo::io
