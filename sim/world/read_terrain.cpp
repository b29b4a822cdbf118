#include "sim/world/read_terrain.h"
#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "geo/io/raster_file.h"
#include "sim/world/terrain_cover.h"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

namespace phusong {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_checksum_bytes = 400;
constexpr int algorithm_version = 3; ///< raise it when made terrain changes, so that stores make it anew

/// The grid on which terrain of `cell_m` is made: the scenario's own when the cells agree, else one that covers it.
geo::Grid made_grid(geo::Grid const& wanted, double cell_m) {
    if (wanted.cell_m == cell_m) return wanted;
    double const west = (std::floor(wanted.west_m / cell_m) - 2) * cell_m;
    double const north = (std::ceil(wanted.north_m / cell_m) + 2) * cell_m;
    double const east = wanted.west_m + wanted.cols * wanted.cell_m,
                 south = wanted.north_m - wanted.rows * wanted.cell_m;
    return {west, north, cell_m, static_cast<int>(std::ceil((north - south) / cell_m)) + 2,
            static_cast<int>(std::ceil((east - west) / cell_m)) + 2};
}

geo::Raster resample(geo::Raster const& made, geo::Grid const& wanted) {
    if (made.grid == wanted) return made;
    geo::Raster out(wanted);
    for (std::uint32_t cell = 0; cell < wanted.size(); ++cell) out.at(cell) = geo::bilinear(made, wanted.centre(cell));
    return out;
}

/// Everything that decides what the made terrain looks like, in one short name.
std::string key_of(TerrainFacts const& facts, geo::Grid const& grid, int seed, std::string const& crs) {
    std::string text = fmt::format("v{} {} {} {} {} {} {} {}\n", algorithm_version, crs, seed, grid.west_m,
                                   grid.north_m, grid.cell_m, grid.rows, grid.cols);
    auto const& m = facts.mountains;
    text += fmt::format("{} {} {} {} {}\n", m.spot_error_m, m.lift_m, m.lift_distance_m, m.lowest_below_m,
                        m.highest_above_m);
    for (auto const& s : m.scales) text += fmt::format("{} {} {}\n", s.range_m, s.variance_m2, s.ridged);
    for (auto const& s : facts.spots) text += fmt::format("{} {} {}\n", s.xy.x_m, s.xy.y_m, s.height_m);
    return geo::io::sha256(text).substr(0, 20);
}

/// Beside kept terrain, as `sha256sum -c` reads it: a name alone does not say that a file is whole.
fs::path checksum_of(fs::path const& file) { return file.string() + ".sha256"; }

std::string checksum_line(fs::path const& file) {
    return geo::io::sha256_of_file(file) + "  " + file.filename().string() + '\n';
}

/// Nothing when no terrain is kept under this name, or what is kept is not what was written; the latter is remarked.
std::optional<geo::Raster> fetch(Reading& reading, fs::path const& file, geo::Grid const& grid) {
    if (!fs::is_regular_file(file)) return std::nullopt;
    try {
        if (geo::io::read_file(checksum_of(file), longest_checksum_bytes) == checksum_line(file))
            return geo::io::read_raster({file}, file.string(), grid, reading.crs, geo::io::Resampling::bilinear);
    } catch (geo::Failure const&) { // no checksum, or not readable: as if it did not agree
    }
    reading.world.remarks.push_back(
        geo::say("địa hình cất giữ {} không khớp mã kiểm tra (hỏng, bị cắt cụt hoặc ghi dở): dựng lại",
                 "kept terrain {} does not agree with its checksum (damaged, cut short or half written): made anew",
                 file.filename().string()));
    return std::nullopt;
}

/// Each file appears whole, so several runs may keep the same terrain at once; one that comes between the two files
/// makes its own.
void keep(geo::Raster const& made, fs::path const& file, geo::io::Crs const& crs) {
    std::error_code ignored; // a folder that cannot be made is a file that cannot be written: write_cog says so
    fs::create_directories(file.parent_path(), ignored);
    geo::io::write_cog(file, made, crs,
                       {.band_name = "Elevation, synthetic",
                        .unit = "m",
                        .metadata = {{"SYNTHETIC", "yes: known heights and made-up detail; not a survey"}},
                        .precision = 0});
    geo::io::write_file(checksum_of(file), checksum_line(file));
}

geo::Raster make_or_fetch(Reading& reading, TerrainFacts const& facts, geo::Grid const& grid, Store const& store) {
    int const seed = reading.scenario.seed;
    if (store.folder.empty()) return synthetic_terrain(facts.spots, facts.mountains, grid, seed);
    auto const file = store.folder / fmt::format("terrain-{}.tif", key_of(facts, grid, seed, reading.crs.name()));
    if (auto kept = fetch(reading, file, grid)) return std::move(*kept);
    auto made = synthetic_terrain(facts.spots, facts.mountains, grid, seed);
    keep(made, file, reading.crs);
    return made;
}

void read_rasters(Reading& reading, std::vector<TerrainFile> const& headers) {
    auto const& inputs = reading.scenario.world.terrain;
    std::vector<std::filesystem::path> files;
    for (auto const& input : inputs) {
        files.push_back(input.path);
        reading.world.provenance.push_back({"terrain", input.name(), geo::io::sha256_of_file(input.path), false, {}});
    }
    note_coarse(reading, headers);
    reading.world.terrain_m = geo::io::read_raster(files, inputs.front().where, reading.world.grid, reading.crs,
                                                   geo::io::Resampling::bilinear);
}

std::vector<TerrainFile> inspect(std::vector<InputPath> const& inputs) {
    std::vector<TerrainFile> files;
    for (auto const& input : inputs) files.push_back({input, geo::io::inspect_raster(input.path, input.where)});
    return files;
}

void note_made(Reading& reading, std::size_t spots) {
    auto const& file = reading.scenario.world.spot_heights;
    reading.world.provenance.push_back(
        {"terrain", file.name(), geo::io::sha256_of_file(file.path), true,
         geo::say(
             "địa hình giả định: {} điểm độ cao đã biết, chi tiết giữa các điểm là mô phỏng có độ gồ ghề như núi thật",
             "made-up terrain: {} known heights, with simulated detail as rough as real mountains between them",
             spots)});
}

} // namespace

