// One call of P.1812 with its profile given, 36 km of mountains: items are points of the profile.
#include "sim/radio/models/p1812.h"
#include <benchmark/benchmark.h>
#include <cmath>
#include <random>
#include <vector>

namespace {

using namespace phusong;

struct Mountains {
    std::vector<double> d, h, clutter;
    explicit Mountains(std::size_t points) {
        std::mt19937 draw(11);
        auto const share = [&] { return static_cast<double>(draw()) / 4294967296.0; };
        double height = 700;
        for (std::size_t i = 0; i < points; ++i) {
            d.push_back(36.0 * static_cast<double>(i) / static_cast<double>(points - 1));
            h.push_back(height);
            clutter.push_back(share() < 0.4 ? 12 * share() : 0);
            height += (share() - 0.5) * 2400 / std::sqrt(static_cast<double>(points));
        }
    }
};

P1812Link link(double p_percent) {
    return {
        .f_ghz = 0.9, .p_percent = p_percent, .htg_m = 40, .hrg_m = 1.5, .latitude_deg = 23, .delta_n = 50, .n0 = 360};
}

void loss(benchmark::State& state, bool clutter, double p_percent) {
    Mountains const m(static_cast<std::size_t>(state.range(0)));
    auto const asked = link(p_percent);
    P1812Profile const profile{m.d, m.h, clutter ? std::span<double const>(m.clutter) : std::span<double const>(), {}};
    for (auto _ : state) benchmark::DoNotOptimize(p1812(profile, asked));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

BENCHMARK_CAPTURE(loss, bare, false, 50.0)->Arg(100)->Arg(400)->Arg(1000);
BENCHMARK_CAPTURE(loss, clutter_and_rare_times, true, 1.0)->Arg(100)->Arg(400)->Arg(1000);

} // namespace

BENCHMARK_MAIN();
