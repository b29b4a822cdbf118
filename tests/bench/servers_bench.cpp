// One core. Items are pairs of a cell and a site of three sectors, unless it says otherwise.
#include "geo/random.h"
#include "sim/radio/servers/server_map.h"
#include "sim/radio/servers/sinr.h"
#include "sim/radio/servers/throughput.h"
#include <benchmark/benchmark.h>
#include <cmath>
#include <omp.h>

namespace phusong {
namespace {

/// Sites every 6 km over rough ground, windows of 15 km by 15 km of 30 m, none of it out of reach.
struct Province {
    static constexpr int side = 500;
    geo::Raster ground_m{{.west_m = 0, .north_m = 60'000, .cell_m = 30, .rows = 1000, .cols = 1000}};
    std::vector<PathLoss> losses;
    std::vector<SectorGroup> groups;

    explicit Province(int sites) {
        auto draw = [n = std::uint32_t{0}](double from, double to) mutable {
            return from + (to - from) * geo::uniform({.seed = 12345, .purpose = 3, .entity = 0, .draw = n++});
        };
        for (float& m : ground_m.values.reshaped()) m = static_cast<float>(draw(300, 900));
        auto const pattern = std::make_shared<AntennaPattern const>(make_3gpp_pattern({.gain_dbi = 17.3,
                                                                                       .horizontal_beamwidth_deg = 65,
                                                                                       .vertical_beamwidth_deg = 7,
                                                                                       .most_attenuation_db = 30,
                                                                                       .side_lobe_attenuation_db = 20,
                                                                                       .electrical_tilt_deg = 4}));
        losses.resize(static_cast<std::size_t>(sites));
        for (auto& loss : losses) {
            loss = {static_cast<int>(draw(0, 1000 - side)), static_cast<int>(draw(0, 1000 - side)), side, side, {}};
            for (int i = 0; i < side * side; ++i) { // 35 dB a decade, and hills
                double const d_km = 0.03 * std::hypot(i / side - side / 2 + 0.5, i % side - side / 2 + 0.5);
                double const db = 130 + 35 * std::log10(d_km) + draw(-8, 8);
                loss.centi_db.push_back(static_cast<std::uint16_t>(100 * db));
            }
            SectorGroup group{.xy = ground_m.grid.centre(loss.first_row + side / 2, loss.first_col + side / 2),
                              .antenna_m = 640,
                              .loss = &loss};
            for (int k = 0; k < 3; ++k)
                group.sectors.push_back({.id = static_cast<std::uint32_t>(3 * groups.size()) + static_cast<unsigned>(k),
                                         .azimuth_deg = 17 + 120. * k,
                                         .mechanical_tilt_deg = 2,
                                         .electrical_tilt_deg = 6,
                                         .pattern = pattern,
                                         .power_dbm = 15.2,
                                         .load_share = 0.7});
            groups.push_back(std::move(group));
        }
    }
};

ServerSettings const settings{
    .receiver_height_m = 1.5, .effective_earth_radius_km = 8495, .threshold_dbm = -105, .weakest_dbm = -140};

void add_sites(benchmark::State& state) {
    omp_set_num_threads(1);
    Province const province(static_cast<int>(state.range(0)));
    ServerMap const empty(province.ground_m, settings);
    for (auto _ : state) {
        state.PauseTiming();
        auto map = empty;
        state.ResumeTiming();
        map.add(province.groups);
        benchmark::DoNotOptimize(map);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0) * Province::side * Province::side);
}
BENCHMARK(add_sites)->Arg(4)->Arg(16)->Arg(64)->Unit(benchmark::kMillisecond);

/// One of many sites leaves: its items are all cells of its own window, however many others cover them.
void remove_site(benchmark::State& state) {
    omp_set_num_threads(1);
    Province const province(static_cast<int>(state.range(0)));
    ServerMap full(province.ground_m, settings);
    full.add(province.groups);
    std::span<SectorGroup const> const all(province.groups);
    for (auto _ : state) {
        full.remove(all.first(1), all.subspan(1));
        state.PauseTiming();
        full.add(all.first(1));
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * Province::side * Province::side);
}
BENCHMARK(remove_site)->Arg(16)->Arg(64)->Unit(benchmark::kMillisecond);

/// Items are cells.
void ratios_and_rates(benchmark::State& state) {
    omp_set_num_threads(1);
    Province const province(static_cast<int>(state.range(0)));
    ServerMap map(province.ground_m, settings);
    map.add(province.groups);
    for (auto _ : state) {
        auto const sinr = sinr_db(map, noise_dbm(15e3, 7));
        benchmark::DoNotOptimize(throughput_mbps(
            sinr, {.bound_share = 0.6, .least_sinr_db = -10, .most_bps_per_hz = 4.4}, {.bandwidth_mhz = 20}));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(map.grid().size()));
}
BENCHMARK(ratios_and_rates)->Arg(4)->Arg(16)->Arg(64)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace phusong

BENCHMARK_MAIN();
