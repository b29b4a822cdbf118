#include "tests/hostile/hostile_project.h"
#include "geo/io/csv_file.h"
#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace phusong::test {

namespace fs = std::filesystem;

HostileProject::HostileProject() {
    auto const made = phusong("new project", {.folder = here.path});
    EXPECT_EQ(made.code, 0) << made.err;
    auto const rename = fmt::format("'{}/tests/hostile/hostile_project.pl' '{}'", PHUSONG_SOURCE_DIR, project.string());
    EXPECT_EQ(std::system(rename.c_str()), 0);
    for (auto const* command :
         {"run scenario.toml --png -o out -q",
          "run scenario.toml -o other -q --set rollout.public_budget_bn_vnd=0 --set rollout.operator_budget_bn_vnd=0.5",
          "compare out other -o compared -q", "batch scenario.toml --draws 2 -o study -q"}) {
        auto const said = ask(command);
        EXPECT_EQ(said.code, 0) << command << said.err;
    }
    auto const table = geo::io::read_csv(project / "data/toy/villages.csv", "villages.csv");
    for (auto const& row : table.rows) villages[row.cells[*table.column("code")]] = row.cells[*table.column("name")];
    EXPECT_EQ(villages.size(), 30U);
}

std::vector<fs::path> HostileProject::results() const {
    std::vector<fs::path> files;
    for (auto const* folder : {"out", "other", "compared", "study"})
        for (auto const& entry : fs::recursive_directory_iterator(project / folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

Said HostileProject::ask(std::string const& arguments) const { return phusong(arguments, {.folder = project}); }

HostileProject const& hostile() {
    static HostileProject const only;
    return only;
}

} // namespace phusong::test
