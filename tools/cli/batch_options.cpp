#include "tools/cli/batch_flags.h"
#include "tools/cli/number_flag.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {
namespace {

using geo::say;

/// CLI11's own checks speak English only.
CLI::Validator whole_from_to(int min, int max, geo::Language language) {
    return {[=](std::string& text) {
                if (whole_of(text, min, max)) return std::string{};
                return say("“{}”: cần một số nguyên từ {} đến {}", "“{}”: needs a whole number from {} to {}", text,
                           min, max)
                    .in(language);
            },
            {}};
}

} // namespace

void add_batch_options(CLI::App& app, Options& options) {
    auto const language = options.language;
    auto const group = say("Loạt chạy", "Study").in(language);
    auto& flags = options.batch;
    add_files(app, options, "FILE", say("tệp kịch bản TOML, một hay nhiều", "TOML scenarios, one or more"));
    add_scenario_options(app, options);
    auto const add = [&](char const* name, auto& target, char const* type, geo::Message const& words) {
        return app.add_option(name, target, words.in(language))->type_name(type)->group(group);
    };
    add("--overrides", flags.overrides, "CSV",
        say("bảng các phương án: cột name, mỗi cột khác là một khóa",
            "table of options: column name, every other column a key"));
    add("--each", flags.each, "A,B",
        say("thêm cho mỗi tệp một phương án với từng bảng [override.TÊN]",
            "for each file also one option with each of these [override.NAME]"))
        ->delimiter(',')
        ->allow_extra_args(false);
    add("--front", flags.front, "A,B",
        say("mỗi chính sách với ngân sách nhân A, B, …; front.csv nêu phương án trên biên Pareto",
            "every policy with the budgets times A, B, …; front.csv names the options on the Pareto front"))
        ->delimiter(',')
        ->allow_extra_args(false)
        ->excludes("--overrides");
    add("--draws", flags.draws, "N", say("số lần rút [uncertainty]; 0 = không rút", "draws of [uncertainty]; 0 = none"))
        ->check(whole_from_to(0, 10'000'000, language));
    add("--sampling", flags.sampling, "HOW",
        say("random, latin_hypercube hoặc sobol", "random, latin_hypercube or sobol"));
    add("--plan", flags.plan, "HOW",
        say("anew: mỗi lượt một kế hoạch; fixed: giữ kế hoạch của phương án",
            "anew: a plan for each run; fixed: the option's own plan"));
    add("-j,--jobs", flags.jobs, "N", say("số lượt tính cùng lúc", "runs at once"))
        ->check(whole_from_to(1, 1024, language));
    add("--shard", flags.shard, "I/N", say("chỉ tính phần thứ I của N", "compute only the I-th of N parts"));
    add("--slurm", flags.slurm, "N",
        say("gửi N phần thành một mảng việc của Slurm", "submit N parts as a job array of Slurm"))
        ->check(whole_from_to(1, 10'000, language))
        ->excludes("--shard");
    app.add_flag("--slurm-wait", flags.slurm_wait,
                 say("đợi các phần đó rồi gộp", "wait for those parts, then merge").in(language))
        ->needs("--slurm")
        ->group(group);
    app.add_flag("--communes", flags.communes,
                 say("study.db có thêm số liệu từng xã của mỗi lượt (năm cuối)",
                     "study.db also holds each run's figures of every commune (last year)")
                     .in(language))
        ->group(group);
    app.add_flag("--no-maps", flags.no_maps,
                 say("không vẽ bản đồ xác suất phủ sóng", "no maps of the probability of coverage").in(language))
        ->group(group);
    app.add_flag("--dry-run", flags.dry_run, say("chỉ liệt kê", "only list").in(language))->group(group);
    app.add_option("-o,--output", options.folder,
                   say("thư mục kết quả; mặc định runs/study-…", "result folder; default runs/study-…").in(language))
        ->type_name("DIR")
        ->group(group);
    add_overwrite(app, options, say("thay kết quả đã có", "replace results that are there"));
    add_store(app, options);
}

} // namespace phusong::cli
