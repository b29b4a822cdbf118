#include "sim/world/reading.h"

namespace phusong {

std::vector<SpotHeight> read_spot_heights(Reading& reading) {
    auto const table = open_table(reading, reading.scenario.world.spot_heights, "spot_heights");
    if (!table) return {};
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"lon", "lat", "height_m"});
    if (!columns) return {};
    std::vector<SpotHeight> out;
    for (auto const& row : table->rows) {
        geo::LonLat const place{csv.number(row, (*columns)[0], -180, 180), csv.number(row, (*columns)[1], -90, 90)};
        out.push_back(
            {reading.crs.project(place), csv.number(row, (*columns)[2], -430, 8'850)}); // the Dead Sea to Everest
    }
    return out;
}

} // namespace phusong
