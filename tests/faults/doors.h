#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace phusong::test {

/// Something that GDAL opens by calling an address: a name, or a file that says one.
struct Door {
    std::string what;   ///< letters and digits
    std::string source; ///< what GDAL is asked to open
    bool file = false;  ///< whether it is a file
};

/// Doors to a port of the loopback; the files are written into `folder`.
[[nodiscard]] std::vector<Door> doors_to(int port, std::filesystem::path const& folder);

/// Variables that let GDAL and PROJ call that port, to stand before a command.
[[nodiscard]] std::string environment_to(int port);

} // namespace phusong::test
