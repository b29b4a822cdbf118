#include "geo/io/raster_source.h"
#include <cmath>
#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdalwarper.h>
#include <limits>

namespace phusong::geo::io {
namespace {

/// A place between two exactly projected ones may be off by this many source cells; below any DEM's own error.
inline constexpr double largest_shift_cells = 0.02;

/// What stands for a hole where a file of heights names nothing. Source: SRTM Topography, section 3.4 ("voids").
inline constexpr std::optional<double> void_of_heights_m = -32768;

struct FreeWarpOptions {
    void operator()(GDALWarpOptions* options) const { GDALDestroyWarpOptions(options); }
};
struct FreeImageWay {
    void operator()(void* way) const { GDALDestroyGenImgProjTransformer(way); }
};
struct FreeApproximateWay {
    void operator()(void* way) const { GDALDestroyApproxTransformer(way); }
};

GDALDatasetUniquePtr memory_dataset(Raster const& raster, OGRSpatialReference const& reference) {
    auto* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
    GDALDatasetUniquePtr made(driver->Create("", raster.grid.cols, raster.grid.rows, 0, GDT_Float32, nullptr));
    // The band is the raster's own memory, so nothing is copied.
    char pointer[64] = {};
    pointer[CPLPrintPointer(pointer, const_cast<float*>(raster.values.data()), sizeof pointer - 1)] = '\0';
    CPLStringList options;
    options.SetNameValue("DATAPOINTER", pointer);
    double transform[6] = {raster.grid.west_m, raster.grid.cell_m, 0, raster.grid.north_m, 0, -raster.grid.cell_m};
    bool const worked = made && made->AddBand(GDT_Float32, options.List()) == CE_None &&
                        made->SetGeoTransform(transform) == CE_None && made->SetSpatialRef(&reference) == CE_None;
    if (!worked) throw std::runtime_error("GDAL cannot make a raster in memory");
    return made;
}

std::unique_ptr<GDALWarpOptions, FreeWarpOptions> warp_options(RasterSource const& source, GDALDataset* target,
                                                               GDALResampleAlg how) {
    std::unique_ptr<GDALWarpOptions, FreeWarpOptions> options(GDALCreateWarpOptions());
    options->hSrcDS = GDALDataset::ToHandle(source.data.get());
    options->hDstDS = GDALDataset::ToHandle(target);
    options->eResampleAlg = how;
    options->eWorkingDataType = GDT_Float32;
    options->dfWarpMemoryLimit = 128.0 * (1 << 20); // fixed, so that the work is cut up the same way everywhere
    GDALWarpInitDefaultBandMapping(options.get(), 1);
    auto const nodata = source.nodata || how != GRA_Bilinear ? source.nodata : void_of_heights_m;
    if (nodata) GDALWarpInitSrcNoDataReal(options.get(), *nodata);
    GDALWarpInitDstNoDataReal(options.get(), std::numeric_limits<double>::quiet_NaN());
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "INIT_DEST", "NO_DATA");
    options->papszWarpOptions = CSLSetNameValue(options->papszWarpOptions, "NUM_THREADS", "1");
    return options;
}

void clean(Raster& raster, RasterSource const& source) {
    auto const scale = static_cast<float>(source.scale), offset = static_cast<float>(source.offset);
    bool const scaled = source.scale != 1 || source.offset != 0;
    for (float* v = raster.values.data(); v != raster.values.data() + raster.values.size(); ++v) {
        if (scaled) *v = *v * scale + offset;
        if (!std::isfinite(*v)) *v = no_data;
    }
}

Raster warp(RasterSource const& source, Grid const& grid, OGRSpatialReference const& grid_reference,
            GDALResampleAlg how) {
    Raster out(grid);
    auto const target = memory_dataset(out, grid_reference);
    CPLErrorReset();
    auto const options = warp_options(source, target.get(), how);
    std::unique_ptr<void, FreeImageWay> const exact(
        GDALCreateGenImgProjTransformer2(options->hSrcDS, options->hDstDS, nullptr));
    if (!exact) refuse_unreadable(source);
    std::unique_ptr<void, FreeApproximateWay> const way(
        GDALCreateApproxTransformer(GDALGenImgProjTransform, exact.get(), largest_shift_cells));
    options->pfnTransformer = GDALApproxTransform;
    options->pTransformerArg = way.get();
    GDALWarpOperation operation;
    if (operation.Initialize(options.get()) != CE_None ||
        operation.ChunkAndWarpImage(0, 0, grid.cols, grid.rows) != CE_None)
        refuse_unreadable(source);
    clean(out, source);
    return out;
}

} // namespace

Raster warp_bilinear(RasterSource const& source, Grid const& grid, OGRSpatialReference const& grid_reference) {
    return warp(source, grid, grid_reference, GRA_Bilinear);
}

Raster warp_nearest(RasterSource const& source, Grid const& grid, OGRSpatialReference const& grid_reference) {
    return warp(source, grid, grid_reference, GRA_NearestNeighbour);
}

} // namespace phusong::geo::io
