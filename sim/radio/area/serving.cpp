#include "sim/radio/area/serving.h"
#include "geo/parallel.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr std::uint8_t nobody_yet = 0; ///< while the map is made: no site reaches the cell so far

constexpr auto code(ServingReason reason) { return static_cast<std::uint8_t>(reason); }

struct Row {
    Serving& serving;
    ServerMap const& servers;
    int row;

    void note(LaidSite const& site, SiteLoss const& at) const {
        auto const& w = at.loss;
        if (row < w.first_row || row >= w.first_row + w.rows) return;
        std::uint32_t const first = site.group.sectors.front().id, last = site.group.sectors.back().id;
        std::size_t const begin = servers.grid().index(row, w.first_col),
                          in_window = static_cast<std::size_t>(row - w.first_row) * static_cast<std::size_t>(w.cols);
        auto const keys = servers.keys(0).subspan(begin, static_cast<std::size_t>(w.cols));
        for (std::size_t c = 0; c < keys.size(); ++c) {
            std::uint32_t const sector = no_sector - (keys[c] & 0xFFFFU);
            if (keys[c] != 0 && sector >= first && sector <= last) keep(begin + c, at, in_window + c);
            if (keys[c] == 0 && !at.reasons.empty()) note_unheard(begin + c, w.centi_db[in_window + c]);
        }
    }
    /// One whose loss is known might have been heard: then missing terrain is not what silences the cell.
    void note_unheard(std::size_t cell, std::uint16_t loss) const {
        auto& reason = serving.reason.data()[cell];
        if (loss == PathLoss::no_terrain && reason == nobody_yet)
            reason = code(ServingReason::no_terrain);
        else if (loss <= PathLoss::most)
            reason = code(ServingReason::beyond_threshold);
    }
    void keep(std::size_t cell, SiteLoss const& at, std::size_t in_window) const {
        serving.loss_centi_db.data()[cell] = at.loss.centi_db[in_window];
        if (!at.reasons.empty()) serving.reason.data()[cell] = at.reasons[in_window];
    }
};

} // namespace

Serving no_serving(geo::Grid const& grid, bool reasons) {
    Serving out;
    out.loss_centi_db = geo::Array2D<std::uint16_t>::Constant(grid.rows, grid.cols, PathLoss::none);
    if (reasons) out.reason = geo::Array2D<std::uint8_t>::Constant(grid.rows, grid.cols, nobody_yet);
    return out;
}

void note_serving(Serving& serving, ServerMap const& servers, std::span<LaidSite const> sites,
                  std::span<SiteLoss const> losses) {
    geo::parallel_for(servers.grid().rows, 8, [&](std::ptrdiff_t r) { // a cell is of one row, a row of one thread
        Row const row{serving, servers, static_cast<int>(r)};
        for (std::size_t i = 0; i < sites.size(); ++i) row.note(sites[i], losses[i]);
    });
}

void settle_reasons(Serving& serving, ServerMap const& servers, geo::Raster const& ground_m) {
    if (serving.reason.size() == 0) return;
    auto const threshold = static_cast<std::uint32_t>(std::lround(100 * servers.settings().threshold_dbm) + 32768);
    auto const keys = servers.keys(0);
    for (std::size_t cell = 0; cell < keys.size(); ++cell) {
        auto& reason = serving.reason.data()[cell];
        if (std::isnan(ground_m.values.data()[cell]))
            reason = code(ServingReason::no_terrain);
        else if (reason == nobody_yet || (keys[cell] != 0 && (keys[cell] >> 16) < threshold))
            reason = code(ServingReason::beyond_threshold);
    }
}

} // namespace phusong
