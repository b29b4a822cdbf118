#pragma once
#include "geo/io/crs.h"
#include "geo/io/csv_file.h"
#include "sim/scenario/scenario.h"
#include "sim/world/synthetic_terrain.h"
#include "sim/world/world.h"
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace phusong {

/// What the readers of one world share: what is asked for, what has been read, and what was wrong with it so far.
struct Reading {
    Scenario const& scenario;
    geo::io::Crs const& crs;
    World& world;
    geo::Problems& problems;
};

/// Opens a CSV table, or a vector layer of points as if it were one (every attribute a column, the place as lon and
/// lat). Notes its provenance. Nothing when it is not given or its problems leave nothing to read.
[[nodiscard]] std::optional<geo::io::CsvTable> open_table(Reading& reading, InputPath const& file,
                                                          std::string const& layer);

/// Records in the provenance of `layer` that `synthetic` of its `rows` are made up.
void note_synthetic(World& world, std::string const& layer, std::size_t synthetic, std::size_t rows);

/// The same of rows that are facts whose place is assumed: that there is a post office is known, where it stands is
/// not.
void note_assumed_places(World& world, std::string const& layer, std::size_t assumed, std::size_t rows);

/// Whether a row of a table of points says that its place is made up, in the column `synthetic`, which may be missing:
/// then nobody has said so. A Problem where it is neither 0 nor 1.
[[nodiscard]] bool is_synthetic(geo::io::CsvTable const& table, geo::io::CsvTable::Row const& row,
                                geo::io::CsvReader& csv);

/// "688" of "00688".
[[nodiscard]] std::string_view without_zeros(std::string_view code);

/// "002, 003, 007".
[[nodiscard]] std::string list(std::vector<std::string> const& codes);

/// One row's code, place and commune, checked: every table of points has them.
struct PlacedRow {
    std::string code;
    CommuneId commune;
    geo::LonLat lonlat;
    geo::XY xy;
};

/// Checks codes, communes and places of one table of points, and that no code comes twice.
class PlaceReader {
  public:
    PlaceReader(Reading& reading, geo::io::CsvTable const& table);
    /// The columns code, commune_code, lon, lat exist; otherwise Problems are noted and nothing may be read.
    [[nodiscard]] bool ready() const { return columns_.has_value(); }
    [[nodiscard]] PlacedRow read(geo::io::CsvTable::Row const& row);

  private:
    [[nodiscard]] CommuneId commune(geo::io::CsvTable::Row const& row);
    void tell_lost_zeros(geo::io::CsvTable::Row const& row, std::string const& code, std::string const& meant);
    Reading& reading_;
    geo::io::CsvReader csv_;
    std::optional<std::vector<std::size_t>> columns_;
    std::vector<std::string> commune_codes_;
    std::size_t zeros_lost_ = 0, zeros_problem_ = 0;    ///< rows that lost leading zeros, and where that is told
    std::pair<std::string, std::string> zeros_example_; ///< as written, as in the table of communes
    std::map<std::string, std::size_t> line_of_code_;
};

/// Reads what a table of sites may say about antennas: columns azimuths_deg, tilt_deg, antenna, each of which may be
/// missing or empty.
class SiteAntennaReader {
  public:
    /// A Problem for a column that is nearly called one of those.
    SiteAntennaReader(Reading& reading, geo::io::CsvTable const& table);
    void read(geo::io::CsvTable::Row const& row, Site& site);

  private:
    geo::io::CsvReader csv_;
    std::filesystem::path folder_;
    std::array<std::optional<std::size_t>, 3> columns_;
};

/// In this order: each needs what those above it have filled in.
void read_communes(Reading& reading);
void read_boundaries(Reading& reading); ///< communes must stand
void lay_grid(Reading& reading);        ///< boundaries must stand
void read_villages(Reading& reading);
void read_roads(Reading& reading);
void read_sites(Reading& reading);
void read_fibre_nodes(Reading& reading);
void read_institutions(Reading& reading);
void read_divisions(Reading& reading);
[[nodiscard]] std::vector<SpotHeight> read_spot_heights(Reading& reading);
[[nodiscard]] Mountains read_mountains(Reading& reading);

/// What terrain is made from.
struct TerrainFacts {
    std::vector<SpotHeight> spots;
    Mountains mountains;
};

} // namespace phusong
