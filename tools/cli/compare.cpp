#include "sim/compare/compare.h"
#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "sim/compare/tables.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

constexpr std::size_t most_options = 1000;

[[noreturn]] void refuse_too_few() {
    throw UsageError(say("cần ít nhất hai thư mục kết quả, hoặc một loạt chạy có hai phương án",
                         "needs two result folders at least, or a study with two options"),
                     say("ví dụ: phusong compare runs/a runs/b -o so-sanh",
                         "for example: phusong compare runs/a runs/b -o compared"));
}

void check_usage(Options const& options) {
    auto const& folders = options.files;
    if (folders.empty()) refuse_too_few();
    if (folders.size() > most_options)
        throw UsageError(say("{} thư mục: nhiều nhất là {}", "{} folders: {} at most", folders.size(), most_options));
    auto sorted = folders;
    std::ranges::sort(sorted);
    if (auto const twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
        throw UsageError(say("{} được nêu hai lần", "{} is named twice", *twice));
}

/// An option by its folder; of a study, by the folder for its first option or the folder with the option's name.
std::size_t baseline_of(std::string const& wanted, std::vector<Option> const& options) {
    if (wanted.empty()) return 0;
    auto const trimmed = [](std::string const& text) { return (fs::path(text).lexically_normal() / "").string(); };
    for (std::size_t i = 0; i < options.size(); ++i)
        if (trimmed(options[i].folder) == trimmed(wanted)) return i;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].of_study && trimmed(options[i].folder).starts_with(trimmed(wanted))) return i;
    throw UsageError(say("--baseline {}: không nằm trong các phương án được so sánh",
                         "--baseline {}: is none of the options that are compared", wanted));
}

Weights weights_of(Options const& options) {
    if (options.compare.weights.empty()) return usual_weights();
    try {
        return read_weights(options.compare.weights);
    } catch (geo::InputError const& error) {
        throw UsageError(error.problems);
    }
}

/// A folder is replaced only when a comparison of ours lies there.
void check_place(Options const& options) {
    fs::path const folder = options.folder;
    std::error_code ignored;
    if (!options.overwrite || !fs::is_directory(folder, ignored) || fs::is_empty(folder, ignored)) return;
    if (fs::is_regular_file(folder / "compare.json", ignored)) return;
    throw geo::FileError({{options.folder,
                           {"không phải thư mục so sánh của phusong, nên không bị thay kể cả với --overwrite",
                            "is no comparison by phusong, so it is not replaced even with --overwrite"},
                           {"chọn thư mục khác bằng -o", "choose another folder with -o"}}});
}

void write_all(Options const& options, Comparison const& c, Screen const& screen) {
    check_place(options);
    std::error_code ignored; // AtomicFolder says so if this did not work
    fs::create_directories(fs::absolute(options.folder).parent_path(), ignored);
    geo::io::AtomicFolder output(options.folder, options.overwrite);
    remove_when_interrupted(output.working());
    auto const villages = differences_to_baseline(c);
    auto const folder = output.working();
    geo::io::write_file(folder / "compare.csv", comparison_csv(c));
    geo::io::write_file(folder / "compare.json", comparison_json(c));
    geo::io::write_file(folder / "compare.html", comparison_html(c, villages, screen.language));
    geo::io::write_xlsx(folder / "compare.xlsx", comparison_book(c, villages, screen.language));
    for (auto const& note : write_map_difference(folder, c, villages)) screen.tell(note);
    output.commit();
    remove_when_interrupted({});
}

/// Maps are there where both options have them on one grid.
void tell_written(fs::path const& folder, Screen const& screen) {
    auto const is_map = [](fs::directory_entry const& file) { return file.path().extension() == ".tif"; };
    bool const maps = std::any_of(fs::directory_iterator(folder), fs::directory_iterator(), is_map);
    auto const more = maps ? say(" và bản đồ chênh lệch", " and maps of the difference") : geo::Message{};
    screen.tell({fmt::format("Đã ghi {}/compare.html, compare.xlsx, compare.csv, compare.json, villages.csv{}",
                             folder.string(), more.vi),
                 fmt::format("Written: {}/compare.html, compare.xlsx, compare.csv, compare.json, villages.csv{}",
                             folder.string(), more.en)});
}

int act_on_compare(Options const& options, Screen const& screen) {
    check_usage(options);
    auto weights = weights_of(options);
    geo::io::guard_gdal();
    auto read = read_options(options.files);
    if (read.size() < 2) refuse_too_few();
    auto const baseline = baseline_of(options.compare.baseline, read);
    auto const c = compare(std::move(read), baseline, std::move(weights));
    if (!options.folder.empty()) write_all(options, c, screen);
    if (screen.json)
        screen.data(comparison_json(c));
    else if (!screen.quiet)
        screen.data(comparison_text(c, screen.language));
    if (!options.folder.empty() && !screen.json) tell_written(options.folder, screen);
    return ok;
}

void add_compare_options(CLI::App& app, Options& options) {
    auto const language = options.language;
    auto const group = say("So sánh", "Comparison").in(language);
    add_files(app, options, "DIR",
              say("hai đến một nghìn thư mục kết quả của run, hoặc của batch",
                  "two to a thousand result folders of run, or of batch"));
    app.add_option(
           "-o,--output", options.folder,
           say("ghi compare.html, .xlsx, .csv, .json vào thư mục này", "write compare.html, .xlsx, .csv, .json there")
               .in(language))
        ->type_name("DIR")
        ->group(group);
    add_overwrite(app, options, say("thay thư mục so sánh đã có", "replace a comparison that is there"));
    app.get_option("--overwrite")->group(group);
    app.add_option("--baseline", options.compare.baseline,
                   say("so với thư mục này; mặc định là thư mục đầu", "compare with this folder; the first by default")
                       .in(language))
        ->type_name("DIR")
        ->group(group);
    app.add_option(
           "--weights", options.compare.weights,
           say("điều gì quan trọng: people, signal, equity, fibre, villages, subscribers, goals, money, public_money",
               "what matters: people, signal, equity, fibre, villages, subscribers, goals, money, public_money")
               .in(language))
        ->type_name("A=3,B=1")
        ->group(group);
}

} // namespace

Verb compare_verb() {
    return {
        .name = "compare",
        .brief = {"đặt các phương án đã chạy cạnh nhau", "put finished runs side by side"},
        .page =
            {"Đọc các thư mục kết quả (mọi tệp được đối chiếu với run.json trước), rồi cho biết mỗi phương án hơn kém\n"
             "bao nhiêu, thêm một người hay một thôn tốn bao nhiêu, mục tiêu nào đạt năm nào, phương án nào không bị\n"
             "phương án khác vượt, xếp hạng theo trọng số, và thay đổi nào không đổi gì.",
             "Reads result folders (every file is held against run.json first) and tells what each option is better "
             "or\n"
             "worse by, what an extra person or village costs, which goal is reached when, which options no other one\n"
             "surpasses, a ranking by weights, and which changes changed nothing."},
        .examples = {"  phusong compare runs/* -o so-sanh\n"
                     "  phusong compare runs/a runs/b --baseline runs/b --weights people=3,money=1,equity=2",
                     "  phusong compare runs/* -o compared\n"
                     "  phusong compare runs/a runs/b --baseline runs/b --weights people=3,money=1,equity=2"},
        .add_options = add_compare_options,
        .act = act_on_compare};
}

} // namespace phusong::cli
