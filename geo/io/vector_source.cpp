#include "geo/io/vector_source.h"
#include "geo/io/atomic_file.h"
#include "geo/io/file_ending.h"
#include "geo/io/geojson_reference.h"
#include "geo/io/sqlite_file.h"
#include "geo/io/text_check.h"
#include <algorithm>
#include <cpl_vsi.h>
#include <cstring>
#include <vector>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

/// A GeoPackage is read from memory: opening it in place can write beside it, lock it, or wait for QGIS.
std::unique_ptr<MemoryFile> copy_geopackage(fs::path const& file, std::string const& where) {
    std::error_code error;
    if (auto const size = fs::file_size(file.string() + "-wal", error); !error && size > 0)
        throw InputError({vector_problem(
            file, where,
            say("còn thay đổi chưa lưu xong (tệp -wal)", "has changes that are not saved yet (a -wal file)"),
            say("đóng tệp trong QGIS rồi chạy lại", "close it in QGIS and run again"))});
    auto bytes = read_file(file);
    // "Write-ahead log" (2) in the header asks for a log file that memory has not; nothing is left in one, so 1 is
    // true. Source: SQLite, Database File Format, section 1.3.3.
    if (bytes.size() > 20 && bytes.compare(0, 15, "SQLite format 3") == 0) bytes[18] = bytes[19] = 1;
    if (auto const acting = acting_tables(bytes); !acting.empty())
        throw InputError({vector_problem(
            file, where,
            say("có khung nhìn (view) hoặc bảng ảo “{}”, vốn tự chạy lệnh khi được đọc",
                "holds the view or virtual table “{}”, which would run statements when it is read", acting.front()),
            say("xuất lớp thành bảng thường trong QGIS (Export, Save Features As)",
                "export the layer as a plain table in QGIS (Export, Save Features As)"))});
    auto copy = std::make_unique<MemoryFile>(".gpkg");
    copy->set_bytes(bytes);
    return copy;
}

std::vector<std::string> layer_names(GDALDataset& data) {
    std::vector<std::string> names;
    for (int i = 0; i < data.GetLayerCount(); ++i) names.emplace_back(data.GetLayer(i)->GetName());
    return names;
}

void choose_layer(VectorSource& source, std::string const& wanted) {
    auto const names = layer_names(*source.data);
    auto const name = wanted.empty() && source.is_osm ? std::string("lines") : wanted;
    source.layer = name.empty() ? source.data->GetLayer(0) : source.data->GetLayerByName(name.c_str());
    if (source.layer) return;
    if (names.empty())
        throw InputError({vector_problem(source.file, source.where, say("không có lớp nào", "has no layer"),
                                         say("xuất lại tệp từ QGIS", "export it again from QGIS"))});
    auto hint = did_you_mean(name, names);
    if (hint.en.empty())
        hint = say("tệp có các lớp: {}", "the file has the layers: {}", fmt::format("{}", fmt::join(names, ", ")));
    throw InputError(
        {vector_problem(source.file, source.where, say("không có lớp “{}”", "has no layer “{}”", name), hint)});
}

[[noreturn]] void refuse_reference(VectorSource const& source, Message hint) {
    throw InputError(
        {vector_problem(source.file, source.where,
                        say("không ghi hệ tọa độ", "does not say its coordinate reference system"), std::move(hint))});
}

void read_reference(VectorSource& source) {
    auto const* const reference = source.layer->GetSpatialRef();
    // GeoPackage's "undefined" systems (srs_id -1 and 0) come with a made-up datum.
    bool const known = reference && (reference->IsGeographic() || reference->IsProjected()) &&
                       std::strncmp(reference->GetName(), "Undefined", 9) != 0;
    if (!known)
        refuse_reference(source, say("gán hệ tọa độ đúng trong QGIS (Define projection); không đoán",
                                     "assign the right one in QGIS (Define projection); it is never guessed"));
    source.reference = *reference;
}

void check_geojson_reference(VectorSource const& source) {
    if (geojson_reference(read_file(source.file)) != GeoJsonReference::unusable) return;
    refuse_reference(source,
                     say("bỏ mục \"crs\" (khi đó là WGS 84), hoặc ghi tên mã EPSG; không dùng đường dẫn",
                         "drop the member \"crs\" (it is WGS 84 then), or name an EPSG code; links are not followed"));
}

/// The ending chooses the driver, so that no file is tried by drivers it was not meant for.
char const* driver_for(std::string const& suffix) {
    if (suffix == ".gpkg") return "GPKG";
    if (suffix == ".geojson" || suffix == ".json") return "GeoJSON";
    if (suffix == ".shp") return "ESRI Shapefile";
    if (suffix == ".fgb") return "FlatGeobuf";
    if (suffix == ".osm" || suffix == ".pbf") return "OSM";
    return nullptr;
}

GDALDatasetUniquePtr open_data(std::string const& name, char const* driver) {
    char const* const drivers[] = {driver, nullptr};
    char const* const dates_are_text[] = {"DATE_AS_STRING=YES", nullptr};
    return GDALDatasetUniquePtr(GDALDataset::Open(name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers,
                                                  EQUAL(driver, "GeoJSON") ? dates_are_text : nullptr, nullptr));
}

} // namespace

Problem vector_problem(fs::path const& file, std::string const& where, Message const& what, Message hint) {
    auto const name = file.filename().string();
    return {where.empty() ? file.string() : where,
            {fmt::format("{} {}", name, what.vi), fmt::format("{} {}", name, what.en)},
            std::move(hint)};
}

OGRFeatureUniquePtr VectorSource::next_feature() {
    if (!is_osm) return OGRFeatureUniquePtr(layer->GetNextFeature());
    // OpenStreetMap files interleave their layers; asking one layer only would keep all the others in memory.
    for (;;) {
        OGRLayer* from = nullptr;
        OGRFeatureUniquePtr feature(data->GetNextFeature(&from, nullptr, nullptr, nullptr));
        if (!feature || from == layer) return feature;
    }
}

VectorSource open_vector(fs::path const& file, std::string const& where, std::string const& layer_name) {
    VectorSource source;
    source.file = file;
    source.where = where;
    auto const* const driver = driver_for(ending_of(file));
    if (driver && EQUAL(driver, "GPKG")) source.copy = copy_geopackage(file, where);
    if (driver && EQUAL(driver, "GeoJSON")) check_geojson_reference(source);
    if (driver) source.data = open_data(source.copy ? source.copy->name() : file.string(), driver);
    if (!source.data)
        throw InputError({vector_problem(
            file, where, say("không phải lớp bản đồ đọc được", "is not a vector layer that can be read"),
            say("dùng GeoPackage, GeoJSON, Shapefile, FlatGeobuf, OSM, hoặc CSV có cột wkt",
                "use GeoPackage, GeoJSON, Shapefile, FlatGeobuf, OSM, or CSV with a column wkt"))});
    source.is_osm = EQUAL(driver, "OSM");
    choose_layer(source, layer_name);
    read_reference(source);
    return source;
}

} // namespace phusong::geo::io
