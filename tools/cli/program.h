#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace phusong::cli {

[[nodiscard]] std::string program_version(); ///< "0.1.0"

/// The folder with the scenarios and data that come with the program: beside the program's own file, or where it was
/// built. Nothing when neither holds `scenarios/toy.toml`.
[[nodiscard]] std::optional<std::filesystem::path> shipped_files();

} // namespace phusong::cli
