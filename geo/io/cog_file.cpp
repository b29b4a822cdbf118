#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/memory_file.h"
#include "geo/io/raster_file.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/system_fault.h"
#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <gdal_priv.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

/// Values rounded to multiples of `precision`, which makes the file smaller and last bits of no account.
Array2D<float> rounded(Raster const& raster, double precision) {
    if (!(precision > 0)) return raster.values;
    return raster.values.unaryExpr([=](float v) { return static_cast<float>(std::round(v / precision) * precision); });
}

GDALDatasetUniquePtr in_memory(Raster const& raster, Array2D<float>& values, Crs const& crs) {
    auto const& g = raster.grid;
    auto* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr made(driver->Create("", g.cols, g.rows, 1, GDT_Float32, nullptr));
    double transform[6] = {g.west_m, g.cell_m, 0, g.north_m, 0, -g.cell_m};
    auto const reference = from_wkt(crs.wkt());
    bool const worked = made && made->SetGeoTransform(transform) == CE_None &&
                        made->SetSpatialRef(&reference) == CE_None &&
                        made->GetRasterBand(1)->SetNoDataValue(no_data) == CE_None &&
                        made->GetRasterBand(1)->RasterIO(GF_Write, 0, 0, g.cols, g.rows, values.data(), g.cols, g.rows,
                                                         GDT_Float32, 0, 0, nullptr) == CE_None;
    if (!worked) throw std::runtime_error("GDAL cannot make a raster in memory");
    return made;
}

/// QGIS takes its colour range from these; without them it reads every pixel when the map is opened.
void set_statistics(GDALRasterBand& band, Array2D<float> const& values) {
    double least = 0, most = 0, sum = 0, squares = 0;
    std::size_t count = 0;
    for (float const* v = values.data(); v != values.data() + values.size(); ++v) {
        if (std::isnan(*v)) continue;
        least = count == 0 ? *v : std::min<double>(least, *v);
        most = count == 0 ? *v : std::max<double>(most, *v);
        sum += *v;
        squares += static_cast<double>(*v) * *v;
        ++count;
    }
    band.SetMetadataItem("STATISTICS_VALID_PERCENT",
                         fmt::format("{:.4g}", 100.0 * static_cast<double>(count) /
                                                   static_cast<double>(std::max<Eigen::Index>(values.size(), 1)))
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

void describe(GDALDataset& data, MapDescription const& description, Array2D<float> const& values) {
    auto& band = *data.GetRasterBand(1);
    band.SetDescription(description.band_name.c_str());
    (void)band.SetUnitType(description.unit.c_str());
    for (auto const& [key, value] : description.metadata) data.SetMetadataItem(key.c_str(), value.c_str());
    set_statistics(band, values);
}

/// Overviews by nearest: every cell shown at any zoom is one that was computed, classes stay classes, and the share of
/// cells without signal stays what it is; an average would let coverage grow as one zooms out.
CPLStringList options_with(std::vector<std::string> const& wanted) {
    CPLStringList options;
    for (auto const* const option :
         {"COMPRESS=DEFLATE", "PREDICTOR=YES", "LEVEL=6", "BLOCKSIZE=512", "OVERVIEWS=AUTO",
          "OVERVIEW_RESAMPLING=NEAREST", "RESAMPLING=NEAREST", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"})
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

void write_cog(fs::path const& file, Raster const& raster, Crs const& crs, MapDescription const& description,
               std::vector<std::string> const& creation_options) {
    guard_gdal();
    auto* const cog = GetGDALDriverManager()->GetDriverByName("COG");
    auto const options = options_with(creation_options);
    check_options(*cog, options);
    auto values = rounded(raster, description.precision);
    auto const source = in_memory(raster, values, crs);
    describe(*source, description, values);
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
    remove_stale_sidecars(file);
    write_file(file, memory.bytes());
}

} // namespace phusong::geo::io
