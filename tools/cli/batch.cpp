#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "sim/output/labels.h"
#include "sim/study/compute.h"
#include "sim/study/front.h"
#include "sim/study/stage_keys.h"
#include "tools/cli/batch_maps.h"
#include "tools/cli/batch_place.h"
#include "tools/cli/batch_slurm.h"
#include "tools/cli/batch_words.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include "tools/cli/verb.h"
#include <algorithm>
#include <malloc.h>
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
    auto const is_policy = [](std::string const& setting) {
        auto const key = setting.substr(0, setting.find('='));
        return key.substr(0, key.find_last_not_of(' ') + 1) == "rollout.policy";
    };
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
                                             .plan = flags.plan,
                                             .communes = flags.communes});
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
    study::compute(
        {study, wanted, store},
        [&](std::vector<study::Record> const& records) {
            for (auto const& record : records) place.journal().append(line_of(record));
            place.journal().flush();
        },
        screen.progress());
    return count;
}

study::Results results_of(study::Study const& study, std::vector<study::Record> records, Store const& store) {
    study::Results results{study, std::move(records), {}, {}, {}, {}};
    for (auto const& option : study.options)
        results.indicators.push_back(study::indicators(option.scenario, study.draws > 0));
    std::set<std::string> worlds;
    for (auto const& option : study.options) worlds.insert(option.scenario.world.villages.path.string());
    bool const villages = worlds.size() == 1 && !study.plan_fixed;
    if (!villages && !study.communes) return results;
    auto const world = read_world(study.options.front().scenario, store);
    if (study.communes)
        for (auto const& commune : world.communes) results.communes.push_back({commune.code, commune.name});
    if (!villages) return results;
    for (auto const& village : world.villages) {
        results.village_codes.push_back(village.code);
        results.village_names.push_back(village.name);
        results.village_places.push_back(village.xy);
    }
    return results;
}

/// What the tables were made of; maps need none of it, and much memory of their own.
void forget_figures(study::Results& results) {
    for (auto& record : results.records) {
        record.values = std::vector<double>(); // {} would keep the memory
        record.drawn = std::vector<double>();
    }
    ::malloc_trim(0); // they were many small pieces, which would stay with this process
}

void finish(fs::path const& folder, study::Results& results, std::string const& identity, Options const& options,
            Store const& store, Screen const& screen) {
    std::error_code ignored; // AtomicFolder says so if this did not work
    fs::create_directories(fs::absolute(folder).parent_path(), ignored);
    geo::io::AtomicFolder output(folder, options.overwrite);
    remove_when_interrupted(output.working());
    if (!options.batch.front.empty()) geo::io::write_file(output.working() / "front.csv", front_csv(results));
    write_tables(output.working(), results);
    forget_figures(results);
    if (!options.batch.no_maps) write_probability_maps(output.working(), results, store, screen);
    write_list(output.working(), results, identity);
    output.commit();
    remove_when_interrupted({});
}

int act_on_batch(Options const& options, Screen const& screen) {
    auto const shard = read_shard(options.batch.shard);
    auto const study = read(options);
    check_inputs(study);
    if (options.batch.dry_run) {
        list_study(study, screen);
        return ok;
    }
    auto const root = geo::io::project_root(options.files.front());
    auto const identity = identity_of(study, root);
    auto const whole = options.batch.no_maps ? identity + " without maps" : identity; // of the finished folder
    fs::path const folder =
        options.folder.empty()
            ? fs::path("runs") / fmt::format("study-{}", folder_name(study.options.front().scenario, identity))
            : without_slash(options.folder);
    Store const store{store_folder(options, root)};
    if (look_at_study(folder, whole, options.overwrite) == Place::finished) {
        screen.tell(say("Kết quả này đã có sẵn và còn nguyên vẹn; không phải tính lại.",
                        "This result was already there and is intact; nothing had to be done."));
        std::error_code ignored;
        fs::remove_all(unfinished_of(folder), ignored); // of a kill between the last two steps
        tell_study(folder, 0, 0, study, screen);
        if (!options.batch.front.empty()) tell_front(folder, screen);
        return ok;
    }
    screen.tell(size_of(study));
    warn_of_what_is_not_drawn(study, screen);
    if (options.batch.slurm > 0) {
        (void)Unfinished(folder, identity, {1, static_cast<std::size_t>(options.batch.slurm) + 1}, options.overwrite);
        if (!submit(options, unfinished_of(folder), screen)) return ok;
    }
    Unfinished place(folder, identity, shard, options.overwrite);
    keep_when_interrupted(unfinished_of(folder));
    if (options.batch.jobs > 0) omp_set_num_threads(options.batch.jobs);
    auto const computed = compute_missing(study, place, shard, store, screen);
    if (!shard.whole()) {
        screen.tell(say("Phần {}/{} xong ({} lượt); khi mọi phần xong, chạy cùng lệnh không có --shard để gộp.",
                        "Part {}/{} done ({} runs); when all are, run the same command without --shard to merge.",
                        shard.number, shard.of, computed));
        return ok;
    }
    auto results = results_of(study, place.records(study.runs()), store);
    results.whole = [&](std::size_t run) { return place.whole(run); };
    finish(folder, results, whole, options, store, screen);
    place.remove();
    keep_when_interrupted({});
    auto const failed = std::ranges::count_if(results.records, &study::Record::failed);
    tell_study(folder, computed, static_cast<std::size_t>(failed), study, screen);
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
