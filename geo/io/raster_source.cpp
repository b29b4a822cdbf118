#include "geo/io/raster_source.h"
#include "geo/io/file_ending.h"
#include "geo/io/file_handle.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/spatial_reference.h"
#include <algorithm>
#include <cmath>
#include <cpl_string.h>
#include <memory>
#include <new>

namespace phusong::geo::io {
namespace {

std::size_t largest_raster = std::size_t{2} << 30; ///< pixels of all bands together
inline constexpr int most_bands = 255;
inline constexpr double largest_block_bytes = 64.0 * (1 << 20);

/// Only these two drivers read terrain and people; the file's end tells which, so that each gets its own options.
GDALDatasetUniquePtr open_with_our_drivers(std::filesystem::path const& file) {
    bool const tile = ending_of(file) == ".hgt";
    char const* const drivers[] = {tile ? "SRTMHGT" : "GTiff", nullptr};
    char const* const internal_only[] = {"GEOREF_SOURCES=INTERNAL", nullptr}; // no .tfw, .tab, .xml beside the file
    return GDALDatasetUniquePtr(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers,
                                                  tile ? nullptr : internal_only, nullptr));
}

Message format_hint() {
    return say(
        "dùng GeoTIFF hoặc ô .hgt (tên như N22E104.hgt); đổi định dạng khác bằng: gdal_translate -of GTiff CŨ MỚI.tif",
        "use GeoTIFF or .hgt tiles (named like N22E104.hgt); convert others with: gdal_translate -of GTiff OLD "
        "NEW.tif");
}

/// Gathers what is wrong with one header.
class HeaderCheck {
  public:
    HeaderCheck(RasterSource const& source, Problems& problems) : source_(source), problems_(problems) {}

    void size() {
        auto& data = *source_.data;
        auto const pixels = static_cast<double>(data.GetRasterXSize()) * data.GetRasterYSize() * data.GetRasterCount();
        if (!(pixels <= static_cast<double>(largest_raster)) || data.GetRasterCount() > most_bands)
            add(say("có {} × {} ô × {} kênh, quá lớn", "has {} × {} cells × {} bands, which is too large",
                    data.GetRasterXSize(), data.GetRasterYSize(), data.GetRasterCount()),
                say("cắt theo tỉnh: gdal_translate -b 1 -projwin … (hoặc tăng --max-pixels)",
                    "cut it to the province: gdal_translate -b 1 -projwin … (or raise --max-pixels)"));
        int width = 0, height = 0;
        source_.band()->GetBlockSize(&width, &height);
        if (static_cast<double>(width) * height * GDALGetDataTypeSizeBytes(source_.band()->GetRasterDataType()) >
            largest_block_bytes)
            add(say("lưu thành khối quá lớn", "is stored in blocks that are too large"),
                say("chia khối: gdal_translate -co TILED=YES CŨ MỚI.tif",
                    "tile it: gdal_translate -co TILED=YES OLD NEW.tif"));
    }

    void values() {
        if (GDALDataTypeIsComplex(source_.band()->GetRasterDataType()))
            add(say("chứa số phức", "holds complex numbers"), say("dùng số thực", "use real numbers"));
        int const flags = source_.band()->GetMaskFlags();
        if ((flags & (GMF_NODATA | GMF_ALL_VALID)) == 0)
            add(say("dùng mặt nạ hoặc kênh trong suốt thay cho giá trị nodata",
                    "has a mask or alpha band instead of a nodata value"),
                say("gdalwarp -dstnodata -9999 CŨ MỚI.tif", "gdalwarp -dstnodata -9999 OLD NEW.tif"));
    }

    void position(bool has_geotransform) {
        auto const& g = source_.geotransform;
        bool const finite = std::all_of(g.begin(), g.end(), [](double v) { return std::isfinite(v); });
        auto const hint = say("đưa về lưới hướng bắc: gdalwarp CŨ MỚI.tif", "make it north-up: gdalwarp OLD NEW.tif");
        if (!has_geotransform || !finite || g[1] == 0 || g[5] == 0)
            add(say("không có tọa độ góc và cỡ ô", "has no corner coordinates and cell size"),
                say("gắn tọa độ trong QGIS (Georeferencer) hoặc gdal_translate -a_ullr",
                    "georeference it in QGIS or with gdal_translate -a_ullr"));
        else if (g[2] != 0 || g[4] != 0)
            add(say("bị xoay", "is rotated"), hint);
        else if (g[1] < 0 || g[5] > 0)
            add(say("bị lật (hàng đầu không ở phía bắc)", "is flipped (its first row is not in the north)"), hint);
    }

