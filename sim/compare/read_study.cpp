#include "sim/compare/read_study.h"
#include "geo/io/hash.h"
#include "sim/compare/read_manifest.h"
#include "sim/compare/result_table.h"
#include <cmath>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using geo::say;

void check_files(fs::path const& folder) {
    auto const study = read_json(folder, "study.json");
    for (auto const& [name, hash] : study.at("files").items()) {
        if (name.find('/') != std::string::npos) refuse(say("study.json nêu {}", "study.json names {}", name));
        if (!fs::is_regular_file(folder / name)) refuse(say("thiếu tệp {}", "lacks the file {}", name));
        if (hash != geo::io::sha256_of_file(folder / name))
            refuse(say("tệp {} đã bị sửa từ khi ghi", "the file {} was changed since it was written", name));
    }
}

/// "finance.discount_rate=0.08; rollout.policy=villages_first" as keys.
std::map<std::string, std::string> keys_of(std::string const& changes) {
    std::map<std::string, std::string> keys;
    for (std::size_t from = 0; from < changes.size();) {
        auto const end = std::min(changes.find("; ", from), changes.size());
        auto const one = changes.substr(from, end - from);
        auto const equals = std::min(one.find('='), one.size());
        keys[one.substr(0, equals)] = equals < one.size() ? one.substr(equals + 1) : "";
        from = end + 2;
    }
    return keys;
}

/// Options in the order of their runs, without values.
std::vector<Option> named_options(std::string const& folder) {
    ResultTable const runs(folder, "runs.csv");
    std::vector<Option> options;
    for (std::size_t r = 0; r < runs.rows(); ++r) {
        auto const& name = runs.at(r, "option");
        if (options.empty() || options.back().name != name) {
            Option option;
            option.folder = (fs::path(folder) / "").string() + name;
            option.name = name;
            option.title = {name, name};
            option.changes = runs.at(r, "changes");
            option.keys = keys_of(option.changes);
            option.of_study = true;
            options.push_back(std::move(option));
        }
        ++options.back().draws;
    }
    return options;
}

/// One line of percentiles.csv into the option it is of.
void take_line(Option& option, ResultTable const& table, std::size_t row) {
    auto const& name = table.at(row, "indicator");
    double const median = table.number(row, "p50");
    int const year = static_cast<int>(table.number(row, "year"));
    option.base_year = option.base_year == 0 ? year : std::min(option.base_year, year);
    option.last_year = std::max(option.last_year, year);
    option.results["study"] += fmt::format("{} {} {}\n", name, year, table.at(row, "mean"));
    if (name.starts_with("goal:")) {
        auto const id = name.substr(5);
        double const probability = table.number(row, "probability");
        GoalYear goal{id,
                      {table.at(row, "label_vi"), table.at(row, "label_en")},
                      year,
                      std::isfinite(median),
                      probability >= 0.5,
                      {},
                      {}};
        if (goal.known && std::isfinite(probability)) goal.probability = probability;
        option.goals.push_back(std::move(goal));
    }
    if (name == "operators_vnd") option.operators_budget_vnd = table.number(row, "goal");
    if (name == "public_vnd") option.public_budget_vnd = table.number(row, "goal");
    if (name == "people") option.people = median;
    if (name == "villages_good") option.villages_good = static_cast<int>(std::lround(median));
    for (std::size_t k = 0; k < criterion_count; ++k)
        if (name == criteria()[k].name) { // years ascend: the last one stays
            option.value[k] = median;
            option.p10[k] = table.number(row, "p10");
            option.p90[k] = table.number(row, "p90");
        }
}

std::vector<Option> whole_options(std::string const& folder) {
    check_files(folder);
    auto options = named_options(folder);
    for (auto& option : options) option.value.fill(std::nan(""));
    ResultTable const table(folder, "percentiles.csv");
    std::size_t at = 0; // both tables have the options in one order
    for (std::size_t row = 0; row < table.rows(); ++row) {
        while (at < options.size() && options[at].name != table.at(row, "option")) ++at;
        if (at == options.size()) refuse({"percentiles.csv không khớp runs.csv", "percentiles.csv is not of runs.csv"});
        take_line(options[at], table, row);
    }
    for (auto& option : options) {
        option.people_with_signal = option.people * option.value[index(Criterion::signal_share)];
        option.people_with_broadband = option.people * option.value[index(Criterion::broadband_share)];
    }
    return options;
}

} // namespace

bool is_study(std::string const& folder) {
    std::error_code ignored;
    return fs::is_regular_file(fs::path(folder) / "study.json", ignored);
}

std::vector<ReadOption> read_study_options(std::string const& folder) {
    std::vector<ReadOption> read;
    try {
        for (auto& option : whole_options(folder)) read.push_back({std::move(option), {}});
        return read;
    } catch (Torn const& torn) {
        return {{{}, {{folder, torn.what, torn.hint}}}};
    } catch (geo::Failure const& failure) {
        return {{{}, failure.problems}};
    } catch (nlohmann::json::exception const& error) {
        return {{{}, {{folder, say("study.json thiếu: {}", "study.json lacks: {}", error.what()), {}}}}};
    }
}

} // namespace phusong
