// Whatever names an address, nobody is called: a listener on the loopback counts.
#include "tests/faults/doors.h"
#include "tests/faults/fault.h"
#include "tests/faults/listener.h"
#include "tests/tools/toy_project.h"
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace phusong::test {
namespace {

class Doors : public ToyProject {
  protected:
    /// Calls that opening the source by GDAL makes.
    std::size_t calls_of(char const* how, std::string const& source) {
        write(here.path / "source", source);
        auto const line = fmt::format("cd '{}' && {} timeout -s KILL 60 '{}' {} \"$(cat source)\" >/dev/null 2>&1",
                                      here.path.string(), environment_to(listener.port()), PHUSONG_OPEN_SOURCE, how);
        auto const ended = std::system(line.c_str());
        EXPECT_EQ(ended, 0) << source;
        return listener.calls();
    }
    /// A quoted text of TOML.
    static std::string quoted(std::string const& text) { return nlohmann::json(text).dump(); }
    Said ask(std::string const& arguments) {
        return phusong(arguments,
                       {.folder = project,
                        .environment = "LC_ALL=C LANGUAGE= LANG=en_US.UTF-8 " + environment_to(listener.port()),
                        .prefix = "timeout -s KILL 60"});
    }
    /// Keys of the reference that take a path, or a list of them.
    static std::vector<std::pair<std::string, bool>> keys_of_files() {
        std::vector<std::pair<std::string, bool>> keys;
        std::istringstream in(phusong("reference --lang en", {}).out);
        for (std::string line; std::getline(in, line);) {
            bool const one = line.find("| a path in quotes |") != std::string::npos;
            bool const list = line.find("| a list of paths in quotes |") != std::string::npos;
            auto const begin = line.find('`') + 1;
            if (one || list) keys.emplace_back(line.substr(begin, line.find('`', begin) - begin), list);
        }
        return keys;
    }
    /// A command that reads the file which the key names.
    static std::string reader_of(std::string const& key) {
        if (key == "radio.antenna.pattern") return "coverage scenario.toml -o out";
        if (key != "world.spot_heights" && key != "world.relief") return "check scenario.toml";
        std::string line =
            "check scenario.toml --set 'world.terrain=[]'"; // terrain is made, of other tables but this one
        for (auto const* number : {"spot_error_m", "lowest_below_spots_m", "highest_above_spots_m"})
            line += fmt::format(" --set world.{}=50", number);
        auto const* const other = key == "world.relief" ? "world.spot_heights" : "world.relief";
        return line + fmt::format(" --set {}=data/toy/sites.csv", other);
    }
    Listener listener;
};

} // namespace

TEST_F(Doors, OfGdalAsItComesAreOpenSoThatTheListenerHearsThem) {
    std::vector<std::string> silent;
    auto const all = doors_to(listener.port(), project);
    for (auto const& door : all)
        if (calls_of("bare", door.source) == 0) silent.push_back(door.what);
    // A GDAL without the driver of a database or a format keeps silent about it.
    EXPECT_LT(silent.size(), 8U) << testing::PrintToString(silent);
    EXPECT_THAT(silent, testing::Not(testing::IsSupersetOf({"Curl"})));
}

TEST_F(Doors, OfGdalAreShutByWhatTheProgramDoesFirst) {
    for (auto const& door : doors_to(listener.port(), project))
        EXPECT_EQ(calls_of("guarded", door.source), 0U) << door.what;
}

TEST_F(Doors, AreRefusedAsTablesAndAsLayers) {
    auto const sound = contents(project / "scenario.toml");
    auto const set = [&](std::string const& key, std::string const& value) {
        line("scenario.toml", key + " =", fmt::format("{} = {}", key, value))(project);
    };
    auto const expect_refusal = [&](std::string const& what) {
        auto const said = ask("check scenario.toml");
        EXPECT_EQ(said.code, 3) << what << said.err;
        EXPECT_EQ(listener.calls(), 0U) << what;
        write(project / "scenario.toml", sound);
    };
    for (auto const& door : doors_to(listener.port(), project)) {
        auto const name = quoted(door.file ? std::filesystem::path(door.source).filename().string() : door.source);
        for (auto const* key : {"villages", "communes", "roads", "targets"}) set(key, name);
        for (auto const* key : {"terrain", "crosswalks"}) set(key, "[" + name + "]");
        expect_refusal(door.what);
        for (auto const* key : {"roads", "terrain"}) // the tables are sound, so layers are opened
            set(key, std::string(key) == "terrain" ? "[" + name + "]" : name);
        expect_refusal(door.what + " as layer");
    }
    auto const first = quoted(doors_to(listener.port(), project).front().source);
    for (auto const* key : {"extends", "crs"}) {
        set(key, first);
        expect_refusal(key);
    }
}

TEST_F(Doors, AreRefusedInEveryKeyThatNamesAFileOneAtATime) {
    auto const keys = keys_of_files();
    EXPECT_GT(keys.size(), 14U);
    std::size_t tried = 0;
    for (auto const& door : doors_to(listener.port(), project)) {
        if (door.what != "Curl" && door.what != "RasterVrt" && door.what != "GeoJsonLink") continue;
        for (auto const& [key, is_list] : keys) {
            auto const value = is_list ? fmt::format("[{}]", quoted(door.source)) : door.source;
            write(project / "setting", fmt::format("{}={}", key, value));
            auto const said = ask(fmt::format("{} --set \"$(cat setting)\"", reader_of(key)));
            EXPECT_EQ(said.code, 3) << key << ' ' << door.what << said.err;
            EXPECT_THAT(said.err, testing::HasSubstr(std::filesystem::path(door.source).filename().string())) << key;
            EXPECT_EQ(listener.calls(), 0U) << key << ' ' << door.what;
            ++tried;
        }
    }
    EXPECT_EQ(tried, 3 * keys.size());
}

TEST_F(Doors, AreRefusedOnTheCommandLine) {
    for (auto const& door : doors_to(listener.port(), project)) {
        write(project / "source", door.source);
        for (auto const* line :
             {"coverage --dem \"$(cat source)\" --site 104.95,23.03,30 --out m.tif --radius-km 5 --frequency-mhz 900",
              "path --profile \"$(cat source)\" --frequency-mhz 900"}) {
            auto const said = ask(line);
            EXPECT_TRUE(said.code == 2 || said.code == 3 || said.code == 5)
                << line << door.what << said.code << said.err;
        }
        EXPECT_EQ(listener.calls(), 0U) << door.what;
    }
}

TEST_F(Doors, OfTheEnvironmentStayShutDuringARun) {
    auto const said = ask("run scenario.toml -o out -q");
    EXPECT_EQ(said.code, 0) << said.err;
    EXPECT_EQ(listener.calls(), 0U);
}

} // namespace phusong::test
