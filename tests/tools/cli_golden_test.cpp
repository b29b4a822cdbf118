// The toy province end to end, compared as text. After a wanted change: tools/update_golden.sh, then read the diff.
#include "tests/tools/cli_program.h"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sstream>
#include <vector>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines(std::string const& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

/// The first difference as a person would look for it.
std::string difference(std::string const& golden, std::string const& now) {
    auto const a = lines(golden), b = lines(now);
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (a[i] != b[i]) return fmt::format("line {}:\n- {}\n+ {}", i + 1, a[i], b[i]);
    return fmt::format("{} lines became {}", a.size(), b.size());
}

} // namespace

TEST(Golden, TheToyProvinceGivesTheFiguresOnRecord) {
    fs::path const record = fs::path(PHUSONG_SOURCE_DIR) / "tests/golden/toy";
    Folder const here("golden");
    auto const said = phusong(fmt::format("run '{}/scenarios/toy.toml' -o out --store '{}'", PHUSONG_SOURCE_DIR,
                                          (here.path / "store").string()),
                              {.folder = here.path});
    ASSERT_EQ(said.code, 0) << said.err;
    std::size_t compared = 0;
    for (auto const& entry : fs::directory_iterator(record)) {
        auto const name = entry.path().filename();
        auto const now = name == "summary.json" ? here.path / "out" / name : here.path / "out/tables" / name;
        auto const was = contents(entry.path()), is = contents(now);
        EXPECT_TRUE(was == is) << name << ' ' << difference(was, is);
        ++compared;
    }
    EXPECT_EQ(compared, 7U);
}

} // namespace phusong::test
