#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "sim/radio/servers/merge_row.cpp"
#include <hwy/foreach_target.h>

#include "sim/radio/servers/fixed_power-inl.h"
#include "sim/radio/servers/merge_row.h"
#include <algorithm>
#include <array>

HWY_BEFORE_NAMESPACE();
namespace phusong::HWY_NAMESPACE {

enum class Merge { add, remove, refill };

constexpr float degrees_per_radian = 57.29577951308232f;
constexpr std::size_t most_lanes = 16;

HWY_INLINE VF from_0_to_360(VF degrees) {
    return hn::Add(degrees, hn::IfThenElseZero(hn::Lt(degrees, simd::zero()), simd::set(360)));
}

/// Attenuation of a cut between two degrees, in its steps.
HWY_INLINE VF attenuation(CutTable const& cut, VF degrees) {
    VI const whole = hn::ConvertTo(I(), degrees);
    VF const part = hn::Sub(degrees, hn::ConvertTo(F(), whole));
    VI const entry = hn::GatherIndex(I(), cut.data(), whole);
    VI const at = hn::BitCast(I(), hn::ShiftRight<16>(hn::BitCast(U(), entry)));
    VI const more = hn::ShiftRight<16>(hn::ShiftLeft<16>(entry));
    return simd::mul_add(hn::ConvertTo(F(), more), part, hn::ConvertTo(F(), at));
}

/// Where cells lie as seen from the antenna.
struct Direction {
    VF east_share, north_share; ///< of the distance
    VF azimuth_deg, depression_deg;
};

HWY_INLINE Direction direction(RowPart const& row, std::size_t at, VF ground_m) {
    VF const east =
        simd::mul_add(hn::Iota(F(), static_cast<float>(at)), simd::set(row.cell_m), simd::set(row.first_east_m));
    VF const north = simd::set(row.north_m);
    VF const squares = simd::mul_add(east, east, hn::Mul(north, north));
    VF const distance = simd::greater(hn::Sqrt(squares), simd::set(1)); // the antenna's own cell
    VF const share = hn::Div(simd::set(1), distance);
    VF const fall = simd::mul_add(hn::Sub(simd::set(row.antenna_m), ground_m), share,
                                  hn::Mul(distance, simd::set(row.bulge_per_m)));
    return {hn::Mul(east, share), hn::Mul(north, share),
            hn::Mul(simd::atan2(east, north), simd::set(degrees_per_radian)),
            hn::Mul(simd::atan(fall), simd::set(degrees_per_radian))};
}

/// Received power in hundredths of dBm, at most 0.
HWY_INLINE VI received(PreparedSector const& s, Direction const& to, VF loss_centi_db) {
    VF const across = from_0_to_360(hn::Sub(to.azimuth_deg, simd::set(s.azimuth_deg)));
    VF const ahead =
        simd::mul_add(to.east_share, simd::set(s.sin_azimuth), hn::Mul(to.north_share, simd::set(s.cos_azimuth)));
    VF const tilt = simd::mul_add(simd::set(s.mechanical_tilt_deg), ahead, simd::set(s.tilt_shift_deg));
    VF const down = from_0_to_360(hn::Sub(to.depression_deg, tilt));
    VF const both = simd::lesser(hn::Add(attenuation(s.horizontal, across), attenuation(s.vertical, down)),
                                 simd::set(s.most_attenuation));
    VF const sent = hn::Sub(simd::set(s.eirp_centi_dbm), hn::Mul(both, simd::set(100 / cut_steps_per_db)));
    return hn::Min(hn::NearestInt(hn::Sub(sent, loss_centi_db)), simd::seti(0));
}

/// The three servers of each lane.
struct Three {
    VU first, second, third;
    HWY_INLINE void insert(VU key) {
        VU const second_or = hn::Min(first, key);
        first = hn::Max(first, key);
        VU const third_or = hn::Min(second, second_or);
        second = hn::Max(second, second_or);
        third = hn::Max(third, third_or);
    }
};

/// Lanes of which the group says something: where its signal comes and the ground is known.
template <Merge merge> HWY_INLINE simd::MF lanes_reached(RowPart const& row, VI loss, VF ground_m) {
    auto const reached =
        hn::And(hn::RebindMask(F(), hn::Lt(loss, simd::seti(PathLoss::most + 1))), hn::Eq(ground_m, ground_m));
    if constexpr (merge != Merge::refill) return reached;
    return hn::And(reached, hn::RebindMask(F(), hn::Ne(hn::LoadU(U(), row.again), hn::Zero(U()))));
}

/// What the sectors of a group bring to each lane.
struct Brought {
    Wide total;
    VI overlap;
    VU was_server; ///< all bits: one of them is among the three
};

template <Merge merge>
HWY_INLINE Brought hear(RowPart const& row, Direction const& to, VF loss, simd::MF reached, Three& three) {
    Brought out{widen(hn::Zero(U())), hn::Zero(I()), hn::Zero(U())};
    for (auto const& sector : row.sectors) {
        VI const power = received(sector, to, loss);
        auto const heard = hn::And(hn::RebindMask(I(), reached), hn::Gt(power, simd::seti(row.weakest_centi_dbm - 1)));
        VU const high = hn::BitCast(U(), hn::ShiftLeft<16>(hn::Add(power, simd::seti(32768))));
        VU const key = hn::IfThenElseZero(hn::RebindMask(U(), heard), hn::Or(high, hn::Set(U(), sector.key)));
        if constexpr (merge != Merge::remove) three.insert(key);
        if constexpr (merge == Merge::refill) continue;
        auto const not_weaker = hn::And(hn::RebindMask(U(), heard), hn::Eq(hn::Max(key, three.third), key));
        out.was_server = hn::Or(out.was_server, hn::VecFromMask(U(), not_weaker));
        VF const load_share = hn::IfThenElseZero(hn::RebindMask(F(), heard), simd::set(sector.load_share));
        out.total = sum_of(out.total, fixed_power(power, load_share));
        auto const good = hn::And(heard, hn::Gt(power, simd::seti(row.threshold_centi_dbm - 1)));
        out.overlap = hn::Sub(out.overlap, hn::VecFromMask(I(), good));
    }
    return out;
}

/// One vector of cells; `row` points to them, `at` is their place in the whole row.
template <Merge merge> HWY_INLINE void merge_lanes(RowPart const& row, std::size_t at) {
    hn::Rebind<std::uint16_t, F> const shorts;
    U const u;
    VI const loss = hn::PromoteTo(I(), hn::LoadU(shorts, row.loss_centi_db));
    VF const ground_m = hn::LoadU(F(), row.ground_m);
    auto const reached = lanes_reached<merge>(row, loss, ground_m);
    if (hn::AllFalse(F(), reached)) return;
    // A cell without ground must not lead the look-up out of its table.
    Direction const to = direction(row, at, hn::IfThenElse(reached, ground_m, simd::set(row.antenna_m)));
    Three three{hn::LoadU(u, row.first), hn::LoadU(u, row.second), hn::LoadU(u, row.third)};
    auto const brought = hear<merge>(row, to, hn::ConvertTo(F(), loss), reached, three);
    if constexpr (merge == Merge::remove) {
        three = {hn::AndNot(brought.was_server, three.first), hn::AndNot(brought.was_server, three.second),
                 hn::AndNot(brought.was_server, three.third)};
        hn::StoreU(hn::Or(hn::LoadU(u, row.again), brought.was_server), u, row.again);
    }
    hn::StoreU(three.first, u, row.first);
    hn::StoreU(three.second, u, row.second);
    hn::StoreU(three.third, u, row.third);
    if constexpr (merge == Merge::refill) return;
    constexpr bool adds = merge == Merge::add;
    Wide const total = load(row.total);
    store(adds ? sum_of(total, brought.total) : difference_of(total, brought.total), row.total);
    VI const count = hn::PromoteTo(I(), hn::LoadU(shorts, row.overlap));
    VI const now = adds ? hn::Add(count, brought.overlap) : hn::Sub(count, brought.overlap);
    hn::StoreU(hn::DemoteTo(shorts, now), shorts, row.overlap);
}

/// The cells that are left at the end of a row, as a full vector; those beyond are out of reach.
struct Rest {
    std::array<std::uint16_t, most_lanes> loss, overlap{};
    std::array<float, most_lanes> ground{};
    std::array<std::uint32_t, most_lanes> first{}, second{}, third{}, again{};
    std::array<std::uint64_t, most_lanes> total{};

