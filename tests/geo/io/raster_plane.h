#pragma once
#include "geo/io/crs.h"
#include "raster_fixture.h"
#include "scratch.h"
#include "vector_fixture.h"

namespace phusong::geo::io::test {

/// 0.3° × 0.4° near Hà Giang in 0.01° cells; a plane in longitude and latitude, which bilinear must give back.
inline double plane(double lon, double lat) { return 300 + 700 * (lon - 104.8) + 900 * (lat - 22.6); }

inline TiffFixture plane_tiff() {
    TiffFixture t{.rows = 30, .cols = 40, .values = {}, .geotransform = {104.8, 0.01, 0, 22.9, 0, -0.01}};
    t.values = fill(30, 40, [](int r, int c) { return plane(104.8 + (c + 0.5) * 0.01, 22.9 - (r + 0.5) * 0.01); });
    return t;
}

/// Inside that raster's box.
inline Grid inner_grid() {
    auto const corner = utm48().project({104.85, 22.85});
    return {.west_m = corner.x_m, .north_m = corner.y_m, .cell_m = 270, .rows = 70, .cols = 90};
}

} // namespace phusong::geo::io::test
