#include "sim/run/run.h"
#include "geo/number_text.h"
#include "sim/rollout/money_left.h"
#include "sim/rollout/priority.h"
#include "sim/run/home_lines.h"
#include "sim/run/named_first.h"
#include "sim/run/site_upgrade.h"
#include "sim/run/years.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <iterator>

namespace phusong {
namespace {

geo::Message const base_stage{"Tính vùng phủ sóng năm gốc", "Computing the base year's coverage"};
geo::Message const years_stage{"Tính vùng phủ sóng từng năm", "Computing each year's coverage"};

/// Progress of a stage under the name that the run gives to it, as the `part`-th of `parts` equal parts of that.
geo::Progress under(geo::Progress const& progress, geo::Message const& stage, int part = 0, int parts = 1) {
    if (!progress) return {};
    return [&progress, stage, part, parts](geo::Message const&, double done_share) {
        progress(stage, (part + done_share) / parts);
    };
}

/// Keeps one finished year: what villages and people get.
void keep_year(Outcome& outcome, World const& world, Scenario const& scenario, PointSignals const& points,
               Lines const& lines) {
    outcome.villages.push_back(village_signals(world, scenario.radio, points));
    append_signals(outcome.reached, world, points, outcome.villages.back());
    append_lines(outcome.reached, lines);
}

/// Years between the base year and the first planned one have no projects, but people and subscribers.
void keep_years(Outcome& outcome, Groundwork const& ground, World const& world, Scenario const& scenario,
                Candidates const& candidates) {
    auto points = ground.points;
    for (int year = scenario.years.base + 1; year <= scenario.years.last; ++year) {
        add_projects(points, candidates, outcome.plan.projects, year);
        auto const y = static_cast<std::size_t>(year - scenario.years.base);
        keep_year(outcome, world, scenario, points, {outcome.village_fibre[y], outcome.fixed_line_share[y]});
    }
}

void make_maps(SignalMaps maps, Outcome& outcome, World const& world, Scenario const& scenario, OnMaps const& on_maps,
               geo::Progress const& progress) {
    auto const& years = scenario.years;
    for (int year = years.base + 1; year <= years.last; ++year) {
        add_signals(maps, world, scenario.radio,
                    transmitters_of(world, outcome.candidates, outcome.plan.projects, year),
                    under(progress, years_stage, year - years.base - 1, years.last - years.base));
        add_signals(maps, world, relay_radio(scenario),
                    transmitters_of(world, outcome.candidates, outcome.plan.projects, year, SitePower::of_relays));
        on_maps(year, maps);
    }
    outcome.samples_without_terrain = maps.samples_without_terrain;
}

std::vector<std::vector<std::optional<bool>>> rural_criterion_8(Evidence const& evidence) {
    std::vector<std::vector<std::optional<bool>>> years(evidence.villages.size());
    for (std::size_t y = 0; y < years.size(); ++y)
        for (std::uint32_t c = 0; c < evidence.world.communes.size(); ++c)
            years[y].push_back(meets_rural_criterion_8(evidence, static_cast<int>(y), CommuneId{c}));
    return years;
}

std::vector<SecondAccess> second_access(NetworkPlan const& network) {
    std::vector<SecondAccess> list;
    for (auto const& way : network.second_ways)
        list.push_back({way.institution, way.apart, way.possible ? way.both_share : way.one_share});
    return list;
}

void tell_overload(Scenario const& scenario, Outcome const& outcome, std::vector<geo::Message>& list) {
    std::vector<std::string> sites;
    for (auto const& load : outcome.site_load)
        if (load.overloaded_from == load.year) sites.push_back(fmt::format("{} ({})", load.code, load.year));
    if (sites.empty()) return;
    auto const sum = sum_of(site_upgrades(scenario, outcome.plan, outcome.site_load));
    list.push_back(geo::with_numbers([&](auto number) {
        return geo::say(
            "{} trạm quá tải trong giờ cao điểm (tải hơn {} % dung lượng), từ năm: {}; thêm sóng mang 4G và trạm để "
            "theo kịp giá {} tỷ "
            "đồng, trong đó tiền còn lại của các nhà mạng trả được {} tỷ; xem tables/site_load.csv, "
            "tables/site_upgrades.csv",
            "{} sites are overloaded in the busy hour (over {}% of their capacity), from the year: {}; 4G carriers and "
            "sites to keep up cost {} billion VND, of which what the operators have left would pay {}; see "
            "tables/site_load.csv, tables/site_upgrades.csv",
            number(sites.size()), number(100 * scenario.links.full_share), named_first(sites),
            number(sum.price_vnd / vnd_per_bn), number(sum.affordable_vnd / vnd_per_bn));
    }));
}

std::vector<geo::Message> notes(Scenario const& scenario, Outcome const& outcome) {
    std::vector<geo::Message> list;
    if (outcome.samples_without_terrain > 0)
        list.push_back(geo::with_numbers([&](auto number) {
            return geo::say("{} điểm địa hình thiếu độ cao khi tính sóng; nơi đó coi như không có sóng",
                            "{} terrain samples were missing while computing signal; no signal is assumed there",
                            number(outcome.samples_without_terrain));
        }));
    auto const not_tried = std::ranges::count(outcome.candidates.not_tried, true);
    if (not_tried > 0)
        list.push_back(geo::with_numbers([&](auto number) {
            return geo::say("{} thôn không được thử vị trí trạm mới vì đã đủ số vị trí tối đa của một lần chạy",
                            "{} villages got no place for a new site: the most that one run tries was reached",
                            number(not_tried));
        }));
    std::ranges::move(why_money_is_left(outcome.plan), std::back_inserter(list));
    std::ranges::copy(outcome.network.notes, std::back_inserter(list));
    tell_overload(scenario, outcome, list);
    return list;
}

} // namespace

OpenGoals open_goals_without_plan(Groundwork const& ground, World const& world, Scenario const& scenario,
                                  std::vector<Goal> const& goals, Outcome const& outcome) {
    if (scenario.rollout.policy != Policy::targets_first) return {};
    auto const fibre = fibre_by_year(world, scenario.years, {}, {});
    std::vector<std::vector<VillageSignal>> const villages(fibre.size(), ground.villages);
    return open_goals(evaluate(goals, {world, scenario, villages, fibre, outcome.subscribers_without_plan}));
}

PointSignals base_points(World const& world, Scenario const& scenario, geo::Progress const& progress) {
    auto points = at_points(world, scenario.radio, no_signal(world));
    for (auto const& heard : reach(world, scenario.radio, standing_transmitters(world), under(progress, base_stage)))
        add_reach(points, heard);
    return points;
}

Groundwork lay_groundwork(World const& world, Scenario const& scenario, PointSignals base,
                          geo::Progress const& progress) {
    Groundwork ground{.points = std::move(base), .villages = {}, .survey = {}};
    ground.villages = village_signals(world, scenario.radio, ground.points);
    ground.survey = survey(world, scenario, ground.points, ground.villages, progress);
    return ground;
}

Outcome run_on(Groundwork const& ground, World const& world, Scenario const& scenario, std::vector<Goal> const& goals,
               Extent extent, geo::Progress const& progress, std::optional<Plan> known) {
    auto const& years = scenario.years;
    Outcome outcome;
    auto const fibre_before_plan = fibre_by_year(world, years, {}, {});
    keep_year(outcome, world, scenario, ground.points,
              {fibre_before_plan.front(), fixed_lines_by_year(fibre_before_plan, years, {}, {}).front()});

    outcome.curves = calibrate(world, scenario, outcome.reached);
    outcome.candidates = price(ground.survey, world, scenario, outcome.curves);
    outcome.subscribers_without_plan =
        adopt(world, scenario, reached_without_plan(outcome.reached, fibre_before_plan), outcome.curves);
    outcome.plan =
        known ? std::move(*known)
              : plan_rollout(world, scenario, outcome.candidates, ground.points, ground.villages, outcome.curves,
                             open_goals_without_plan(ground, world, scenario, goals, outcome),
                             extent == Extent::everything ? WithBound::wanted : WithBound::not_wanted, progress);
    outcome.village_fibre = fibre_by_year(world, years, outcome.candidates, outcome.plan);
    outcome.fixed_line_share = fixed_lines_by_year(outcome.village_fibre, years, outcome.candidates, outcome.plan);
    keep_years(outcome, ground, world, scenario, outcome.candidates);

    outcome.subscribers = adopt(world, scenario, outcome.reached, outcome.curves);
    if (extent == Extent::everything) {
        outcome.subscriber_draws = draw_subscribers(world, scenario, outcome.reached);
        outcome.site_load = site_loads(
            world, scenario, outcome.candidates, outcome.plan, outcome.reached, outcome.subscribers,
            home_line_mbps(world, scenario, outcome.candidates, outcome.plan, outcome.curves, outcome.village_fibre));
        outcome.network = plan_network(world, scenario, outcome.candidates, outcome.plan, outcome.curves,
                                       outcome.site_load, progress);
    }
    auto const access = second_access(outcome.network);
    Evidence const evidence{world,
                            scenario,
                            outcome.villages,
                            outcome.village_fibre,
                            outcome.subscribers,
                            outcome.network.second_ways.empty() ? nullptr : &access};
    outcome.goals = evaluate(goals, evidence, outcome.subscriber_draws);
    outcome.rural_criterion_8 = rural_criterion_8(evidence);
    if (extent == Extent::everything) outcome.gaps = goal_gaps(ground, world, scenario, outcome, progress);
    return outcome;
}

Outcome run(World const& world, Scenario const& scenario, OnMaps const& on_maps, geo::Progress const& progress) {
    auto const goals = read_goals(scenario); // a mistake in the goals must not cost a minute
    (void)priority_of_villages(world, scenario);
    SignalMaps maps;
    if (on_maps) {
        maps = no_signal(world);
        add_signals(maps, world, scenario.radio, standing_transmitters(world), under(progress, base_stage));
        on_maps(scenario.years.base, maps);
    }
    auto const ground = lay_groundwork(
        world, scenario, on_maps ? at_points(world, scenario.radio, maps) : base_points(world, scenario, progress),
        progress);
    auto outcome = run_on(ground, world, scenario, goals, Extent::everything, progress);
    if (on_maps) make_maps(std::move(maps), outcome, world, scenario, on_maps, progress);
    outcome.notes = notes(scenario, outcome);
    return outcome;
}

} // namespace phusong
