#include "sim/world/reading.h"

namespace phusong {
namespace {

constexpr double least_range_m = 50, most_range_m = 1e6; ///< finer than any map cell; wider than any province
constexpr double most_variance_m2 = 1e7;                 ///< 3 km of standard deviation

} // namespace

Mountains read_mountains(Reading& reading) {
    auto const& world = reading.scenario.world;
    Mountains out{{},
                  world.spot_error_m,
                  world.lift_m,
                  world.lift_distance_m,
                  world.lowest_below_spots_m,
                  world.highest_above_spots_m};
    auto const table = open_table(reading, world.relief, "relief");
    if (!table) return out;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"range_m", "variance_m2", "ridged", "source"});
    if (!columns) return out;
    for (auto const& row : table->rows)
        out.scales.push_back({csv.number(row, (*columns)[0], least_range_m, most_range_m),
                              csv.number(row, (*columns)[1], 0, most_variance_m2),
                              csv.integer(row, (*columns)[2], 0, 1) == 1});
    if (out.scales.empty() || out.scales.size() > most_relief_scales)
        reading.problems.push_back({world.relief.written,
                                    geo::say("có {} dòng; cần từ 1 đến {}", "has {} rows; 1 to {} are needed",
                                             out.scales.size(), most_relief_scales),
                                    {}});
    return out;
}

} // namespace phusong
