#include "tools/cli/run.h"
#include "geo/io/gdal_guard.h"
#include "geo/svg/svg_picture.h"
#include "sim/output/exchange/exchange.h"
#include "sim/output/labels.h"
#include "sim/output/qgis/project.h"
#include "sim/output/xlsx/summary_book.h"
#include "sim/report/painted_pictures.h"
#include "sim/run/run.h"
#include "sim/study/cost_draws.h"
#include "sim/world/read.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include "tools/cli/verb.h"
#include <algorithm>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

/// Everything a run needs to know before it starts.
struct RunTask {
    ReadScenario read;
    std::vector<study::Lever> levers; ///< --with and --set
    RunIdentity identity;
    fs::path folder, store;
};

RunIdentity identity_with_levers(Scenario const& scenario, std::vector<study::Lever> const& levers,
                                 fs::path const& root, Options const& options) {
    auto identity = identity_of(scenario, root, options);
    if (options.levers) extend_by_levers(identity, scenario, levers, root);
    return identity;
}

RunTask prepare(Options const& options) {
    fs::path const file = options.files.front();
    auto read = read_scenario(file, options.read);
    auto const root = geo::io::project_root(file);
    auto levers = study::levers(file, options.read);
    auto identity = identity_with_levers(read.scenario, levers, root, options);
    auto const standard = fs::path("runs") / folder_name(read.scenario, identity.input_hash);
    return {std::move(read), std::move(levers), std::move(identity),
            options.folder.empty() ? standard : fs::path(options.folder), store_folder(options, root)};
}

void make_parent(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(fs::absolute(folder).parent_path(), error); // AtomicFolder says so if this did not work
}

void write_beside_the_manifest(fs::path const& folder, Diary const& diary, World const& world, Outcome const& outcome) {
    geo::io::write_file(folder / "log.txt", log_text(world, outcome, geo::io::take_gdal_messages()));
    geo::io::write_file(folder / "timing.json", diary.timing_json());
}

/// Asked before the work begins: letters without a font would come out as boxes.
void check_fonts() {
    if (geo::svg::has_vietnamese_font()) return;
    throw geo::FileError({{"--png",
                           say("không thấy phông chữ nào có dấu tiếng Việt, nên không vẽ được chữ của biểu đồ",
                               "no font with Vietnamese marks is found, so the words of charts cannot be drawn"),
                           say("cài gói fonts-dejavu-core, hoặc bỏ --png",
                               "install the package fonts-dejavu-core, or leave --png out")}});
}

/// What a run tells must be made of the bytes that it names.
void check_inputs_unchanged(RunTask const& task, Options const& options) {
    auto const now =
        identity_with_levers(task.read.scenario, task.levers, geo::io::project_root(options.files.front()), options);
    if (now.input_hash == task.identity.input_hash) return;
    throw geo::InputError(
        {{options.files.front(),
          say("một tệp dữ liệu vào đã thay đổi trong lúc chạy", "a file of the inputs has changed during the run"),
          say("chạy lại khi không còn ai sửa các tệp đó", "run again when nobody edits them")}});
}

/// False when the same run, started elsewhere, has finished there meanwhile. Errors: FileError when another has.
bool put_into_place(geo::io::AtomicFolder& output, RunTask const& task, Options const& options) {
    if (options.overwrite) (void)look_at(task.folder, task.identity, true); // somebody may have saved a file there
    try {
        output.commit();
        return true;
    } catch (geo::io::FolderTaken const&) {
        if (!is_complete(task.folder, task.identity)) throw;
        return false;
    }
}

/// Whether the result in place is the one that was computed here.
bool compute(RunTask const& task, Options const& options, Screen const& screen) {
    auto const& scenario = task.read.scenario;
    geo::throw_if_any(problems_of_inputs(task.read)); // all of them, before terrain and maps take their minute
    make_parent(task.folder);
    geo::io::AtomicFolder output(task.folder, options.overwrite); // look_at has allowed it
    remove_when_interrupted(output.working());
    Diary diary;
    auto const progress = [&diary, show = screen.progress()](geo::Message const& stage, double share) {
        diary.stage(stage.en);
        show(stage, share);
    };
    auto const world = read_world(scenario, Store{task.store}, progress);
    for (auto const* notes : {&world.remarks, &world.notes}) // now: what comes may fail for what they tell
        for (auto const& note : *notes) screen.tell(note);
    report::CoveragePictures pictures;
    auto const on_maps = [&](int year, SignalMaps const& maps) {
        report::take_pictures(pictures, year, scenario.years.count(), maps, world, scenario.radio);
        try {
            write_maps(output.working(), year, maps, world, scenario, task.identity, options.creation_options);
        } catch (geo::InputError const& error) { // the only input that GDAL sees here are the user's -co
            throw UsageError(error.problems);
        }
    };
    auto outcome = run(world, scenario, on_maps, progress);
    outcome.cost_draws = study::cost_draws(world, scenario, uncertain_keys(task.read), outcome, progress);
    auto identity = task.identity;
    if (options.levers)
        identity.levers_without_effect = study::levers_without_effect(scenario, result_tables(world, scenario, outcome),
                                                                      task.levers, Store{task.store}, progress);
    diary.stage("Writing results");
    report::Source const source{world, scenario, outcome, pictures, identity};
    auto pages = report::pages(source);
    if (options.png) std::ranges::move(report::painted_pictures(source), std::back_inserter(pages));
    write_results(output.working(), world, scenario, outcome, identity, [&] {
        write_exchange(output.working(), world, scenario, outcome, identity);
        write_project(output.working(), world, scenario, outcome, identity);
        write_summary_books(output.working(), world, scenario, outcome);
        write_pages(output.working(), pages);
    });
    write_beside_the_manifest(output.working(), diary, world, outcome);
    for (auto const& note : outcome.notes) screen.tell(note);
    check_inputs_unchanged(task, options);
    bool const in_place = put_into_place(output, task, options);
    remove_when_interrupted({});
    return in_place;
}

