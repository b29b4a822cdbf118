#include "geo/io/atomic_file.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/output_files.h"
#include "tools/cli/solve_kinds.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <charconv>
#include <chrono>
#include <cmath>

namespace phusong::cli {

using geo::say;

void add_solve_flags(CLI::App& app, Options& options) {
    auto& flags = options.solve;
    auto const one = [&](char const* name, std::string& text, char const* shown, geo::Message const& what) {
        app.add_option(name, text, what.in(options.language))
            ->type_name(shown)
            ->group(say("Bộ giải", "Solver").in(options.language));
    };
    one("--effort", flags.effort, "1..10",
        say("lượng công việc, không phải thời gian; mặc định 5", "amount of work, not time; default 5"));
    one("--iterations", flags.iterations, "N",
        say("số vòng ngoài cùng, thay cho mức của --effort", "outermost rounds, in place of what --effort says"));
    one("--seed", flags.seed, "N", say("hạt giống ngẫu nhiên; mặc định 1", "random seed; default 1"));
    one("--sites", flags.sites, "P", say("cover: nhiều nhất P trạm", "cover: at most P sites"));
    one("--budget", flags.budget, "B",
        say("ngân sách: pcst tìm cây nhiều giá trị nhất trong đó; nơi khác thay cho của tệp",
            "budget: pcst finds the tree of most prize within it; elsewhere in place of the file's"));
    one("--out", flags.out, "FILE", say("ghi lời giải vào tệp này", "write the solution into this file"));
}

namespace {

SolveKind const& kind_of(Options const& options) {
    if (options.files.size() != 2)
        throw UsageError(say("cần loại bài toán và một tệp", "needs a kind of problem and one file"),
                         say("ví dụ: phusong solve steiner FILE", "for example: phusong solve steiner FILE"));
    std::vector<std::string> names;
    for (auto const& kind : solve_kinds()) {
        if (options.files.front() == kind.name) return kind;
        names.emplace_back(kind.name);
    }
    throw UsageError(
        say("“{}”: không có loại bài toán này", "“{}”: there is no such kind of problem", options.files.front()),
        say("các loại: {}", "the kinds are: {}", fmt::format("{}", fmt::join(names, ", "))));
}

std::optional<std::int64_t> whole(char const* flag, std::string const& typed, std::int64_t min, std::int64_t max,
                                  geo::Problems& problems) {
    if (typed.empty()) return std::nullopt;
    std::int64_t value = 0;
    auto const [stop, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
    if (error == std::errc{} && stop == typed.data() + typed.size() && value >= min && value <= max) return value;
    problems.push_back({"",
                        say("{} {}: cần một số nguyên từ {} đến {}", "{} {}: needs a whole number from {} to {}", flag,
                            typed, min, max),
                        {}});
    return std::nullopt;
}

SolveTask task_of(SolveFlags const& flags) {
    constexpr std::int64_t many = 1'000'000'000'000;
    geo::Problems problems;
    SolveTask task;
    task.work.iterations = whole("--iterations", flags.iterations, 0, many, problems);
    task.work.seed = static_cast<std::uint64_t>(whole("--seed", flags.seed, 0, many, problems).value_or(1));
    task.work.effort = static_cast<int>(whole("--effort", flags.effort, 1, 10, problems).value_or(5));
    task.sites = whole("--sites", flags.sites, 0, many, problems);
    if (!flags.budget.empty()) task.budget = flags.budget;
    if (!problems.empty()) throw UsageError(problems);
    return task;
}

/// Share of the value that a better solution might at most gain, percent.
double gap_percent(Solved const& found) {
    double const gap = found.minimise ? found.objective - found.bound : found.bound - found.objective;
    double const of = std::abs(found.objective);
    return gap <= 0 ? 0 : of > 0 ? 100 * gap / of : 100;
}

std::string text_of(Solved const& found, double seconds, geo::Language language) {
    auto const line = found.minimise ? say("giá trị {}, cận dưới {}, chênh {:.4f} %, {} vòng, {:.2f} s\n",
                                           "value {}, lower bound {}, gap {:.4f} %, {} iterations, {:.2f} s\n",
                                           found.objective, found.bound, gap_percent(found), found.iterations, seconds)
                                     : say("giá trị {}, cận trên {}, chênh {:.4f} %, {} vòng, {:.2f} s\n",
                                           "value {}, upper bound {}, gap {:.4f} %, {} iterations, {:.2f} s\n",
                                           found.objective, found.bound, gap_percent(found), found.iterations, seconds);
    return line.in(language);
}

std::string json_of(SolveKind const& kind, SolveTask const& task, Solved const& found, double seconds) {
    Json json{{"problem", kind.name}, {"file", task.shown}, {"objective", found.objective}};
    json[found.minimise ? "lower_bound" : "upper_bound"] = found.bound;
    json["gap_percent"] = gap_percent(found);
    json["iterations"] = found.iterations;
    json["seconds"] = seconds;
    for (auto const& [name, value] : found.counts) json[name] = value;
    json["seed"] = task.work.seed;
    json["effort"] = task.work.effort;
    return dump(json);
}

int act_on_solve(Options const& options, Screen const& screen) {
    auto const& kind = kind_of(options);
    auto task = task_of(options.solve);
    task.shown = options.files.back();
    OutputFiles files(options.overwrite);
    files.read("FILE", task.shown);
    files.write("--out", options.solve.out);
    files.check();
    auto const bytes = geo::io::read_file(task.shown);
    task.text = bytes;
    task.work.progress = screen.progress();
    auto const start = std::chrono::steady_clock::now();
    auto const found = kind.solve(task);
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!options.solve.out.empty()) geo::io::write_file(options.solve.out, found.solution);
    screen.data(screen.json ? json_of(kind, task, found, seconds) : text_of(found, seconds, screen.language));
    for (auto const& note : found.notes) screen.tell(note);
    return ok;
}

/// The kinds are told by their own table.
geo::Message page() {
    std::string vi, en;
    for (auto const& kind : solve_kinds()) {
        vi += fmt::format("\n  {:<8} {}", kind.name, kind.what.vi);
        en += fmt::format("\n  {:<8} {}", kind.name, kind.what.en);
    }
    return say(
        "Giải một bài toán tối ưu từ tệp bằng chính các bộ giải của chương trình, và nói lời giải cách tối ưu nhiều\n"
        "nhất bao xa. Định dạng tệp ở docs/formats.md. --effort chỉ lượng công việc, không phải thời gian: cùng tệp,\n"
        "hạt giống và mức cho cùng kết quả trên mọi máy. Các loại:{0}",
        "Solves an optimisation problem from a file with the program's own solvers, and says how far from the best "
        "the\n"
        "answer can be at most. File formats are in docs/formats.md. --effort is an amount of work, not of time: the\n"
        "same file, seed and effort give the same answer on every machine. Kinds:{1}",
        vi, en);
}

} // namespace

Verb solve_verb() {
    return {.name = "solve",
            .brief = {"giải riêng một bài toán tối ưu, kèm cận chứng minh được",
                      "solve one optimisation problem by itself, with a proven bound"},
            .page = page(),
            .examples = {"  phusong solve steiner mạng.stp --json", "  phusong solve steiner network.stp --json"},
            .add_options =
                [](CLI::App& app, Options& options) {
                    add_files(app, options, "FILE",
                              say("loại bài toán, rồi tệp", "the kind of problem, then the file"));
                    add_solve_flags(app, options);
                    add_overwrite(app, options, say("thay lời giải đã có", "replace a solution that is there"));
                },
            .act = act_on_solve};
}

} // namespace phusong::cli
