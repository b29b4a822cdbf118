#include "sim/radio/sweep/sweep.h"
#include "geo/parallel.h"
#include "sim/radio/sweep/receiver_batch.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace phusong {

namespace {

/// One thread's memory, kept from bundle to bundle.
struct Scratch {
    RayBundle rays;
    RayCourse course;
    ZoneRays zones;
    ReceiverBatch batch;
};

struct Sweep {
    SweepFrame const& frame;
    SweepGround const& ground;
    SweepAntenna const& antenna;
    std::span<SweepModel const> models;
    SweepBins const& bins;
    double step_km;
    float per_step; ///< 1 / step_km
    std::vector<PathLoss>& out;
    std::vector<std::uint8_t>* reasons;
};

/// Samples that count for a cell: those at least half a step before it.
int samples_before(float d_km, float per_step) { return std::max(0, static_cast<int>(d_km * per_step - 0.5f)); }

void trace_rays(Sweep const& s, std::size_t bundle, Scratch& scratch) {
    RayBundle& rays = scratch.rays;
    rays.samples = samples_before(s.bins.reach_km[bundle], s.per_step) + 1;
    rays.reserve(rays.samples);
    rays.set_steps(s.step_km);
    rays.hts_m = s.antenna.ground_m + s.models[0].htg;
    lay_course(scratch.course, s.frame, s.bins.rays, static_cast<int>(bundle), rays.samples, s.step_km);
    sample_heights(rays, scratch.course, s.ground.terrain, s.antenna.ground_m);
    follow_rays(rays, s.models[0]);
    if (s.ground.terrain.zone != nullptr) scratch.zones.follow(rays, scratch.course, s.ground.terrain);
}

/// Losses of the receivers gathered so far, for every band.
void empty_batch(Sweep const& s, Scratch& scratch) {
    ReceiverBatch& b = scratch.batch;
    if (b.count == 0) return;
    b.cross_zones(scratch.zones, scratch.course, s.ground.terrain, s.step_km);
    b.look_around(scratch.course, s.ground.terrain);
    for (std::size_t m = 0; m < s.models.size(); ++m) {
        b.receive_all(scratch.rays, s.models[m], s.step_km);
        for (std::size_t i = 0; i < b.count; ++i)
            s.out[m].centi_db[b.cell[i]] =
                b.lacks_terrain(i) ? PathLoss::no_terrain : centi_db(static_cast<double>(b.loss_db[i]));
        for (std::size_t i = 0; s.reasons != nullptr && m == 0 && i < b.count; ++i)
            (*s.reasons)[b.cell[i]] = static_cast<std::uint8_t>(b.reason[i]);
    }
    b.count = 0;
}

void add_cell(Sweep const& s, Scratch& scratch, std::uint32_t packed, std::size_t lane) {
    std::size_t const r = packed >> 16, c = packed & 0xffff;
    std::size_t const at = r * static_cast<std::size_t>(s.frame.cols()) + c;
    auto const in_grid =
        s.ground.cell(static_cast<int>(r) + s.frame.first_row, static_cast<int>(c) + s.frame.first_col);
    float const d = s.bins.d_km[at], hn = s.ground.height_m[in_grid];
    int const samples = samples_before(d, s.per_step);
    bool const no_ground = std::isnan(hn) || std::isnan(s.antenna.ground_m);
    if (no_ground || samples - SweepReceivers::own_points >= scratch.rays.known[lane]) {
        for (auto& map : s.out) map.centi_db[at] = PathLoss::no_terrain;
        return;
    }
    RasterSpot const spot = s.frame.cell_spot(static_cast<int>(r), static_cast<int>(c));
    scratch.batch.add(at, d, hn, {spot.col - scratch.course.base_col, spot.row - scratch.course.base_row}, samples,
                      static_cast<int>(lane));
    if (scratch.batch.count == ReceiverBatch::most) empty_batch(s, scratch);
}

void sweep_bundle(Sweep const& s, std::size_t bundle, Scratch& scratch) {
    std::size_t const ray0 = bundle * RayBundle::lanes;
    if (s.bins.first[ray0] == s.bins.first[ray0 + RayBundle::lanes]) return;
    trace_rays(s, bundle, scratch);
    for (std::size_t l = 0; l < RayBundle::lanes; ++l)
        for (std::uint32_t k = s.bins.first[ray0 + l]; k < s.bins.first[ray0 + l + 1]; ++k)
            add_cell(s, scratch, s.bins.cells[k], l);
    empty_batch(s, scratch);
}

void require_rasters(SweepTerrain const& terrain, std::span<SweepModel const> models) {
    if (terrain.rows < 2 || terrain.cols < 2)
        throw std::invalid_argument("sweep: ground lies between four cells; the terrain has fewer than 2 × 2");
    for (auto const& m : models)
        if (m.clutter && terrain.clutter_m == nullptr)
            throw std::invalid_argument("sweep: the model asks for clutter and the terrain has none");
}

PathLoss empty_window(SweepFrame const& frame) {
    PathLoss out{frame.first_row, frame.first_col, frame.rows(), frame.cols(), {}};
    out.centi_db.assign(static_cast<std::size_t>(out.rows) * static_cast<std::size_t>(out.cols), PathLoss::none);
    return out;
}

} // namespace

std::vector<PathLoss> sweep(SweepFrame const& frame, SweepGround const& ground, SweepAntenna const& antenna,
                            std::span<SweepModel const> models, SweepDetail const& detail,
                            std::vector<std::uint8_t>* reasons) {
    require_rasters(ground.terrain, models);
    std::vector<PathLoss> out(models.size(), empty_window(frame));
    static thread_local SweepBins bins; // memory kept from site to site
    bin_by_ray(bins, frame, antenna.radius_km, ray_count(frame, antenna.radius_km, detail.ray_density), ground.wanted,
               ground.grid_cols);
    if (reasons != nullptr) reasons->assign(out[0].centi_db.size(), 0);
    double const step_km = frame.cell_km * detail.step_cells;
    auto const per_step = static_cast<float>(1 / step_km);
    Sweep const s{frame, ground, antenna, models, bins, step_km, per_step, out, reasons};
    auto const one = [&](std::ptrdiff_t bundle) {
        static thread_local Scratch scratch;
        scratch.batch.count = 0;
        sweep_bundle(s, static_cast<std::size_t>(bundle), scratch);
    };
    auto const bundles = static_cast<std::ptrdiff_t>(bins.reach_km.size());
    if (detail.all_threads)
        geo::parallel_for(bundles, 4, one);
    else
        for (std::ptrdiff_t k = 0; k < bundles; ++k) one(k);
    return out;
}

} // namespace phusong