    /// copy(ours, theirs) for every array that the caller has.
    template <class Copy> void each(RowPart const& row, Copy copy) {
        copy(first.data(), row.first);
        copy(second.data(), row.second);
        copy(third.data(), row.third);
        if (row.again != nullptr) copy(again.data(), row.again);
        copy(total.data(), row.total);
        copy(overlap.data(), row.overlap);
    }
};

template <Merge merge> void merge_rest(RowPart const& row, std::size_t at, std::size_t left) {
    Rest rest;
    rest.loss.fill(PathLoss::none);
    std::copy_n(row.loss_centi_db, left, rest.loss.data());
    std::copy_n(row.ground_m, left, rest.ground.data());
    rest.each(row, [&](auto* ours, auto* theirs) { std::copy_n(theirs, left, ours); });
    RowPart part = row;
    part.loss_centi_db = rest.loss.data();
    part.ground_m = rest.ground.data();
    part.first = rest.first.data();
    part.second = rest.second.data();
    part.third = rest.third.data();
    part.again = rest.again.data();
    part.total = rest.total.data();
    part.overlap = rest.overlap.data();
    merge_lanes<merge>(part, at);
    rest.each(row, [&](auto* ours, auto* theirs) { std::copy_n(ours, left, theirs); });
}

template <Merge merge> void merge_cells(RowPart const& row) {
    std::size_t const lanes = hn::Lanes(F());
    RowPart part = row;
    std::size_t at = 0;
    for (; at + lanes <= row.count; at += lanes) {
        merge_lanes<merge>(part, row.begin + at);
        part.loss_centi_db += lanes;
        part.ground_m += lanes;
        part.first += lanes;
        part.second += lanes;
        part.third += lanes;
        part.total += lanes;
        part.overlap += lanes;
        if (part.again != nullptr) part.again += lanes;
    }
    if (at < row.count) merge_rest<merge>(part, row.begin + at, row.count - at);
}

void add_cells(RowPart const& row) { merge_cells<Merge::add>(row); }
void remove_cells(RowPart const& row) { merge_cells<Merge::remove>(row); }
void refill_cells(RowPart const& row) { merge_cells<Merge::refill>(row); }

} // namespace phusong::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace phusong {
HWY_EXPORT(add_cells);
HWY_EXPORT(remove_cells);
HWY_EXPORT(refill_cells);

void add_row(RowPart const& row) { HWY_DYNAMIC_DISPATCH(add_cells)(row); }
void remove_row(RowPart const& row) { HWY_DYNAMIC_DISPATCH(remove_cells)(row); }
void refill_row(RowPart const& row) { HWY_DYNAMIC_DISPATCH(refill_cells)(row); }

} // namespace phusong
#endif
