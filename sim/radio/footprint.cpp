#include "sim/radio/footprint.h"
#include "geo/parallel.h"
#include "sim/radio/carrier.h"
#include "sim/radio/sweep/sweep.h"
#include <algorithm>
#include <cmath>
#include <omp.h>

namespace phusong {

namespace {

/// Signals of one cell from its losses, one per carrier; NaN where a technology gives none. True when any is.
bool signals(std::vector<Carrier> const& carriers, std::vector<PathLoss> const& losses, std::size_t at, double d_km,
             CellSignal& out) {
    bool any = false;
    out.dbm.fill(geo::no_data);
    for (std::size_t c = 0; c < carriers.size(); ++c) {
        auto const loss = losses[c].centi_db[at];
        double const dbm = carriers[c].sent_dbm - loss / 100.0;
        if (loss >= PathLoss::no_terrain || d_km > carriers[c].radius_km || dbm < carriers[c].least_dbm) continue;
        out.dbm[carriers[c].technology] = static_cast<float>(dbm);
        any = true;
    }
    return any;
}

void gather(SweepFrame const& frame, geo::Grid const& grid, std::vector<Carrier> const& carriers,
            std::vector<PathLoss> const& losses, Footprint& out) {
    std::size_t at = 0;
    for (int r = 0; r < frame.rows(); ++r)
        for (int c = 0; c < frame.cols(); ++c, ++at) {
            if (losses[0].centi_db[at] == PathLoss::none) continue;
            if (losses[0].centi_db[at] == PathLoss::no_terrain) {
                ++out.cells_without_terrain;
                continue;
            }
            double const d_km = std::hypot(static_cast<double>(frame.east[static_cast<std::size_t>(c)]),
                                           static_cast<double>(frame.north[static_cast<std::size_t>(r)]));
            CellSignal signal{.cell = grid.index(frame.first_row + r, frame.first_col + c), .dbm = {}};
            if (signals(carriers, losses, at, d_km, signal)) out.cells.push_back(signal);
        }
}

SweepTerrain terrain_of(World const& world) {
    auto const given = [](auto const& values) { return values.size() > 0 ? values.data() : nullptr; };
    return {world.terrain_m.values.data(), given(world.clutter_m.values), world.grid.rows, world.grid.cols,
            given(world.radio_zone)};
}

double farthest_km(std::vector<Carrier> const& carriers) {
    double radius_km = 0;
    for (auto const& c : carriers) radius_km = std::max(radius_km, c.radius_km);
    return radius_km;
}

} // namespace

CellMask cells_in_communes(World const& world) {
    auto mask = cells_with_people_or_halls(world); // a village may stand outside the boundary drawn for its commune
    for (std::size_t i = 0; i < mask.size(); ++i)
        if (world.commune_of_cell.data()[i] != geo::outside) mask[i] = 1;
    return mask;
}

CellMask cells_with_people_or_halls(World const& world) {
    CellMask mask(world.grid.size());
    for (auto const& village : world.villages)
        if (auto const cell = world.grid.cell_at(village.xy)) mask[*cell] = 1;
    for (auto const& p : world.people) mask[p.cell] = 1;
    return mask;
}

double middle_latitude_deg(World const& world) {
    if (!world.crs) return 0;
    return world.crs->unproject(world.grid.centre(world.grid.rows / 2, world.grid.cols / 2)).lat_deg;
}

Footprint footprint(World const& world, Radio const& radio, Transmitter const& tx, CellMask const& wanted,
                    double latitude_deg) {
    Setting const setting{latitude_deg, world.grid.cell_m};
    bool const clutter = world.clutter_m.values.size() > 0;
    auto const sent = carriers(radio, tx.technologies, tx.mast_height_m, setting, clutter);
    Footprint out;
    if (sent.empty()) return out;
    double const radius_km = farthest_km(sent);
    auto const frame = plane_frame(world.grid, world.grid, tx.xy, radius_km);
    std::vector<SweepModel> models;
    for (auto const& c : sent) models.push_back(c.model);
    SweepGround const ground{terrain_of(world), world.terrain_m.values.data(), wanted.data(), world.grid.cols};
    auto const losses =
        sweep(frame, ground, {geo::bilinear(world.terrain_m, tx.xy), radius_km}, models, {.all_threads = false});
    gather(frame, world.grid, sent, losses, out);
    return out;
}

void in_batches(World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                CellMask const& wanted, geo::Progress const& progress,
                std::function<void(std::size_t first, std::vector<Footprint> const& batch)> const& use) {
    geo::Message const stage{"Vùng phủ sóng", "Radio coverage"};
    auto const batch_size = 8 * static_cast<std::size_t>(omp_get_max_threads());
    std::vector<Footprint> batch;
    double const latitude_deg = middle_latitude_deg(world);
    for (std::size_t first = 0; first < transmitters.size(); first += batch.size()) {
        geo::tell(progress, stage, static_cast<double>(first) / static_cast<double>(transmitters.size()));
        batch.assign(std::min(batch_size, transmitters.size() - first), {});
        // Each slot is its own result, whoever makes it.
        geo::parallel_for(std::ssize(batch), 1, [&](std::ptrdiff_t i) {
            auto const slot = static_cast<std::size_t>(i);
            batch[slot] = footprint(world, radio, transmitters[first + slot], wanted, latitude_deg);
        });
        use(first, batch);
    }
    geo::tell(progress, stage, 1);
}

} // namespace phusong
