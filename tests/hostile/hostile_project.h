#pragma once
#include "tests/tools/cli_program.h"
#include <map>

namespace phusong::test {

/// A project in which every name is one that some program would act on (hostile_project.pl), and what the program makes
/// of it: `out`, its run; `other`, one with little money; `compared`, the two side by side; `study`, two draws.
struct HostileProject {
    HostileProject();
    /// Every regular file below these folders.
    [[nodiscard]] std::vector<std::filesystem::path> results() const;
    [[nodiscard]] Said ask(std::string const& arguments) const;

    Folder const here{"hostile"};
    std::filesystem::path const project = here.path / "project";
    std::map<std::string, std::string> villages; ///< name by code, as the table has it
};

/// Made at the first call, once for the program.
[[nodiscard]] HostileProject const& hostile();

} // namespace phusong::test
