#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/radio/servers/sinr.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/servers/fixed_power-inl.h"
#include <algorithm>
#include <array>
#include <limits>
#include <span>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

/// One vector of cells of a ServerMap.
HWY_INLINE VF sinr_of(std::uint32_t const* keys, std::uint64_t const* totals, float const* load_share, VF noise_mw) {
    VU const key = hn::LoadU(U(), keys);
    auto const none = hn::RebindMask(F(), hn::Eq(key, hn::Zero(U())));
    VI const power = hn::Sub(hn::BitCast(I(), hn::ShiftRight<16>(key)), simd::seti(32768));
    VI const from_end = hn::BitCast(I(), hn::And(key, hn::Set(U(), 0xFFFF)));
    VI const sector = hn::IfThenZeroElse(hn::RebindMask(I(), none), hn::Sub(simd::seti(65535), from_end));
    Wide const own = fixed_power(power, hn::GatherIndex(F(), load_share, sector));
    VF const others_mw = hn::Mul(to_float(difference_of(load(totals), own)), simd::set(0x1p-56f));
    VF const signal_db = hn::Mul(hn::ConvertTo(F(), power), simd::set(0.01f));
    VF const sinr = hn::Sub(signal_db, hn::Mul(simd::log10(hn::Add(others_mw, noise_mw)), simd::set(10)));
    return hn::IfThenElse(none, simd::set(std::numeric_limits<float>::quiet_NaN()), sinr);
}

/// Shapes:  keys, totals and out of one length.
void sinr_cells(std::span<std::uint32_t const> keys, std::span<std::uint64_t const> totals, float const* load_share,
                float noise_mw, std::span<float> out) {
    std::size_t const lanes = hn::Lanes(F());
    std::size_t at = 0;
    for (; at + lanes <= keys.size(); at += lanes)
        hn::StoreU(sinr_of(keys.data() + at, totals.data() + at, load_share, simd::set(noise_mw)), F(),
                   out.data() + at);
    std::array<std::uint32_t, 16> last_keys{};
    std::array<std::uint64_t, 16> last_totals{};
    std::array<float, 16> last{};
    std::copy(keys.begin() + static_cast<std::ptrdiff_t>(at), keys.end(), last_keys.begin());
    std::copy(totals.begin() + static_cast<std::ptrdiff_t>(at), totals.end(), last_totals.begin());
    hn::StoreU(sinr_of(last_keys.data(), last_totals.data(), load_share, simd::set(noise_mw)), F(), last.data());
    std::copy_n(last.begin(), keys.size() - at, out.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "geo/parallel.h"
#include "sim/radio/servers/sinr.h"
#include <cmath>

namespace phusong {
HWY_EXPORT(sinr_cells);

namespace {
constexpr double thermal_noise_dbm_per_hz = -174; // k · 290 K
} // namespace

double noise_dbm(double bandwidth_hz, double noise_figure_db) {
    return thermal_noise_dbm_per_hz + 10 * std::log10(bandwidth_hz) + noise_figure_db;
}

geo::Raster sinr_db(ServerMap const& map, double noise_dbm) {
    geo::Raster out(map.grid());
    auto const noise_mw = static_cast<float>(std::pow(10, noise_dbm / 10));
    auto const cols = static_cast<std::size_t>(map.grid().cols);
    if (map.load_shares().empty()) return out;
    geo::parallel_for(map.grid().rows, 16, [&](std::ptrdiff_t row) {
        auto const first = static_cast<std::size_t>(row) * cols;
        HWY_DYNAMIC_DISPATCH(sinr_cells)
        (map.keys(0).subspan(first, cols), map.totals().subspan(first, cols), map.load_shares().data(), noise_mw,
         {out.values.data() + first, cols});
    });
    return out;
}

} // namespace phusong
#endif
