// Cells per second of one site's path-loss map in mountains, 40 km around it in cells of 90 m, written in memory; and
// how it grows with what the model is asked for.
#include "sim/radio/sweep/sweep.h"
#include "tests/support/fractal.h"
#include <benchmark/benchmark.h>
#include <hwy/targets.h>

namespace phusong {
namespace {

struct Site {
    geo::Raster terrain = test::fractal_mountains(10, 90, 2021);
    geo::Raster clutter{terrain.grid, 0};
    geo::XY xy{412000 + 90 * 512.3, 2547000 - 90 * 511.8};
    Site() {
        for (std::uint32_t i = 0; i < terrain.grid.size(); ++i) clutter.at(i) = static_cast<float>(i % 7 * 3);
    }
};

void map_of_one_site(benchmark::State& state, double p_percent, bool clutter, double radius_km, bool all_threads) {
    static Site const site;
    P1812Link const link{.f_ghz = 0.9,
                         .p_percent = p_percent,
                         .htg_m = 40,
                         .hrg_m = 1.5,
                         .latitude_deg = 22.8,
                         .delta_n = 50,
                         .n0 = 360};
    auto const model = sweep_model(link, clutter);
    SweepGround const ground{{site.terrain.values.data(), clutter ? site.clutter.values.data() : nullptr,
                              site.terrain.grid.rows, site.terrain.grid.cols},
                             site.terrain.values.data(),
                             nullptr,
                             site.terrain.grid.cols};
    auto const frame = plane_frame(site.terrain.grid, site.terrain.grid, site.xy, radius_km);
    SweepAntenna const antenna{geo::bilinear(site.terrain, site.xy), radius_km};
    std::int64_t cells = 0;
    for (auto _ : state) {
        auto const maps = sweep(frame, ground, antenna, {&model, 1}, {.all_threads = all_threads});
        cells = 0;
        for (auto loss : maps[0].centi_db) cells += loss < PathLoss::no_terrain ? 1 : 0;
        benchmark::DoNotOptimize(cells);
    }
    state.SetItemsProcessed(state.iterations() * cells);
    state.SetLabel("cells");
}
BENCHMARK_CAPTURE(map_of_one_site, half_of_the_time, 50, false, 40, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(map_of_one_site, one_percent, 1, false, 40, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(map_of_one_site, one_percent_over_clutter, 1, true, 40, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(map_of_one_site, small, 50, false, 12, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(map_of_one_site, all_threads, 50, false, 40, true)->Unit(benchmark::kMillisecond)->UseRealTime();

/// What older processors would take.
void on_another_target(benchmark::State& state, std::int64_t target) {
    if ((hwy::SupportedTargets() & target) == 0) {
        state.SkipWithError("this processor does not have it");
        return;
    }
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(target);
    map_of_one_site(state, 50, false, 40, false);
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
}
BENCHMARK_CAPTURE(on_another_target, avx2, HWY_AVX2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(on_another_target, sse4, HWY_SSE4)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace phusong
BENCHMARK_MAIN();
