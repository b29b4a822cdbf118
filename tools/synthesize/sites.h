#pragma once
#include "geo/progress.h"
#include "sim/radio/radio.h"
#include "tools/synthesize/facts.h"
#include "tools/synthesize/road_grid.h"

namespace phusong::synthesize {

/// A place where a mast could stand, and the villages whose centre it would serve with the base year's technologies.
struct Candidate {
    geo::XY xy;
    CommuneId commune;
    double mast_height_m = 0;
    std::vector<std::uint32_t> served; ///< villages with signal by it, weak or good, ascending
    std::vector<std::uint32_t> good;   ///< villages with good signal by it, ascending
};

/// Shoulders of the ground near roads, near the seats and near every village, each in its commune.
[[nodiscard]] std::vector<Candidate> site_candidates(World const& world, RoadGrid const& roads, int seed);

/// Fills `served` and `good` of every candidate by the scenario's own radio model.
void look_from(std::vector<Candidate>& candidates, World const& world, Radio const& radio,
               geo::Progress const& progress);

/// First village of each commune (the centre), by commune.
[[nodiscard]] std::vector<std::uint32_t> centre_villages(World const& world);

/// Villages of the districts with signal gaps that can stay without signal while every other village has it: hidden
/// behind ridges from the places left, farther from them than the least distance known. `allowed` tells afterwards
/// which candidates may still be used.
struct Unserved {
    std::vector<std::uint32_t> villages; ///< ascending
    std::vector<bool> allowed;           ///< by candidate
};
[[nodiscard]] Unserved choose_unserved(World const& world, Facts const& facts,
                                       std::vector<Candidate> const& candidates);

/// Candidates of each commune's sites, the one that serves the centre first. Shapes: result[i] belongs to
/// world.communes[i]. Errors: InputError naming the communes that no candidate can serve.
[[nodiscard]] std::vector<std::vector<std::size_t>> choose_sites(World const& world, Facts const& facts,
                                                                 std::vector<Candidate> const& candidates,
                                                                 Unserved const& unserved);

/// One row of sites.csv.
struct SiteRow {
    std::string code, operator_name, technologies;
    CommuneId commune;
    geo::XY xy;
    double mast_height_m = 0;
};

/// Gives the sites to operators and technologies: 2G and 3G everywhere, 4G on as many as the stations counted per
/// technology ask for, the communes' first sites before others.
[[nodiscard]] std::vector<SiteRow> equip(World const& world, Facts const& facts,
                                         std::vector<Candidate> const& candidates,
                                         std::vector<std::vector<std::size_t>> const& sites);

/// Number of sites that gives the stations asked for: each has 2G and 3G, and the share with 4G one more.
[[nodiscard]] int site_count(Totals const& totals);

} // namespace phusong::synthesize
