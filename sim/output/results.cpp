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

void write_results(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity, std::function<void()> const& write_more) {
    auto const tables = folder / "tables";
    make_folder(tables);
    geo::io::write_gpkg(folder / "plan.gpkg", plan_layers(world, scenario, outcome), *world.crs);
    geo::io::write_file(tables / "communes.csv", communes_csv(world, scenario, outcome));
    geo::io::write_file(tables / "villages.csv", villages_csv(world, scenario, outcome));
    geo::io::write_file(tables / "plan.csv", plan_csv(world, scenario, outcome));
    geo::io::write_file(tables / "targets.csv", targets_csv(world, scenario, outcome));
    geo::io::write_file(tables / "money.csv", money_csv(world, scenario, outcome));
    if (!operator_names(scenario.rollout).empty())
        geo::io::write_file(tables / "operators.csv", operators_csv(world, scenario, outcome));
    geo::io::write_file(tables / "cash_flow.csv", cash_flow_csv(world, scenario, outcome));
    geo::io::write_file(tables / "commune_money.csv", commune_money_csv(world, scenario, outcome));
    geo::io::write_file(tables / "sharing.csv", sharing_csv(world, scenario, outcome));
    geo::io::write_file(tables / "subscribers.csv", subscribers_csv(world, scenario, outcome));
    geo::io::write_file(tables / "site_load.csv", site_load_csv(world, outcome));
    geo::io::write_file(tables / "site_upgrades.csv", site_upgrades_csv(world, scenario, outcome));
    if (outcome.network.planned) {
        geo::io::write_file(tables / "links.csv", links_csv(world, scenario, outcome));
        geo::io::write_file(tables / "fibre.csv", fibre_csv(world, outcome));
        geo::io::write_file(tables / "pon.csv", pon_csv(world, outcome));
        geo::io::write_file(tables / "materials.csv", materials_csv(world, outcome));
    }
    if (!outcome.network.second_ways.empty())
        geo::io::write_file(tables / "second_ways.csv", second_ways_csv(world, outcome));
    geo::io::write_file(tables / "groups.csv", groups_csv(world, scenario, outcome));
    geo::io::write_file(tables / "provenance.csv", provenance_csv(world));
    geo::io::write_file(folder / "summary.json", summary_json(world, scenario, outcome));
    geo::io::write_file(folder / "scenario.resolved.toml", identity.resolved_scenario);
    if (write_more) write_more();
    geo::io::write_file(folder / "run.json", manifest_json(folder, world, identity));
}

} // namespace phusong
