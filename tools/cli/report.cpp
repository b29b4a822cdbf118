#include "sim/report/report.h"
#include "geo/io/hash.h"
#include "sim/compare/read_manifest.h"
#include "sim/run/run.h"
#include "sim/study/cost_draws.h"
#include "sim/world/read.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/output_files.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <array>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

std::array<std::string, 2> const page_names{"report.vi.html", "report.en.html"};

/// A finished run whose scenario lies in its folder, and every input of which is still what it was.
struct FinishedRun {
    nlohmann::json manifest;
    ReadScenario read;
    RunIdentity identity;
};

/// A run.json without what it must tell is a mistake in the folder.
auto well_formed(std::string const& folder, auto const& read) {
    try {
        return read();
    } catch (Torn const& torn) {
        throw geo::InputError({{folder, torn.what, torn.hint}});
    } catch (nlohmann::json::exception const& error) {
        throw geo::InputError(
            {{folder, say("run.json thiếu thông tin: {}", "run.json lacks what a run tells: {}", error.what()), {}}});
    }
}

void check_version(std::string const& folder, nlohmann::json const& manifest) {
    auto const version = manifest.value("version", "");
    if (version == program_version()) return;
    throw geo::InputError({{folder,
                            say("do phusong {} ghi, chương trình này là {}",
                                "was written by phusong {}, this program is {}", version, program_version()),
                            say("dùng phiên bản đó, hoặc chạy lại scenario.resolved.toml bằng phusong run",
                                "use that version, or run its scenario.resolved.toml with phusong run")}});
}

/// The paths of scenario.resolved.toml start at the project's root.
void check_inside_project(std::string const& folder, fs::path const& root) {
    if (fs::exists(root / ".phusong-project")) return;
    throw geo::InputError({{folder,
                            {"không nằm trong dự án của nó, nên không tìm được các tệp mà lần chạy đã đọc",
                             "does not lie inside its project, so the files that the run read cannot be found"},
                            {"chuyển thư mục này về trong dự án (nơi có tệp .phusong-project)",
                             "move the folder into the project (where the file .phusong-project is)"}}});
}

/// The report tells of the very bytes that the run read.
void check_run_inputs(nlohmann::json const& then, RunIdentity const& identity) {
    auto now = nlohmann::json::object(), all = then;
    for (auto const& input : identity.inputs) now[input.file] = input.sha256;
    all.update(now);
    geo::Problems problems;
    for (auto const& [file, hash] : all.items())
        if (then.value(file, "") != now.value(file, ""))
            problems.push_back({file,
                                {"đã thay đổi từ lần chạy đó, nên báo cáo không thể làm lại",
                                 "has changed since that run, so its report cannot be made again"},
                                {"lấy lại tệp cũ, hoặc chạy lại kịch bản bằng phusong run",
                                 "bring the old file back, or run the scenario again with phusong run"}});
    geo::throw_if_any(std::move(problems));
}

FinishedRun finished_run(Options const& options) {
    auto const& folder = options.files.front();
    auto manifest = read_manifest(folder, page_names);
    check_version(folder, manifest);
    auto const file = fs::path(folder) / "scenario.resolved.toml";
    check_inside_project(folder, geo::io::project_root(file));
    auto read = read_scenario(file, options.read);
    geo::throw_if_any(problems_of_inputs(read));
    auto identity = identity_of(read.scenario, geo::io::project_root(file), {});
    check_run_inputs(manifest.at("inputs_sha256"), identity);
    identity.input_hash = manifest.at("input_hash"); // map options and --png are in it, which no page depends on
    if (auto const idle = manifest.find("levers_without_effect"); idle != manifest.end())
        identity.levers_without_effect = idle->get<std::vector<std::string>>();
    return {std::move(manifest), std::move(read), std::move(identity)};
}

std::vector<TextFile> pages_of(FinishedRun const& finished, Options const& options, Screen const& screen) {
    auto const& scenario = finished.read.scenario;
    auto const root = geo::io::project_root(fs::path(options.files.front()) / "scenario.resolved.toml");
    auto const world = read_world(scenario, Store{store_folder(options, root)}, screen.progress());
    report::CoveragePictures pictures;
    auto outcome = run(
        world, scenario,
        [&](int year, SignalMaps const& maps) {
            report::take_pictures(pictures, year, scenario.years.count(), maps, world, scenario.radio);
        },
        screen.progress());
    outcome.cost_draws = study::cost_draws(world, scenario, uncertain_keys(finished.read), outcome, screen.progress());
    return report::pages({world, scenario, outcome, pictures, finished.identity});
}

