#pragma once
#include "sim/radio/sweep/trace.h"
#include "sim/radio/sweep/zone_rays.h"

namespace phusong {

/// Receivers on the rays of one bundle, gathered so that they are computed in whole vectors.
struct ReceiverBatch {
    static constexpr std::size_t most = 512;
    static constexpr std::size_t own_points = SweepReceivers::own_points;

    std::size_t count = 0;
    std::array<std::size_t, most> cell; ///< of the window
    std::array<float, most> d_km, hn_m, col, row, loss_db;
    std::array<int, most> before, lane, own_count, reason;
    std::array<std::array<float, most>, own_points> own_h, own_g;

    bool zoned = false;
    std::array<float, most> dtm_km, dlm_km, omega, dct_km, dcr_km, location_db;
    std::array<bool, most> at_sea;

    /// A cell `samples` steps and more from the antenna; col and row from the course's base.
    void add(std::size_t cell_of_window, float d, float hn, RasterSpot spot, int samples, int ray);
    /// Zones of the paths, where the terrain has any. To be called when all are added.
    void cross_zones(ZoneRays const& zones, RayCourse const& course, SweepTerrain const& terrain, double step_km);
    /// Samples the receivers' own points. To be called when all are added.
    void look_around(RayCourse const& course, SweepTerrain const& terrain);
    /// Fills loss_db and reason.
    void receive_all(RayBundle const& rays, SweepModel const& model, double step_km);
    /// Terrain is missing among the own points of a receiver.
    [[nodiscard]] bool lacks_terrain(std::size_t receiver) const;
    bool gaps = false; ///< terrain is missing at some own point of some receiver

  private:
    [[nodiscard]] CoastPath zones_to(ZoneRays const& zones, RayCourse const& course, SweepTerrain const& terrain,
                                     double step_km, std::size_t receiver) const;
    [[nodiscard]] float blended(RayBundle const& rays, SweepModel const& model, std::size_t receiver) const;
};

} // namespace phusong