    void reference() {
        auto const& reference = source_.reference;
        auto const hint = say("gán hệ tọa độ đúng: gdal_edit.py -a_srs EPSG:… TỆP; không đoán",
                              "assign the right one: gdal_edit.py -a_srs EPSG:… FILE; it is never guessed");
        if (reference.IsEmpty() || (!reference.IsGeographic() && !reference.IsProjected()))
            return add(say("không ghi hệ tọa độ", "does not say its coordinate reference system"), hint);
        auto const box = source_.extent();
        if (reference.IsGeographic() && (box.south < -91 || box.north > 91 || box.west < -361 || box.east > 361))
            add(say("có tọa độ không thể là kinh độ, vĩ độ", "has coordinates that cannot be longitude and latitude"),
                hint);
    }

  private:
    void add(Message const& what, Message hint) {
        problems_.push_back(raster_problem(source_.file, source_.where, what, std::move(hint)));
    }
    RasterSource const& source_;
    Problems& problems_;
};

void read_header(RasterSource& source) {
    auto& data = *source.data;
    bool const has_geotransform = data.GetGeoTransform(source.geotransform.data()) == CE_None;
    if (auto const* const reference = data.GetSpatialRef()) source.reference = *reference;
    source.reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    int known = FALSE;
    double const nodata = source.band()->GetNoDataValue(&known);
    if (known) source.nodata = nodata;
    source.scale = source.band()->GetScale();
    source.offset = source.band()->GetOffset();
    Problems problems;
    HeaderCheck check(source, problems);
    check.size();
    check.values();
    check.position(has_geotransform);
    check.reference();
    throw_if_any(std::move(problems));
}

} // namespace

Extent RasterSource::extent() const {
    auto const& g = geotransform;
    return {g[0], g[3] + g[5] * data->GetRasterYSize(), g[0] + g[1] * data->GetRasterXSize(), g[3]};
}

Problem raster_problem(std::filesystem::path const& file, std::string const& where, Message const& what, Message hint) {
    auto const name = file.filename().string();
    return {where.empty() ? file.string() : where,
            {fmt::format("{} {}", name, what.vi), fmt::format("{} {}", name, what.en)},
            std::move(hint)};
}

void refuse_unreadable(RasterSource const& source) {
    if (CPLGetLastErrorNo() == CPLE_OutOfMemory) throw std::bad_alloc(); // no fault of the file
    std::string const reason = CPLGetLastErrorMsg();
    throw InputError({raster_problem(
        source.file, source.where, say("không đọc được hết (GDAL: {})", "cannot be read to its end (GDAL: {})", reason),
        say("tệp có thể bị cắt cụt; chép hoặc tải lại", "the file may be cut short; copy or fetch it again"))});
}

Extent extent_of(Grid const& grid) {
    return {grid.west_m, grid.north_m - grid.rows * grid.cell_m, grid.west_m + grid.cols * grid.cell_m, grid.north_m};
}

void limit_raster_pixels(std::size_t most) { largest_raster = most; }

RasterSource open_raster(std::filesystem::path const& file, std::string const& where) {
    guard_gdal();
    (void)open_regular_file(file);
    RasterSource source;
    source.file = file;
    source.where = where;
    source.data = open_with_our_drivers(file);
    if (!source.data || source.data->GetRasterCount() < 1)
        throw InputError({raster_problem(
            file, where, say("không phải ảnh lưới đọc được", "is not a raster that can be read"), format_hint())});
    read_header(source);
    return source;
}

std::optional<Extent> transformed(Extent const& extent, OGRSpatialReference const& from,
                                  OGRSpatialReference const& to) {
    std::unique_ptr<OGRCoordinateTransformation> const way(OGRCreateCoordinateTransformation(&from, &to));
    Extent out{};
    if (!way || !way->TransformBounds(extent.west, extent.south, extent.east, extent.north, &out.west, &out.south,
                                      &out.east, &out.north, 21))
        return std::nullopt;
    bool const finite = std::isfinite(out.west + out.south + out.east + out.north);
    return finite ? std::optional(out) : std::nullopt;
}

RasterFacts inspect_raster(std::filesystem::path const& file, std::string const& where) {
    auto const source = open_raster(file, where);
    auto const box = transformed(source.extent(), source.reference, wgs84());
    if (!box)
        throw InputError(
            {raster_problem(file, where,
                            say("có tọa độ ngoài vùng của hệ tọa độ {}", "has coordinates outside its system {}",
                                reference_name(source.reference)),
                            say("kiểm tra hệ tọa độ đã gán", "check the reference system assigned to it"))});
    return {
        source.data->GetRasterYSize(), source.data->GetRasterXSize(), {box->west, box->south, box->east, box->north}};
}

} // namespace phusong::geo::io
