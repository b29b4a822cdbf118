#include "tools/cli/batch_place.h"
#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "sim/output/output.h"
#include "sim/study/store_files.h"
#include "sim/study/study_book.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include <algorithm>
#include <set>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto identity_file = "identity.txt", study_file = "study.json";
constexpr int format = 4;

std::string uncertain_text(study::Uncertain const& u) {
    return fmt::format("{} {} {} {} {} {} {} {}\n", u.key, study::spread_names[static_cast<std::size_t>(u.spread)],
                       u.low, u.mode, u.high, u.mean, u.sd, u.relative);
}

/// What study.json says, with "files" at least; nothing is in them when it is none of ours.
Json listed(fs::path const& folder) {
    Json nothing = Json::object();
    nothing["files"] = Json::object();
    std::error_code error;
    if (!fs::is_regular_file(folder / study_file, error)) return nothing;
    auto said = Json::parse(geo::io::read_file(folder / study_file), nullptr, false);
    return said.is_object() && said.contains("files") && said["files"].is_object() ? said : nothing;
}

std::set<std::string> files_of_study(fs::path const& folder) {
    auto const said = listed(folder);
    std::set<std::string> names{study_file};
    for (auto const& item : said["files"].items()) names.insert(item.key());
    return names;
}

/// Whether the folder holds exactly this study, whole and unchanged.
bool holds_whole(fs::path const& folder, std::string const& identity) {
    auto const said = listed(folder);
    if (!said.contains("identity") || said["identity"] != identity) return false;
    std::error_code error;
    return std::ranges::all_of(said["files"].items(), [&](auto const& item) {
        return fs::is_regular_file(folder / item.key(), error) &&
               geo::io::sha256_of_file(folder / item.key()) == item.value();
    });
}

/// Whose part lies there that is not of this study by this program.
geo::Message whose_part(std::string const& text, std::string const& identity) {
    if (text.starts_with(identity))
        return {"là phần dở dang mà một bản dựng khác của phusong đã tính; công thức của bản đó có thể khác",
                "is an unfinished part that another build of phusong computed, whose formulas may differ"};
    return {"là phần dở dang của một loạt chạy khác", "is the unfinished part of another study"};
}

/// The folder as it has to be before anything is locked or written in it.
fs::path prepared(fs::path const& folder, std::string const& identity, bool overwrite) {
    auto const unfinished = unfinished_of(folder);
    fs::create_directories(unfinished);
    auto const file = unfinished / identity_file;
    auto const mine = identity + '\n' + study::program_hash() + '\n';
    if (auto const text = fs::exists(file) ? geo::io::read_file(file) : mine; text != mine) {
        if (!overwrite)
            throw geo::FileError({{unfinished.string(),
                                   whose_part(text, identity),
                                   {"chọn thư mục khác bằng -o, hoặc thêm --overwrite để bỏ phần dở dang đó",
                                    "choose another folder with -o, or add --overwrite to drop that part"}}});
        geo::io::FolderLock const alone(unfinished, geo::io::FolderLock::Kind::exclusive);
        fs::remove_all(unfinished);
        fs::create_directories(unfinished);
    }
    if (!fs::exists(file)) geo::io::write_file(file, mine);
    return unfinished;
}

std::string journal_name(Shard shard) {
    return shard.whole() ? "journal" : fmt::format("journal.{}-of-{}", shard.number, shard.of);
}

/// The journals of other parts must not be written while the whole is put together.
geo::io::FolderLock::Kind lock_kind(Shard shard) {
    return shard.whole() ? geo::io::FolderLock::Kind::exclusive : geo::io::FolderLock::Kind::shared;
}

