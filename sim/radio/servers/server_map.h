#pragma once
#include "geo/raster.h"
#include "sim/radio/servers/sector_group.h"
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusong {

struct PreparedGroup; // see merge_row.h
struct RowPart;

/// How a receiver hears. All sectors of one map are of one technology and carrier.
struct ServerSettings {
    double receiver_height_m = 0;         ///< above ground
    double effective_earth_radius_km = 0; ///< bends the direction in which the antenna is seen
    double threshold_dbm = 0;             ///< from which on a sector counts as one that overlaps
    double weakest_dbm = 0;               ///< below which a sector neither serves nor disturbs; not under −327
    friend bool operator==(ServerSettings const&, ServerSettings const&) = default;
};

struct Server {
    std::uint32_t sector = no_sector;
    double dbm = 0;
    friend bool operator==(Server const&, Server const&) = default;
};

/// The three strongest sectors of every cell, how many are over a threshold, and what all of them together bring.
/// Sectors may be added and taken away in any order and any number of groups: the map is then, byte for byte, the one
/// made from scratch with those that are left.
/// Units:   power in steps of 0.01 dB, at most 0 dBm; of equals the lower sector id is the stronger. Total power in
/// steps
///          of 2^-56 mW (−168.6 dBm), each sector's times its load.
/// Errors:  std::logic_error for a sector id that is too large, there already, or not there; for a window that does not
///          lie in the grid; for a load, tilt or cut out of range.
/// Source:  docs/models.md, "From path loss to servers".
/// Threads: OpenMP over bands of rows; the result does not depend on the thread count.
class ServerMap {
  public:
    static constexpr int ranks = 3;

    /// `ground_m` is copied nowhere and must outlive every add and remove. Cells without ground have no server.
    ServerMap(geo::Raster const& ground_m, ServerSettings const& settings);
    ServerMap(geo::Raster const&& ground_m, ServerSettings const& settings) = delete;

    void add(std::span<SectorGroup const> groups);
    /// `gone` must be as it was when it was added. `others` are groups of the map: at least all of those that are left
    /// and whose windows touch the windows of `gone`.
    void remove(std::span<SectorGroup const> gone, std::span<SectorGroup const> others);

    [[nodiscard]] geo::Grid const& grid() const { return grid_; }
    [[nodiscard]] ServerSettings const& settings() const { return settings_; }
    /// Server number `rank`, 0 the strongest; nothing where fewer are heard.
    [[nodiscard]] std::optional<Server> server(std::uint32_t cell, int rank) const;
    [[nodiscard]] int overlap(std::uint32_t cell) const { return overlap_[cell]; }
    [[nodiscard]] double total_mw(std::uint32_t cell) const; ///< loads counted in

    [[nodiscard]] std::span<std::uint32_t const> keys(int rank) const { return keys_[static_cast<std::size_t>(rank)]; }
    [[nodiscard]] std::span<std::uint64_t const> totals() const { return total_; }
    [[nodiscard]] std::span<std::uint16_t const> overlaps() const { return overlap_; }
    /// By sector id; NaN = not in the map.
    [[nodiscard]] std::span<float const> load_shares() const { return load_share_; }
    friend bool operator==(ServerMap const& a, ServerMap const& b) {
        return a.keys_ == b.keys_ && a.total_ == b.total_ && a.overlap_ == b.overlap_ && a.settings_ == b.settings_;
    }

  private:
    void note_loads(std::span<SectorGroup const> groups, bool present);
    [[nodiscard]] RowPart cells(PreparedGroup const& group, int row, int first_col, int end_col);
    void remove_from_row(std::span<PreparedGroup const> gone, std::span<PreparedGroup const> others, int row,
                         std::span<std::uint32_t> again);

    geo::Raster const* ground_m_;
    geo::Grid grid_;
    ServerSettings settings_;
    std::array<std::vector<std::uint32_t>, ranks> keys_; ///< see merge_row.h
    std::vector<std::uint64_t> total_;
    std::vector<std::uint16_t> overlap_;
    std::vector<float> load_share_;
};

/// Power of server number `rank`, dBm; NaN where there is none.
[[nodiscard]] geo::Raster power_dbm(ServerMap const& map, int rank);
/// Its sector; −1 where there is none.
[[nodiscard]] geo::Array2D<std::int32_t> sector_of_cell(ServerMap const& map, int rank);
/// Sectors at or above the threshold.
[[nodiscard]] geo::Array2D<std::int32_t> overlap_count(ServerMap const& map);
/// How many of the three strongest are within `margin_db` of the strongest, itself counted: 0 to 3.
[[nodiscard]] geo::Array2D<std::int32_t> servers_within(ServerMap const& map, double margin_db);

} // namespace phusong
