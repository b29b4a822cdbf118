#include "geo/parallel.h"
#include "sim/radio/footprint.h"
#include <algorithm>
#include <omp.h>

namespace phusong {

namespace {

geo::Message stage() { return {"Vùng phủ sóng", "Radio coverage"}; }

/// Footprints are made in batches so that memory is bounded; a batch keeps every thread busy.
std::size_t batch_size() { return 8 * static_cast<std::size_t>(omp_get_max_threads()); }

/// Calls use(first, footprints) for one batch of transmitters after the other, in order.
template <class Use>
void in_batches(World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                CellMask const& wanted, geo::Progress const& progress, Use use) {
    std::vector<Footprint> batch;
    for (std::size_t first = 0; first < transmitters.size(); first += batch.size()) {
        geo::tell(progress, stage(), static_cast<double>(first) / static_cast<double>(transmitters.size()));
        batch.assign(std::min(batch_size(), transmitters.size() - first), {});
        // Each slot is its own result, whoever makes it.
        geo::parallel_for(std::ssize(batch), 1, [&](std::ptrdiff_t i) {
            auto const slot = static_cast<std::size_t>(i);
            batch[slot] = footprint(world, radio, transmitters[first + slot], wanted);
        });
        use(first, batch);
    }
    geo::tell(progress, stage(), 1);
}

void keep_stronger(geo::Raster& best, std::vector<Footprint> const& batch, std::size_t technology) {
    for (auto const& one : batch)
        for (auto const& c : one.cells) {
            float const signal = c.dbm[technology];
            if (float& kept = best.at(c.cell); !std::isnan(signal) && !(kept >= signal)) kept = signal;
        }
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
    auto const add_people_of = [&](std::uint32_t cell, std::vector<std::uint32_t>& served) {
        auto at = std::lower_bound(world.people.begin(), world.people.end(), cell,
                                   [](PeopleCell const& p, std::uint32_t c) { return p.cell < c; });
        for (; at != world.people.end() && at->cell == cell; ++at) // where cells are scarce, villages share one
            served.push_back(static_cast<std::uint32_t>(at - world.people.begin()));
    };
    auto const wanted = cells_with_people(world);
    in_batches(world, radio, transmitters, wanted, progress,
               [&](std::size_t first, std::vector<Footprint> const& batch) {
                   for (std::size_t i = 0; i < batch.size(); ++i)
                       for (std::size_t t = 0; t < technology_count; ++t) {
                           auto& served = out[first + i].people_cells[t];
                           for (auto const& c : batch[i].cells) // NaN is below any threshold
                               if (c.dbm[t] >= static_cast<float>(radio.budget[t].threshold_dbm))
                                   add_people_of(c.cell, served);
                           std::sort(served.begin(), served.end());
                       }
               });
    return out;
}

} // namespace phusong
