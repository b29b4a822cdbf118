#pragma once
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace phusong::test {

/// One thing that goes wrong with a project of `phusong new`, and what must come of it. The number is that of the list
/// in README.md of this folder.
struct Fault {
    int number = 0;
    std::string name;                                         ///< of the variant, letters and digits
    std::function<void(std::filesystem::path const&)> inject; ///< makes it wrong; gets the project's folder
    std::string command = "check scenario.toml";
    int code = 3;
    std::string vi = {}, en = {}; ///< what the message must hold, in either language; empty: anything
    std::vector<std::string> there = {}, absent = {}; ///< paths of the project afterwards
    std::string prefix = {}, environment = {};        ///< before the program: "timeout -s INT 1"; "TZ=Asia/Tokyo"
    bool same_bytes = false;                          ///< the folder `out` is that of an undisturbed run
};
inline void PrintTo(Fault const& fault, std::ostream* out) { *out << fault.number << ' ' << fault.name; }

using Inject = std::function<void(std::filesystem::path const&)>;

// Injections. Files are named as they lie in the project.
[[nodiscard]] Inject nothing();
/// The first line that starts with `key` becomes `line`; a line at the end of the file when `key` is empty.
[[nodiscard]] Inject line(std::string file, std::string key, std::string line);
/// The whole file.
[[nodiscard]] Inject whole(std::string file, std::string bytes);
/// The first `from` of the file becomes `to`.
[[nodiscard]] Inject text(std::string file, std::string from, std::string to);
/// Every `from` of the file becomes `to`.
[[nodiscard]] Inject all_text(std::string file, std::string from, std::string to);
/// Another command of the program first, which must end with 0: "run scenario.toml -o out".
[[nodiscard]] Inject command(std::string arguments);
/// A line of the shell in the project's folder.
[[nodiscard]] Inject shell(std::string line);
/// One after the other.
[[nodiscard]] Inject both(Inject first, Inject second);

// The rows, by what is wrong.
[[nodiscard]] std::vector<Fault> scenario_faults();
[[nodiscard]] std::vector<Fault> table_faults();
[[nodiscard]] std::vector<Fault> raster_faults();
[[nodiscard]] std::vector<Fault> layer_faults();
[[nodiscard]] std::vector<Fault> model_faults();
[[nodiscard]] std::vector<Fault> system_faults();

} // namespace phusong::test
