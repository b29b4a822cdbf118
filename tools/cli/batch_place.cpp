#include "tools/cli/batch_place.h"
#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "sim/output/output.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include <algorithm>
#include <set>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto identity_file = "identity.txt";
constexpr int format = 3;

std::string uncertain_text(study::Uncertain const& u) {
    return fmt::format("{} {} {} {} {} {} {} {}\n", u.key, study::spread_names[static_cast<std::size_t>(u.spread)],
                       u.low, u.mode, u.high, u.mean, u.sd, u.relative);
}

/// The folder as it has to be before anything is locked or written in it.
fs::path prepared(fs::path const& folder, std::string const& identity, bool overwrite) {
    auto const unfinished = fs::path(folder.string() + ".unfinished");
    fs::create_directories(unfinished);
    auto const file = unfinished / identity_file;
    if (fs::exists(file) && geo::io::read_file(file) != identity + '\n') {
        if (!overwrite)
            throw geo::FileError(
                {{unfinished.string(),
                  {"là phần dở dang của một loạt chạy khác", "is the unfinished part of another study"},
                  {"chọn thư mục khác bằng -o, hoặc thêm --overwrite để bỏ phần dở dang đó",
                   "choose another folder with -o, or add --overwrite to drop that part"}}});
        geo::io::FolderLock const alone(unfinished, geo::io::FolderLock::Kind::exclusive);
        fs::remove_all(unfinished);
        fs::create_directories(unfinished);
    }
    if (!fs::exists(file)) geo::io::write_file(file, identity + '\n');
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

bool is_finished(fs::path const& folder, std::string const& identity) {
    std::error_code error;
    if (!fs::is_regular_file(folder / "study.json", error)) return false;
    auto const said = Json::parse(geo::io::read_file(folder / "study.json"), nullptr, false);
    if (!said.is_object() || !said.contains("identity") || said["identity"] != identity) return false;
    if (!said.contains("files") || !said["files"].is_object()) return false;
    return std::ranges::all_of(said["files"].items(), [&](auto const& item) {
        return fs::is_regular_file(folder / item.key(), error) &&
               geo::io::sha256_of_file(folder / item.key()) == item.value();
    });
}

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

void write_study(fs::path const& folder, study::Results const& results, std::string const& identity) {
    geo::io::write_file(folder / "runs.csv", runs_csv(results));
    geo::io::write_file(folder / "percentiles.csv", percentiles_csv(results));
    for (auto const& [name, text] :
         {std::pair{"sensitivity.csv", sensitivity_csv(results)}, std::pair{"regret.csv", regret_csv(results)},
          std::pair{"villages.csv", villages_csv(results)}})
        if (text.find('\n') + 1 < text.size()) geo::io::write_file(folder / name, text); // a head says nothing
    geo::io::write_file(folder / "failed.csv", failed_csv(results));
    if (auto const layer = probability_layer(results); !layer.rows.empty())
        geo::io::write_gpkg(folder / "probability.gpkg", {layer},
                            geo::io::Crs(results.study.options.front().scenario.world.crs, "world.crs"));
    write_database(folder / "study.db", results);
    Json files = Json::object();
    for (auto const& file : files_of(folder)) files[file.filename().string()] = geo::io::sha256_of_file(file);
    auto const failed = std::ranges::count_if(results.records, &study::Record::failed);
    auto const& study = results.study;
    geo::io::write_file(folder / "study.json",
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
