#include "sim/compare/read_option.h"
#include "geo/io/atomic_file.h"
#include "geo/parallel.h"
#include "sim/compare/read_manifest.h"
#include "sim/compare/read_study.h"
#include "sim/compare/result_table.h"
#include "sim/output/commune_year.h"
#include "sim/scenario/toml_text.h"
#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using ReadJson = nlohmann::json;
using geo::say;

/// Tables that hold what came out; provenance and texts may differ between runs of equal results.
constexpr std::array result_tables{"tables/communes.csv", "tables/villages.csv", "tables/plan.csv",
                                   "tables/targets.csv",  "tables/money.csv",    "tables/groups.csv"};

/// Keys that name a run and change nothing in it.
bool names_only(std::string const& key) {
    return key == "name" || key == "title_vi" || key == "title_en" || key == "changes" || key == "paths_from";
}

geo::Message both(ReadJson const& json) { return {json.at("vi").get<std::string>(), json.at("en").get<std::string>()}; }

double share(double part, double whole) { return whole > 0 ? part / whole : std::nan(""); }

void take_summary(Option& o, ReadJson const& summary) {
    auto const& years = summary.at("years");
    auto const& last = years.back();
    o.name = summary.at("scenario");
    o.changes = summary.at("changes");
    o.title = both(summary.at("title"));
    o.base_year = years.front().at("year");
    o.communes = summary.value("communes", 0);
    o.last_year = last.at("year");
    o.people = last.at("people");
    o.people_with_signal = last.at("people_with_signal");
    o.people_with_broadband = last.at("people_with_broadband");
    o.villages_good = last.at("villages_good");
    auto const set = [&](Criterion c, double value) { o.value[index(c)] = value; };
    set(Criterion::signal_share, share(o.people_with_signal, o.people));
    set(Criterion::broadband_share, share(o.people_with_broadband, o.people));
    set(Criterion::fibre_share, share(last.at("people_with_fibre"), o.people));
    set(Criterion::villages_good, share(o.villages_good, last.at("villages")));
    set(Criterion::mobile_per_100, last.at("mobile_per_100"));
    set(Criterion::fixed_per_100, last.at("fixed_per_100"));
    set(Criterion::goals_reached, summary.at("goals").at("reached"));
    set(Criterion::projects, summary.at("projects"));
    auto const &of_operators = summary.at("money").at("operators"), &of_state = summary.at("money").at("public");
    o.operators_budget_vnd = of_operators.at("budget_vnd");
    o.public_budget_vnd = of_state.at("budget_vnd");
    double const operators = of_operators.at("spent_vnd"), state = of_state.at("spent_vnd");
    set(Criterion::operators_vnd, operators);
    set(Criterion::public_vnd, state);
    set(Criterion::spent_vnd, operators + state);
    for (auto const& layer : summary.at("synthetic_layers")) o.synthetic_layers.push_back(layer);
}

double worst_tenth(ResultTable const& communes, int year) {
    std::vector<ServedPeople> all;
    for (std::size_t r = 0; r < communes.rows(); ++r)
        if (communes.number(r, "year") == year)
            all.push_back({communes.number(r, "people"), communes.number(r, "people_with_broadband")});
    return worst_tenth_share(std::move(all));
}

int year_in(ResultTable const& targets, std::size_t row) {
    double const year = targets.number(row, "year");
    return year >= 1900 && year <= 2200 ? static_cast<int>(year) : 0;
}

void take_goals(Option& o, ResultTable const& targets) {
    for (std::size_t r = 0; r < targets.rows(); ++r) {
        GoalYear goal{.id = targets.at(r, "id"),
                      .label = {targets.at(r, "label_vi"), targets.at(r, "label_en")},
                      .year = year_in(targets, r),
                      .first_year = {},
                      .probability = {}};
        auto const& reached = targets.at(r, "reached");
        goal.known = reached != "unknown";
        goal.reached = reached == "1";
        if (auto const year = targets.number(r, "first_year_reached"); std::isfinite(year))
            goal.first_year = static_cast<int>(year);
        o.goals.push_back(std::move(goal));
    }
}

