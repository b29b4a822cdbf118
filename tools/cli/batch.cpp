#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "sim/output/labels.h"
#include "sim/study/compute.h"
#include "sim/study/front.h"
#include "sim/study/stage_keys.h"
#include "tools/cli/batch_maps.h"
#include "tools/cli/batch_place.h"
#include "tools/cli/batch_slurm.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include "tools/cli/verb.h"
#include <algorithm>
#include <omp.h>
#include <set>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

study::Study read(Options const& options) {
    if (options.files.empty())
        throw UsageError(say("thiếu tệp kịch bản", "the scenario file is missing"),
                         say("ví dụ: phusong batch a.toml b.toml -o ket-qua",
                             "for example: phusong batch a.toml b.toml -o results"));
    auto const& flags = options.batch;
    auto const is_policy = [](std::string const& setting) { return setting.starts_with("rollout.policy="); };
    if (!flags.front.empty() && std::ranges::any_of(options.read.set, is_policy))
        throw UsageError(say("--front tính mọi chính sách nên không dùng --set rollout.policy=…",
                             "--front runs every policy, so --set rollout.policy=… means nothing"),
                         say("bỏ một trong hai", "leave one of them out"));
    return study::read_study(options.files, {.read = options.read,
                                             .each = flags.each,
                                             .table = flags.overrides,
                                             .front = flags.front,
                                             .draws = flags.draws,
                                             .sampling = flags.sampling,
                                             .plan = flags.plan});
}

/// Tables, headers and goals of every different world, before anything is computed.
void check_inputs(study::Study const& study) {
    std::set<std::string> seen;
    geo::Problems problems;
    for (auto const& option : study.options) {
        if (!seen.insert(study::world_key(option.scenario) + option.scenario.targets.path.string()).second) continue;
        auto found = problems_of_inputs(option.scenario);
        std::ranges::move(found, std::back_inserter(problems));
    }
    geo::throw_if_any(std::move(problems));
}

geo::Message size_of(study::Study const& study) {
    return study.draws > 0 ? say("{} phương án × {} lần rút = {} lượt tính", "{} options × {} draws = {} runs",
                                 study.options.size(), study.draws, study.runs())
                           : say("{} phương án", "{} options", study.options.size());
}

void list(study::Study const& study, Screen const& screen) {
    if (screen.json) {
        Json names = Json::array();
        for (auto const& option : study.options) names.push_back({{"name", option.name}, {"changes", option.changes}});
        return screen.data(dump({{"options", names}, {"draws", study.draws}, {"runs", study.runs()}}));
    }
    screen.data(size_of(study).in(screen.language) + '\n');
    for (auto const& option : study.options) screen.data(option.name + '\n');
}

/// A run that nobody has computed yet.
bool missing(study::Record const& record, std::size_t runs) { return record.run == runs; }

/// Computes what this part lacks; result: how many runs that was.
std::size_t compute_missing(study::Study const& study, Unfinished& place, Shard shard, Store const& store,
                            Screen const& screen) {
    auto const there = place.records(study.runs());
    std::vector<bool> wanted;
    for (std::size_t run = 0; run < there.size(); ++run)
        wanted.push_back(missing(there[run], study.runs()) && shard.holds(run));
    auto const count = static_cast<std::size_t>(std::ranges::count(wanted, true));
    if (count == 0) return 0;
    try {
        study::compute(
            {study, wanted, store},
            [&](std::vector<study::Record> const& records) {
                for (auto const& record : records) place.journal().append(line_of(record));
                place.journal().flush();
            },
            screen.progress());
    } catch (Interrupted const&) {
        screen.tell(say("Phần đã tính được giữ lại: chạy lại cùng lệnh để tính tiếp.",
                        "What was computed is kept: run the same command to go on."));
        throw;
    }
    return count;
}

study::Results results_of(study::Study const& study, std::vector<study::Record> records, Store const& store) {
    study::Results results{study, std::move(records), {}, {}, {}, {}};
    for (auto const& option : study.options) results.indicators.push_back(study::indicators(option.scenario));
    std::set<std::string> worlds;
    for (auto const& option : study.options) worlds.insert(option.scenario.world.villages.path.string());
    if (worlds.size() != 1 || study.plan_fixed) return results;
    auto const world = read_world(study.options.front().scenario, store);
    for (auto const& village : world.villages) {
        results.village_codes.push_back(village.code);
        results.village_names.push_back(village.name);
        results.village_places.push_back(village.xy);
    }
    return results;
}

