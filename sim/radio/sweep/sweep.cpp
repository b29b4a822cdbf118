#include "sim/radio/sweep/sweep.h"
#include "geo/parallel.h"
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace phusong {

namespace {

constexpr std::size_t batch = 512;
constexpr float nearest_km = 0.01f; ///< the formulas divide by the distance

/// One thread's memory, kept from bundle to bundle.
struct Scratch {
    RayBundle rays;
    RayCourse course;
    std::array<float, batch> d, hn, loss;
    std::array<int, batch> before, lane, reason;
    std::array<std::size_t, batch> cell;
    std::size_t count = 0;
};

struct Sweep {
    SweepFrame const& frame;
    SweepGround const& ground;
    SweepAntenna const& antenna;
    std::span<SweepModel const> models;
    SweepBins const& bins;
    double step_km;
    std::vector<PathLoss>& out;
    std::vector<std::uint8_t>* reasons;
};

/// Samples that count for a cell: those at least half a step before it.
int samples_before(float d_km, float per_step) { return std::max(0, static_cast<int>(d_km * per_step - 0.5f)); }

void trace_rays(Sweep const& s, std::size_t bundle, Scratch& scratch) {
    RayBundle& rays = scratch.rays;
    rays.samples = samples_before(s.bins.reach_km[bundle], static_cast<float>(1 / s.step_km)) + 1;
    rays.reserve(rays.samples);
    rays.set_steps(s.step_km);
    rays.hts_m = s.antenna.ground_m + s.models[0].htg;
    lay_course(scratch.course, s.frame, s.bins.rays, static_cast<int>(bundle), rays.samples, s.step_km);
    sample_heights(rays, scratch.course, s.ground.terrain, s.antenna.ground_m);
    follow_rays(rays, s.models[0]);
}

/// Losses of the receivers gathered so far, for every band.
void empty_batch(Sweep const& s, Scratch& b) {
    if (b.count == 0) return;
    for (std::size_t i = b.count; i % RayBundle::lanes != 0; ++i) // whole vectors are computed
        b.d[i] = b.d[b.count - 1], b.hn[i] = b.hn[b.count - 1], b.before[i] = b.before[b.count - 1],
        b.lane[i] = b.lane[b.count - 1];
    for (std::size_t m = 0; m < s.models.size(); ++m) {
        receive(b.rays, s.models[m],
                {.count = static_cast<int>(b.count),
                 .d_km = b.d.data(),
                 .hn_m = b.hn.data(),
                 .before = b.before.data(),
                 .lane = b.lane.data(),
                 .zones = {},
                 .loss_db = b.loss.data(),
                 .reason = s.reasons == nullptr ? nullptr : b.reason.data()});
        for (std::size_t i = 0; i < b.count; ++i)
            s.out[m].centi_db[b.cell[i]] = centi_db(static_cast<double>(b.loss[i]));
        if (s.reasons != nullptr && m == 0)
            for (std::size_t i = 0; i < b.count; ++i) (*s.reasons)[b.cell[i]] = static_cast<std::uint8_t>(b.reason[i]);
    }
    b.count = 0;
}

void sweep_bundle(Sweep const& s, std::size_t bundle, Scratch& b) {
    std::size_t const ray0 = bundle * RayBundle::lanes, cols = static_cast<std::size_t>(s.frame.cols());
    if (s.bins.first[ray0] == s.bins.first[ray0 + RayBundle::lanes]) return;
    trace_rays(s, bundle, b);
    auto const per_step = static_cast<float>(1 / s.step_km);
    for (std::size_t l = 0; l < RayBundle::lanes; ++l)
        for (std::uint32_t k = s.bins.first[ray0 + l]; k < s.bins.first[ray0 + l + 1]; ++k) {
            std::size_t const r = s.bins.cells[k] >> 16, c = s.bins.cells[k] & 0xffff, at = r * cols + c;
            float const d = s.bins.d_km[at];
            float const hn = s.ground.height_m[(r + static_cast<std::size_t>(s.frame.first_row)) *
                                                   static_cast<std::size_t>(s.ground.grid_cols) +
                                               c + static_cast<std::size_t>(s.frame.first_col)];
            int const before = samples_before(d, per_step);
            if (std::isnan(hn) || before >= b.rays.known[l]) {
                for (auto& map : s.out) map.centi_db[at] = PathLoss::no_terrain;
                continue;
            }
            b.d[b.count] = std::max(d, nearest_km), b.hn[b.count] = hn, b.before[b.count] = before,
            b.lane[b.count] = static_cast<int>(l);
            b.cell[b.count++] = at;
            if (b.count == batch) empty_batch(s, b);
        }
    empty_batch(s, b);
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
    std::vector<PathLoss> out(models.size(), empty_window(frame));
    static thread_local SweepBins bins; // memory kept from site to site
    bin_by_ray(bins, frame, antenna.radius_km, ray_count(frame, antenna.radius_km, detail.ray_density), ground.wanted,
               ground.grid_cols);
    if (reasons != nullptr) reasons->assign(out[0].centi_db.size(), 0);
    Sweep const s{frame, ground, antenna, models, bins, frame.cell_km * detail.step_cells, out, reasons};
    auto const one = [&](std::ptrdiff_t bundle) {
        static thread_local Scratch scratch;
        scratch.count = 0;
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
