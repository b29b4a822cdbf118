// The rollout graph of a province 65 km wide by the size of its road network, and fibre from one exchange to 193 seats
// and 2,000 villages over it: edges laid per second, memory, and how far the tree is from its bound.
#include "sim/network/fibre/fibre_plan.h"
#include "sim/network/graph/build_graph.h"
#include "tests/bench/province.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

World with_villages(std::uint32_t side) {
    auto world = test::province(side);
    for (auto const& place : test::places(2000)) {
        Village village;
        village.xy = place.xy;
        world.villages.push_back(village);
    }
    return world;
}

Scenario priced() {
    Scenario s;
    s.prices.fibre_vnd_per_km = 200e6;
    s.prices.fibre_poles_vnd_per_km = 125e6;
    s.prices.fibre_buried_vnd_per_km = 500e6;
    return s;
}

void rollout_graph(benchmark::State& state) {
    auto const world = with_villages(static_cast<std::uint32_t>(state.range(0)));
    auto const scenario = priced();
    RolloutGraph graph;
    for (auto _ : state) graph = build_rollout_graph(world, scenario);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(graph.edges.size()));
    state.counters["edges"] = static_cast<double>(graph.edges.size());
    state.counters["MiB"] = static_cast<double>(graph.bytes()) / (1 << 20);
}
BENCHMARK(rollout_graph)->Arg(12)->Arg(120)->Arg(700)->Unit(benchmark::kMillisecond);

void province_fibre(benchmark::State& state) {
    auto const world = with_villages(static_cast<std::uint32_t>(state.range(0)));
    auto const graph = build_rollout_graph(world, priced());
    std::vector<FibreDemand> demands;
    for (std::size_t i = 0; i < 193 && i < graph.exchange.size(); ++i) demands.push_back({graph.exchange[i], 2021});
    for (auto const node : graph.village) demands.push_back({node, 2022});
    solve::Work work;
    work.effort = static_cast<int>(state.range(1));
    FibrePlan plan;
    for (auto _ : state) plan = plan_fibre(graph, std::span(graph.exchange).first(1), demands, true, work);
    state.counters["edges"] = static_cast<double>(graph.edges.size());
    state.counters["gap_percent"] = 100 * plan.gap_share();
}
BENCHMARK(province_fibre)->Args({12, 1})->Args({120, 4})->Unit(benchmark::kMillisecond);

} // namespace
} // namespace phusong
BENCHMARK_MAIN();
