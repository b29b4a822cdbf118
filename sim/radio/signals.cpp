#include "geo/parallel.h"
#include "sim/radio/footprint.h"
#include <algorithm>

namespace phusong {

namespace {

void keep_stronger(geo::Raster& best, std::vector<Footprint> const& batch, std::size_t technology) {
    for (auto const& one : batch)
        for (auto const& c : one.cells) {
            float const signal = c.dbm[technology];
            if (float& kept = best.at(c.cell); !std::isnan(signal) && !(kept >= signal)) kept = signal;
        }
}

struct Hall {
    std::uint32_t cell, village;
    friend auto operator<=>(Hall const&, Hall const&) = default;
};

std::vector<Hall> villages_by_hall_cell(World const& world) {
    std::vector<Hall> halls;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (auto const cell = world.grid.cell_at(world.villages[v].xy)) halls.push_back({*cell, v});
    std::ranges::sort(halls);
    return halls;
}

/// Cells with at least the threshold of one technology, ascending.
std::vector<std::uint32_t> served_cells(Footprint const& footprint, Radio const& radio, std::size_t technology) {
    auto const threshold_dbm = static_cast<float>(radio.budget[technology].threshold_dbm);
    std::vector<std::uint32_t> cells;
    for (auto const& c : footprint.cells) // NaN is below any threshold
        if (c.dbm[technology] >= threshold_dbm) cells.push_back(c.cell);
    std::ranges::sort(cells);
    return cells;
}

/// Where cells are scarce, several villages share one, with their people or with their halls.
void add_served(Reach& to, World const& world, std::vector<Hall> const& halls, std::vector<std::uint32_t> const& cells,
                std::size_t technology) {
    for (auto cell : cells) {
        auto const person = std::ranges::lower_bound(world.people, cell, {}, &PeopleCell::cell);
        for (auto p = person; p != world.people.end() && p->cell == cell; ++p)
            to.people_cells[technology].push_back(static_cast<std::uint32_t>(p - world.people.begin()));
        auto const hall = std::ranges::lower_bound(halls, cell, {}, &Hall::cell);
        for (auto h = hall; h != halls.end() && h->cell == cell; ++h) to.halls[technology].push_back(h->village);
    }
    std::ranges::sort(to.halls[technology]);
}

/// Halls whose cell gets anything of one technology.
void add_heard(Reach& to, std::vector<Hall> const& halls, Footprint const& footprint, std::size_t technology) {
    auto& heard = to.heard[technology];
    for (auto const& c : footprint.cells) {
        if (std::isnan(c.dbm[technology])) continue;
        auto const hall = std::ranges::lower_bound(halls, c.cell, {}, &Hall::cell);
        for (auto h = hall; h != halls.end() && h->cell == c.cell; ++h)
            heard.push_back({h->village, c.dbm[technology]});
    }
    std::ranges::sort(heard, {}, &Reach::HeardAt::village);
}

} // namespace

SignalMaps no_signal(World const& world) {
    SignalMaps maps;
    for (auto& raster : maps.best_dbm) raster = geo::Raster(world.grid);
    return maps;
}

void add_signals(SignalMaps& maps, World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                 geo::Progress const& progress) {
    auto const wanted = cells_in_communes(world);
    in_batches(world, radio, transmitters, wanted, progress, [&](std::size_t, std::vector<Footprint> const& batch) {
        // One map is written by one thread.
        geo::parallel_for(std::ssize(maps.best_dbm), 1, [&](std::ptrdiff_t t) {
            keep_stronger(maps.best_dbm[static_cast<std::size_t>(t)], batch, static_cast<std::size_t>(t));
        });
        for (auto const& one : batch) maps.samples_without_terrain += one.cells_without_terrain;
    });
}

std::vector<Reach> reach(World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                         geo::Progress const& progress) {
    std::vector<Reach> out(transmitters.size());
    auto const halls = villages_by_hall_cell(world);
    auto const wanted = cells_with_people_or_halls(world);
    in_batches(world, radio, transmitters, wanted, progress,
               [&](std::size_t first, std::vector<Footprint> const& batch) {
                   for (std::size_t i = 0; i < batch.size(); ++i)
                       for (std::size_t t = 0; t < technology_count; ++t) {
                           add_served(out[first + i], world, halls, served_cells(batch[i], radio, t), t);
                           add_heard(out[first + i], halls, batch[i], t);
                       }
               });
    return out;
}

} // namespace phusong
