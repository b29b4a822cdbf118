#include "tools/cli/batch_maps.h"
#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "geo/io/raster_file.h"
#include "sim/output/coverage_style.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/study/probability_maps.h"
#include "tools/cli/program.h"

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::io::csv_cell;

geo::Message band_name(Reception reception, Radio const& radio, int year) {
    auto const what = reception == Reception::any
                          ? geo::say("Xác suất có sóng tốt {}", "Probability of good signal {}", year)
                          : geo::say("Xác suất có 4G, 5G tốt {}", "Probability of good 4G or 5G {}", year);
    auto const error = radio.error_sd_db > 0
                           ? geo::Message{", tính cả sai số dự báo", ", error of prediction counted"}
                           : geo::Message{", không tính sai số dự báo", ", predictions taken as exact"};
    return {what.vi + error.vi, what.en + error.en};
}

geo::io::MapDescription described(study::Option const& option, study::ProbabilityMaps const& maps, World const& world,
                                  Reception reception) {
    auto const& radio = option.scenario.radio;
    auto const band = band_name(reception, radio, option.scenario.years.last);
    return {.band_name = band.vi + " / " + band.en,
            .unit = "1",
            .metadata = {{"PROGRAM", "phusong " + program_version()},
                         {"OPTION", option.name},
                         {"CHANGES", option.changes.empty() ? "no" : option.changes},
                         {"YEAR", fmt::format("{}", option.scenario.years.last)},
                         {"DRAWS", fmt::format("{}", maps.draws)},
                         {"MODEL", radio.model},
                         {"ERROR_SD_DB", fmt::format("{}", radio.error_sd_db)},
                         {"ERROR_MARGIN_DB", fmt::format("{}", radio.error_margin_db)},
                         {"DATA", data_note(world)},
                         {"SYNTHETIC", synthetic_tag(world)}},
            .precision = probability_map_step};
}

std::string probability_cell(geo::Raster const& map, Village const& village) {
    auto const cell = map.grid.cell_at(village.xy);
    return cell ? study::figure_cell(rounded(double{map.at(*cell)}, 3)) : ""; // as fine as the map
}

/// What the maps say at the halls.
std::string village_rows(study::Option const& option, study::ProbabilityMaps const& maps, World const& world) {
    std::string text;
    for (auto const& village : world.villages)
        text += fmt::format("{},{},{},{},{},{},{}\n", csv_cell(option.name), csv_cell(village.code),
                            csv_cell(village.name), csv_cell(world.communes[village.commune.value].name), maps.draws,
                            probability_cell(maps.served[index(Reception::any)], village),
                            probability_cell(maps.served[index(Reception::broadband)], village));
    return text;
}

} // namespace

void write_probability_maps(fs::path const& folder, study::Results const& results, Store const& store,
                            Screen const& screen) {
    auto const& study = results.study;
    if (study.draws == 0) return;
    study::MapGround ground;
    std::string villages;
    for (std::size_t o = 0; o < study.options.size(); ++o) {
        auto const maps = study::probability_maps(results, o, ground, store, screen.progress());
        if (maps.draws == 0) continue;
        villages += village_rows(study.options[o], maps, *ground.shared.world);
        for (auto reception : receptions) {
            auto const file =
                folder / fmt::format("probability_{}{}.tif", reception == Reception::any ? "signal" : "broadband",
                                     study.options.size() == 1 ? "" : fmt::format("_{}", o));
            geo::io::write_cog(file, maps.served[index(reception)], *ground.shared.world->crs,
                               described(study.options[o], maps, *ground.shared.world, reception));
            geo::io::write_file(fs::path(file).replace_extension("qml"), probability_qml());
        }
    }
    if (villages.empty()) return;
    geo::io::write_file(folder / "villages_probability.csv",
                        "option,village,name,commune,draws,signal_probability,broadband_probability\n" + villages);
}

} // namespace phusong::cli
