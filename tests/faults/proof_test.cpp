// What a run opens and whom it calls, as the system sees it.
#include "tests/faults/traced.h"
#include "tests/tools/toy_project.h"
#include <gmock/gmock.h>
#include <sstream>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

class Proof : public ToyProject {
  protected:
    void SetUp() override {
        if (!can_trace()) GTEST_SKIP() << no_trace;
    }
    /// Lines of the trace of a run with these calls.
    std::vector<std::string> traced(std::string const& calls, std::string const& arguments) const {
        auto const log = here.path / "trace";
        (void)run(arguments, fmt::format("strace -f -qq -o '{}' -e trace={}", log.string(), calls));
        std::istringstream in(contents(log));
        std::vector<std::string> lines;
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        return lines;
    }
    /// The first text in quotes that names a place from the root on.
    static std::string path_in(std::string const& line) {
        auto const begin = line.find("\"/");
        return begin == std::string::npos ? "" : line.substr(begin + 1, line.find('"', begin + 1) - begin - 1);
    }
};

} // namespace

TEST_F(Proof, ARunCallsNobody) {
    std::vector<std::string> calls;
    for (auto const& line : traced("%network", "-o out -q"))
        if (line.find("socket(") != std::string::npos || line.find("connect(") != std::string::npos)
            calls.push_back(line);
    EXPECT_THAT(calls, IsEmpty());
    ASSERT_TRUE(fs::exists(project / "out/run.json"));
}

TEST_F(Proof, ARunOpensNothingOutsideItsProjectAndTheSystem) {
    std::vector<std::string> outside;
    std::size_t opened = 0;
    auto const inside = [&](std::string const& path) {
        auto const program = fs::path(PHUSONG_PROGRAM).parent_path().string();
        for (auto const& folder :
             {project.string(), program, std::string("/usr/"), std::string("/lib"), std::string("/etc/"),
              std::string("/proc/"), std::string("/sys/"), std::string("/dev/")})
            if (path.starts_with(folder)) return true;
        return project.string().starts_with(path); // the way to the project's mark
    };
    for (auto const& line : traced("openat,open,creat", "-o out -q")) {
        auto const path = path_in(line);
        ++opened;
        bool const there = line.find(" = -1 ") == std::string::npos;
        if (there && (path.empty() ? line.find("\"../") != std::string::npos : !inside(path))) outside.push_back(line);
    }
    EXPECT_GT(opened, 100U);
    EXPECT_THAT(outside, IsEmpty());
}

TEST_F(Proof, NothingIsOpenedByThePathsOfAHostileScenario) {
    for (auto const* path :
         {"/etc/hostname", "../../secret.csv", "/vsicurl/http://127.0.0.1:9/x.csv", "MEM:::DATAPOINTER=1"}) {
        auto const lines = traced("openat,open,connect", fmt::format("--set 'world.villages={}'", path));
        EXPECT_GT(lines.size(), 20U) << path; // the program was seen at work
        for (auto const& line : lines) {
            EXPECT_EQ(line.find(path), std::string::npos) << line;
            EXPECT_EQ(line.find("AF_INET"), std::string::npos) << line;
        }
    }
}

} // namespace phusong::test
