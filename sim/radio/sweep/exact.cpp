#include "sim/radio/sweep/exact.h"
#include "geo/parallel.h"
#include "sim/radio/sweep/zone_rays.h"
#include <algorithm>
#include <cmath>
#include <limits>

namespace phusong {

namespace {

constexpr double nearest_km = 0.01; ///< the formulas divide by the distance

/// One cell's profile, its memory kept from cell to cell.
struct Profile {
    std::vector<double> d, h, clutter;
    std::vector<RadioZone> zone;
    bool known = true;

    void add(double d_km, double h_m, double clutter_m, RadioZone z) {
        d.push_back(d_km), h.push_back(h_m), clutter.push_back(clutter_m), zone.push_back(z);
        known = known && !std::isnan(h_m);
    }
    void clear() {
        d.clear(), h.clear(), clutter.clear(), zone.clear();
        known = true;
    }
};

double clutter_at(SweepTerrain const& t, RasterSpot spot) {
    auto const col = static_cast<std::ptrdiff_t>(std::lround(spot.col)),
               row = static_cast<std::ptrdiff_t>(std::lround(spot.row));
    if (t.clutter_m == nullptr || col < 0 || row < 0 || col >= t.cols || row >= t.rows) return 0;
    float const R = t.clutter_m[row * t.cols + col];
    return R > 0 ? static_cast<double>(R) : 0;
}

void fill(Profile& p, SweepFrame const& frame, SweepTerrain const& terrain, double h0_m, double hn_m, Polar to,
          double step_km) {
    double const d = std::max(to.d_km, nearest_km);
    auto const steps = std::max(2, static_cast<int>(d / step_km) + 1);
    p.clear();
    p.add(0, h0_m, 0, zone_at(terrain, frame.spot(0, 0)));
    for (int i = 1; i < steps && p.known; ++i) {
        double const di = d * i / steps;
        RasterSpot const at = frame.spot(to.azimuth_rad, di);
        p.add(di, ground_at(terrain, at), clutter_at(terrain, at), zone_at(terrain, at));
    }
    p.add(d, hn_m, 0, zone_at(terrain, frame.spot(to.azimuth_rad, d)));
}

} // namespace

double ground_at(SweepTerrain const& t, RasterSpot spot) {
    double const left = std::floor(spot.col), top = std::floor(spot.row);
    if (!(left >= 0 && top >= 0 && left < t.cols - 1 && top < t.rows - 1))
        return std::numeric_limits<double>::quiet_NaN();
    float const* const nw = t.height_m + static_cast<std::ptrdiff_t>(top) * t.cols + static_cast<std::ptrdiff_t>(left);
    double const x = spot.col - left, y = spot.row - top;
    double const a = static_cast<double>(nw[0]), b = static_cast<double>(nw[1]), c = static_cast<double>(nw[t.cols]),
                 e = static_cast<double>(nw[t.cols + 1]);
    return (1 - y) * ((1 - x) * a + x * b) + y * ((1 - x) * c + x * e);
}

namespace {

struct Map {
    SweepFrame const& frame;
    SweepGround const& ground;
    SweepAntenna const& antenna;
    ExactModel const& model;
    double step_km;
    ExactMap& out;
};

void fill_cell(Map const& m, Profile& p, int row, int col) {
    Polar const to = m.frame.polar(row, col);
    auto const cell = m.ground.cell(m.frame.first_row + row, m.frame.first_col + col);
    auto const at =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(m.frame.cols()) + static_cast<std::size_t>(col);
    if (!(to.d_km <= m.antenna.radius_km) || (m.ground.wanted != nullptr && m.ground.wanted[cell] == 0)) return;
    m.out.loss.centi_db[at] = PathLoss::no_terrain;
    fill(p, m.frame, m.ground.terrain, static_cast<double>(m.antenna.ground_m),
         static_cast<double>(m.ground.height_m[cell]), to, m.step_km);
    if (!p.known) return;
    auto const found = m.model({p.d, p.h, p.clutter, p.zone}, to);
    m.out.loss_db[at] = static_cast<float>(found.loss_db);
    m.out.loss.centi_db[at] = centi_db(found.loss_db);
    m.out.reason[at] = static_cast<std::uint8_t>(found.reason);
}

} // namespace

ExactMap exact_map(SweepFrame const& frame, SweepGround const& ground, SweepAntenna const& antenna,
                   ExactModel const& model, double step_km, std::function<void(double)> const& progress) {
    constexpr int rows_at_once = 32; // between two reports
    ExactMap out{{frame.first_row, frame.first_col, frame.rows(), frame.cols(), {}}, {}, {}};
    auto const size = static_cast<std::size_t>(frame.rows()) * static_cast<std::size_t>(frame.cols());
    out.loss.centi_db.assign(size, PathLoss::none);
    out.loss_db.assign(size, std::numeric_limits<float>::quiet_NaN());
    out.reason.assign(size, 0);
    Map const map{frame, ground, antenna, model, step_km, out};
    for (int first = 0; first < frame.rows(); first += rows_at_once) {
        if (progress) progress(static_cast<double>(first) / frame.rows());
        geo::parallel_for(std::min(rows_at_once, frame.rows() - first), 1, [&](std::ptrdiff_t row) {
            static thread_local Profile p;
            for (int col = 0; col < frame.cols(); ++col) fill_cell(map, p, first + static_cast<int>(row), col);
        });
    }
    if (progress) progress(1);
    return out;
}

} // namespace phusong
