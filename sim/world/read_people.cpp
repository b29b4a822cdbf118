#include "geo/io/hash.h"
#include "geo/io/raster_file.h"
#include "sim/world/people_cells.h"
#include "sim/world/read_terrain.h"
#include <cmath>

namespace phusong {
namespace {

void count_strangers(World& world) {
    std::size_t strangers = 0;
    for (auto const& village : world.villages) {
        auto const cell = world.grid.cell_at(village.xy);
        auto const drawn = cell ? world.commune_of_cell.data()[*cell] : geo::outside;
        strangers += drawn != static_cast<std::int32_t>(village.commune.value) ? 1U : 0U;
    }
    if (strangers > 0)
        world.notes.push_back(geo::say("{} trên {} thôn nằm ngoài ranh giới được vẽ của xã mình",
                                       "{} of {} villages lie outside the drawn boundary of their commune", strangers,
                                       world.villages.size()));
}

/// Where the table's totals are kept, nobody is lost by this; where the raster's own count, they are missing from it.
void note_left_out(World& world, double people) {
    if (std::llround(people) == 0) return;
    world.notes.push_back(geo::say(
        "lưới dân số có {} người nằm ngoài mọi xã (tỉnh khác, nước khác, hoặc ranh giới lệch): không được tính",
        "{} people of the population raster live outside every commune (other provinces, other countries, or outlines "
        "that are off): they are left out",
        std::llround(people)));
}

void read_counts(Reading& reading) {
    auto const& file = reading.scenario.world.population_raster;
    auto& world = reading.world;
    auto const counts =
        geo::io::read_raster({file.path}, file.where, world.grid, reading.crs, geo::io::Resampling::sum_preserving);
    bool const rescale = reading.scenario.world.rescale_population;
    auto const untaken = take_people(world, counts, rescale);
    auto const& empty = untaken.empty_communes;
    if (!empty.empty())
        reading.problems.push_back({file.where,
                                    geo::say("không có người nào ở {} xã: {}", "holds no people in {} communes: {}",
                                             empty.size(), list(empty)),
                                    geo::say("kiểm tra vùng của tệp", "check the file's extent")});
    if (!rescale) note_left_out(world, untaken.people_outside);
    auto const note = rescale ? geo::say("phân bố theo lưới, tổng mỗi xã theo bảng xã",
                                         "spread as in the raster, totals as in the table of communes")
                              : geo::say("số người lấy từ lưới, thay cho bảng xã",
                                         "people as counted in the raster, in place of the table of communes");
    world.provenance.push_back({"people", file.name(), geo::io::sha256_of_file(file.path), false, note});
}

} // namespace

void check_people(Reading& reading) {
    if (reading.scenario.world.population_raster.given())
        check_raster(reading, reading.scenario.world.population_raster);
}

void read_people(Reading& reading) {
    count_strangers(reading.world);
    if (reading.scenario.world.population_raster.given()) return read_counts(reading);
    reading.world.people = spread_people(reading.world);
    reading.world.provenance.push_back(
        {"people",
         reading.scenario.world.villages.name(),
         {},
         true,
         geo::say("người của mỗi thôn rải ra các ô quanh thôn theo khoảng cách và độ dốc",
                  "each village's people spread over the cells around it by distance and slope")});
}

} // namespace phusong
