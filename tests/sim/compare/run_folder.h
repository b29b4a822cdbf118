#pragma once
#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace phusong::test {

/// What a made run folder says. Figures are small enough to check by hand.
struct MadeRun {
    int people = 1000, with_signal = 900, with_broadband = 500, villages_good = 7;
    long operators_vnd = 3'000'000'000, public_vnd = 2'000'000'000;
    long operators_budget_vnd = 8'500'000'000, public_budget_vnd = 4'100'000'000;
    std::string name = "base", key_value = "12";
    std::string goal_year = "2024"; ///< "" = never
    std::string village_state = "weak";
    int communes = 193;
};

/// Writes a run folder as `run` does, as far as `compare` reads it: ten communes, one village, a check of the base year
/// and two goals, one of the last year and one of 2023.
inline void make_run(std::filesystem::path const& folder, MadeRun const& run) {
    namespace fs = std::filesystem;
    using Json = nlohmann::ordered_json;
    fs::create_directories(folder / "tables");
    auto const write = [&](char const* name, std::string const& text) { geo::io::write_file(folder / name, text); };
    Json const year{{"year", 2025},
                    {"people", run.people},
                    {"people_with_signal", run.with_signal},
                    {"people_with_broadband", run.with_broadband},
                    {"people_with_fibre", 250},
                    {"villages", 10},
                    {"villages_good", run.villages_good},
                    {"mobile_per_100", 71.5},
                    {"fixed_per_100", 12.25}};
    auto first = year;
    first["year"] = 2020;
    Json const summary{{"scenario", run.name},
                       {"title", {{"vi", "Phương án <" + run.name + ">"}, {"en", "Option <" + run.name + ">"}}},
                       {"changes", ""},
                       {"communes", run.communes},
                       {"years", {first, year}},
                       {"projects", 5},
                       {"money",
                        {{"operators", {{"spent_vnd", run.operators_vnd}, {"budget_vnd", run.operators_budget_vnd}}},
                         {"public", {{"spent_vnd", run.public_vnd}, {"budget_vnd", run.public_budget_vnd}}}}},
                       {"goals", {{"reached", run.goal_year.empty() ? 0 : 1}}},
                       {"synthetic_layers", {"roads"}}};
    write("summary.json", summary.dump(2));
    std::string communes = "code,year,people,people_with_broadband\n";
    for (int i = 0; i < 10; ++i)
        communes += fmt::format("0070{},2025,100,{}\n", i, run.with_broadband / 10 - 20 + 4 * i);
    write("tables/communes.csv", communes);
    write("tables/targets.csv",
          fmt::format("id,label_vi,label_en,year,reached,first_year_reached\nB1,Năm gốc,Base year,2020,1,2020\n"
                      "G1,Mục tiêu,Goal,2025,{},{}\nG2,Mục tiêu khác,Other goal,2023,1,2022\n",
                      run.goal_year.empty() ? 0 : 1, run.goal_year));
    write("tables/villages.csv",
          "code,name,commune,year,state,state_vi,reason_vi,reason_en,lon_deg,lat_deg\n00701-01,Thôn 1,Xã A,2025," +
              run.village_state + "," + (run.village_state == "good" ? "sóng tốt" : "lõm sóng") +
              ",vì,because,105.1,23.1\n");
    write("tables/plan.csv", "project\n");
    write("tables/money.csv", "year\n");
    write("scenario.resolved.toml", "name = \"" + run.name + "\"\n[rollout]\nmax_projects_per_year = " + run.key_value +
                                        "\n[world]\ncrs = \"EPSG:32648\"\n");
    Json outputs = Json::object();
    for (auto const* file : {"scenario.resolved.toml", "summary.json", "tables/communes.csv", "tables/money.csv",
                             "tables/plan.csv", "tables/targets.csv", "tables/villages.csv"})
        outputs[file] = geo::io::sha256_of_file(folder / file);
    write("run.json", Json{{"format", 1},
                           {"program", "phusong"},
                           {"inputs_sha256", {{"data/a.csv", "ab12"}}},
                           {"outputs_sha256", outputs}}
                          .dump(2));
}

} // namespace phusong::test
