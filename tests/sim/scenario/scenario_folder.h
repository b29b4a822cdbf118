#pragma once
#include "geo/problem.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace phusong::test {

namespace fs = std::filesystem;

inline void write(fs::path const& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

/// Gives every field a value of its own, in range, different from its default and from every other.
struct Filler {
    Scenario& scenario;
    Field const& field;
    fs::path const& folder;
    int number;

    double within(double share) const { return field.min + (field.max - field.min) * share; }
    double share() const { return 0.31 + 0.0019 * number; }
    InputPath path(std::string const& name) const {
        auto const file = folder / "data" / (name + ".csv");
        write(file, "made for a test\n");
        return {"data/" + name + ".csv", "", fs::canonical(file)};
    }
    void operator()(double& (*at)(Scenario&)) const { at(scenario) = within(share()); }
    void operator()(int& (*at)(Scenario&)) const {
        int const was = at(scenario), now = static_cast<int>(within(share()));
        at(scenario) = now == was ? now + 1 : now;
    }
    void operator()(bool& (*at)(Scenario&)) const { at(scenario) = !at(scenario); }
    void operator()(std::string& (*at)(Scenario&)) const {
        at(scenario) = field.choices.empty() ? fmt::format("t{}", number) : field.choices.back();
    }
    void operator()(Policy& (*at)(Scenario&)) const { at(scenario) = Policy::viable_first; }
    void operator()(TechnologySet& (*at)(Scenario&)) const {
        at(scenario) = {};
        for (auto technology : {Technology::g3, Technology::g4, Technology::g5}) at(scenario).add(technology);
    }
    void operator()(InputPath& (*at)(Scenario&)) const { at(scenario) = path(field.key); }
    void operator()(std::vector<InputPath>& (*at)(Scenario&)) const {
        at(scenario) = {path(field.key + "_west"), path(field.key + "_east")};
    }
    void operator()(std::vector<double>& (*at)(Scenario&)) const {
        at(scenario) = {within(0.3 * share()), within(share()), within(0.9), field.max, within(0.2 + 0.001 * number)};
    }
};

/// A scenario in which no field but radio.model and radio.terminal_clutter, whose other choices take less, has its
/// default, whose files exist under `folder`.
inline Scenario every_field_changed(fs::path const& folder) {
    Scenario s;
    int number = 0;
    for (auto const& field : fields()) std::visit(Filler{s, field, folder, ++number}, field.access);
    s.years = {2019, 2022, 2026};
    s.world.crs = "EPSG:32647";
    s.radio.model = "p1812";
    s.radio.terminal_clutter = "none"; // it does not go with world.clutter
    s.radio.short_path = "free_space";
    s.pon.first_split = 16;
    s.pon.second_split = 2;
    s.fibre.mountain_slope = 1.75;
    s.traffic.mean_bps_per_hz = {0.1, 0.4, 1.2, 3.4}; // one per technology
    s.links.fibre_mbps = {2500, 40000};
    s.links.microwave_mbps = {150.5, 350};
    s.links.vsat_mbps = {7, 12.25};
    s.rollout.operator_names = "Red, Blue";
    s.rollout.operator_shares = {0.375, 0.625};
    s.adoption.mobile.base_per_100 = 61.5;
    s.adoption.fixed.base_per_100 = 8.25;
    s.adoption.paytv.base_per_100 = 3.75;
    s.adoption.smartphone_share_base = 0.125;
    s.world.census_year = 2017;
    s.world.population_raster_year = 2018;
    s.world.people_growth_share_per_year = 0.0125;
    return s;
}

/// A project folder of its own with a complete scenario, base.toml, to extend.
class ScenarioFolder : public ::testing::Test {
  protected:
    void SetUp() override {
        auto const* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder =
            fs::path(::testing::TempDir()) / (std::string("phusong_") + test->test_suite_name() + "_" + test->name());
        fs::remove_all(folder);
        write(folder / ".phusong-project", "");
        sample = every_field_changed(folder);
        write(folder / "base.toml", resolved_toml(sample, folder));
    }
    void TearDown() override { fs::remove_all(folder); }

    fs::path file(std::string const& name, std::string_view text) const {
        write(folder / name, text);
        return folder / name;
    }
    /// The problems of a scenario, each as "file.toml:3:15 key | what | hint" in English, without the folder.
    std::vector<std::string> problems(fs::path const& scenario, ReadOptions const& options = {}) const {
        std::vector<std::string> lines;
        try {
            (void)read_scenario(scenario, options);
        } catch (geo::InputError const& error) {
            for (auto const& p : error.problems) {
                EXPECT_FALSE(p.what.vi.empty() || p.what.en.empty()) << p.where;
                EXPECT_NE(p.what.vi, p.what.en) << p.where;
                lines.push_back(without_folder(p.where) + " | " + p.what.en + " | " + p.hint.en);
            }
        }
        return lines;
    }
    /// The one problem of base.toml with `text` laid over it.
    std::string problem(std::string_view text) const {
        auto const lines = problems(file("north.toml", text));
        return lines.size() == 1 ? lines[0]
                                 : std::to_string(lines.size()) + " problems" +
                                       (lines.empty() ? "" : ": " + lines[0] + "\n" + lines[1]);
    }
    std::string without_folder(std::string where) const {
        auto const prefix = folder.generic_string() + "/";
        for (auto at = where.find(prefix); at != std::string::npos; at = where.find(prefix))
            where.erase(at, prefix.size());
        return where;
    }

    fs::path folder;
    Scenario sample;
};

} // namespace phusong::test
