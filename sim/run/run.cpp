#include "sim/run/run.h"
#include "sim/rollout/money_left.h"
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

/// Keeps one finished year: what villages and people get from its maps.
void keep_year(Outcome& outcome, World const& world, Scenario const& scenario, SignalMaps const& maps,
               std::vector<bool> const& village_fibre) {
    outcome.villages.push_back(village_signals(world, scenario.radio, maps));
    append_reached(outcome.reached, world, scenario.radio, maps, outcome.villages.back(), village_fibre);
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

/// The first few by name; the table has them all.
void tell_overload(Outcome const& outcome, std::vector<geo::Message>& list) {
    constexpr std::size_t named = 5;
    std::vector<std::string> sites;
    for (auto const& load : outcome.site_load)
        if (load.overloaded_from == load.year) sites.push_back(fmt::format("{} ({})", load.code, load.year));
    if (sites.empty()) return;
    std::vector<std::string> const first(sites.begin(),
                                         sites.begin() + static_cast<std::ptrdiff_t>(std::min(named, sites.size())));
    list.push_back(geo::say("{} trạm quá tải trong giờ cao điểm, từ năm: {}{}; xem tables/site_load.csv",
                            "{} sites are overloaded in the busy hour, from the year: {}{}; see tables/site_load.csv",
                            sites.size(), fmt::format("{}", fmt::join(first, ", ")),
                            sites.size() > named ? ", …" : ""));
}

std::vector<geo::Message> notes(Outcome const& outcome) {
    std::vector<geo::Message> list;
    if (outcome.samples_without_terrain > 0)
        list.push_back(geo::say("{} điểm địa hình thiếu độ cao khi tính sóng; nơi đó coi như không có sóng",
                                "{} terrain samples were missing while computing signal; no signal is assumed there",
                                outcome.samples_without_terrain));
    auto const not_tried = std::ranges::count(outcome.candidates.not_tried, true);
    if (not_tried > 0)
        list.push_back(geo::say("{} thôn không được thử vị trí trạm mới vì đã đủ số vị trí tối đa của một lần chạy",
                                "{} villages got no place for a new site: the most that one run tries was reached",
                                not_tried));
    std::ranges::move(why_money_is_left(outcome.plan), std::back_inserter(list));
    std::ranges::copy(outcome.network.notes, std::back_inserter(list));
    tell_overload(outcome, list);
    return list;
}

} // namespace

Outcome run(World const& world, Scenario const& scenario, OnMaps const& on_maps, geo::Progress const& progress) {
    auto const goals = read_goals(scenario); // first: a mistake in the goals must not cost a minute
    auto const& years = scenario.years;
    Outcome outcome;

    auto maps = no_signal(world);
    add_signals(maps, world, scenario.radio, standing_transmitters(world), under(progress, base_stage));
    auto const fibre_before_plan = fibre_by_year(world, years, {}, {});
    keep_year(outcome, world, scenario, maps, fibre_before_plan.front());
    if (on_maps) on_maps(years.base, maps);

    outcome.curves = calibrate(world, scenario, outcome.reached);
    outcome.candidates = find_candidates(world, scenario, maps, outcome.villages.front(), outcome.curves, progress);
    outcome.plan =
        plan_rollout(world, scenario, outcome.candidates, maps, outcome.villages.front(), outcome.curves, progress);
    outcome.network = plan_network(world, scenario, outcome.candidates, outcome.plan, outcome.curves, progress);
    outcome.village_fibre = fibre_by_year(world, years, outcome.candidates, outcome.plan);

    // Years between the base year and the first planned one have no projects, but maps, people and subscribers.
    for (int year = years.base + 1; year <= years.last; ++year) {
        add_signals(maps, world, scenario.radio,
                    transmitters_of(world, outcome.candidates, outcome.plan.projects, year),
                    under(progress, years_stage, year - years.base - 1, years.last - years.base));
        keep_year(outcome, world, scenario, maps, outcome.village_fibre[static_cast<std::size_t>(year - years.base)]);
        if (on_maps) on_maps(year, maps);
    }

    outcome.subscribers = adopt(world, scenario, outcome.reached, outcome.curves);
    outcome.subscribers_without_plan =
        adopt(world, scenario, reached_without_plan(outcome.reached, fibre_before_plan), outcome.curves);
    outcome.subscriber_draws = draw_subscribers(world, scenario, outcome.reached);
    outcome.site_load =
        site_loads(world, scenario, outcome.candidates, outcome.plan, outcome.reached, outcome.subscribers);
    auto const access = second_access(outcome.network);
    Evidence const evidence{world,
                            scenario,
                            outcome.villages,
                            outcome.village_fibre,
                            outcome.subscribers,
                            outcome.network.second_ways.empty() ? nullptr : &access};
    outcome.goals = evaluate(goals, evidence, outcome.subscriber_draws);
    outcome.rural_criterion_8 = rural_criterion_8(evidence);
    outcome.samples_without_terrain = maps.samples_without_terrain;
    outcome.notes = notes(outcome);
    return outcome;
}

} // namespace phusong
