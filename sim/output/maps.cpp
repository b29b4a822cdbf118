#include "geo/io/atomic_file.h"
#include "geo/io/raster_file.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include "sim/output/output.h"
#include "sim/output/signal_style.h"

namespace phusong {
namespace {

namespace fs = std::filesystem;

geo::io::MapDescription describe(int year, Technology t, World const& world, Scenario const& scenario,
                                 RunIdentity const& identity) {
    auto const& budget = scenario.radio.budget[index(t)];
    auto const tech = capital_name(t);
    return {.band_name = fmt::format("Sóng {0} {1} / {0} signal {1}", tech, year),
            .unit = "dBm",
            .metadata = {{"PROGRAM", "phusong " + identity.program_version},
                         {"SCENARIO", identity.scenario_name},
                         {"TITLE", identity.title},
                         {"CHANGES", identity.changes.empty() ? "no" : identity.changes},
                         {"INPUT_HASH", identity.input_hash},
                         {"YEAR", std::to_string(year)},
                         {"TECHNOLOGY", tech},
                         {"MODEL", scenario.radio.model},
                         {"FREQUENCY_MHZ", fmt::format("{}", budget.frequency_mhz)},
                         {"THRESHOLD_DBM", fmt::format("{}", budget.threshold_dbm)},
                         {"DATA", data_note(world)},
                         {"SYNTHETIC", synthetic_tag(world)}},
            .precision = map_step_dbm};
}

} // namespace

void write_maps(std::filesystem::path const& folder, int year, SignalMaps const& maps, World const& world,
                Scenario const& scenario, RunIdentity const& identity,
                std::vector<std::string> const& creation_options) {
    for (auto const t : technologies) {
        auto const& raster = maps.best_dbm[index(t)];
        if (!raster.values.isFinite().any()) continue; // nobody transmits this technology yet
        auto const file = folder / "maps" / fmt::format("signal_{}_{}.tif", name(t), year);
        make_folder(file.parent_path());
        geo::io::write_cog(file, raster, *world.crs, describe(year, t, world, scenario, identity), creation_options);
        geo::io::write_file(fs::path(file).replace_extension("qml"), signal_qml(scenario.radio, t));
    }
}

} // namespace phusong
