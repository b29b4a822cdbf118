#pragma once
#include "tests/tools/cli_program.h"
#include <gtest/gtest.h>

namespace phusong::test {

/// A project of `phusong new` in a folder of its own.
class ToyProject : public testing::Test {
  protected:
    ToyProject() {
        auto const made = phusong("new project", {.folder = here.path});
        EXPECT_EQ(made.code, 0) << made.err;
    }
    Said run(std::string const& arguments, std::string const& prefix = {}) const {
        return phusong("run scenario.toml " + arguments, {.folder = project, .prefix = prefix});
    }
    /// Entries of a folder with a name that a half-written result would have.
    std::size_t leftovers() const {
        std::size_t count = 0;
        for (auto const& entry : std::filesystem::directory_iterator(project))
            count += entry.path().filename().string().find(".tmp") != std::string::npos ? 1U : 0U;
        return count;
    }
    Folder const here{"run"};
    std::filesystem::path const project = here.path / "project";
};

} // namespace phusong::test
