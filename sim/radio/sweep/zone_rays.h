#pragma once
#include "sim/radio/models/p1812_zones.h"
#include "sim/radio/sweep/ray_bundle.h"
#include "sim/radio/sweep/trace.h"
#include <array>
#include <vector>

namespace phusong {

/// A path's shares of sea and land, and how far its antennas are from the coast along it.
struct CoastPath {
    ZoneShares shares;
    double dct_km = 500, dcr_km = 500; ///< as P1812Link; 500 where there is no sea
};

/// Shapes:  as P1812Profile; an empty `zone` is inland everywhere. Coasts lie halfway between two points.
[[nodiscard]] CoastPath coast_path(std::span<double const> d_km, std::span<RadioZone const> zone);

/// The zones under sixteen rays, with everything that is known at each sample of the path so far, so that a receiver
/// costs a few steps.
class ZoneRays {
  public:
    /// Samples the nearest cell's zone along the course. Cells outside the raster, or with another code, are inland.
    void follow(RayBundle const& rays, RayCourse const& course, SweepTerrain const& terrain);
    /// A path along ray `lane` up to sample `before`, and from there through the receiver's own points.
    /// Shapes:  the points that follow, the receiver last; at least one.
    [[nodiscard]] CoastPath to(int before, int lane, std::span<double const> d_km,
                               std::span<RadioZone const> zone) const;

  private:
    /// Sections of the path over one kind of zone: those that have ended, and where the present one began.
    struct Sections {
        double longest_km = 0, sum_km = 0, since_km = -1; ///< since: −1 when the sample is of another kind
        void step(bool belongs, double from_km, double to_km, bool at_end);
    };
    struct Sample {
        double d_km = 0;
        Sections land, inland, sea;
        double first_sea_km = -1, last_sea_km = -1; ///< where the sea began first, and how far it reached; −1 = none
        RadioZone zone = RadioZone::inland;
        void step(RadioZone next, double next_km, bool at_end);
    };
    std::vector<std::array<Sample, RayBundle::lanes>> samples_;
    friend CoastPath coast_path(std::span<double const>, std::span<RadioZone const>);
    [[nodiscard]] static CoastPath along(Sample at, std::span<double const> d_km, std::span<RadioZone const> zone);
};

/// The zone of the cell nearest to a place in the terrain raster.
[[nodiscard]] RadioZone zone_at(SweepTerrain const& terrain, RasterSpot spot);

} // namespace phusong
