#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/memory_file.h"
#include "geo/io/native_map.h"
#include "geo/io/raster_file.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/system_fault.h"
#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <sys/resource.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

/// Values rounded to multiples of `precision`, which makes the file smaller and last bits of no account.
std::vector<float> rounded(Raster const& raster, double precision) {
    std::vector<float> out(raster.values.data(), raster.values.data() + raster.values.size());
    if (precision > 0)
        for (float& v : out) v = static_cast<float>(std::round(v / precision) * precision);
    return out;
}

GDALDataType type_of(std::vector<float> const&) { return GDT_Float32; }
GDALDataType type_of(std::vector<std::uint16_t> const&) { return GDT_UInt16; }
GDALDataType type_of(std::vector<std::uint8_t> const&) { return GDT_Byte; }

bool set_scale(GDALRasterBand& band, NativeMap const& map) {
    if (map.scale == 1 && map.offset == 0) return true;
    return band.SetScale(map.scale) == CE_None && band.SetOffset(map.offset) == CE_None;
}

template <class Value> GDALDatasetUniquePtr in_memory(NativeMap const& map, std::vector<Value> const& values) {
    auto const& g = map.grid;
    auto const type = type_of(values);
    auto* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr made(driver->Create("", g.cols, g.rows, 1, type, nullptr));
    double transform[6] = {g.west, g.cell_x, 0, g.north, 0, -g.cell_y};
    auto const reference = from_wkt(map.reference.wkt);
    auto* const data = const_cast<Value*>(values.data()); // GDAL reads it only
    bool const worked =
        made && made->SetGeoTransform(transform) == CE_None && made->SetSpatialRef(&reference) == CE_None &&
        made->GetRasterBand(1)->SetNoDataValue(map.nodata) == CE_None && set_scale(*made->GetRasterBand(1), map) &&
        made->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, g.cols, g.rows, data, g.cols, g.rows, type, 0, 0, nullptr) ==
            CE_None;
    if (!worked) throw std::runtime_error("GDAL cannot make a raster in memory");
    return made;
}

/// QGIS takes its colour range from these; without them it reads every pixel when the map is opened. They
/// are of the stored numbers.
template <class Value> void set_statistics(GDALRasterBand& band, std::vector<Value> const& values, double nodata) {
    double least = 0, most = 0, sum = 0, squares = 0;
    std::size_t count = 0;
    for (Value const stored : values) {
        auto const v = static_cast<double>(stored);
        if (std::isnan(v) || v == nodata) continue;
        least = count == 0 ? v : std::min(least, v);
        most = count == 0 ? v : std::max(most, v);
        sum += v;
        squares += v * v;
        ++count;
    }
    band.SetMetadataItem("STATISTICS_VALID_PERCENT",
                         fmt::format("{:.4g}", 100.0 * static_cast<double>(count) /
                                                   static_cast<double>(std::max<std::size_t>(values.size(), 1)))
                             .c_str());
    if (count == 0) return;
    double const mean = sum / static_cast<double>(count);
    band.SetMetadataItem("STATISTICS_MINIMUM", fmt::format("{}", least).c_str());
    band.SetMetadataItem("STATISTICS_MAXIMUM", fmt::format("{}", most).c_str());
    band.SetMetadataItem("STATISTICS_MEAN", fmt::format("{:.9g}", mean).c_str());
    band.SetMetadataItem(
        "STATISTICS_STDDEV",
        fmt::format("{:.9g}", std::sqrt(std::max(0.0, squares / static_cast<double>(count) - mean * mean))).c_str());
}

void describe(GDALDataset& data, MapDescription const& description) {
    auto& band = *data.GetRasterBand(1);
    band.SetDescription(description.band_name.c_str());
    (void)band.SetUnitType(description.unit.c_str());
    for (auto const& [key, value] : description.metadata) data.SetMetadataItem(key.c_str(), value.c_str());
}

