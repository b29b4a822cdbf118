// A whole province in memory: path loss of every site, servers, SINR; and what one moved site costs then. Three sectors
// a site, 15 km around it, cells of 30 m. CTest runs the smallest; the province is
//     bench_area --benchmark_filter=province/1500
//     bench_area --benchmark_filter=moved_site/1500
// Time is the wall's; CPU time is that of all threads. peak_MiB is the most the process has held so far.
#include "geo/random.h"
#include "sim/radio/area/cover.h"
#include "sim/radio/servers/sinr.h"
#include "tests/support/fractal.h"
#include <benchmark/benchmark.h>
#include <fstream>
#include <memory>
#include <string>

namespace phusong {
namespace {

constexpr int province_rows = 4300, province_cols = 3700, fractal_levels = 13;
constexpr double cell_m = 30, radius_km = 15;

/// The most memory that this process has held, MiB.
double peak_mib() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:" && status >> word) return std::stod(word) / 1024;
    return 0;
}

Radio lte() {
    Radio radio;
    radio.margin_db = 10;
    radio.budget[index(Technology::g4)] = {1850, 31.5, -105, radius_km};
    return radio;
}

/// Ground and sites; the fewer the sites, the smaller the country, so that they stand as densely as in the province.
struct Province {
    geo::Raster ground_m;
    Radio radio = lte();
    std::vector<SectorSite> sites;

    explicit Province(int count) {
        double const share = std::sqrt(std::min(1.0, count / 1500.0));
        int const rows = static_cast<int>(province_rows * share), cols = static_cast<int>(province_cols * share);
        int levels = fractal_levels;
        while (levels > 1 && (1 << (levels - 1)) + 1 >= rows) --levels;
        auto const all = test::fractal_mountains(levels, cell_m, 2021);
        ground_m.grid = all.grid;
        ground_m.grid.rows = rows;
        ground_m.grid.cols = cols;
        ground_m.values = all.values.topLeftCorner(rows, cols);
        for (int i = 0; i < count; ++i) sites.push_back(site(static_cast<std::uint32_t>(i)));
    }
    [[nodiscard]] SectorSite site(std::uint32_t number) const {
        auto const draw = [&](std::uint32_t n) { return geo::uniform({2026, 12, number, n}); };
        SectorSite out;
        out.xy = {ground_m.grid.west_m + (60 + draw(0) * (ground_m.grid.cols - 120)) * cell_m,
                  ground_m.grid.north_m - (60 + draw(1) * (ground_m.grid.rows - 120)) * cell_m};
        out.mast_height_m = 30 + 20 * draw(2);
        out.technologies.add(Technology::g4);
        return out;
    }
    [[nodiscard]] AreaGround ground() const { return {.height_m = &ground_m, .latitude_deg = 22.8}; }
    [[nodiscard]] LaidSectors laid() const {
        return lay_sectors(radio, Technology::g4, sites, read_antennas(radio.antenna, sites), ground());
    }
};

void province(benchmark::State& state) {
    Province const it(static_cast<int>(state.range(0)));
    auto const ground = it.ground();
    for (auto _ : state) {
        auto const area = cover(it.laid(), {ground, it.radio, false});
        benchmark::DoNotOptimize(sinr_db(area.servers, area.laid.noise_dbm));
    }
    state.counters["sites_per_second"] =
        benchmark::Counter(static_cast<double>(state.iterations() * state.range(0)), benchmark::Counter::kIsRate);
    state.counters["peak_MiB"] = peak_mib();
}
BENCHMARK(province)->Arg(15)->Arg(150)->Arg(1500)->Unit(benchmark::kSecond)->UseRealTime()->MeasureProcessCPUTime();

/// Whether the squares around two sites meet, a cell more for rounding.
bool touch(LaidSite const& a, LaidSite const& b) {
    double const apart_m = 1000 * (a.radius_km + b.radius_km) + cell_m;
    return std::abs(a.group.xy.x_m - b.group.xy.x_m) < apart_m && std::abs(a.group.xy.y_m - b.group.xy.y_m) < apart_m;
}

/// The map of a province, and at hand the path loss of those sites alone whose windows touch that of the site that
/// moves.
struct Moving {
    Province it;
    AreaGround ground = it.ground();
    PathLossSource source{ground, it.radio, false};
    AreaCoverage area;
    std::size_t moves;
    std::vector<std::size_t> near{};
    std::vector<SiteLoss> losses{};

    explicit Moving(int count) : it(count), area(cover(it.laid(), source)), moves(area.laid.sites.size() / 2) {
        auto const& sites = area.laid.sites;
        auto leaving = sites[moves];
        leaving.group.xy.x_m += 137; // where it will stand
        for (std::size_t i = 0; i < sites.size(); ++i)
            if (i != moves && (touch(sites[i], sites[moves]) || touch(sites[i], leaving))) near.push_back(i);
        for (auto const i : near) losses.push_back(source.loss_of(sites[i]));
    }
    [[nodiscard]] std::vector<AreaSite> others() const {
        std::vector<AreaSite> out;
        for (std::size_t k = 0; k < near.size(); ++k) out.push_back({area.laid.sites[near[k]], losses[k]});
        return out;
    }
};

/// Everything from the wish to the new maps of servers and SINR of the whole province.
void moved_site(benchmark::State& state) {
    Moving m(static_cast<int>(state.range(0)));
    auto const others = m.others();
    auto place = m.area.laid.sites[m.moves];
    auto loss = m.source.loss_of(place);
    double step_m = 137;
    for (auto _ : state) {
        remove_site(m.area.servers, {place, loss}, others);
        place.group.xy.x_m += step_m;
        loss = m.source.loss_of_alone(place);
        add_site(m.area.servers, {place, loss});
        benchmark::DoNotOptimize(sinr_db(m.area.servers, m.area.laid.noise_dbm));
        step_m = -step_m;
    }
    state.counters["sites_at_hand"] = static_cast<double>(m.near.size());
    state.counters["peak_MiB"] = peak_mib();
}
BENCHMARK(moved_site)
    ->Arg(15)
    ->Arg(150)
    ->Arg(1500)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

} // namespace
} // namespace phusong

BENCHMARK_MAIN();
