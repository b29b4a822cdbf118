#include "tests/tools/cli_program.h"
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace phusong::test {

namespace fs = std::filesystem;

std::string contents(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(fs::path const& file, std::string const& text) { std::ofstream(file, std::ios::binary) << text; }

Said phusong(std::string const& arguments, Call const& call) {
    Folder const said("said");
    auto const line = fmt::format("cd '{}' && env -u OMP_NUM_THREADS {} {} '{}' {} >'{}' 2>'{}' </dev/null",
                                  call.folder.string(), call.environment, call.prefix, PHUSONG_PROGRAM, arguments,
                                  (said.path / "out").string(), (said.path / "err").string());
    int const status = std::system(line.c_str());
    int const code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, contents(said.path / "out"), contents(said.path / "err")};
}

Folder::Folder(std::string const& name)
    : path(fs::path(testing::TempDir()) / fmt::format("phusong {} {}", name, ::getpid())) {
    fs::remove_all(path);
    fs::create_directories(path);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
}

std::map<std::string, std::string> tree(fs::path const& folder) {
    std::map<std::string, std::string> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        auto const name = entry.path().lexically_relative(folder).generic_string();
        if (entry.is_regular_file() && name != "timing.json" && name != "log.txt") files[name] = contents(entry.path());
    }
    return files;
}

} // namespace phusong::test