std::vector<fs::path> files_of(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace

std::string identity_of(study::Study const& study, fs::path const& project_root) {
    std::string all = fmt::format("phusong {} study {}\ndraws {} {} {}\n{}", program_version(), format, study.draws,
                                  study::sampling_names[static_cast<std::size_t>(study.sampling)], study.plan_fixed,
                                  study.communes ? "communes\n" : "");
    std::set<fs::path> files;
    for (auto const& option : study.options) {
        all += option.name + '\n' + resolved_toml(option.scenario, project_root);
        for (auto const& uncertain : option.uncertain) all += uncertain_text(uncertain);
        for (auto& file : named_files(option.scenario)) files.insert(std::move(file));
    }
    for (auto const& file : files) all += geo::io::sha256_of_file(file) + '\n';
    return geo::io::sha256(all);
}

Place look_at_study(fs::path const& folder, std::string const& identity, bool overwrite) {
    return look_at(folder,
                   {.marker = study_file,
                    .another = {"đã có kết quả của một loạt chạy khác, hoặc tệp trong đó đã bị sửa",
                                "holds the results of another study, or files in it were changed"},
                    .is_wanted = [&](fs::path const& there) { return holds_whole(there, identity); },
                    .foreign_files = [](fs::path const& there) { return foreign_files(there, files_of_study(there)); }},
                   overwrite);
}

fs::path unfinished_of(fs::path const& folder) { return folder.string() + ".unfinished"; }

Unfinished::Unfinished(fs::path const& folder, std::string const& identity, Shard shard, bool overwrite)
    : folder_(prepared(folder, identity, overwrite)), lock_(folder_, lock_kind(shard)),
      journal_(folder_ / journal_name(shard)) {}

std::vector<study::Record> Unfinished::records(std::size_t runs) {
    std::vector<study::Record> records(runs, study::Record{.run = runs}); // runs = not there yet
    files_.clear();
    places_.assign(runs, {});
    for (auto const& file : files_of(folder_)) {
        if (!file.filename().string().starts_with("journal")) continue;
        files_.push_back(file);
        geo::io::read_journal(file, [&](std::string_view line, geo::io::JournalPlace place) {
            auto record = study::record_of(line);
            if (!record || record->run >= runs) return;
            places_[record->run] = {files_.size() - 1, place};
            record->on_air = record->communes = {};
            records[record->run] = std::move(*record);
        });
    }
    return records;
}

study::Record Unfinished::whole(std::size_t run) const {
    auto const& [file, place] = places_.at(run);
    return study::record_of(geo::io::journal_line(files_.at(file), place)).value();
}

void Unfinished::remove() { fs::remove_all(folder_); }

void write_tables(fs::path const& folder, study::Results const& results) {
    geo::io::write_file(folder / "runs.csv", runs_csv(results));
    geo::io::write_file(folder / "percentiles.csv", percentiles_csv(results));
    for (auto const& [name, text] :
         {std::pair{"sensitivity.csv", sensitivity_csv(results)}, std::pair{"regret.csv", regret_csv(results)},
          std::pair{"villages.csv", villages_csv(results)}})
        if (text.find('\n') + 1 < text.size()) geo::io::write_file(folder / name, text); // a head says nothing
    geo::io::write_file(folder / "failed.csv", failed_csv(results));
    for (auto const language : {geo::Language::vi, geo::Language::en})
        geo::io::write_xlsx(folder / fmt::format("study.{}.xlsx", language == geo::Language::vi ? "vi" : "en"),
                            study_book(results, language));
    if (auto const layer = probability_layer(results); !layer.rows.empty())
        geo::io::write_gpkg(folder / "probability.gpkg", {layer},
                            geo::io::Crs(results.study.options.front().scenario.world.crs, "world.crs"));
    write_database(folder / "study.db", results);
}

void write_list(fs::path const& folder, study::Results const& results, std::string const& identity) {
    Json files = Json::object();
    for (auto const& file : files_of(folder)) files[file.filename().string()] = geo::io::sha256_of_file(file);
    auto const failed = std::ranges::count_if(results.records, &study::Record::failed);
    auto const& study = results.study;
    geo::io::write_file(folder / study_file,
                        dump({{"program", "phusong"},
                              {"version", program_version()},
                              {"format", format},
                              {"identity", identity},
                              {"options", study.options.size()},
                              {"draws", study.draws},
                              {"sampling", study::sampling_names[static_cast<std::size_t>(study.sampling)]},
                              {"plan", study.plan_fixed ? "fixed" : "anew"},
                              {"runs", results.records.size()},
                              {"failed", failed},
                              {"files", files}}));
}

} // namespace phusong::cli
