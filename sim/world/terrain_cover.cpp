#include "sim/world/terrain_cover.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr double least_share = 0.5; ///< of a commune's cells; with less, what is computed there says nothing about it
constexpr double coarse_cells = 3;  ///< pixels wider than this many cells hold no ridge that the map could show

/// What is known of one commune: places looked at, and those among them without terrain.
struct Cover {
    std::size_t places = 0, missing = 0, halls_missing = 0;

    [[nodiscard]] double share() const {
        return places == 0 ? 1 : 1 - static_cast<double>(missing) / static_cast<double>(places);
    }
    [[nodiscard]] bool fine() const { return share() >= least_share && halls_missing == 0; }
};

std::string files_of(Reading const& reading) {
    std::vector<std::string> names;
    for (auto const& input : reading.scenario.world.terrain) names.push_back(input.written);
    return list(names);
}

/// One Problem with the code of every commune that is not covered.
void refuse(Reading& reading, std::vector<Cover> const& covers) {
    std::vector<std::string> vi, en;
    for (std::size_t i = 0; i < covers.size(); ++i) {
        auto const& cover = covers[i];
        if (cover.fine()) continue;
        auto const& code = reading.world.communes[i].code;
        auto const halls = cover.share() < least_share ? 0 : cover.halls_missing; // the share says enough otherwise
        vi.push_back(fmt::format("{} ({:.0f} %{})", code, std::floor(100 * cover.share()),
                                 halls > 0 ? fmt::format(", trung tâm thôn thiếu: {}", halls) : ""));
        en.push_back(fmt::format("{} ({:.0f} %{})", code, std::floor(100 * cover.share()),
                                 halls > 0 ? fmt::format(", village halls without: {}", halls) : ""));
    }
    if (en.empty()) return;
    reading.problems.push_back(
        {reading.scenario.world.terrain.front().where,
         {fmt::format("địa hình ({}) không phủ đủ {} trên {} xã (phần có độ cao): {}", files_of(reading), vi.size(),
                      covers.size(), list(vi)),
          fmt::format("the terrain ({}) does not cover {} of {} communes (share with terrain): {}", files_of(reading),
                      en.size(), covers.size(), list(en))},
         geo::say("thêm tệp độ cao cho vùng thiếu vào world.terrain, hoặc kiểm tra vùng và hệ tọa độ của tệp",
                  "add elevation files for what is missing to world.terrain, or check the files' extent and CRS")});
}

bool has_terrain(World const& world, geo::XY place) {
    auto const cell = world.grid.cell_at(place);
    return cell && !std::isnan(world.terrain_m.at(*cell));
}

void add_halls(World const& world, std::vector<Cover>& covers, auto const& has) {
    for (auto const& village : world.villages) covers[village.commune.value].halls_missing += has(village) ? 0U : 1U;
}

/// Points every eighth of a commune's box that lie in the commune; at least its seat.
std::vector<geo::XY> sample(Commune const& commune) {
    constexpr int steps = 8;
    auto const box = geo::bounds({commune.boundary});
    std::vector<geo::XY> points;
    for (int i = 0; i < steps; ++i)
        for (int j = 0; j < steps; ++j) {
            geo::XY const p{box.west_m + (box.east_m - box.west_m) * (i + 0.5) / steps,
                            box.south_m + (box.north_m - box.south_m) * (j + 0.5) / steps};
            if (geo::contains(commune.boundary, p)) points.push_back(p);
        }
    if (points.empty()) points.push_back(commune.seat);
    return points;
}

/// Wider side of one pixel at `at`, in metres.
double pixel_m(Reading const& reading, geo::io::RasterFacts const& facts, geo::LonLat at) {
    auto const& box = facts.box_lonlat; // degrees, whatever the members are called
    double const wide_deg = (box.east_m - box.west_m) / facts.cols, high_deg = (box.north_m - box.south_m) / facts.rows;
    auto const here = reading.crs.project(at);
    return std::max(geo::distance_m(here, reading.crs.project({at.lon_deg + wide_deg, at.lat_deg})),
                    geo::distance_m(here, reading.crs.project({at.lon_deg, at.lat_deg + high_deg})));
}

} // namespace

void check_cover(Reading& reading) {
    auto& world = reading.world;
    std::vector<Cover> covers(world.communes.size());
    std::size_t inside = 0, missing = 0;
    for (std::uint32_t cell = 0; cell < world.grid.size(); ++cell) {
        auto const zone = world.commune_of_cell.data()[cell];
        if (zone == geo::outside) continue;
        auto& cover = covers[static_cast<std::size_t>(zone)];
        std::size_t const gap = std::isnan(world.terrain_m.at(cell)) ? 1 : 0;
        ++cover.places, ++inside;
        cover.missing += gap, missing += gap;
    }
    add_halls(world, covers, [&](Village const& village) { return has_terrain(world, village.xy); });
    refuse(reading, covers);
    if (missing > 0)
        world.notes.push_back(geo::say("{} trên {} ô trong các xã không có độ cao: không tính được sóng ở đó",
                                       "{} of {} cells in communes have no terrain: no signal is computed there",
                                       missing, inside));
}

void check_boxes(Reading& reading, std::vector<TerrainFile> const& files) {
    auto const& communes = reading.world.communes;
    bool const drawn = std::none_of(communes.begin(), communes.end(), [](auto const& c) { return c.boundary.empty(); });
    if (files.empty() || !drawn) return;
    auto const covered = [&](geo::LonLat p) {
        return std::any_of(files.begin(), files.end(), [&](auto const& file) {
            auto const& box = file.facts.box_lonlat;
            return p.lon_deg >= box.west_m && p.lon_deg <= box.east_m && p.lat_deg >= box.south_m &&
                   p.lat_deg <= box.north_m;
        });
    };
    std::vector<Cover> covers(communes.size());
    for (std::size_t i = 0; i < communes.size(); ++i)
        for (auto const& point : sample(communes[i])) {
            ++covers[i].places;
            covers[i].missing += covered(reading.crs.unproject(point)) ? 0U : 1U;
        }
    if (reading.problems.empty()) // else some halls may stand where nobody meant them to
        add_halls(reading.world, covers, [&](Village const& village) { return covered(village.lonlat); });
    refuse(reading, covers);
}

void note_coarse(Reading& reading, std::vector<TerrainFile> const& files) {
    auto& world = reading.world;
    if (world.communes.empty()) return;
    for (auto const& file : files) {
        double const pixel = pixel_m(reading, file.facts, world.communes.front().seat_lonlat);
        if (!(pixel > coarse_cells * world.grid.cell_m)) continue;
        auto const note = geo::say(
            "địa hình {}: một độ cao cho khoảng {:.0f} m, ô bản đồ {:.0f} m: núi che sóng ở giữa không có trong tệp, "
            "nên sóng và số thôn có sóng được tính quá tốt",
            "terrain {}: one height for about {:.0f} m, map cells of {:.0f} m: ridges in between, which would shade "
            "villages, are not in it, so signal and the villages that have it come out too well",
            file.input.path.filename().string(), pixel, world.grid.cell_m);
        world.notes.push_back(note);
        for (auto& layer : world.provenance)
            if (layer.layer == "terrain" && layer.source == file.input.name()) layer.note = note;
    }
}

} // namespace phusong
