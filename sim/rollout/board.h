#pragma once
#include "sim/rollout/aims.h"
#include "sim/rollout/rollout.h"
#include <algorithm>
#include <cstdint>
#include <vector>

namespace phusong {

/// Where one candidate's signal is good, merged over its technologies. Two groups of parallel arrays: by ascending
/// inhabited cell, and by ascending village.
struct GoodCells {
    std::vector<std::uint32_t> cell;     ///< index into World::people
    std::vector<TechnologySet> good;     ///< there
    std::vector<std::uint32_t> slot;     ///< of the cell's village in `villages`
    std::vector<std::uint32_t> villages; ///< touched, by people or at the hall; for fibre the village
    std::vector<TechnologySet> hall;     ///< good in the cell of that village's hall, inhabited or not
};

/// What stays the same while a plan is made.
struct Board {
    World const& world;
    Scenario const& scenario;
    Candidates const& candidates;
    std::array<TakeUpCurve, service_count> const& curves;
    Aims aims;
    std::vector<double> candidate_factor = {}; ///< what its gain counts: more than 1 for what the policy favours
    std::vector<std::uint32_t> district_of_commune = {}; ///< from 0, in the order of the communes
    std::size_t districts = 1;
    std::vector<double> place_in_order = {}; ///< per village, in rollout.priority_places; past all when not named
    std::vector<TakeUpByAge> take_up = {};   ///< [year − base], of what is built in that year
    std::vector<std::shared_ptr<GoodCells const>> footprint = {};       ///< per candidate
    std::vector<std::vector<std::uint32_t>> candidates_of_village = {}; ///< ascending
    std::vector<double> cell_people = {};                               ///< per village: of its inhabited cells
};

/// Merges what each surveyed site reaches, so that no plan has to.
void merge_reaches(Survey& survey, World const& world);

[[nodiscard]] Board make_board(World const& world, Scenario const& scenario, Candidates const& candidates,
                               std::array<TakeUpCurve, service_count> const& curves, OpenGoals open_goals = {});

/// Of something that can be served: how many sites serve it by each technology.
using ServedBy = std::array<std::uint16_t, technology_count>;

/// What is reached at some moment of the plan. A copy is a moment to come back to.
struct Covered {
    std::vector<ServedBy> layers, hall_layers;                        ///< per inhabited cell; per village's hall
    std::vector<TechnologySet> good, hall_good;                       ///< the same: layers > 0
    std::vector<std::array<double, technology_count>> village_people; ///< with good signal, census year
    std::vector<bool> village_good, village_fibre;
    std::vector<double> fixed_line_share; ///< per village: of its people, those who can have a fixed line
};
[[nodiscard]] Covered covered_in_base_year(Board const& board, PointSignals const& base,
                                           std::vector<VillageSignal> const& base_villages);

/// What a candidate would add. People of the census year.
struct Gain {
    double first_signal_people = 0; ///< had no signal
    double broadband_people = 0;    ///< had no 4G or 5G
    double upgraded_people = 0;     ///< of these, had 2G or 3G
    double fibre_people = 0;        ///< had no fibre
    double fixed_line_people = 0;   ///< had no fixed line; of fibre or by radio
    int villages = 0;               ///< whose signal becomes good
    double worth = 0;               ///< of the people, by the aims, in one year
    bool something = false;         ///< some place lacks a technology of it; once false, false for good
    friend bool operator==(Gain const&, Gain const&) = default;
    [[nodiscard]] double people() const {
        return first_signal_people + upgraded_people + std::max(fibre_people, fixed_line_people);
    }
};
/// What fixed lines to a village are worth to the aims, when a share of its people can have them, or all by fibre;
/// against all by fibre.
[[nodiscard]] double fixed_line_worth(Rollout const& rollout, bool fibre, double share);

/// What the policy puts first gets its weight: candidates that pay for themselves, named places, the worst communes.
void favour(Board& board, Covered const& before_plan);

[[nodiscard]] Gain gain(Board const& board, Covered const& covered, std::uint32_t candidate);

/// Result: the villages, ascending, in which something is served now that was not before; what others would add
/// elsewhere is as it was.
std::vector<std::uint32_t> cover(Board const& board, Covered& covered, std::uint32_t candidate);

/// True when everything that the candidate, already built, serves is served by something else too.
[[nodiscard]] bool is_redundant(Board const& board, Covered const& covered, std::uint32_t candidate);
void uncover_redundant(Board const& board, Covered& covered, std::uint32_t candidate);

} // namespace phusong