/// GDAL 3.6 waits for ever for a thread that the system has refused, which happens where the address space is bounded.
char const* threads_option() {
    rlimit bounds{};
    bool const bounded = ::getrlimit(RLIMIT_AS, &bounds) == 0 && bounds.rlim_cur != RLIM_INFINITY;
    return bounded ? "NUM_THREADS=1" : "NUM_THREADS=ALL_CPUS";
}

/// Overviews by nearest: every cell shown at any zoom is one that was computed, classes stay classes, and the share of
/// cells without signal stays what it is; an average would let coverage grow as one zooms out.
CPLStringList options_with(std::vector<std::string> const& wanted) {
    CPLStringList options;
    for (auto const* const option :
         {"COMPRESS=DEFLATE", "PREDICTOR=YES", "LEVEL=6", "BLOCKSIZE=512", "OVERVIEWS=AUTO",
          "OVERVIEW_RESAMPLING=NEAREST", "RESAMPLING=NEAREST", threads_option(), "BIGTIFF=IF_SAFER"})
        options.AddString(option);
    for (auto const& option : wanted) {
        auto const equals = option.find('=');
        if (equals != std::string::npos)
            options.SetNameValue(option.substr(0, equals).c_str(), option.substr(equals + 1).c_str());
        else
            options.AddString(option.c_str());
    }
    return options;
}

void check_options(GDALDriver& cog, CPLStringList const& options) {
    CPLErrorReset();
    if (GDALValidateCreationOptions(GDALDriver::ToHandle(&cog), options.List())) return;
    std::string const reason = CPLGetLastErrorMsg();
    throw InputError({{"-co", say("tùy chọn không hợp lệ (GDAL: {})", "is not a valid option (GDAL: {})", reason),
                       say("viết TÊN=GIÁ_TRỊ, ví dụ COMPRESS=ZSTD", "write NAME=VALUE, for example COMPRESS=ZSTD")}});
}

void remove_stale_sidecars(fs::path const& file) {
    for (auto const* const ending : {".aux.xml", ".ovr", ".msk"}) {
        std::error_code error;
        fs::remove(file.string() + ending, error);
        if (error)
            throw_file_error(file.string() + ending, say("không xóa được bản cũ", "the old version cannot be removed"),
                             error.value());
    }
}

} // namespace

void put_map(fs::path const& file, std::string_view bytes) {
    remove_stale_sidecars(file);
    write_file(file, bytes);
}

std::string cog_bytes(fs::path const& file, NativeMap const& map, MapDescription const& description,
                      std::vector<std::string> const& creation_options) {
    guard_gdal();
    auto* const cog = GetGDALDriverManager()->GetDriverByName("COG");
    auto const options = options_with(creation_options);
    check_options(*cog, options);
    auto const source = std::visit([&](auto const& values) { return in_memory(map, values); }, map.values);
    describe(*source, description);
    std::visit([&](auto const& values) { set_statistics(*source->GetRasterBand(1), values, map.nodata); }, map.values);
    MemoryFile const memory(".tif");
    CPLErrorReset();
    GDALDatasetUniquePtr made(
        cog->CreateCopy(memory.name().c_str(), source.get(), FALSE, options.List(), nullptr, nullptr));
    bool const created = made != nullptr;
    made.reset(); // closing writes the rest, and may fail
    if (!created || CPLGetLastErrorType() >= CE_Failure || memory.bytes().empty())
        throw_file_error(file,
                         say("không tạo được bản đồ (GDAL: {})", "the map cannot be made (GDAL: {})",
                             std::string(CPLGetLastErrorMsg())),
                         {});
    return std::string(memory.bytes());
}

void write_cog(fs::path const& file, Raster const& raster, Crs const& crs, MapDescription const& description,
               std::vector<std::string> const& creation_options) {
    auto const& g = raster.grid;
    NativeMap const map{{g.west_m, g.north_m, g.cell_m, g.cell_m, g.rows, g.cols},
                        {crs.wkt(), crs.name(), false, 1},
                        rounded(raster, description.precision),
                        std::numeric_limits<double>::quiet_NaN()};
    put_map(file, cog_bytes(file, map, description, creation_options));
}

} // namespace phusong::geo::io
