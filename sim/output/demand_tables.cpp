#include "sim/output/demand_tables.h"
#include "sim/adoption/quantile.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/run/site_upgrade.h"
#include <functional>

namespace phusong {
namespace {

/// Of one service in one year: the plan's number, the draws', and what came without the plan.
struct Asked {
    std::function<double(Subscribers const&)> of;
    double people = 0;
};

std::vector<std::string> cells(Outcome const& outcome, Asked const& asked) {
    auto const per_100 = [&](double n) { return asked.people > 0 ? number(100 * n / asked.people, 2) : std::string{}; };
    double const planned = asked.of(outcome.subscribers);
    std::vector<std::string> out{number(planned, 1)};
    std::vector<double> drawn;
    for (auto const& draw : outcome.subscriber_draws) drawn.push_back(asked.of(draw));
    std::vector<double> bounds;
    if (!drawn.empty()) bounds = {quantile(drawn, 0.1), quantile(drawn, 0.9)};
    for (std::size_t b = 0; b < 2; ++b) out.push_back(bounds.empty() ? std::string{} : number(bounds[b], 1));
    out.push_back(per_100(planned));
    for (std::size_t b = 0; b < 2; ++b) out.push_back(bounds.empty() ? std::string{} : per_100(bounds[b]));
    out.push_back(number(asked.of(outcome.subscribers_without_plan), 1));
    return out;
}

} // namespace

std::string subscribers_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"code", "name", "year", "service", "subscribers", "subscribers_p10", "subscribers_p90", "per_100",
                 "per_100_p10", "per_100_p90", "subscribers_without_plan", "synthetic_layers"});
    auto const note = synthetic_note(world);
    auto const add = [&](std::vector<std::string> row, std::vector<std::string> const& more) {
        row.insert(row.end(), more.begin(), more.end());
        row.push_back(note);
        csv.add(row);
    };
    auto const years = outcome.villages.size();
    for (std::size_t y = 0; y < years; ++y)
        for (auto const s : services) {
            int const year = static_cast<int>(y);
            add({"province", "", std::to_string(scenario.years.base + year), service_names[index(s)]},
                cells(outcome, {[&](Subscribers const& x) { return x.total(s, year); },
                                outcome.subscribers.total_people(year)}));
        }
    for (std::size_t c = 0; c < world.communes.size(); ++c)
        for (std::size_t y = 0; y < years; ++y)
            for (auto const s : services)
                add({world.communes[c].code, world.communes[c].name,
                     std::to_string(scenario.years.base + static_cast<int>(y)), service_names[index(s)]},
                    cells(outcome, {[&](Subscribers const& x) { return x.count[index(s)][y][c]; },
                                    outcome.subscribers.people[y][c]}));
    return csv.text();
}

std::string site_load_csv(World const& world, Outcome const& outcome) {
    CsvText csv({"site_code", "site_commune_code", "site_commune", "year", "site_users", "site_home_line_mbps",
                 "site_load_mbps", "sector_mbps", "site_capacity_mbps", "site_load_share", "busy_hour_mbps",
                 "overloaded_from", "commune_isd_km", "synthetic_layers"});
    auto const note = synthetic_note(world);
    for (auto const& load : outcome.site_load) {
        auto const& commune = world.communes[load.commune.value];
        csv.add({load.code, commune.code, commune.name, std::to_string(load.year), number(load.users, 1),
                 number(load.home_line_mbps, 3), number(load.load_mbps, 3), number(load.sector_mbps, 2),
                 number(load.capacity_mbps, 2), number(load.load_share(), 4), number(load.busy_hour_mbps(), 2),
                 load.overloaded_from > 0 ? std::to_string(load.overloaded_from) : std::string{},
                 number(load.commune_isd_km, 2), note});
    }
    return csv.text();
}

std::string site_upgrades_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"site_code", "site_commune_code", "site_commune", "year", "site_users", "site_load_mbps",
                 "site_capacity_mbps", "carriers", "further_sites", "capex_vnd", "affordable", "synthetic_layers"});
    auto const note = synthetic_note(world);
    for (auto const& upgrade : site_upgrades(scenario, outcome.plan, outcome.site_load)) {
        auto const& commune = world.communes[upgrade.commune.value];
        csv.add({upgrade.code, commune.code, commune.name, std::to_string(upgrade.year), number(upgrade.users, 1),
                 number(upgrade.load_mbps, 3), number(upgrade.capacity_mbps, 2), std::to_string(upgrade.carriers),
                 std::to_string(upgrade.further_sites), number(upgrade.price_vnd, 0), upgrade.affordable ? "1" : "0",
                 note});
    }
    return csv.text();
}

} // namespace phusong
