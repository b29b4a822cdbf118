// The k-th call to the system fails, or the process is killed in it: for every kind of file that a run and a study
// write. What stood in the folder before stands there still, or the new result does, whole.
#include "tests/faults/traced.h"
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iostream>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;

/// A command, with what it leaves when nothing disturbs it.
struct Job {
    std::string first, second; ///< the second replaces what the first has left in `out`
};

void PrintTo(Job const& job, std::ostream* out) { *out << job.second; }

class KthCall : public testing::TestWithParam<Job> {
  protected:
    KthCall() {
        if (!can_trace()) return;
        EXPECT_EQ(phusong("new project", {.folder = here.path}).code, 0);
        EXPECT_EQ(phusong(GetParam().first, {.folder = project}).code, 0);
        fs::rename(project / "out", here.path / "old");
        earlier = tree(here.path / "old");
        put_earlier();
        calls = traced_calls(GetParam().second, project);
        renewed = tree(project / "out");
        EXPECT_TRUE(renewed != earlier);
    }
    void put_earlier() const {
        fs::remove_all(project / "out");
        fs::remove_all(project / "out.unfinished");
        fs::copy(here.path / "old", project / "out", fs::copy_options::recursive);
    }
    Said disturbed(std::string const& call, std::string const& how, std::size_t k) const {
        put_earlier();
        return phusong(GetParam().second, {.folder = project, .prefix = injection(call, how, k)});
    }
    std::size_t leftovers() const {
        std::size_t count = 0;
        for (auto const& entry : fs::directory_iterator(project)) count += entry.path().string().ends_with(".tmp");
        return count;
    }
    Folder const here{"kth"};
    fs::path const project = here.path / "project";
    std::map<std::string, std::string> earlier, renewed;
    TracedCalls calls;
};

void print(char const* what, std::map<std::string, int> const& counts) {
    std::cout << what << ':';
    for (auto const& [format, count] : counts) std::cout << ' ' << format << ' ' << count;
    std::cout << '\n';
}

} // namespace

TEST_P(KthCall, ThatFailsLeavesTheEarlierResultOrTheNewOneWhole) {
    if (!can_trace()) GTEST_SKIP() << no_trace;
    std::map<std::string, int> tried;
    for (auto const& [call, error] : {std::pair{"write", "ENOSPC"},
                                      {"fsync", "EIO"},
                                      {"rename", "EXDEV"},
                                      {"openat", "EMFILE"},
                                      {"close", "EIO"},
                                      {"mmap", "ENOMEM"}}) {
        for (auto const& [format, k] : chosen(call, calls[call])) {
            SCOPED_TRACE(testing::Message() << call << ' ' << k << ' ' << format);
            auto const said = disturbed(call, std::string("error=") + error, k);
            ++tried[format];
            auto const now = tree(project / "out");
            if (format == "memory" && said.code == 127) continue; // the loader's own
            EXPECT_THAT(said.code, testing::AnyOf(0, 5)) << said.err;
            EXPECT_TRUE(now == renewed || (said.code != 0 && now == earlier)) << said.err;
            EXPECT_EQ(leftovers(), 0U);
        }
    }
    EXPECT_FALSE(tried.empty());
    print("calls that failed", tried);
}

TEST_P(KthCall, InWhichItIsKilledIsMadeGoodByTheNextRun) {
    if (!can_trace()) GTEST_SKIP() << no_trace;
    std::map<std::string, int> killed;
    for (auto const* const call : {"write", "fsync", "rename", "openat", "close"}) {
        for (auto const& [format, k] : chosen(call, calls[call])) {
            SCOPED_TRACE(testing::Message() << call << ' ' << k << ' ' << format);
            killed[format] += disturbed(call, "signal=KILL", k).code == 137;
            auto const left = tree(project / "out");
            EXPECT_TRUE(left == earlier || left == renewed);
            auto const again = phusong(GetParam().second, {.folder = project});
            EXPECT_EQ(again.code, 0) << again.err;
            EXPECT_TRUE(tree(project / "out") == renewed);
            EXPECT_EQ(leftovers(), 0U);
        }
    }
    EXPECT_TRUE(std::ranges::any_of(killed, [](auto const& one) { return one.second > 0; }));
    print("kills", killed);
}

INSTANTIATE_TEST_SUITE_P(Of, KthCall,
                         testing::Values(Job{"run scenario.toml -o out --threads 1 --set seed=8",
                                             "run scenario.toml -o out --threads 1 --overwrite"},
                                         Job{"batch scenario.toml -o out -j 1 --draws 1",
                                             "batch scenario.toml -o out -j 1 --overwrite"}),
                         [](auto const& given) { return given.param.first.starts_with("run") ? "ARun" : "AStudy"; });

} // namespace phusong::test
