#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {

using geo::say;

std::vector<Verb> verbs() {
    return {new_verb(),     check_verb(),    run_verb(),    report_verb(),    batch_verb(),
            compare_verb(), why_verb(),      gaps_verb(),   coverage_verb(),  path_verb(),
            solve_verb(),   backcast_verb(), schema_verb(), reference_verb(), doctor_verb()};
}

void no_options(CLI::App&, Options&) {}

void add_file(CLI::App& app, Options& options, std::string const& shown, geo::Message const& what) {
    app.add_option(shown, options.files, what.in(options.language))->type_name(" ")->expected(1);
}

void add_files(CLI::App& app, Options& options, std::string const& shown, geo::Message const& what) {
    app.add_option(shown, options.files, what.in(options.language))->type_name(" ");
}

namespace {

CLI::Option* of_scenario(CLI::Option* option, char const* shown, geo::Language language) {
    auto const group = say("Kịch bản", "Scenario").in(language);
    return option->allow_extra_args(false)->type_name(shown)->group(group);
}

} // namespace

void add_allow_path(CLI::App& app, Options& options) {
    of_scenario(
        app.add_option("--allow-path", options.read.allow,
                       say("cho phép đọc thêm thư mục ngoài dự án", "allow reading one more folder outside the project")
                           .in(options.language)),
        "DIR", options.language);
}

void add_scenario_options(CLI::App& app, Options& options) {
    of_scenario(
        app.add_option("--with", options.read.with,
                       say("áp dụng các bảng [override.TÊN] theo thứ tự", "apply the tables [override.NAME] in order")
                           .in(options.language)),
        "A,B", options.language)
        ->delimiter(',');
    of_scenario(
        app.add_option(
            "--set", options.read.set,
            say("thay một giá trị; dùng được nhiều lần", "replace one value; may be repeated").in(options.language)),
        "KEY=VALUE", options.language);
    add_allow_path(app, options);
}

void add_overwrite(CLI::App& app, Options& options, geo::Message const& what) {
    app.add_flag("--overwrite", options.overwrite, what.in(options.language))
        ->group(say("Tùy chọn", "Options").in(options.language));
}

void add_png(CLI::App& app, Options& options) {
    app.add_flag(
           "--png", options.png,
           say("ghi thêm bản đồ chính của từng năm và các biểu đồ dạng ảnh: pictures/map_2025.vi.png, money.vi.png…",
               "also write the main map of every year and the charts as pictures: pictures/map_2025.en.png, "
               "money.en.png…")
               .in(options.language))
        ->group(say("Tùy chọn", "Options").in(options.language));
}

void add_levers(CLI::App& app, Options& options) {
    app.add_flag("--levers", options.levers,
                 say("tính thêm một lượt cho mỗi --with, --set để biết cái nào không thay đổi gì",
                     "run once more for each of --with, --set, to tell those that change nothing")
                     .in(options.language))
        ->group(say("Tùy chọn", "Options").in(options.language));
}

void add_store(CLI::App& app, Options& options) {
    app.add_option("--store", options.store,
                   say("nơi giữ lớp đã tạo (địa hình); mặc định .store của dự án",
                       "where made layers (terrain) are kept; default .store of the project")
                       .in(options.language))
        ->type_name("DIR")
        ->group(say("Kết quả", "Results").in(options.language));
}

void add_creation_options(CLI::App& app, Options& options) {
    app.add_option("--co", options.creation_options,
                   say("tùy chọn COG của GDAL cho bản đồ; dùng được nhiều lần",
                       "GDAL's COG option for the maps; may be repeated")
                       .in(options.language))
        ->allow_extra_args(false)
        ->type_name("NAME=VALUE")
        ->group(say("Kết quả", "Results").in(options.language));
}

void add_result_options(CLI::App& app, Options& options) {
    auto const language = options.language;
    auto const group = say("Kết quả", "Results").in(language);
    app.add_option("-o,--output", options.folder,
                   say("thư mục kết quả; mặc định runs/<tên>-<thay đổi>-<mã>/",
                       "result folder; default runs/<name>-<changes>-<hash>/")
                       .in(language))
        ->type_name("DIR")
        ->group(group);
    add_overwrite(app, options, say("thay kết quả đã có", "replace results that are there"));
    app.get_option("--overwrite")->group(group);
    add_creation_options(app, options);
    add_store(app, options);
}

} // namespace phusong::cli