void take_keys(Option& o, fs::path const& folder, ReadJson const& manifest) {
    auto const file = folder / "scenario.resolved.toml";
    auto const scenario = toml_text::parse(geo::io::read_file(file), "scenario.resolved.toml");
    for (auto const& entry : scenario.entries)
        if (entry.value.kind != toml_text::Value::Kind::table && !names_only(entry.key))
            o.keys[entry.key] = toml_text::shown(entry.value);
    for (auto const& [name, hash] : manifest.at("inputs_sha256").items()) o.keys["file " + name] = hash;
    for (auto const& [name, hash] : manifest.at("outputs_sha256").items())
        if (name.starts_with("maps/") && name.ends_with(".tif")) o.maps.insert(name);
    for (auto const* table : result_tables)
        if (auto const found = manifest.at("outputs_sha256").find(table); found != manifest.at("outputs_sha256").end())
            o.results[table] = *found;
}

Option whole_option(std::string const& name) {
    Option o;
    o.folder = name;
    fs::path const folder = name;
    auto const manifest = read_manifest(folder);
    take_summary(o, read_json(folder, "summary.json"));
    o.value[index(Criterion::worst_tenth)] = worst_tenth(ResultTable(folder, "tables/communes.csv"), o.last_year);
    take_goals(o, ResultTable(folder, "tables/targets.csv"));
    take_keys(o, folder, manifest);
    return o;
}

/// Shares and money of different provinces say nothing side by side.
geo::Problems of_other_provinces(std::vector<Option> const& options) {
    geo::Problems problems;
    auto const told = std::ranges::find_if(options, [](Option const& o) { return o.communes > 0; });
    for (auto const& o : options) {
        if (o.communes == 0 && told != options.end() && o.base_year != told->base_year)
            problems.push_back(
                {o.folder,
                 say("năm gốc {}, còn {} có năm gốc {}: không cùng một tỉnh",
                     "from {} on, but {} from {} on: not one province", o.base_year, told->folder, told->base_year),
                 {"so sánh các lần chạy của cùng một tỉnh", "compare runs of one province"}});
        if (o.communes > 0 && (o.communes != told->communes || o.base_year != told->base_year))
            problems.push_back({o.folder,
                                say("{} xã, năm gốc {}, còn {} có {} xã, năm gốc {}: không cùng một tỉnh",
                                    "{} communes from {} on, but {} has {} communes from {} on: not one province",
                                    o.communes, o.base_year, told->folder, told->communes, told->base_year),
                                {"so sánh các lần chạy của cùng một tỉnh", "compare runs of one province"}});
    }
    return problems;
}

} // namespace

ReadOption read_option(std::string const& folder) {
    try {
        return {whole_option(folder), {}};
    } catch (Torn const& torn) {
        return {{}, {{folder, torn.what, torn.hint}}};
    } catch (geo::Failure const& failure) {
        return {{}, failure.problems};
    } catch (ReadJson::exception const& error) {
        return {{}, {{folder, say("thiếu thông tin: {}", "lacks what a run tells: {}", error.what()), {}}}};
    } catch (fs::filesystem_error const& error) {
        return {{}, {{folder, say("không đọc được: {}", "cannot be read: {}", error.code().message()), {}}}};
    }
}

std::vector<Option> read_options(std::vector<std::string> const& folders) {
    std::vector<std::vector<ReadOption>> read(folders.size());
    geo::parallel_for(std::ssize(folders), 1, [&](std::ptrdiff_t i) {
        auto const at = static_cast<std::size_t>(i);
        if (is_study(folders[at]))
            read[at] = read_study_options(folders[at]);
        else
            read[at].push_back(read_option(folders[at]));
    });
    geo::Problems problems;
    std::vector<Option> options;
    for (auto& of_folder : read)
        for (auto& one : of_folder) {
            problems.insert(problems.end(), one.problems.begin(), one.problems.end());
            options.push_back(std::move(one.option));
        }
    geo::throw_if_any(std::move(problems));
    geo::throw_if_any(of_other_provinces(options));
    return options;
}

} // namespace phusong