void finish(fs::path const& folder, study::Results const& results, std::string const& identity, Options const& options,
            Store const& store, Screen const& screen) {
    std::error_code ignored; // AtomicFolder says so if this did not work
    fs::create_directories(fs::absolute(folder).parent_path(), ignored);
    geo::io::AtomicFolder output(folder, options.overwrite);
    remove_when_interrupted(output.working());
    if (!options.batch.front.empty()) geo::io::write_file(output.working() / "front.csv", front_csv(results));
    if (!options.batch.no_maps) write_probability_maps(output.working(), results, store, screen);
    write_study(output.working(), results, identity);
    output.commit();
    remove_when_interrupted({});
}

bool has_maps(fs::path const& folder) {
    return std::ranges::any_of(fs::directory_iterator(folder),
                               [](auto const& entry) { return entry.path().extension() == ".tif"; });
}

void tell_result(fs::path const& folder, std::size_t computed, std::size_t failed, study::Study const& study,
                 Screen const& screen) {
    if (screen.json)
        return screen.data(
            dump({{"folder", folder.string()}, {"runs", study.runs()}, {"computed", computed}, {"failed", failed}}));
    if (screen.quiet) return screen.data(folder.string() + '\n');
    auto const map = !fs::exists(folder / "probability.gpkg")
                         ? geo::Message{}
                         : say("  probability.gpkg xác suất có sóng tốt của từng thôn, cho QGIS\n",
                               "  probability.gpkg each village's probability of good signal, for QGIS\n");
    auto const rasters = !has_maps(folder)
                             ? geo::Message{}
                             : say("  probability_*.tif xác suất phủ sóng từng ô đất, có kiểu dáng cho QGIS\n",
                                   "  probability_*.tif the probability of coverage of every cell, styled for QGIS\n");
    screen.data(say("{}; tính mới {}, lỗi {}\n"
                    "Kết quả trong {}/\n"
                    "  runs.csv         mỗi lượt một dòng (Excel)\n"
                    "  percentiles.csv  P10, P50, P90 và xác suất đạt từng mục tiêu\n"
                    "  sensitivity.csv  khóa không chắc chắn nào làm thay đổi điều gì\n"
                    "  regret.csv       mỗi phương án kém phương án tốt nhất bao nhiêu\n"
                    "  villages.csv     thôn nào được phục vụ trong bao nhiêu phần các lượt\n"
                    "{}"
                    "  failed.csv       lượt lỗi và lý do\n"
                    "  study.db         tất cả (SQLite)\n",
                    "{}; computed now {}, failed {}\n"
                    "Results in {}/\n"
                    "  runs.csv         one line a run (Excel)\n"
                    "  percentiles.csv  P10, P50, P90 and the probability of each goal\n"
                    "  sensitivity.csv  which uncertain key moves what\n"
                    "  regret.csv       how far each option stays behind the best\n"
                    "  villages.csv     which village is served in what share of the runs\n"
                    "{}"
                    "  failed.csv       runs that failed, and why\n"
                    "  study.db         everything (SQLite)\n",
                    size_of(study).in(screen.language), computed, failed, folder.string(),
                    map.in(screen.language) + rasters.in(screen.language))
                    .in(screen.language));
}

/// The options that nobody surpasses, from the table that was written.
void tell_front(fs::path const& folder, Screen const& screen) {
    if (screen.json || screen.quiet) return;
    auto const table = geo::io::read_csv(folder / "front.csv", "front.csv");
    auto text = say("Biên Pareto (người mới có 4G, 5G; tiền của cả hai nguồn; một phần mười số xã kém nhất), đủ bảng ở "
                    "front.csv:\n",
                    "On the front (people newly with 4G or 5G; money of both purses; worst tenth of communes), all in "
                    "front.csv:\n")
                    .in(screen.language);
    auto const of = [&](auto const& row, char const* column) { return row.cells.at(*table.column(column)); };
    auto const number = [&](auto const& row, char const* column) { return std::stod(of(row, column)); };
    for (auto const& row : table.rows)
        if (of(row, "on_front") == "1")
            text += say("  {}: {} người, {} tỷ đồng, {} %\n", "  {}: {} people, {} billion VND, {}%\n",
                        of(row, "option"), shown(number(row, "newly_covered_people"), 0, screen.language),
                        shown(number(row, "spent_vnd") / vnd_per_bn, 1, screen.language),
                        shown(100 * number(row, "worst_tenth_broadband_share"), 1, screen.language))
                        .in(screen.language);
    screen.data(text);
}

