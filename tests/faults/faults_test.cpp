// Faults 1 to 65 of README.md: each row makes a project wrong in one way, and holds what the program does against it.
#include "tests/faults/fault.h"
#include "tests/faults/traced.h"
#include <algorithm>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr auto limit = "timeout -s KILL 240 "; // far over what any row takes on a busy machine: a hang ends with 137

std::vector<Fault> every_fault() {
    std::vector<Fault> all;
    for (auto const& some :
         {scenario_faults(), table_faults(), raster_faults(), layer_faults(), model_faults(), system_faults()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// Whether what stands before the program (strace, unshare) works here.
bool works_here(std::string const& prefix) {
    if (prefix.starts_with("strace")) return can_trace();
    for (auto const& [tool, trial] :
         {std::pair{"unshare -n", "unshare -n -r true"}, {"unshare -r -m", "unshare -r -m mount -t tmpfs none /mnt"}})
        if (prefix.starts_with(tool)) return std::system((std::string(trial) + " 2> /dev/null").c_str()) == 0;
    return true;
}

/// What a half-written file or folder would be called.
std::vector<std::string> leftovers(fs::path const& project) {
    std::vector<std::string> found;
    for (auto const& entry : fs::recursive_directory_iterator(project, fs::directory_options::skip_permission_denied))
        if (entry.path().filename().string().find(".tmp") != std::string::npos)
            found.push_back(entry.path().lexically_relative(project).string());
    return found;
}

/// A project of `phusong new`, made once, and the results of its run.
struct Undisturbed {
    Undisturbed() { EXPECT_EQ(phusong("new project", {.folder = here.path}).code, 0); }
    std::map<std::string, std::string> const& results() {
        if (files.empty()) {
            EXPECT_EQ(phusong("run scenario.toml -o ../out", {.folder = here.path / "project"}).code, 0);
            files = tree(here.path / "out");
        }
        return files;
    }
    Folder const here{"undisturbed"};
    std::map<std::string, std::string> files = {};
};

Undisturbed& undisturbed() {
    static Undisturbed only;
    return only;
}

/// The short round speaks Vietnamese to the first row of each number only.
bool speaks_vietnamese(Fault const& fault) {
    if (fault.vi.empty()) return false;
    auto const all = every_fault();
    auto const first = std::ranges::find(all, fault.number, &Fault::number);
    return std::getenv("PHUSONG_FAULTS") != nullptr || first->name == fault.name;
}

class Faults : public testing::TestWithParam<Fault> {
  protected:
    /// What the program says to the fault, in a fresh project, in one language.
    Said suffer(fs::path const& project, std::string const& language) const {
        auto const& fault = GetParam();
        fs::copy(undisturbed().here.path / "project", project, fs::copy_options::recursive);
        fault.inject(project);
        return phusong(fault.command, {.folder = project,
                                       .environment = "LC_ALL=C LANGUAGE= LANG=" + language + " " + fault.environment,
                                       .prefix = limit + fault.prefix});
    }
    Folder const here{"fault"};
};

} // namespace

TEST_P(Faults, AreToldInBothLanguagesAndLeaveNothingTorn) {
    auto const& fault = GetParam();
    if (!works_here(fault.prefix)) GTEST_SKIP() << "not allowed or not installed here: " << fault.prefix;
    for (auto const& [language, words] : {std::pair{"en_US.UTF-8", fault.en}, {"vi_VN.UTF-8", fault.vi}}) {
        if (language[0] == 'v' && !speaks_vietnamese(fault)) continue;
        auto const project = here.path / std::string(language, 2);
        auto const said = suffer(project, language);
        EXPECT_EQ(said.code, fault.code) << said.err;
        EXPECT_THAT(said.err + said.out, HasSubstr(words));
        EXPECT_THAT(leftovers(project), testing::IsEmpty());
        for (auto const& name : fault.there) EXPECT_TRUE(fs::exists(project / name)) << name;
        for (auto const& name : fault.absent) EXPECT_FALSE(fs::exists(project / name)) << name;
        if (fault.same_bytes) {
            EXPECT_TRUE(tree(project / "out") == undisturbed().results());
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, Faults, testing::ValuesIn(every_fault()), [](auto const& given) {
    return fmt::format("F{:02}{}", given.param.number, given.param.name);
});

TEST(FaultList, HasARowForEachOfThe65) {
    std::set<int> numbers;
    for (auto const& fault : every_fault()) numbers.insert(fault.number);
    for (int number = 1; number <= 65; ++number) EXPECT_TRUE(numbers.contains(number)) << number;
}

} // namespace phusong::test
