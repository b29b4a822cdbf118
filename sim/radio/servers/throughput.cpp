#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/radio/servers/throughput.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/servers/throughput.h"
#include "sim/radio/simd/math-inl.h"
#include <algorithm>
#include <array>
#include <span>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using simd::F;
using simd::VF;

HWY_INLINE VF efficiency(LinkCurve const& curve, VF sinr_db) {
    VF const ratio = simd::exp10(hn::Mul(sinr_db, simd::set(0.1f)));
    VF const bound = simd::log2(hn::Add(ratio, simd::set(1)));
    VF const carried = simd::lesser(hn::Mul(bound, simd::set(static_cast<float>(curve.bound_share))),
                                    simd::set(static_cast<float>(curve.most_bps_per_hz)));
    auto const enough = hn::Ge(sinr_db, simd::set(static_cast<float>(curve.least_sinr_db)));
    auto const known = hn::Eq(sinr_db, sinr_db);
    return hn::IfThenElse(known, hn::IfThenElseZero(enough, carried), sinr_db);
}

/// Shapes:  both of one length.
void rate_cells(LinkCurve const& curve, float mbps_per_unit, std::span<float const> sinr_db, std::span<float> out) {
    std::size_t const lanes = hn::Lanes(F());
    std::size_t at = 0;
    auto const rate = [&](float const* from, float* to) {
        hn::StoreU(hn::Mul(efficiency(curve, hn::LoadU(F(), from)), simd::set(mbps_per_unit)), F(), to);
    };
    for (; at + lanes <= out.size(); at += lanes) rate(sinr_db.data() + at, out.data() + at);
    std::array<float, 16> last{}, last_rate{};
    std::copy(sinr_db.begin() + static_cast<std::ptrdiff_t>(at), sinr_db.end(), last.begin());
    rate(last.data(), last_rate.data());
    std::copy_n(last_rate.begin(), out.size() - at, out.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "geo/parallel.h"
#include <cmath>

namespace phusong {
HWY_EXPORT(rate_cells);

double spectral_efficiency_bps_per_hz(LinkCurve const& curve, double sinr_db) {
    if (sinr_db < curve.least_sinr_db) return 0;
    return std::min(curve.bound_share * std::log2(1 + std::pow(10, sinr_db / 10)), curve.most_bps_per_hz);
}

geo::Raster throughput_mbps(geo::Raster const& sinr_db, LinkCurve const& curve, DataCarrier const& carrier) {
    geo::Raster out(sinr_db.grid);
    auto const cols = static_cast<std::size_t>(sinr_db.grid.cols);
    geo::parallel_for(sinr_db.grid.rows, 16, [&](std::ptrdiff_t row) {
        auto const first = static_cast<std::size_t>(row) * cols;
        HWY_DYNAMIC_DISPATCH(rate_cells)
        (curve, static_cast<float>(carrier.bandwidth_mhz * carrier.data_share), {sinr_db.values.data() + first, cols},
         {out.values.data() + first, cols});
    });
    return out;
}

} // namespace phusong
#endif
