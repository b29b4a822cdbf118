#pragma once
#include "sim/adoption/adoption.h"
#include "sim/finance/finance.h"
#include "sim/network/network.h"
#include "sim/radio/radio.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include <memory>
#include <optional>
#include <vector>

namespace phusong {

enum class ProjectKind : std::uint8_t { new_site, add_technology, fibre_village, relay, fixed_wireless };
inline constexpr std::array project_kind_names{"new_site", "add_technology", "fibre_village", "relay",
                                               "fixed_wireless"};
/// Lines to the homes of one village, and nothing that is heard on the air elsewhere.
[[nodiscard]] constexpr bool is_access(ProjectKind kind) {
    return kind == ProjectKind::fibre_village || kind == ProjectKind::fixed_wireless;
}

/// Which operators pay for a project: the one that builds it, or all by their shares.
struct Payers {
    bool all = false;
    std::uint8_t builder = 0; ///< place in `rollout.operator_names`; 0 where there are none
};

struct GoodCells; // board.h

/// Something that could be built: site (or technology, or lines to homes) with its backhaul and power, priced.
struct Candidate {
    ProjectKind kind = ProjectKind::new_site;
    VillageId village; ///< for whom it was thought of
    CommuneId commune;
    geo::XY xy;
    std::optional<std::uint32_t> site; ///< index into World::sites when it stands there already
    TechnologySet technologies;        ///< added
    double mast_height_m = 0;
    Reach reach;                 ///< empty for lines to homes
    double fixed_line_share = 1; ///< of the village's people, those whom lines to homes can serve
    Link link;
    bool solar = false;
    int grid_year = 0;     ///< when the grid arrives there; 0 where nothing hangs on it: a standing site has power
    int earliest_year = 0; ///< not before the grid arrives, unless solar, nor before its lead time is over
    Payers payers;
    ProjectCost cost;
    std::shared_ptr<GoodCells const> good = {}; ///< `reach` merged, once for all plans; nothing: each plan merges it
    [[nodiscard]] bool without_power(int in_year) const { return !solar && grid_year > in_year; }
};

/// Every candidate, in a fixed order, and why villages have none.
struct Candidates {
    std::vector<Candidate> list;
    std::vector<bool> blocked_by_line_of_sight,
        blocked_by_fibre_length; ///< per village: its places cannot be connected
    std::vector<bool> not_tried; ///< per village: the most places that one run tries were found before its turn
};

/// What could be built where, before any price: ground, signal and ways of connecting it.
struct Survey {
    std::vector<Candidate> new_sites, upgrades, fibre; ///< without link, power, years and cost
    std::vector<LinkOptions> new_site_links, fibre_links;
    std::vector<bool> not_tried; ///< as in Candidates
};
/// Looks at: new sites around villages without good signal (see places.h), with `rollout.relays` small sites of low
/// power in the middle of villages without good signal or 4G, 4G (5G) on standing sites that lack it, fibre to villages
/// without. What would reach nobody new is left out. Of the scenario it reads `years`, `radio`,
/// `network`, `microwave` and of `rollout` what says where and which sites may be built.
/// Threads: as reach and link_options.
[[nodiscard]] Survey survey(World const& world, Scenario const& scenario, PointSignals const& base,
                            std::vector<VillageSignal> const& base_villages, geo::Progress const& progress = {});

/// The link budget of a relay's technologies: the scenario's with less EIRP.
[[nodiscard]] Radio relay_radio(Scenario const& scenario);

/// Links, power and prices for what was surveyed, and with `rollout.fixed_wireless` lines by 4G or 5G to every village
/// without fibre. A relay has its own solar power and is listed once. Where the grid arrives after the first planned
/// year, a new site is listed once from that year on and, if the plan may pay, once with solar power. Order: new sites
/// in the order in which find_new_places found their ground, relays by village number, added
///        technologies by site number, fibre and then fixed wireless by village number.
[[nodiscard]] Candidates price(Survey const& surveyed, World const& world, Scenario const& scenario,
                               std::array<TakeUpCurve, service_count> const& curves);

struct Project {
    std::uint32_t candidate = 0;
    int year = 0;
    Appraisal appraisal;                            ///< at the time it was chosen
    std::array<double, service_count> new_people{}; ///< reached by no project and no site before
    double new_broadband_people = 0;                ///< newly reached by 4G or 5G, those with a first signal included
    double upgraded_people = 0;                     ///< of these, had 2G or 3G before
    std::vector<VillageId> new_villages{};          ///< whose signal becomes good by it, ascending
};

/// By which project each village's signal becomes good, as an index into `projects`; nothing for those that had it, and
/// for those that never get it. Shape: [village].
[[nodiscard]] std::vector<std::optional<std::size_t>> bringers_of_signal(std::vector<Project> const& projects,
                                                                         std::size_t villages);

/// One purse in one year. spent ≤ available always; carried + new budget = available.
struct PurseYear {
    int year = 0;
    double budget_vnd = 0, carried_vnd = 0, available_vnd = 0;
    /// Recurring, for projects of this and earlier years: the operators' part of their opex, or the subsidies.
    double capex_vnd = 0, recurring_vnd = 0;
    [[nodiscard]] double spent_vnd() const { return capex_vnd + recurring_vnd; }
};

/// Why a candidate is not built in a year. Fixed wireless waits for 4G or 5G at the village's hall. Of money: the purse
/// that is short, public money first, this year or in a later one that could not keep what would be promised. Kept for
/// better: the purses could pay, but what is left is meant for projects of later years that bring more.
enum class Refusal : std::uint8_t {
    none,
    waits_for_power,
    waits_for_lead_time,
    waits_for_signal,
    nothing_new,
    too_few_people,
    no_public_money,
    public_short,
    public_promised,
    operators_short,
    operators_promised,
    crews_busy,
    kept_for_better
};
inline constexpr std::array refusal_names{"none",
                                          "waits_for_power",
                                          "waits_for_lead_time",
                                          "waits_for_signal",
                                          "nothing_new",
                                          "too_few_people",
                                          "no_public_money",
                                          "public_short",
                                          "public_promised",
                                          "operators_short",
                                          "operators_promised",
                                          "crews_busy",
                                          "kept_for_better"};
static_assert(refusal_names.size() == static_cast<std::size_t>(Refusal::kept_for_better) + 1);
/// Time will bring it, whatever there is of money.
[[nodiscard]] constexpr bool is_waiting(Refusal r) {
    return r == Refusal::waits_for_power || r == Refusal::waits_for_lead_time;
}
[[nodiscard]] constexpr std::size_t index(Refusal r) { return static_cast<std::size_t>(r); }

/// How many candidates a year left unbuilt, by refusal; none of `Refusal::none`.
using Unbuilt = std::array<int, refusal_names.size()>;

enum class Reason : std::uint8_t {
    already_served,
    built,
    budget_exceeded,
    not_viable,
    no_power,
    lead_time,
    no_line_of_sight,
    fibre_too_far,
    capacity,
    too_few_people
};
/// "ALREADY_SERVED", …; no_power becomes "NO_POWER_UNTIL_2024", lead_time "LEAD_TIME_UNTIL_2022".
struct VillageReason {
    Reason reason = Reason::already_served;
    int until_year = 0;       ///< of no_power and lead_time
    bool before_plan = false; ///< of a year in which no purse exists; the code is the same, the words differ
    [[nodiscard]] std::string code() const;
};

struct Plan {
    std::vector<Project> projects;                     ///< in the order chosen: by year, then rank
    std::vector<PurseYear> operators, public_purse;    ///< one per planned year; all operators together
    std::vector<std::vector<PurseYear>> each_operator; ///< [operator][planned year]
    std::vector<std::vector<VillageReason>> reason;    ///< [year − base][village]
    std::vector<Unbuilt> unbuilt;                      ///< one per planned year
    double worth = 0;                                  ///< person-years by the policy; see aims.h
    double bound = 0;                                  ///< no plan by the rules is worth more
    [[nodiscard]] double gap_share() const { return bound > 0 ? 1 - worth / bound : 0; }
};

/// Which goals are not reached without a plan, by what would bring them nearer: a signal for villages and people, 4G or
/// 5G, fixed lines. For the policy `targets_first`.
struct OpenGoals {
    bool signal = false, broadband = false, fixed_lines = false;
};

/// Whether a greedy plan gets its bound too; the other solvers find it on their way.
enum class WithBound : bool { not_wanted, wanted };

/// The plan by `rollout.solver`, with a bound on what any plan is worth.
///   greedy    year by year, the best project that both purses can pay, until none is left or the crews are busy; every
///             choice sees what those before it reached. Best is what the policy puts first, then people reached per
///             VND over the horizon; ties by candidate number. At the year's end, projects whose people the others of
///             the plan reach are dropped.
///   exchange  what the linear relaxation over all years buys, rounded and improved by exchanges, becomes a list of
///             wishes; year by year as greedy, but wishes first, and others only in the last year. If that is worth
///             less than the plan of greedy, greedy's is taken.
///   exact     the same with what branch and bound over all years finds, `solver_nodes` nodes at most.
/// Operators: each pays for its own projects from its share of the operators' money. A technology added is the project
///          of the site's operator; anything else of the operator whose standing site is nearest; with
///          `rollout.share_sites` all pay for new sites and relays by their shares. Without names there is one purse.
/// Money:   operators pay operator_capex and what revenue and subsidy leave open of the opex in each planned year; the
///          public purse pays the subsidies. A project is taken only if this year's money suffices and its later
///          payments fit into each later planned year's own budget together with those promised before.
/// People:  a person newly reached by 4G, 5G or fibre counts `broadband_person_weight`, by a first signal 1 more.
/// Errors:  InputError when `priority_places` names an unknown code.
[[nodiscard]] Plan plan_rollout(World const& world, Scenario const& scenario, Candidates const& candidates,
                                PointSignals const& base, std::vector<VillageSignal> const& base_villages,
                                std::array<TakeUpCurve, service_count> const& curves, OpenGoals open_goals = {},
                                WithBound with_bound = WithBound::wanted, geo::Progress const& progress = {});

} // namespace phusong
