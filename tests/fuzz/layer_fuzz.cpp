// Layers through GDAL's readers with the doors shut: the first byte chooses the format.
#include "geo/io/geojson_reference.h"
#include "geo/io/sqlite_file.h"
#include "geo/io/vector_file.h"
#include "tests/fuzz/fuzz.h"
#include <array>
#include <cmath>

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static std::array const names{"l.geojson", "l.gpkg", "l.csv", "l.fgb"};
    static geo::io::Crs const crs("EPSG:32648", "fuzz");
    if (size == 0) return 0;
    auto const bytes = fuzz::view(data + 1, size - 1);
    (void)geo::io::geojson_reference(bytes);
    (void)geo::io::acting_tables(bytes);
    auto const file = fuzz::put(names[data[0] % names.size()], bytes);
    fuzz::survive([&] {
        for (auto const& shape : geo::io::read_vector(file, "fuzz", crs).shapes)
            for (auto const& point : shape.points)
                if (!std::isfinite(point.x_m) || !std::isfinite(point.y_m)) __builtin_trap();
    });
    return 0;
}
