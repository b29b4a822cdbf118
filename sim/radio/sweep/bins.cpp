#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/radio/sweep/bins.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/simd/math-inl.h"
#include "sim/radio/sweep/bins.h"

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {
namespace hn = simd::hn;

/// Distance and nearest ray of one row of the window; −1 for the ray of a cell beyond the radius.
/// Shapes:  writes whole vectors: `d` and `ray` reach 16 beyond the row.
void row_polar(SweepFrame const& f, int row, int cols, float radius_km, int rays, float* d, int* ray) {
    simd::F const tag;
    auto const r = static_cast<std::size_t>(row);
    auto const scale = simd::set(f.east_scale[r]), north = simd::set(f.north[r]), bent = simd::set(f.north_bend[r]);
    auto const per_radian = simd::set(static_cast<float>(rays) / 6.283185307179586f);
    for (int c = 0; c < cols; c += static_cast<int>(hn::Lanes(tag))) {
        auto const x = hn::Mul(scale, hn::LoadU(tag, f.east.data() + c));
        auto const y = simd::mul_add(bent, hn::LoadU(tag, f.bend.data() + c), north);
        auto const s2 = simd::mul_add(x, x, hn::Mul(y, y)), s = hn::Sqrt(s2);
        auto const dist = simd::mul_add(hn::Mul(s, s2), simd::set(f.curve), s);
        auto turn = hn::Mul(simd::atan2(x, y), per_radian);
        turn = simd::choose(hn::Lt(turn, simd::set(-0.5f)), hn::Add(turn, simd::set(static_cast<float>(rays))), turn);
        auto nearest = hn::NearestInt(turn);
        nearest = hn::IfThenElse(hn::Lt(nearest, simd::seti(rays)), nearest, simd::seti(0));
        auto const in = hn::RebindMask(simd::I(), hn::Le(dist, simd::set(radius_km)));
        hn::StoreU(dist, tag, d + c);
        hn::StoreU(hn::IfThenElse(in, nearest, simd::seti(-1)), simd::I(), ray + c);
    }
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace phusong {
HWY_EXPORT(row_polar);
namespace {

void check(SweepFrame const& frame, int rays) {
    if (frame.rows() > 65535 || frame.cols() > 65535 || rays > 65520)
        throw std::invalid_argument("sweep: more than 65535 cells across, or more than 65520 rays");
}

constexpr std::uint16_t nobody = 0xffff;

/// Counts a row's cells per ray.
void note_rays(int const* ray, int cols, std::uint8_t const* wanted, std::uint16_t* ray_of,
               std::vector<std::uint32_t>& first) {
    for (int c = 0; c < cols; ++c) {
        bool const in = ray[c] >= 0 && (wanted == nullptr || wanted[c] != 0);
        ray_of[c] = in ? static_cast<std::uint16_t>(ray[c]) : nobody;
        if (in) ++first[static_cast<std::size_t>(ray[c]) + 1];
    }
}

/// Counting sort of the cells by ray.
void fill(SweepBins& bins, std::vector<std::uint16_t> const& ray_of, int rows, int cols) {
    for (std::size_t k = 1; k < bins.first.size(); ++k) bins.first[k] += bins.first[k - 1];
    bins.cells.resize(bins.first.back());
    bins.reach_km.assign(static_cast<std::size_t>(bins.rays) / 16, 0);
    std::vector<std::uint32_t> next(bins.first.begin(), bins.first.end() - 1);
    std::size_t at = 0;
    for (std::uint32_t r = 0; r < static_cast<std::uint32_t>(rows); ++r)
        for (std::uint32_t c = 0; c < static_cast<std::uint32_t>(cols); ++c, ++at) {
            std::uint16_t const ray = ray_of[at];
            if (ray == nobody) continue;
            bins.cells[next[ray]++] = r << 16 | c;
            float& reach = bins.reach_km[ray / 16U];
            reach = std::max(reach, bins.d_km[at]);
        }
}

/// The same as row_polar, a cell at a time, for cells whose places are given one by one.
void row_of_spots(SweepFrame const& f, int row, double radius_km, int rays, float* d, int* ray) {
    for (int c = 0; c < f.cols(); ++c) {
        Polar const p = f.polar(row, c);
        double const turn = p.azimuth_rad / (2 * std::numbers::pi);
        d[c] = static_cast<float>(p.d_km);
        ray[c] = -1;
        if (!(p.d_km <= radius_km)) continue; // NaN too
        auto const nearest = static_cast<int>(std::lround((turn < 0 ? turn + 1 : turn) * rays));
        ray[c] = nearest < rays ? nearest : 0;
    }
}

/// What row_polar reads, with room for whole vectors.
SweepFrame padded(SweepFrame const& frame) {
    SweepFrame out;
    out.east_scale = frame.east_scale, out.north = frame.north, out.north_bend = frame.north_bend;
    out.east = frame.east, out.bend = frame.bend, out.curve = frame.curve;
    out.east.resize(frame.east.size() + 16), out.bend.resize(frame.bend.size() + 16);
    return out;
}

} // namespace

int ray_count(SweepFrame const& frame, double radius_km, double density) {
    double const around = 2 * std::numbers::pi * radius_km / frame.cell_km * density;
    return std::max(1, static_cast<int>(std::ceil(around / 16))) * 16;
}

void bin_by_ray(SweepBins& bins, SweepFrame const& frame, double radius_km, int rays, std::uint8_t const* wanted,
                int grid_cols) {
    check(frame, rays);
    auto const rows = frame.rows(), cols = frame.cols();
    auto const size = static_cast<std::size_t>(rows) * static_cast<std::size_t>(cols);
    SweepFrame const tables = padded(frame);
    std::vector<std::uint16_t> ray_of(size);
    std::vector<int> row_rays(static_cast<std::size_t>(cols) + 16);
    bins.rays = rays;
    bins.d_km.resize(size + 16);
    bins.first.assign(static_cast<std::size_t>(rays) + 1, 0);
    for (int r = 0; r < rows; ++r) {
        auto const at = static_cast<std::size_t>(r) * static_cast<std::size_t>(cols);
        if (!frame.spots.empty())
            row_of_spots(frame, r, radius_km, rays, bins.d_km.data() + at, row_rays.data());
        else
            HWY_DYNAMIC_DISPATCH(row_polar)
        (tables, r, cols, static_cast<float>(radius_km), rays, bins.d_km.data() + at, row_rays.data());
        std::uint8_t const* const row_wanted =
            wanted == nullptr
                ? nullptr
                : wanted + static_cast<std::size_t>(frame.first_row + r) * static_cast<std::size_t>(grid_cols) +
                      frame.first_col;
        note_rays(row_rays.data(), cols, row_wanted, ray_of.data() + at, bins.first);
    }
    fill(bins, ray_of, rows, cols);
}

} // namespace phusong
#endif
