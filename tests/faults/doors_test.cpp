// Whatever names an address, nobody is called: a listener on the loopback counts.
#include "tests/faults/doors.h"
#include "tests/faults/fault.h"
#include "tests/faults/listener.h"
#include "tests/tools/toy_project.h"
#include <cstdlib>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

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

TEST_F(Doors, AreRefusedInEveryKeyThatNamesAFile) {
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
