// Steiner trees over terrain: the first tree with its bound by size (growth), and the tree of the default effort.
#include "sim/solve/steiner/steiner.h"
#include "tests/support/raster_graph.h"
#include <benchmark/benchmark.h>

namespace phusong {
namespace {

void solve_raster(benchmark::State& state, solve::Work const& work) {
    auto const g = test::raster_graph(static_cast<int>(state.range(0)), 1);
    auto const terminals = test::some_nodes(g.nodes(), static_cast<std::uint32_t>(state.range(1)), 1);
    solve::SteinerTree tree;
    for (auto _ : state) {
        tree = solve::solve_steiner(g, terminals, work);
        benchmark::DoNotOptimize(tree);
    }
    auto const percent = [&](solve::Cost a, solve::Cost of) {
        return 100 * static_cast<double>(a) / static_cast<double>(of);
    };
    state.counters["against_mehlhorn_percent"] = percent(tree.cost - tree.mehlhorn_cost, tree.mehlhorn_cost);
    state.counters["gap_percent"] = percent(tree.cost - tree.bound, tree.cost);
}

void first_tree(benchmark::State& state) { solve_raster(state, {.iterations = 0, .progress = {}}); }
void default_effort(benchmark::State& state) { solve_raster(state, {.iterations = {}, .progress = {}}); }

BENCHMARK(first_tree)
    ->Args({40, 10}) // side, terminals
    ->Args({150, 50})
    ->Args({300, 200})
    ->Args({600, 800})
    ->Args({1000, 2000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(default_effort)->Args({300, 200})->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace phusong
BENCHMARK_MAIN();
