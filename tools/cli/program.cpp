#include "tools/cli/program.h"

namespace phusong::cli {

namespace fs = std::filesystem;

std::string program_version() { return PHUSONG_VERSION; }

std::optional<fs::path> shipped_files() {
    std::error_code ignored;
    auto const here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    // build/<preset>/phusong in a clone; bin/phusong with share/phusong when installed; else the folder it was built
    // from
    for (auto const& place : {here / "../..", here / "../share/phusong", fs::path(PHUSONG_SOURCE_DIR)})
        if (fs::is_regular_file(place / "scenarios/toy.toml", ignored)) return fs::canonical(place, ignored);
    return std::nullopt;
}

} // namespace phusong::cli
