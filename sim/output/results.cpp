#include "geo/io/atomic_file.h"
#include "sim/output/cash_flow.h"
#include "sim/output/commune_money.h"
#include "sim/output/demand_tables.h"
#include "sim/output/files.h"
#include "sim/output/groups.h"
#include "sim/output/layers.h"
#include "sim/output/manifest.h"
#include "sim/output/network_tables.h"
#include "sim/output/summary.h"
#include "sim/output/tables.h"
#include "sim/rollout/operator_money.h"

namespace phusong {

void write_pages(std::filesystem::path const& folder, std::vector<TextFile> const& pages) {
    for (auto const& page : pages) {
        make_folder((folder / page.name).parent_path());
        geo::io::write_file(folder / page.name, page.text);
    }
}

std::vector<TextFile> result_tables(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<TextFile> tables;
    auto const add = [&](char const* name, std::string text) {
        tables.push_back({fmt::format("tables/{}", name), std::move(text)});
    };
    add("communes.csv", communes_csv(world, scenario, outcome));
    add("villages.csv", villages_csv(world, scenario, outcome));
    add("plan.csv", plan_csv(world, scenario, outcome));
    add("targets.csv", targets_csv(world, scenario, outcome));
    add("money.csv", money_csv(world, scenario, outcome));
    if (!operator_names(scenario.rollout).empty()) add("operators.csv", operators_csv(world, scenario, outcome));
    add("cash_flow.csv", cash_flow_csv(world, scenario, outcome));
    add("commune_money.csv", commune_money_csv(world, scenario, outcome));
    add("sharing.csv", sharing_csv(world, scenario, outcome));
    add("subscribers.csv", subscribers_csv(world, scenario, outcome));
    add("site_load.csv", site_load_csv(world, outcome));
    add("site_upgrades.csv", site_upgrades_csv(world, scenario, outcome));
    if (outcome.network.planned) {
        add("links.csv", links_csv(world, scenario, outcome));
        add("fibre.csv", fibre_csv(world, outcome));
        add("pon.csv", pon_csv(world, outcome));
        add("materials.csv", materials_csv(world, outcome));
    }
    if (!outcome.network.second_ways.empty()) add("second_ways.csv", second_ways_csv(world, outcome));
    add("groups.csv", groups_csv(world, scenario, outcome));
    return tables;
}

void write_results(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity, std::function<void()> const& write_more) {
    make_folder(folder / "tables");
    geo::io::write_gpkg(folder / "plan.gpkg", plan_layers(world, scenario, outcome), *world.crs);
    write_pages(folder, result_tables(world, scenario, outcome));
    geo::io::write_file(folder / "tables/provenance.csv", provenance_csv(world));
    geo::io::write_file(folder / "summary.json", summary_json(world, scenario, outcome));
    geo::io::write_file(folder / "scenario.resolved.toml", identity.resolved_scenario);
    if (write_more) write_more();
    geo::io::write_file(folder / "run.json", manifest_json(folder, world, identity));
}

} // namespace phusong
