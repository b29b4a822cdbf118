#include "geo/io/hash.h"
#include "geo/io/raster_file.h"
#include "sim/world/read_terrain.h"
#include <cmath>

namespace phusong {
namespace {

constexpr float highest_clutter_m = 1000; ///< as in a profile of `phusong path`

/// Cells that hold something impossible: how many, and the first of them.
struct Strange {
    std::size_t count = 0;
    std::uint32_t first = 0;
};
template <class Sound> Strange strange_cells(geo::Raster const& raster, Sound const& sound) {
    Strange out;
    for (std::uint32_t cell = 0; cell < raster.grid.size(); ++cell) {
        if (sound(raster.at(cell))) continue;
        if (out.count == 0) out.first = cell;
        ++out.count;
    }
    return out;
}

/// Tells of the cells, if there are any. `hint`: what to do.
void tell(Reading& reading, std::string const& where, geo::Raster const& raster, Strange strange, geo::Message hint) {
    if (strange.count == 0) return;
    auto const at = reading.crs.unproject(raster.grid.centre(strange.first));
    float const value = raster.at(strange.first);
    auto const found = std::isnan(value) ? "NaN" : fmt::format("{:.6g}", value);
    reading.problems.push_back(
        {where,
         geo::say("{} trên {} ô bản đồ có giá trị không dùng được; ô đầu ở kinh độ {:.4f}, vĩ độ {:.4f} là {}",
                  "{} of {} map cells hold what cannot be used; the first, at longitude {:.4f}, latitude {:.4f}, is {}",
                  strange.count, raster.grid.size(), at.lon_deg, at.lat_deg, found),
         std::move(hint)});
}

void read_clutter(Reading& reading) {
    auto const& inputs = reading.scenario.world.clutter;
    std::vector<std::filesystem::path> files;
    for (auto const& input : inputs) {
        files.push_back(input.path);
        reading.world.provenance.push_back(
            {"clutter", input.name(), geo::io::sha256_of_file(input.path), false,
             geo::say("cây và nhà trên đường truyền, không tính ở hai đầu",
                      "trees and houses on the way of a signal, not counted at its ends")});
    }
    auto& clutter = reading.world.clutter_m;
    clutter = geo::io::read_raster(files, inputs.front().where, reading.world.grid, reading.crs,
                                   geo::io::Resampling::nearest);
    tell(reading, inputs.front().where, clutter,
         strange_cells(clutter, [](float R) { return std::isnan(R) || (R >= 0 && R <= highest_clutter_m); }),
         geo::say("cho độ cao từ 0 đến {} mét trên mặt đất", "give heights from 0 to {} metres above ground",
                  highest_clutter_m));
    auto const unknown = clutter.values.isNaN().count();
    clutter.values = clutter.values.isNaN().select(0.F, clutter.values);
    if (unknown > 0)
        reading.world.notes.push_back(
            geo::say("world.clutter không có dữ liệu ở {} trên {} ô bản đồ: coi như mặt đất trống",
                     "world.clutter has no data in {} of {} map cells: the ground is taken for bare there", unknown,
                     reading.world.grid.size()));
}

void read_zones(Reading& reading) {
    auto const& file = reading.scenario.world.radio_zones;
    auto const codes =
        geo::io::read_raster({file.path}, file.where, reading.world.grid, reading.crs, geo::io::Resampling::nearest);
    tell(reading, file.where, codes,
         strange_cells(codes, [](float code) { return code == 1 || code == 3 || code == 4; }),
         geo::say("dùng mã 1 (biển), 3 (đất ven biển), 4 (nội địa) cho mọi ô, cả phần lề quanh tỉnh",
                  "use the codes 1 (sea), 3 (coastal land) and 4 (inland) in every cell, in the margin too"));
    reading.world.radio_zone = codes.values.isNaN().select(0.F, codes.values).max(0.F).min(255.F).cast<std::uint8_t>();
    reading.world.provenance.push_back(
        {"radio_zones", file.name(), geo::io::sha256_of_file(file.path), false,
         geo::say("biển, đất ven biển và nội địa của P.1812", "sea, coastal land and inland of P.1812")});
}

} // namespace

void check_ground_cover(Reading& reading) {
    for (auto const& input : reading.scenario.world.clutter) check_raster(reading, input);
    if (reading.scenario.world.radio_zones.given()) check_raster(reading, reading.scenario.world.radio_zones);
}

void read_ground_cover(Reading& reading) {
    if (!reading.scenario.world.clutter.empty()) read_clutter(reading);
    if (reading.scenario.world.radio_zones.given()) read_zones(reading);
}

} // namespace phusong
