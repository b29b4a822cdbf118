#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/vector_file.h"
#include "scratch.h"
#include "vector_fixture.h"
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;
using Type = OutLayer::Column::Type;

using test::utm48;

OutLayer communes() {
    OutLayer layer{"communes",
                   "Xã, phường, thị trấn",
                   OutLayer::Geometry::polygon,
                   {{"code", Type::text}, {"people", Type::integer}, {"share", Type::real}},
                   {}};
    Polygon const field{{{500'000, 2'520'000}, {503'000, 2'520'000}, {503'000, 2'524'000}, {500'000, 2'524'000}},
                        {{{501'000, 2'521'000}, {502'000, 2'521'000}, {502'000, 2'522'000}}}};
    Polygon const island{{{507'000, 2'520'000}, {508'000, 2'520'000}, {508'000, 2'523'000}}, {}};
    layer.rows.push_back({{field, island}, {}, {}, {std::string("00688"), std::int64_t{3572}, 0.25}});
    layer.rows.push_back({{island}, {}, {}, {std::string("00691"), std::monostate{}, std::nan("")}});
    return layer;
}

OutLayer links() {
    OutLayer layer{"links", "Tuyến", OutLayer::Geometry::line, {{"kind", Type::text}}, {}};
    layer.rows.push_back({{}, {{{500'000, 2'520'000}, {507'000, 2'523'000}}}, {}, {std::string("cáp quang")}});
    return layer;
}

OutLayer sites() {
    OutLayer layer{"sites", "", OutLayer::Geometry::point, {{"year", Type::integer}}, {}};
    for (std::int64_t i = 0; i < 5; ++i)
        layer.rows.push_back({{}, {}, XY{500'000 + 700.0 * static_cast<double>(i), 2'521'000}, {2021 + i}});
    layer.rows.push_back({{}, {}, {}, {std::int64_t{2030}}});
    return layer;
}

TEST(WriteGpkg, IsReadBackAsItWas) {
    auto const file = test::scratch() / "kế hoạch.gpkg";
    write_gpkg(file, {communes(), links()}, utm48());
    auto const layer = read_vector(file, "x", utm48());
    EXPECT_EQ(layer.name, "communes");
    EXPECT_EQ(layer.crs_name, "EPSG:32648");
    ASSERT_EQ(layer.shapes.size(), 2u);
    EXPECT_EQ(layer.shapes[0].fields,
              (std::map<std::string, std::string>{{"code", "00688"}, {"people", "3572"}, {"share", "0.25"}}));
    EXPECT_EQ(layer.shapes[1].fields,
              (std::map<std::string, std::string>{{"code", "00691"}, {"people", ""}, {"share", ""}}));
    ASSERT_EQ(layer.shapes[0].polygons.size(), 2u);
    EXPECT_EQ(layer.shapes[0].polygons[0].outer.size(), 4u);
    EXPECT_EQ(layer.shapes[0].polygons[0].outer[2], (XY{503'000, 2'524'000}));
    EXPECT_EQ(layer.shapes[0].polygons[0].holes.size(), 1u);
    auto const lines = read_vector(file, "x", utm48(), "links");
    EXPECT_EQ(lines.shapes.at(0).fields.at("kind"), "cáp quang");
    EXPECT_EQ(lines.shapes[0].lines.at(0).size(), 2u);
}

TEST(WriteGpkg, GivesTheSameBytesTwice) {
    auto const folder = test::scratch();
    write_gpkg(folder / "a.gpkg", {communes(), links(), sites()}, utm48());
    write_gpkg(folder / "b.gpkg", {communes(), links(), sites()}, utm48());
    EXPECT_EQ(read_file(folder / "a.gpkg"), read_file(folder / "b.gpkg"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2);
}

TEST(WriteGpkg, CarriesTitlesNullsAndASpatialIndex) {
    auto const file = test::scratch() / "a.gpkg";
    write_gpkg(file, {communes(), sites()}, utm48());
    guard_gdal();
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    ASSERT_TRUE(data);
    auto* const layer = data->GetLayerByName("communes");
    EXPECT_STREQ(layer->GetMetadataItem("DESCRIPTION"), "Xã, phường, thị trấn");
    EXPECT_TRUE(layer->TestCapability(OLCFastSpatialFilter));
    OGRFeatureUniquePtr const first(layer->GetNextFeature()), second(layer->GetNextFeature());
    EXPECT_TRUE(second->IsFieldNull(1));
    EXPECT_TRUE(second->IsFieldNull(2)); // not-a-number is never written
    EXPECT_EQ(layer->GetLayerDefn()->GetFieldDefn(1)->GetType(), OFTInteger64);
    EXPECT_EQ(data->GetLayerByName("sites")->GetFeatureCount(), 6);
}

TEST(WriteGpkg, KeepsAStylePerLayerWhereQgisLooksForIt) {
    auto const file = test::scratch() / "a.gpkg";
    auto styled = sites();
    styled.style_qml = "<qgis>số \"7\"</qgis>";
    write_gpkg(file, {communes(), styled}, utm48());
    (void)take_gdal_messages();
    GDALDatasetUniquePtr const data(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    ASSERT_TRUE(data);
    EXPECT_EQ(data->GetLayerCount(), 3);
    auto* const table = data->GetLayerByName("layer_styles");
    ASSERT_TRUE(table);
    EXPECT_STREQ(table->GetFIDColumn(), "id");
    ASSERT_EQ(table->GetFeatureCount(), 1);
    OGRFeatureUniquePtr const row(table->GetNextFeature());
    EXPECT_STREQ(row->GetFieldAsString("f_table_name"), "sites");
    EXPECT_STREQ(row->GetFieldAsString("f_geometry_column"), "geom");
    EXPECT_STREQ(row->GetFieldAsString("styleQML"), styled.style_qml.c_str());
    EXPECT_EQ(row->GetFieldAsInteger("useAsDefault"), 1);
    for (auto const* empty : {"f_table_catalog", "f_table_schema"}) // QGIS looks for '', not for NULL
        EXPECT_TRUE(row->IsFieldSetAndNotNull(row->GetFieldIndex(empty))) << empty;
    EXPECT_TRUE(take_gdal_messages().empty());
    write_gpkg(file.parent_path() / "b.gpkg", {communes(), styled}, utm48());
    EXPECT_EQ(read_file(file), read_file(file.parent_path() / "b.gpkg"));
    write_gpkg(file, {communes()}, utm48());
    GDALDatasetUniquePtr const plain(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
    EXPECT_EQ(plain->GetLayerCount(), 1);
}

TEST(WriteGpkg, RefusesRowsThatDoNotFitTheColumns) {
    auto const file = test::scratch() / "a.gpkg";
    auto layer = communes();
    layer.rows[0].values.pop_back();
    EXPECT_THROW(write_gpkg(file, {layer}, utm48()), std::logic_error);
    layer = communes();
    layer.rows[0].values[0] = 7.5;
    EXPECT_THROW(write_gpkg(file, {layer}, utm48()), std::logic_error);
    EXPECT_FALSE(fs::exists(file));
}

TEST(WriteGpkg, SaysWhenTheFileCannotBeWritten) {
    auto const text = test::problems_of<FileError>([] { write_gpkg("/nowhere/a.gpkg", {sites()}, utm48()); });
    EXPECT_NE(text.find("/nowhere/a.gpkg: cannot be written"), std::string::npos) << text;
}

} // namespace
} // namespace phusong::geo::io
