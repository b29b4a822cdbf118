#include "geo/io/vector_file.h"
#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "geo/io/file_ending.h"
#include "geo/io/file_handle.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/shape_reader.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/text_check.h"
#include "geo/io/vector_source.h"
#include <cpl_error.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

inline constexpr std::size_t longest_outline_bytes = std::size_t{64} << 20;

std::map<std::string, std::string> fields_of(OGRFeature const& feature) {
    std::map<std::string, std::string> fields;
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        bool const empty = !feature.IsFieldSetAndNotNull(i);
        fields[feature.GetFieldDefnRef(i)->GetNameRef()] =
            empty ? "" : const_cast<OGRFeature&>(feature).GetFieldAsString(i);
    }
    return fields;
}

/// A failed read ends the features as if the file were complete; only the error state tells.
void check_read_to_the_end(VectorSource const& source) {
    if (CPLGetLastErrorType() < CE_Failure) return;
    std::string const reason = CPLGetLastErrorMsg();
    throw InputError({vector_problem(
        source.file, source.where, say("không đọc được hết (GDAL: {})", "cannot be read to its end (GDAL: {})", reason),
        say("tệp có thể bị hỏng; chép hoặc xuất lại", "the file may be broken; copy or export it again"))});
}

VectorLayer read_with_gdal(fs::path const& file, std::string const& where, Crs const& crs,
                           std::string const& layer_name) {
    auto source = open_vector(file, where, layer_name);
    ShapeReader reader(source.reference, crs, where);
    VectorLayer out{source.layer->GetName(), reference_name(source.reference), {}};
    CPLErrorReset();
    while (auto const feature = source.next_feature()) {
        check_read_to_the_end(source);
        Shape shape{
            fmt::format("{} feature {}", file.filename().string(), feature->GetFID()), fields_of(*feature), {}, {}, {}};
        reader.read(feature->GetGeometryRef(), shape);
        if (reader.has_many_problems()) break;
        out.shapes.push_back(std::move(shape));
    }
    check_read_to_the_end(source);
    throw_if_any(reader.take_problems());
    return out;
}

/// Our own reader, not GDAL's, so that comments, quotes and leading zeros mean the same in every table.
VectorLayer read_with_wkt(fs::path const& file, std::string const& where, Crs const& crs) {
    auto const name = file.filename().string();
    auto const table = read_csv(file, name, longest_outline_bytes);
    auto const wkt = table.column("wkt");
    if (!wkt)
        throw InputError(
            {vector_problem(file, where, say("không có cột “wkt”", "has no column “wkt”"),
                            say("thêm cột wkt, ví dụ \"LINESTRING (105.0 22.8, 105.1 22.9)\"",
                                "add a column wkt, for example \"LINESTRING (105.0 22.8, 105.1 22.9)\""))});
    ShapeReader reader(wgs84(), crs, where);
    VectorLayer out{file.stem().string(), "EPSG:4326", {}};
    for (auto const& row : table.rows) {
        Shape shape{fmt::format("{}:{}", name, row.line), {}, {}, {}, {}};
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (i != *wkt) shape.fields[table.columns[i]] = row.cells[i];
        OGRGeometry* geometry = nullptr;
        (void)OGRGeometryFactory::createFromWkt(row.cells[*wkt].c_str(), nullptr, &geometry);
        std::unique_ptr<OGRGeometry> const own(geometry);
        reader.read(own.get(), shape);
        if (reader.has_many_problems()) break;
        out.shapes.push_back(std::move(shape));
    }
    throw_if_any(reader.take_problems());
    return out;
}

} // namespace

VectorLayer read_vector(fs::path const& file, std::string const& where, Crs const& crs, std::string const& layer) {
    guard_gdal();
    (void)open_regular_file(file);
    return ending_of(file) == ".csv" ? read_with_wkt(file, where, crs) : read_with_gdal(file, where, crs, layer);
}

} // namespace phusong::geo::io
