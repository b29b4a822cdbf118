#pragma once
#include "geo/progress.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <span>
#include <vector>

namespace phusong {

struct Transmitter {
    geo::XY xy;
    double mast_height_m = 0;
    TechnologySet technologies;
};

/// Strongest received signal per technology, dBm. Cells outside the communes (but for villages there), farther than the
/// link budget's radius from every transmitter, behind missing terrain, or with less than threshold − weak band (which
/// counts as no signal) are NaN.
struct SignalMaps {
    std::array<geo::Raster, technology_count> best_dbm;
    /// Pairs of transmitter and cell within its radius that got nothing because terrain is missing on the way.
    std::uint64_t samples_without_terrain = 0;
};

[[nodiscard]] SignalMaps no_signal(World const& world);

/// Merges the signals of `transmitters` into `maps` (cell by cell the stronger one stays).
/// Threads: OpenMP over transmitters; the result does not depend on the thread count or order.
void add_signals(SignalMaps& maps, World const& world, Radio const& radio, std::span<Transmitter const> transmitters,
                 geo::Progress const& progress = {});

/// What each transmitter alone serves at or above the threshold, per technology it has: inhabited cells (indices into
/// World::people) and villages in whose hall's own cell it does. Both ascending.
struct Reach {
    std::array<std::vector<std::uint32_t>, technology_count> people_cells, halls;
    struct HeardAt {
        std::uint32_t village;
        float dbm;
    };
    /// Villages in whose hall's own cell it is heard at all, weak signals among them. Ascending.
    std::array<std::vector<HeardAt>, technology_count> heard;
};
[[nodiscard]] std::vector<Reach> reach(World const& world, Radio const& radio,
                                       std::span<Transmitter const> transmitters, geo::Progress const& progress = {});

/// Half of the rule for good signal, of maps and plan alike: enough of a village's people are served by one technology.
/// (The other half: so is the cell of its hall.) The same people added up in another order must not decide otherwise.
[[nodiscard]] inline bool enough_people(Radio const& radio, double served, double all) {
    constexpr double rounding_share = 1e-12;
    return served >= radio.good_people_share * all * (1 - rounding_share);
}

/// What people and halls get, and nothing between: all that the tables of a year need of its maps.
struct PointSignals {
    std::vector<TechnologySet> good;                           ///< at or above the threshold; one per World::people
    std::array<std::vector<float>, technology_count> hall_dbm; ///< one per village; NaN = nothing there
};
[[nodiscard]] PointSignals at_points(World const& world, Radio const& radio, SignalMaps const& maps);
/// Technologies at or above their thresholds in the cell of a village's hall.
[[nodiscard]] TechnologySet good_at_hall(PointSignals const& points, Radio const& radio, std::size_t village);
/// The stronger one stays: as at_points of maps to which that transmitter was added.
void add_reach(PointSignals& points, Reach const& reach);

/// What the villages get, per technology.
enum class SignalState : std::uint8_t { none, weak, good }; ///< thôn trắng sóng, thôn lõm sóng, good
struct VillageSignal {
    std::array<float, technology_count> centre_dbm{};    ///< NaN = nothing
    std::array<double, technology_count> people_share{}; ///< share of its people at or above the threshold
    SignalState state = SignalState::none;               ///< of the best technology
    SignalState broadband_state = SignalState::none;     ///< of 4G and 5G
};
[[nodiscard]] std::vector<VillageSignal> village_signals(World const& world, Radio const& radio,
                                                         PointSignals const& points);
[[nodiscard]] inline std::vector<VillageSignal> village_signals(World const& world, Radio const& radio,
                                                                SignalMaps const& maps) {
    return village_signals(world, radio, at_points(world, radio, maps));
}

} // namespace phusong
