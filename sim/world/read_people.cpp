#include "geo/io/hash.h"
#include "geo/io/raster_file.h"
#include "geo/number_text.h"
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
        world.notes.push_back(geo::with_numbers([&](auto number) {
            return geo::say("{} trên {} thôn nằm ngoài ranh giới được vẽ của xã mình",
                            "{} of {} villages lie outside the drawn boundary of their commune", number(strangers),
                            number(world.villages.size()));
        }));
}

/// Where the table's totals are kept, nobody is lost by this; where the raster's own count, they are missing from it.
void note_left_out(World& world, double people) {
    if (std::llround(people) == 0) return;
    world.notes.push_back(geo::with_numbers([&](auto number) {
        return geo::say(
            "lưới dân số có {} người nằm ngoài mọi xã (tỉnh khác, nước khác, hoặc ranh giới lệch): không được tính",
            "{} people of the population raster live outside every commune (other provinces, other countries, or "
            "outlines that are off): they are left out",
            number(people));
    }));
}

/// The census year's people for each one of the raster's year.
double people_each(Reading const& reading) {
    int const year = reading.scenario.world.population_raster_year;
    return year == 0 ? 1 : 1 / reading.world.growth_since_census(year);
}

/// The table of villages says how many people each has; the raster says otherwise.
void note_replaced(World& world, std::size_t without_people) {
    world.notes.push_back(geo::with_numbers([&](auto number) {
        return geo::say(
            "số người và số hộ của {} thôn lấy từ lưới dân số, thay cho bảng thôn; {} thôn không có người nào",
            "people and households of {} villages are taken from the population raster, in place of the table of "
            "villages; {} villages got nobody",
            number(world.villages.size()), number(without_people));
    }));
}

geo::Message people_note(WorldFiles const& files) {
    int const year = files.population_raster_year;
    if (files.rescale_population)
        return geo::say("phân bố theo lưới, tổng mỗi xã theo bảng xã",
                        "spread as in the raster, totals as in the table of communes");
    if (year == 0 || year == files.census_year)
        return geo::say("số người lấy từ lưới, thay cho bảng xã",
                        "people as counted in the raster, in place of the table of communes");
    return geo::say(
        "số người lấy từ lưới (năm {}), đưa về năm điều tra {} theo mức tăng dân số, thay cho bảng xã",
        "people as counted in the raster (of {}), brought to the census year {} by the growth of people, in "
        "place of the table of communes",
        year, files.census_year);
}

void read_counts(Reading& reading) {
    auto const& files = reading.scenario.world;
    auto const& file = files.population_raster;
    auto& world = reading.world;
    auto const counts =
        geo::io::read_raster({file.path}, file.where, world.grid, reading.crs, geo::io::Resampling::sum_preserving);
    auto const untaken = take_people(world, counts, files.rescale_population, people_each(reading));
    auto const& empty = untaken.empty_communes;
    if (!empty.empty())
        reading.problems.push_back({file.where,
                                    geo::say("không có người nào ở {} xã: {}", "holds no people in {} communes: {}",
                                             empty.size(), list(empty)),
                                    geo::say("kiểm tra vùng của tệp", "check the file's extent")});
    note_replaced(world, untaken.villages_without_people);
    if (!files.rescale_population) note_left_out(world, untaken.people_outside);
    if (files.rescale_population && files.population_raster_year != 0)
        world.notes.push_back(geo::say(
            "world.population_raster_year không đổi gì: với rescale_population = true tổng mỗi xã theo bảng xã",
            "world.population_raster_year changes nothing: with rescale_population = true the totals are those of the "
            "table of communes"));
    world.provenance.push_back({"people", file.name(), geo::io::sha256_of_file(file.path), false, people_note(files)});
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
