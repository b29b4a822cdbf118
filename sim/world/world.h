#pragma once
#include "geo/io/crs.h"
#include "geo/message.h"
#include "geo/polygon.h"
#include "geo/raster.h"
#include "geo/strong.h"
#include "geo/zonal.h"
#include "sim/scenario/technology.h"
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace phusong {

using CommuneId = geo::Strong<struct CommuneTag, std::uint32_t>; ///< index into World::communes
using VillageId = geo::Strong<struct VillageTag, std::uint32_t>; ///< index into World::villages

struct Commune {
    std::string code, name, district_code, district;
    std::string kind; ///< "commune", "ward" or "township"
    geo::LonLat seat_lonlat;
    geo::XY seat;
    double area_km2 = 0; ///< official
    double people = 0;   ///< in the census year
    double households = 0;
    double poor_share = 0;
    bool met_rural_criterion_8 = false; ///< New Rural criterion 8 (information and communication) in the base year
    geo::MultiPolygon boundary;
};

struct Village {
    std::string code, name;
    CommuneId commune;
    geo::LonLat lonlat;
    geo::XY xy;                        ///< hall or centre
    double people = 0, households = 0; ///< in the census year
    int grid_power_year = 0;           ///< year in which the grid arrives; at or before the base year = has it
    int fibre_year = 0;                ///< year in which fibre arrived; 0 = none yet
    bool synthetic = false;            ///< point or name is made up
};

/// A grid cell in which people live. A cell belongs to one village.
struct PeopleCell {
    std::uint32_t cell; ///< Grid::index
    VillageId village;
    double people; ///< in the census year
};

struct Site {
    std::string code, operator_name;
    CommuneId commune;
    geo::XY xy;
    double mast_height_m = 0;
    TechnologySet technologies;
    bool synthetic = false;
    std::vector<double> azimuths_deg{}; ///< of its sectors, clockwise from grid north; empty = as the scenario has them
    std::optional<double> tilt_deg{};   ///< electrical, down is positive; nothing = as the scenario has it
    std::filesystem::path antenna{};    ///< canonical, of an MSI pattern; empty = as the scenario has it
};

/// Roads as a graph: edges are polylines between nodes.
struct RoadNetwork {
    std::vector<geo::XY> nodes;
    struct Edge {
        std::uint32_t from, to;
        double length_m;
        geo::Polyline line; ///< from node to node
        std::string kind;   ///< "national", "provincial", "commune", "track"
    };
    std::vector<Edge> edges;
    int components = 0;
};

struct FibreNode {
    std::string code;
    CommuneId commune;
    geo::XY xy;
    bool synthetic = false; ///< place assumed or made up
};

struct Institution {
    std::string code, name;
    std::string kind; ///< "post", "government", "one_stop", "loudspeaker"
    CommuneId commune;
    geo::XY xy;
    bool connected = false; ///< on the dedicated data network in the base year
    bool synthetic = false; ///< place assumed or made up
};

/// Where a layer came from. Shown in every output.
struct Provenance {
    std::string layer, source, sha256;
    bool synthetic = false;
    geo::Message note; ///< how it was made and how far to trust it
};

/// Another division of the same land: whole communes, or shares of their people, in each unit.
struct Division {
    std::string name; ///< of its file, without the ending: "merger_2025"
    struct Part {
        CommuneId commune;
        double share = 1; ///< of the commune's people
    };
    struct Unit {
        std::string code, name;
        std::vector<Part> parts; ///< ascending commune
    };
    std::vector<Unit> units; ///< ascending code; the shares of every commune add up to 1
};

/// What exists. Loaded once, then const; shared by every run of a batch.
struct World {
    std::optional<geo::io::Crs> crs;
    geo::Grid grid;
    geo::Raster terrain_m;                      ///< metres above sea level; NaN = no terrain known there
    geo::Raster clutter_m;                      ///< trees, houses: metres above ground, 0 = none; no cells = not given
    geo::Array2D<std::uint8_t> radio_zone;      ///< codes of P.1812: 1, 3 or 4; no cells = inland everywhere
    geo::Array2D<std::int32_t> commune_of_cell; ///< index into communes, geo::outside elsewhere
    std::vector<Commune> communes;              ///< ascending code
    std::vector<Village> villages;              ///< ascending code
    std::vector<PeopleCell> people;             ///< ascending cell
    RoadNetwork roads;
    std::vector<Site> sites; ///< ascending code
    std::vector<FibreNode> fibre_nodes;
    std::vector<Institution> institutions;
    std::vector<Division> divisions; ///< as the scenario lists their tables
    std::vector<Provenance> provenance;
    std::vector<geo::Message> notes; ///< tolerated gaps, counted
    std::vector<geo::Message>
        remarks; ///< about files of this machine: for its log, never for a file that run.json lists
    int census_year = 0;
    double people_growth_share_per_year = 0;

    /// How many people there are in `year` for each one in the census year.
    [[nodiscard]] double growth_since_census(int year) const;
};

} // namespace phusong