int act_on_batch(Options const& options, Screen const& screen) {
    auto const shard = read_shard(options.batch.shard);
    auto const study = read(options);
    check_inputs(study);
    if (options.batch.dry_run) {
        list(study, screen);
        return ok;
    }
    auto const root = geo::io::project_root(options.files.front());
    auto const identity = identity_of(study, root);
    auto const whole = options.batch.no_maps ? identity + " without maps" : identity; // of the finished folder
    fs::path const folder =
        options.folder.empty()
            ? fs::path("runs") / fmt::format("study-{}", folder_name(study.options.front().scenario, identity))
            : fs::path(options.folder);
    Store const store{store_folder(options, root)};
    if (!options.overwrite && is_finished(folder, whole)) {
        screen.tell(say("Kết quả này đã có sẵn và còn nguyên vẹn; không phải tính lại.",
                        "This result was already there and is intact; nothing had to be done."));
        std::error_code ignored;
        fs::remove_all(folder.string() + ".unfinished", ignored); // of a kill between the last two steps
        tell_result(folder, 0, 0, study, screen);
        if (!options.batch.front.empty()) tell_front(folder, screen);
        return ok;
    }
    screen.tell(size_of(study));
    if (options.batch.slurm > 0) {
        (void)Unfinished(folder, identity, {1, static_cast<std::size_t>(options.batch.slurm) + 1}, options.overwrite);
        if (!submit(options, folder.string() + ".unfinished", screen)) return ok;
    }
    Unfinished place(folder, identity, shard, options.overwrite);
    if (options.batch.jobs > 0) omp_set_num_threads(options.batch.jobs);
    auto const computed = compute_missing(study, place, shard, store, screen);
    if (!shard.whole()) {
        screen.tell(say("Phần {}/{} xong ({} lượt); khi mọi phần xong, chạy cùng lệnh không có --shard để gộp.",
                        "Part {}/{} done ({} runs); when all are, run the same command without --shard to merge.",
                        shard.number, shard.of, computed));
        return ok;
    }
    auto const results = results_of(study, place.records(study.runs()), store);
    finish(folder, results, whole, options, store, screen);
    place.remove();
    auto const failed = std::ranges::count_if(results.records, &study::Record::failed);
    tell_result(folder, computed, static_cast<std::size_t>(failed), study, screen);
    if (!options.batch.front.empty()) tell_front(folder, screen);
    return ok;
}

} // namespace

Verb batch_verb() {
    return {
        .name = "batch",
        .brief = {"tính nhiều phương án, có rút ngẫu nhiên, dừng và chạy tiếp được",
                  "compute many options, with draws; can be stopped and resumed"},
        .page =
            {"Tính mọi phương án của các tệp: bảng [sweep] (tích mọi giá trị), tệp --overrides, --each, và các lần "
             "rút\n"
             "của [uncertainty]. Mọi thứ được kiểm tra trước khi tính. Bị tắt lúc nào cũng được: chạy lại cùng lệnh "
             "thì\n"
             "tính tiếp, và kết quả giống từng byte. Nhiều máy: mỗi máy một --shard, cùng thư mục -o; cuối cùng chạy\n"
             "không có --shard để gộp.",
             "Computes every option of the files: the table [sweep] (all combinations), a file of --overrides, "
             "--each,\n"
             "and the draws of [uncertainty]. Everything is checked before anything is computed. It may be killed at "
             "any\n"
             "moment: the same command goes on, to the same bytes. Several machines: one --shard each, into one -o\n"
             "folder; then once without --shard to merge."},
        .examples = {"  phusong batch scenarios/ha_giang/*.toml -o runs/so-sanh\n"
                     "  phusong batch x.toml --overrides phuong-an.csv -j 2\n"
                     "  phusong batch x.toml --draws 1000 --plan fixed\n"
                     "  phusong batch x.toml --front 0.5,1,1.5 -o bien-pareto",
                     "  phusong batch scenarios/ha_giang/*.toml -o runs/options\n"
                     "  phusong batch x.toml --overrides options.csv -j 2\n"
                     "  phusong batch x.toml --draws 1000 --plan fixed\n"
                     "  phusong batch x.toml --front 0.5,1,1.5 -o front"},
        .add_options = add_batch_options,
        .act = act_on_batch};
}

} // namespace phusong::cli
