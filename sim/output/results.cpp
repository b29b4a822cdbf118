#include "geo/io/atomic_file.h"
#include "sim/output/files.h"
#include "sim/output/layers.h"
#include "sim/output/manifest.h"
#include "sim/output/summary.h"
#include "sim/output/tables.h"

namespace phusong {

void write_results(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                   Outcome const& outcome, RunIdentity const& identity, std::vector<TextFile> const& pages) {
    auto const tables = folder / "tables";
    make_folder(tables);
    geo::io::write_gpkg(folder / "plan.gpkg", plan_layers(world, scenario, outcome), *world.crs);
    geo::io::write_file(tables / "communes.csv", communes_csv(world, scenario, outcome));
    geo::io::write_file(tables / "villages.csv", villages_csv(world, scenario, outcome));
    geo::io::write_file(tables / "plan.csv", plan_csv(world, outcome));
    geo::io::write_file(tables / "targets.csv", targets_csv(world, scenario, outcome));
    geo::io::write_file(tables / "money.csv", money_csv(world, scenario, outcome));
    geo::io::write_file(tables / "provenance.csv", provenance_csv(world));
    geo::io::write_file(folder / "summary.json", summary_json(world, scenario, outcome));
    geo::io::write_file(folder / "scenario.resolved.toml", identity.resolved_scenario);
    for (auto const& page : pages) {
        make_folder((folder / page.name).parent_path());
        geo::io::write_file(folder / page.name, page.text);
    }
    geo::io::write_file(folder / "run.json", manifest_json(folder, world, identity));
}

} // namespace phusong