/// Nothing is written that is not the run's own report.
void check_pages(std::string const& folder, nlohmann::json const& then, std::vector<TextFile> const& pages) {
    for (auto const& page : pages)
        if (then.value(page.name, "") != geo::io::sha256(page.text))
            throw geo::InputError({{folder,
                                    say("tính lại thì {} khác bản mà run.json ghi: chương trình này là bản dựng khác",
                                        "computed again, {} is not what run.json lists: this is another build of the "
                                        "program",
                                        page.name),
                                    say("chạy lại scenario.resolved.toml bằng phusong run",
                                        "run its scenario.resolved.toml with phusong run")}});
}

void check_page_place(Options const& options, fs::path const& folder) {
    std::error_code none;
    if (!options.folder.empty() && fs::exists(folder / "run.json", none) &&
        !fs::equivalent(folder, options.files.front(), none))
        throw geo::FileError({{folder, say("là kết quả của một lần chạy khác", "is another run's result folder"),
                               say("chọn thư mục khác cho -o", "choose another folder for -o")}});
    OutputFiles files(options.overwrite || options.folder.empty());
    for (auto const& name : page_names) files.write("-o", folder / name);
    files.check();
}

int act_on_report(Options const& options, Screen const& screen) {
    if (options.files.size() != 1)
        throw UsageError(
            say("report nhận đúng một thư mục kết quả", "report takes exactly one result folder"),
            say("ví dụ: phusong report runs/toy-1a2b3c4d", "for example: phusong report runs/toy-1a2b3c4d"));
    fs::path const folder = options.folder.empty() ? options.files.front() : options.folder;
    auto const finished = well_formed(options.files.front(), [&] { return finished_run(options); });
    check_page_place(options, folder);
    auto const pages = pages_of(finished, options, screen);
    well_formed(options.files.front(), [&] {
        check_pages(options.files.front(), finished.manifest.at("outputs_sha256"), pages);
        return true;
    });
    Json written = Json::array();
    for (auto const& page : pages) {
        auto const file = folder / page.name;
        geo::io::write_file(file, page.text);
        written.push_back(file.string());
        if (!screen.json) screen.data(file.string() + '\n');
    }
    if (screen.json) screen.data(dump({{"written", written}}));
    return ok;
}

void add_report_options(CLI::App& app, Options& options) {
    add_file(app, options, "DIR", say("thư mục kết quả của run", "a result folder of run"));
    app.add_option("-o,--output", options.folder,
                   say("ghi vào thư mục này (phải có sẵn); mặc định là chính DIR",
                       "write there, into a folder that exists; DIR itself by default")
                       .in(options.language))
        ->type_name("DIR")
        ->group(say("Kết quả", "Results").in(options.language));
    add_overwrite(app, options, say("thay báo cáo đã có ở nơi -o", "replace reports that are there at -o"));
    add_allow_path(app, options);
    add_store(app, options);
}

} // namespace

Verb report_verb() {
    return {
        .name = "report",
        .brief = {"làm lại báo cáo từ thư mục kết quả", "make the report of a finished run anew"},
        .page =
            {"Làm lại report.vi.html và report.en.html của một lần chạy đã xong, khi chúng bị mất hay bị sửa, hoặc để\n"
             "ở nơi khác. Bản đồ và mọi con số được tính lại từ scenario.resolved.toml trong thư mục (nằm trong dự\n"
             "án), nên lâu bằng chính lần chạy. Chỉ ghi khi từng byte bằng bản mà run.json đã ghi.",
             "Makes report.vi.html and report.en.html of a finished run anew, when they were lost or edited, or for\n"
             "another place. Maps and figures are computed again from the scenario.resolved.toml in the folder (which\n"
             "lies inside its project), so it takes as long as the run did. Written only when every byte is as "
             "run.json\n"
             "lists it."},
        .examples = {"  phusong report runs/toy-1a2b3c4d\n  phusong report runs/toy-1a2b3c4d -o bao-cao",
                     "  phusong report runs/toy-1a2b3c4d\n  phusong report runs/toy-1a2b3c4d -o reports"},
        .add_options = add_report_options,
        .act = act_on_report};
}

} // namespace phusong::cli
