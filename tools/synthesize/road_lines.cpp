#include "tools/synthesize/roads.h"
#include <algorithm>
#include <cmath>
#include <utility>

namespace phusong::synthesize {
namespace {

using Steps = std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, RoadKind>>>;

Steps steps_of(RoadGrid const& grid) {
    Steps steps;
    for (auto const& [ends, kind] : grid.step) {
        steps[ends.first].emplace_back(ends.second, kind);
        steps[ends.second].emplace_back(ends.first, kind);
    }
    return steps;
}

/// A cell at which a line must end: not a plain way through of one kind.
bool junction(Steps const& steps, std::uint32_t cell) {
    auto const& here = steps.at(cell);
    return here.size() != 2 || here[0].second != here[1].second;
}

/// Walks steps and takes each once.
struct Walker {
    RoadGrid const& grid;
    Steps const& steps;
    std::map<std::pair<std::uint32_t, std::uint32_t>, bool> taken = {};

    [[nodiscard]] bool take(std::uint32_t a, std::uint32_t b) { return !std::exchange(taken[std::minmax(a, b)], true); }
    std::optional<RoadRow> walk(std::uint32_t from, std::pair<std::uint32_t, RoadKind> first) {
        if (!take(from, first.first)) return std::nullopt;
        auto const& g = grid.height_m.grid;
        RoadRow row{first.second, {g.centre(from), g.centre(first.first)}};
        auto before = from, here = first.first;
        while (!junction(steps, here)) {
            auto const& ways = steps.at(here);
            auto const next = ways[0].first == before ? ways[1].first : ways[0].first;
            if (!take(here, next)) break;
            row.line.push_back(g.centre(next));
            before = std::exchange(here, next);
        }
        return row;
    }
};

} // namespace

geo::Polyline simplify(geo::Polyline const& line, double tolerance_m) {
    std::vector<bool> keep(line.size());
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, line.size() - 1}};
    while (!spans.empty()) {
        auto const [first, last] = spans.back();
        spans.pop_back();
        double worst = tolerance_m;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (double const d = geo::foot_on_segment(line[i], line[first], line[last]).distance_m; d > worst)
                worst = d, at = i;
        if (at == 0) continue;
        keep[at] = true;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    geo::Polyline simple;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i]) simple.push_back(line[i]);
    return simple;
}

std::vector<RoadRow> road_lines(RoadGrid const& grid, double tolerance_m) {
    auto const steps = steps_of(grid);
    Walker walker{grid, steps};
    std::vector<RoadRow> rows;
    for (bool const from_junctions : {true, false}) // what is left after the junctions are rings
        for (auto const& [cell, ways] : steps)
            if (junction(steps, cell) == from_junctions)
                for (auto const& way : ways)
                    if (auto row = walker.walk(cell, way))
                        rows.push_back({row->kind, simplify(row->line, tolerance_m)});
    std::ranges::stable_sort(rows, {}, &RoadRow::kind);
    return rows;
}

} // namespace phusong::synthesize