std::string last_map(fs::path const& folder) {
    std::string best;
    std::error_code ignored;
    for (auto const& entry : fs::directory_iterator(folder / "maps", ignored))
        best = std::max(best, entry.path().filename().string());
    return best.empty() ? "maps/" : "maps/" + best;
}

geo::Message result_list(std::string const& folder, std::string const& map, geo::Language language) {
    return say("\nKết quả trong {0}/\n"
               "  {7:<26}báo cáo cho lãnh đạo: mở bằng trình duyệt, in ra PDF\n"
               "  {6:<26}trang lãnh đạo, mục tiêu, xã, thôn, dự án, tiền, giả định (Excel)\n"
               "  {2:<26}mọi bản đồ theo năm và tờ in A3: mở bằng QGIS\n"
               "  {1:<26}bản đồ phủ sóng (QGIS)\n"
               "  {3:<26}từng xã, từng năm (Excel)\n"
               "  {4:<26}xây gì, ở đâu, năm nào, bao nhiêu tiền (Excel)\n"
               "  {5:<26}đạt và chưa đạt mục tiêu nào (Excel)\n",
               "\nResults in {0}/\n"
               "  {7:<26}report for leaders: open it in a browser, print it to PDF\n"
               "  {6:<26}leaders' page, goals, communes, villages, projects, money, assumptions (Excel)\n"
               "  {2:<26}all maps by year and an A3 sheet to print: open it in QGIS\n"
               "  {1:<26}signal map (QGIS)\n"
               "  {3:<26}every commune and year (Excel)\n"
               "  {4:<26}what is built where, when and for how much (Excel)\n"
               "  {5:<26}which goals are reached and missed (Excel)\n",
               folder, map, "project.qgs", "tables/communes.csv", "tables/plan.csv", "tables/targets.csv",
               language == geo::Language::vi ? "summary.vi.xlsx" : "summary.en.xlsx",
               language == geo::Language::vi ? "report.vi.html" : "report.en.html");
}

void show_result(RunTask const& task, bool was_finished, Screen const& screen) {
    auto const folder = task.folder.string();
    if (screen.json) {
        auto const summary = Json::parse(geo::io::read_file(task.folder / "summary.json"));
        screen.data(dump({{"folder", folder}, {"computed", !was_finished}, {"summary", summary}}));
        return;
    }
    if (screen.quiet) return screen.data(folder + '\n');
    screen.data(stored_summary_text(task.folder, screen.language));
    tell_levers(task.folder, task.read.scenario, task.levers, screen);
    if (was_finished)
        screen.tell(say("Kết quả này đã có sẵn và còn nguyên vẹn; không phải tính lại.",
                        "This result was already there and is intact; nothing had to be done."));
    screen.data(result_list(folder, last_map(task.folder), screen.language).in(screen.language));
}

int act_on_run(Options const& options, Screen const& screen) {
    if (options.files.size() != 1)
        throw UsageError(options.files.empty()
                             ? say("thiếu tệp kịch bản", "the scenario file is missing")
                             : say("run nhận đúng một tệp kịch bản", "run takes exactly one scenario"),
                         say("ví dụ: phusong run scenario.toml", "for example: phusong run scenario.toml"));
    check_creation_options(options.creation_options);
    if (options.png) check_fonts();
    auto const task = prepare(options);
    auto const place = look_at(task.folder, task.identity, options.overwrite);
    bool const computed = place != Place::finished && compute(task, options, screen);
    show_result(task, !computed, screen);
    return ok;
}

void add_run_options(CLI::App& app, Options& options) {
    add_file(app, options, "FILE", say("tệp kịch bản TOML", "the TOML scenario"));
    add_scenario_options(app, options);
    add_result_options(app, options);
    add_png(app, options);
    add_levers(app, options);
}

} // namespace

Verb run_verb() {
    return {
        .name = "run",
        .brief = {"chạy một kịch bản, ghi bản đồ và bảng", "compute one scenario, write maps and tables"},
        .page =
            {"Tính một kịch bản và ghi mọi kết quả vào một thư mục. Thư mục chỉ xuất hiện khi đã đủ; nếu bị dừng giữa\n"
             "chừng thì không để lại gì. Cùng dữ liệu vào thì cùng kết quả từng byte, với mọi số luồng; kết quả đã có\n"
             "và còn nguyên thì không tính lại.",
             "Computes one scenario and writes all results into one folder. The folder appears only when it is "
             "complete;\n"
             "stopped half-way, nothing is left. The same inputs give the same bytes with any number of threads; "
             "results\n"
             "that are already there and intact are not computed again."},
        .examples = {"  phusong run scenarios/ha_giang/balanced.toml\n"
                     "  phusong run x.toml -o ket-qua --overwrite --with low_budget,shared_sites\n"
                     "  phusong run x.toml --set finance.discount_rate=0.08 -co COMPRESS=ZSTD",
                     "  phusong run scenarios/ha_giang/balanced.toml\n"
                     "  phusong run x.toml -o results --overwrite --with low_budget,shared_sites\n"
                     "  phusong run x.toml --set finance.discount_rate=0.08 -co COMPRESS=ZSTD"},
        .add_options = add_run_options,
        .act = act_on_run};
}

} // namespace phusong::cli
