#include "tools/cli/coverage_scenario.h"
#include "geo/io/atomic_file.h"
#include "sim/output/area_results.h"
#include "sim/output/labels.h"
#include "sim/run/run.h"
#include "sim/run/sector_sites.h"
#include "sim/world/read.h"
#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <set>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

/// Everything that is known before anything is computed.
struct ScenarioTask {
    AreaQuery query;
    ReadScenario read;
    fs::path root, store;
    int year = 0;
    [[nodiscard]] Scenario const& scenario() const { return read.scenario; }
    [[nodiscard]] AreaQuestion question() const {
        auto percents = query.location_percents;
        if (percents.empty()) percents.push_back(scenario().radio.location_percent);
        return {query.thresholds_dbm, percents};
    }
    /// In words that decide the hash of what went in.
    [[nodiscard]] std::string asked() const {
        std::string out = fmt::format("coverage {}", year);
        for (auto const t : query.technologies) out += fmt::format(" {}", name(t));
        auto const q = question();
        return out + fmt::format(" {} {}", fmt::join(q.thresholds_dbm, ","), fmt::join(q.location_percents, ","));
    }
};

ScenarioTask prepare(Options const& options) {
    if (options.files.size() != 1)
        throw UsageError(say("coverage nhận đúng một tệp kịch bản", "coverage takes exactly one scenario"),
                         say("ví dụ: phusong coverage scenario.toml -o vung-phu",
                             "for example: phusong coverage scenario.toml -o coverage"));
    auto query = area_query(options);
    fs::path const file = options.files.front();
    auto const root = geo::io::project_root(file);
    ScenarioTask out{std::move(query), read_scenario(file, options.read), root, store_folder(options, root)};
    auto const& radio = out.scenario().radio;
    if (radio.model != "p1812" && std::ranges::any_of(out.query.location_percents, [](double p) { return p != 50; }))
        throw UsageError(say("--location-percent: radio.model = \"{}\" không biết nơi chốn trong ô",
                             "--location-percent: radio.model = \"{}\" knows no locations within a cell", radio.model),
                         say("bỏ cờ này, hoặc --set radio.model=p1812", "leave it out, or --set radio.model=p1812"));
    auto const& years = out.scenario().years;
    out.year = out.query.year.value_or(years.base);
    if (out.year < years.base || out.year > years.last)
        throw UsageError(say("--year {}: kịch bản có các năm {} đến {}",
                             "--year {}: the scenario has the years {} to "
                             "{}",
                             out.year, years.base, years.last));
    return out;
}

std::vector<SectorSite> sites_of(ScenarioTask const& task, World const& world, geo::Progress const& progress) {
    if (task.year == task.scenario().years.base) return standing_sites(world);
    return sites_by(world, run(world, task.scenario(), {}, progress), task.year);
}

void refuse_silence(ScenarioTask const& task, std::vector<SectorSite> const& sites) {
    if (std::ranges::any_of(sites, [](SectorSite const& site) { return site.technologies.bits != 0; })) return;
    throw geo::InputError(
        {{"world.sites",
          say("không trạm nào phát sóng trong năm {}: không có gì để tính",
              "no site sends anything in {}: there is nothing to compute", task.year),
          say("khai trạm đã có trong world.sites, hoặc hỏi năm mà kế hoạch đã xây: --year {}",
              "name standing sites in world.sites, or ask for a year in which the plan has built some: --year {}",
              task.scenario().years.last)}});
}

RunIdentity identity_of(ScenarioTask const& task, std::vector<SectorSite> const& sites, Options const& options) {
    auto out = identify(task.scenario(), task.root, program_version(), options.creation_options);
    out.title = fmt::format("{} / {}", title(task.scenario()).vi, title(task.scenario()).en);
    out.changes = task.scenario().changes;
    std::set<fs::path> antennas;
    for (auto const& site : sites)
        if (!site.antenna.empty()) antennas.insert(site.antenna);
    extend_identity(out, {antennas.begin(), antennas.end()}, task.root, task.asked());
    return out;
}

std::vector<Technology> technologies_of(ScenarioTask const& task, std::vector<SectorSite> const& sites) {
    if (!task.query.technologies.empty()) return task.query.technologies;
    std::vector<Technology> out;
    for (auto const t : technologies)
        if (std::ranges::any_of(sites, [&](SectorSite const& site) { return site.technologies.has(t); }))
            out.push_back(t);
    return out;
}

