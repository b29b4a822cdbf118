#include "geo/io/vector_file.h"
#include "geo/io/csv_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/vector_geometry.h"
#include <algorithm>
#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace phusong::geo::io {
namespace {

constexpr GIntBig most_features = 5'000'000;

std::string lower_ending(std::filesystem::path const& file) {
    auto ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return ending;
}

[[noreturn]] void refuse(std::string const& where, Message what, Message hint) {
    throw InputError({{where, std::move(what), std::move(hint)}});
}

/// A Shapefile is several files side by side, which everywhere else are not looked at.
class Siblings {
  public:
    explicit Siblings(bool wanted) : wanted_(wanted) {
        if (wanted_) CPLSetThreadLocalConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "FALSE");
    }
    Siblings(Siblings const&) = delete;
    Siblings& operator=(Siblings const&) = delete;
    ~Siblings() {
        if (wanted_) CPLSetThreadLocalConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", nullptr);
    }

  private:
    bool wanted_;
};

GDALDatasetUniquePtr open(std::filesystem::path const& file, std::string const& where) {
    char const* const drivers[] = {"GPKG", "GeoJSON", "ESRI Shapefile", "FlatGeobuf", "OSM", nullptr};
    GDALDatasetUniquePtr data(
        GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (!data)
        refuse(where, say("không đọc được như một lớp bản đồ", "cannot be read as a vector layer"),
               say("dùng GeoPackage, GeoJSON, Shapefile, FlatGeobuf, OSM, hoặc CSV có cột wkt",
                   "use a GeoPackage, GeoJSON, Shapefile, FlatGeobuf, OSM, or a CSV with a wkt column"));
    return data;
}

OGRLayer& choose_layer(GDALDataset& data, std::string const& wanted, std::string const& where) {
    bool const osm = std::string(data.GetDriverName()) == "OSM"; // its roads are in the layer "lines"
    std::string const name = wanted.empty() && osm ? "lines" : wanted;
    std::string names;
    for (auto* const layer : data.GetLayers()) {
        if (name.empty() || name == layer->GetName()) return *layer;
        names += names.empty() ? layer->GetName() : std::string(", ") + layer->GetName();
    }
    refuse(where, say("không có lớp “{}”", "has no layer “{}”", name),
           say("các lớp trong tệp: {}", "layers in the file: {}", names));
}

OGRSpatialReference reference_of(OGRLayer& layer, std::string const& where) {
    auto const* const stated = layer.GetSpatialRef();
    if (!stated || stated->IsEmpty() || stated->IsLocal())
        refuse(where, say("không ghi hệ toạ độ", "does not say its coordinate reference system"),
               say("ghi hệ toạ độ: ogr2ogr -a_srs EPSG:… MỚI.gpkg CŨ; không bao giờ đoán",
                   "state it: ogr2ogr -a_srs EPSG:… NEW.gpkg OLD; it is never guessed"));
    OGRSpatialReference reference(*stated);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

std::map<std::string, std::string> fields_of(OGRFeature const& feature) {
    std::map<std::string, std::string> out;
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        if (feature.IsFieldSetAndNotNull(i))
            out[feature.GetFieldDefnRef(i)->GetNameRef()] = feature.GetFieldAsString(i);
    return out;
}

VectorLayer read_layer(OGRLayer& layer, std::string const& where, Crs const& crs) {
    if (layer.GetFeatureCount(FALSE) > most_features)
        refuse(where, say("có hơn {} đối tượng", "has more than {} features", most_features),
               say("cắt theo tỉnh: ogr2ogr -clipsrc …", "cut it to the province: ogr2ogr -clipsrc …"));
    GeometryReader geometry(reference_of(layer, where), crs);
    VectorLayer out{layer.GetName(), geometry.source_name(), {}};
    Problems problems;
    layer.ResetReading();
    CPLErrorReset();
    while (auto const feature = OGRFeatureUniquePtr(layer.GetNextFeature())) {
        Shape shape;
        shape.where = fmt::format("{} {} {}", where, layer.GetName(), feature->GetFID());
        shape.fields = fields_of(*feature);
        geometry.take(feature->GetGeometryRef(), shape, problems);
        out.shapes.push_back(std::move(shape));
    }
    if (CPLGetLastErrorType() >= CE_Failure)
        problems.push_back({where,
                            say("hỏng giữa chừng khi đọc (GDAL: {})", "breaks off while being read (GDAL: {})",
                                std::string(CPLGetLastErrorMsg())),
                            say("lấy lại tệp từ nơi phát hành", "get the file again from where it came")});
    throw_if_any(std::move(problems));
    return out;
}

VectorLayer read_wkt_table(std::filesystem::path const& file, std::string const& where, Crs const& crs) {
    auto const table = read_csv(file, file.filename().string());
    auto const wkt = table.column("wkt");
    if (!wkt)
        refuse(where, say("bảng CSV không có cột wkt", "is a CSV without a wkt column"),
               say("thêm cột wkt, ví dụ LINESTRING (105.1 22.8, 105.2 22.9), kinh độ trước",
                   "add a column wkt, for example LINESTRING (105.1 22.8, 105.2 22.9), longitude first"));
    GeometryReader geometry(wgs84(), crs);
    VectorLayer out{file.stem().string(), geometry.source_name(), {}};
    Problems problems;
    for (auto const& row : table.rows) {
        Shape shape;
        shape.where = fmt::format("{}:{}", table.name, row.line);
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            if (c != *wkt) shape.fields[table.columns[c]] = row.cells[c];
        geometry.take_wkt(row.cells[*wkt], shape, problems);
        out.shapes.push_back(std::move(shape));
    }
    throw_if_any(std::move(problems));
    return out;
}

} // namespace

VectorLayer read_vector(std::filesystem::path const& file, std::string const& where, Crs const& crs,
                        std::string const& layer) {
    guard_gdal();
    auto const ending = lower_ending(file);
    if (ending == ".csv") return read_wkt_table(file, where, crs);
    Siblings const siblings(ending == ".shp");
    auto const data = open(file, where);
    return read_layer(choose_layer(*data, layer, where), where, crs);
}

} // namespace phusong::geo::io