void check_raster(Reading& reading, InputPath const& file) {
    try {
        auto const box = geo::io::inspect_raster(file.path, file.where).box_lonlat; // degrees, whatever the names say
        auto const& g = reading.world.grid;
        if (g.rows == 0) return; // already a problem
        auto const nw = reading.crs.unproject({g.west_m, g.north_m});
        auto const se = reading.crs.unproject({g.west_m + g.cols * g.cell_m, g.north_m - g.rows * g.cell_m});
        if (box.west_m <= se.lon_deg && box.east_m >= nw.lon_deg && box.south_m <= nw.lat_deg &&
            box.north_m >= se.lat_deg)
            return;
        reading.problems.push_back(
            {file.where,
             geo::say("“{}” nằm ngoài tỉnh: kinh độ {:.3f}–{:.3f}, vĩ độ {:.3f}–{:.3f}",
                      "“{}” lies outside the province: longitude {:.3f} to {:.3f}, latitude {:.3f} to {:.3f}",
                      file.written, box.west_m, box.east_m, box.south_m, box.north_m),
             geo::say("kiểm tra vùng và hệ tọa độ của tệp", "check the file's extent and CRS")});
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
    }
}

void check_terrain(Reading& reading, TerrainFacts const& facts) {
    auto const& inputs = reading.scenario.world.terrain;
    if (inputs.empty() && !reading.scenario.world.spot_heights.given())
        reading.problems.push_back({"world.terrain", geo::say("chưa có địa hình", "there is no terrain"),
                                    geo::say("cho DEM ở world.terrain, hoặc điểm độ cao ở world.spot_heights",
                                             "give a DEM in world.terrain, or heights in world.spot_heights")});
    else if (inputs.empty() && facts.spots.size() < 3 && reading.problems.empty())
        reading.problems.push_back({reading.scenario.world.spot_heights.written,
                                    geo::say("chỉ có {} điểm độ cao; cần ít nhất 3",
                                             "only {} spot heights; at least 3 are needed", facts.spots.size()),
                                    {}});
    else if (inputs.empty() && !reading.scenario.world.relief.given())
        reading.problems.push_back({"world.relief",
                                    geo::say("chưa có, mà địa hình phải dựng từ các điểm độ cao",
                                             "is not given, and terrain is made from spot heights"),
                                    {}});
    auto const before = reading.problems.size();
    for (auto const& input : inputs) check_raster(reading, input);
    if (reading.problems.size() == before) check_boxes(reading, inspect(inputs));
}

void read_terrain(Reading& reading, TerrainFacts const& facts, Store const& store) {
    if (!reading.scenario.world.terrain.empty()) {
        read_rasters(reading, inspect(reading.scenario.world.terrain));
        check_cover(reading);
        return;
    }
    double const cell_m = 30.0 * reading.scenario.world.synthetic_terrain_arcsec; // one arc-second is about 30 m
    auto const made = make_or_fetch(reading, facts, made_grid(reading.world.grid, cell_m), store);
    reading.world.terrain_m = resample(made, reading.world.grid);
    note_made(reading, facts.spots.size());
}

} // namespace phusong