/// The only input that GDAL sees while maps are written are the user's -co.
template <class Write> void with_creation_options(Write const& write) {
    try {
        write();
    } catch (geo::InputError const& error) {
        throw UsageError(error.problems);
    }
}

/// What a run of the engine needs, technology by technology.
struct Machine {
    ScenarioTask const& task;
    World const& world;
    std::vector<SectorSite> const& sites;
    Antennas antennas;
    PathLossStore* store;
    AreaFacts const& facts;

    AreaResult compute(fs::path const& folder, geo::Progress const& progress) const {
        auto const ground = area_ground(world);
        auto const places = places_of(world);
        AreaResult result;
        result.question = task.question();
        for (auto const t : technologies_of(task, sites)) {
            auto const& radio = task.scenario().radio;
            double const weakest_dbm = weakest_level_dbm(t, result.question, radio, world.grid.cell_m);
            auto const area = cover(lay_sectors(radio, t, sites, antennas, ground, weakest_dbm),
                                    {ground, radio, true, store}, progress);
            auto const stage = say("Ghi bản đồ {}", "Writing maps of {}", name(t));
            geo::tell(progress, stage, 0);
            with_creation_options([&] { take_area(result, folder, area, places, facts); });
            geo::tell(progress, stage, 1);
        }
        with_creation_options([&] { write_area_results(folder, result, facts); });
        return result;
    }
};

void make_parent(fs::path const& folder) {
    std::error_code error;
    fs::create_directories(fs::absolute(folder).parent_path(), error); // AtomicFolder says so if this did not work
}

void show(AreaResult const& result, AreaFacts const& facts, Options const& options, Screen const& screen) {
    if (screen.json)
        return screen.data(
            dump({{"folder", options.folder}, {"summary", Json::parse(area_summary_json(result, facts))}}));
    if (screen.quiet) return screen.data(options.folder + '\n');
    screen.data(area_summary_text(result, facts, screen.language));
    screen.data(say("\nKết quả trong {0}/\n"
                    "  {1:<26}bản đồ (QGIS)\n  {2:<26}từng xã (Excel)\n  {3:<26}số của từng cung trên bản đồ\n",
                    "\nResults in {0}/\n"
                    "  {1:<26}maps (QGIS)\n  {2:<26}every commune (Excel)\n  {3:<26}the sectors' numbers on the maps\n",
                    options.folder, "maps/", "tables/coverage.csv", "tables/sectors.csv")
                    .in(screen.language));
}

/// The diary beside what is drawn on the screen.
geo::Progress noting(Diary& diary, geo::Progress shown) {
    return [&diary, shown = std::move(shown)](geo::Message const& stage, double share) {
        diary.stage(stage.en);
        shown(stage, share);
    };
}

} // namespace

int cover_scenario(Options const& options, Screen const& screen) {
    auto const task = prepare(options);
    check_creation_options(options.creation_options);
    geo::throw_if_any(problems_of_inputs(task.scenario()));
    make_parent(options.folder);
    geo::io::AtomicFolder output(options.folder, /*overwrite=*/false);
    remove_when_interrupted(output.working());
    Diary diary;
    auto const progress = noting(diary, screen.progress());
    auto const world = read_world(task.scenario(), Store{task.store}, progress);
    for (auto const* notes : {&world.remarks, &world.notes})
        for (auto const& note : *notes) screen.tell(note);
    auto const sites = sites_of(task, world, progress);
    refuse_silence(task, sites);
    auto const identity = identity_of(task, sites, options);
    AreaFacts const facts{world, task.scenario(), identity, sites, task.year, options.creation_options};
    PathLossStore store(task.store.empty() ? fs::path() : task.store / "path_loss", task.query.store_bytes);
    Machine const machine{task, world, sites, read_antennas(task.scenario().radio.antenna, sites), &store, facts};
    auto const result = machine.compute(output.working(), progress);
    geo::io::write_file(output.working() / "timing.json", diary.timing_json());
    for (auto const& note : store.take_remarks()) screen.tell(note);
    for (auto const& note : result.notes) screen.tell(note);
    output.commit();
    remove_when_interrupted({});
    show(result, facts, options, screen);
    return ok;
}

} // namespace phusong::cli
