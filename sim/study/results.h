#pragma once
#include "geo/io/vector_file.h"
#include "sim/study/indicators.h"
#include "sim/study/record.h"
#include "sim/study/study.h"
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace phusong::study {

/// A whole study: one record per run, by run.
struct Results {
    Study const& study;
    std::vector<Record> records;
    std::vector<std::vector<Indicator>> indicators;        ///< per option
    std::vector<std::string> village_codes, village_names; ///< empty when options have different villages
    std::vector<geo::XY> village_places;                   ///< their halls
    struct Commune {
        std::string code, name;
    };
    std::vector<Commune> communes = {}; ///< of a study that keeps figures of communes
    /// A record with what `records` may leave out, since one run's is long and nobody needs all at once: `on_air`,
    /// `communes`. Nothing = `records` has it.
    std::function<Record(std::size_t run)> whole = {};
};
[[nodiscard]] Record whole_record(Results const& results, std::size_t run);

/// A figure in a table of a study; empty when it is not known.
[[nodiscard]] std::string figure_cell(double value);

/// What a study's options give, indicator by indicator.
[[nodiscard]] std::string percentiles_csv(Results const& results);
/// Which uncertain key moves what. The header alone when nothing is drawn.
[[nodiscard]] std::string sensitivity_csv(Results const& results);
/// How far each option stays behind the best one of the same draw. The header alone for a single option.
[[nodiscard]] std::string regret_csv(Results const& results);
/// In what share of the runs each village has good signal in the last year, of all and of the good ones: those that
/// reach as many goals as any option in their draw (without draws: as any). The header alone when plans are fixed.
[[nodiscard]] std::string villages_csv(Results const& results);
/// Points of the villages with the share of each option's draws in which they have good signal in the last year: the
/// probability of coverage as far as it is drawn. No rows when nothing is drawn or plans are fixed.
[[nodiscard]] geo::io::OutLayer probability_layer(Results const& results);
/// One line per run: name, changes and the last year's indicators.
[[nodiscard]] std::string runs_csv(Results const& results);
/// Runs that failed, with their reason.
[[nodiscard]] std::string failed_csv(Results const& results);

/// study.db: every run, every drawn value, every indicator, and those of communes where they are kept. Runs are read
/// one at a time. Errors: FileError.
void write_database(std::filesystem::path const& file, Results const& results);

/// Values of one indicator of one option over its draws, failed runs left out; `kept` names the draws.
struct Series {
    std::vector<std::size_t> kept;
    std::vector<double> values;
};
[[nodiscard]] Series series(Results const& results, std::size_t option, std::size_t indicator);

} // namespace phusong::study
