#pragma once
#include "sim/radio/area/lay_sectors.h"
#include "sim/radio/store/path_loss_store.h"

namespace phusong {

/// Raised when sim/radio/sweep or sim/radio/models give other numbers, so that no store mixes old ones with new.
inline constexpr int engine_version = 2;

/// Path loss around one site, and what decides it.
struct SiteLoss {
    PathLoss loss;
    std::vector<std::uint8_t> reasons; ///< SweepReason per cell of the window, 0 = none; empty where nobody asked
    bool swept = false;                ///< computed now, not kept from before
};

/// Where path loss comes from: the store, where it is kept, else the engine, which fills the store.
struct PathLossSource {
    AreaGround const& ground;
    Radio const& radio;
    bool reasons = true;
    PathLossStore* store = nullptr; ///< null = none

    /// Errors:  FileError of the store; what the engine throws. Threads: none inside; call it from many.
    [[nodiscard]] SiteLoss loss_of(LaidSite const& site) const;
    /// The same by all threads together, for one site alone; never from inside a parallel loop.
    [[nodiscard]] SiteLoss loss_of_alone(LaidSite const& site) const;

  private:
    [[nodiscard]] SiteLoss loss(LaidSite const& site, bool all_threads) const;
};

/// What the numbers of a site's path loss depend on. The power of its sectors is none of it, but where free space alone
/// bounds the radius.
[[nodiscard]] PathLossInputs inputs_of(LaidSite const& site, Radio const& radio, AreaGround const& ground);

} // namespace phusong
