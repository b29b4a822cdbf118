// phusong-synthesize: makes villages.csv, roads.csv and sites.csv of a province from its fact tables. Seeded by the
// scenario; the same facts, scenario and version give the same bytes.
#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "sim/scenario/read.h"
#include "tools/synthesize/synthesize.h"
#include <CLI/CLI.hpp>
#include <cstdio>

namespace {

using namespace phusong;

struct Arguments {
    std::filesystem::path scenario, facts, out, store;
    std::string province, part = "all";
};

/// Says each stage once.
struct Stages {
    std::string last = {};
    void operator()(geo::Message const& stage, double) {
        if (stage.en != last) fmt::print(stderr, "{}…\n", stage.en);
        last = stage.en;
    }
};

/// The scenario is read again after the first half, because the second reads the tables that it has just made.
void make(Arguments const& arguments) {
    Store const store{arguments.store};
    if (arguments.part != "sites") {
        auto const ground = synthesize::make_ground(read_scenario(arguments.scenario).scenario, arguments.province,
                                                    arguments.facts, store, Stages{});
        geo::io::write_file(arguments.out / "villages.csv", ground.tables.villages);
        geo::io::write_file(arguments.out / "roads.csv", ground.tables.roads);
        fmt::print("villages {} (synthetic {}), roads {} ({:.0f} km)\n", ground.counts.villages,
                   ground.counts.synthetic_villages, ground.counts.roads, ground.counts.road_km);
    }
    if (arguments.part == "ground") return;
    auto scenario = read_scenario(arguments.scenario).scenario;
    scenario.world.villages.path = arguments.out / "villages.csv";
    scenario.world.roads.path = arguments.out / "roads.csv";
    auto const made = synthesize::make_sites(scenario, arguments.province, arguments.facts, store, Stages{});
    geo::io::write_file(arguments.out / "sites.csv", made.sites);
    fmt::print("sites {}, stations {}, villages meant to have no signal {}\n", made.site_count, made.stations,
               made.villages_meant_unserved);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Makes the synthetic tables of a province (villages, roads, sites) from its fact tables.\n"
                 "Tạo các bảng giả định của tỉnh (thôn, đường, trạm) từ các bảng số liệu thật."};
    Arguments arguments;
    app.add_option("scenario", arguments.scenario, "Scenario with terrain, seed and radio model")->required();
    app.add_option("--province", arguments.province, "Its name, for the first line of each table")->required();
    app.add_option("--facts", arguments.facts, "Folder of the fact tables")->required();
    app.add_option("--out", arguments.out, "Folder to write into")->required();
    app.add_option("--store", arguments.store, "Folder in which made terrain is kept between runs");
    app.add_option("--part", arguments.part, "all, ground (villages and roads) or sites")
        ->check(CLI::IsMember({"all", "ground", "sites"}));
    CLI11_PARSE(app, argc, argv);
    try {
        geo::io::guard_gdal();
        make(arguments);
    } catch (geo::Failure const& failure) {
        fmt::print(stderr, "{}\n", geo::text(failure.problems, geo::Language::en));
        return 3;
    } catch (std::exception const& error) {
        fmt::print(stderr, "phusong-synthesize: {}\n", error.what());
        return 1;
    }
    return 0;
}
