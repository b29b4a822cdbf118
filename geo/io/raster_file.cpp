#include "geo/io/raster_file.h"
#include "geo/io/raster_source.h"
#include "geo/io/spatial_reference.h"
#include "geo/io/spread_counts.h"
#include <cmath>

namespace phusong::geo::io {
namespace {

std::string shown(std::optional<Extent> const& box) {
    return box ? fmt::format("[{:.3f}, {:.3f}] – [{:.3f}, {:.3f}]", box->west, box->south, box->east, box->north) : "?";
}

void check_touches(RasterSource const& source, Grid const& grid, OGRSpatialReference const& reference,
                   Problems& problems) {
    auto const wanted = transformed(extent_of(grid), reference, source.reference);
    auto const has = source.extent();
    if (wanted && wanted->west < has.east && wanted->east > has.west && wanted->south < has.north &&
        wanted->north > has.south)
        return;
    problems.push_back(raster_problem(source.file, source.where,
                                      say("phủ {} (kinh độ, vĩ độ), không chạm vùng tính {}",
                                          "covers {} (longitude, latitude), which does not touch the study area {}",
                                          shown(transformed(has, source.reference, wgs84())),
                                          shown(transformed(extent_of(grid), reference, wgs84()))),
                                      say("lấy dữ liệu đúng vùng, hoặc kiểm tra hệ tọa độ của tệp",
                                          "take data of the right place, or check the file's reference system")));
}

std::vector<RasterSource> open_all(std::vector<std::filesystem::path> const& files, std::string const& where,
                                   Grid const& grid, OGRSpatialReference const& reference) {
    std::vector<RasterSource> sources;
    Problems problems;
    for (auto const& file : files) try {
            sources.push_back(open_raster(file, where));
            check_touches(sources.back(), grid, reference, problems);
        } catch (InputError const& error) {
            problems.insert(problems.end(), error.problems.begin(), error.problems.end());
        }
    throw_if_any(std::move(problems));
    return sources;
}

Raster read_values(std::vector<RasterSource> const& sources, Grid const& grid, OGRSpatialReference const& reference,
                   Resampling how) {
    Raster out(grid);
    for (auto const& source : sources) {
        auto const next =
            how == Resampling::nearest ? warp_nearest(source, grid, reference) : warp_bilinear(source, grid, reference);
        out.values = out.values.isNaN().select(next.values, out.values);
    }
    return out;
}

Raster read_counts(std::vector<RasterSource> const& sources, Grid const& grid, OGRSpatialReference const& reference) {
    auto const all = spread_counts(sources, grid, reference);
    Raster out(grid);
    for (std::uint32_t cell = 0; cell < grid.size(); ++cell)
        if (all.covered_share[cell] > 0) out.at(cell) = static_cast<float>(all.count[cell]);
    return out;
}

} // namespace

Raster read_raster(std::vector<std::filesystem::path> const& files, std::string const& where, Grid const& grid,
                   Crs const& crs, Resampling how) {
    auto const reference = from_wkt(crs.wkt());
    auto const sources = open_all(files, where, grid, reference);
    if (how == Resampling::sum_preserving) return read_counts(sources, grid, reference);
    return read_values(sources, grid, reference, how);
}

} // namespace phusong::geo::io
