#include "sim/radio/servers/server_map.h"
#include "geo/parallel.h"
#include "sim/radio/servers/merge_row.h"
#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace phusong {
namespace {

constexpr int rows_per_band = 8; // what a band keeps of the map stays in the second-level cache while sites pass by

std::int32_t centi(double dbm) { return static_cast<std::int32_t>(std::lround(100 * dbm)); }

/// Calls body(first row, end row) for bands of rows; the cells of a band belong to one thread.
template <class Body> void each_band(geo::Grid const& grid, Body const& body) {
    geo::parallel_for((grid.rows + rows_per_band - 1) / rows_per_band, 1, [&](std::ptrdiff_t band) {
        int const first = static_cast<int>(band) * rows_per_band;
        body(first, std::min(first + rows_per_band, grid.rows));
    });
}

/// Columns that any of the groups reaches in any row: first and end.
std::pair<int, int> columns_of(std::span<PreparedGroup const> groups) {
    int first = std::numeric_limits<int>::max(), end = 0;
    for (auto const& group : groups) {
        first = std::min(first, group.loss().first_col);
        end = std::max(end, group.end_col());
    }
    return {first, end};
}

} // namespace

ServerMap::ServerMap(geo::Raster const& ground_m, ServerSettings const& settings)
    : ground_m_(&ground_m), grid_(ground_m.grid), settings_(settings), total_(ground_m.grid.size()),
      overlap_(ground_m.grid.size()) {
    if (!(settings.weakest_dbm >= -327)) throw std::logic_error("weakest power is out of range");
    for (auto& keys : keys_) keys.resize(ground_m.grid.size());
}

void ServerMap::note_loads(std::span<SectorGroup const> groups, bool present) {
    for (auto const& group : groups)
        for (auto const& sector : group.sectors) {
            if (load_share_.size() <= sector.id) load_share_.resize(sector.id + 1, geo::no_data);
            float& load = load_share_[sector.id];
            if (std::isnan(load) != present)
                throw std::logic_error(present ? "sector is there already" : "sector is not there");
            load = present ? static_cast<float>(sector.load_share) : geo::no_data;
        }
}

/// What of columns [first_col, end_col) the group reaches in `row`.
RowPart ServerMap::cells(PreparedGroup const& group, int row, int first_col, int end_col) {
    auto const& w = group.loss();
    first_col = std::max(first_col, w.first_col);
    end_col = std::max(std::min(end_col, group.end_col()), first_col);
    auto const begin = static_cast<std::size_t>(first_col - w.first_col);
    std::size_t const cell =
        static_cast<std::size_t>(row) * static_cast<std::size_t>(grid().cols) + static_cast<std::size_t>(first_col);
    auto const corner = grid().centre(row, w.first_col);
    return {.begin = begin,
            .count = static_cast<std::size_t>(end_col - first_col),
            .loss_centi_db = w.centi_db.data() +
                             static_cast<std::size_t>(row - w.first_row) * static_cast<std::size_t>(w.cols) + begin,
            .ground_m = ground_m_->values.data() + cell,
            .first = keys_[0].data() + cell,
            .second = keys_[1].data() + cell,
            .third = keys_[2].data() + cell,
            .total = total_.data() + cell,
            .overlap = overlap_.data() + cell,
            .again = nullptr,
            .first_east_m = static_cast<float>(corner.x_m - group.group->xy.x_m),
            .north_m = static_cast<float>(corner.y_m - group.group->xy.y_m),
            .cell_m = static_cast<float>(grid().cell_m),
            .antenna_m = static_cast<float>(group.group->antenna_m - settings_.receiver_height_m),
            .bulge_per_m = static_cast<float>(1 / (2000 * settings_.effective_earth_radius_km)),
            .threshold_centi_dbm = centi(settings_.threshold_dbm),
            .weakest_centi_dbm = centi(settings_.weakest_dbm),
            .sectors = group.sectors};
}

void ServerMap::add(std::span<SectorGroup const> groups) {
    auto const prepared = prepare(groups, grid());
    note_loads(groups, true);
    each_band(grid(), [&](int first, int end) {
        for (auto const& group : prepared)
            for (int row = first; row < end; ++row)
                if (group.in_row(row)) add_row(cells(group, row, 0, grid().cols));
    });
}

void ServerMap::remove_from_row(std::span<PreparedGroup const> gone, std::span<PreparedGroup const> others, int row,
                                std::span<std::uint32_t> again) {
    std::ranges::fill(again, 0U);
    for (auto const& group : gone)
        if (group.in_row(row)) {
            auto part = cells(group, row, 0, grid().cols);
            part.again = again.data() + group.loss().first_col;
            remove_row(part);
        }
    auto const [first_col, end_col] = columns_of(gone);
    if (std::ranges::none_of(again, [](auto bits) { return bits != 0; })) return;
    for (auto const& group : others)
        if (group.in_row(row) && group.loss().first_col < end_col && group.end_col() > first_col) {
            auto part = cells(group, row, first_col, end_col);
            part.again = again.data() + std::max(first_col, group.loss().first_col);
            refill_row(part);
        }
}

void ServerMap::remove(std::span<SectorGroup const> gone, std::span<SectorGroup const> others) {
    auto const leaving = prepare(gone, grid()), staying = prepare(others, grid());
    note_loads(gone, false);
    each_band(grid(), [&](int first, int end) {
        std::vector<std::uint32_t> again(static_cast<std::size_t>(grid().cols));
        for (int row = first; row < end; ++row)
            if (std::ranges::any_of(leaving, [&](auto const& group) { return group.in_row(row); }))
                remove_from_row(leaving, staying, row, again);
    });
}

} // namespace phusong
