#pragma once
#include "geo/message.h"
#include <filesystem>
#include <nlohmann/json.hpp>
#include <span>

namespace phusong {

/// Why a folder is not taken for a whole run.
struct Torn {
    geo::Message what, hint;
};
[[noreturn]] void refuse(geo::Message what);

/// run.json of a run folder, every file of which is as it says, but for those `made_anew`, which may be lost or
/// changed. Errors: Torn, FileError, nlohmann's exceptions.
[[nodiscard]] nlohmann::json read_manifest(std::filesystem::path const& folder,
                                           std::span<std::string const> made_anew = {});

/// One JSON object of a folder. Errors: Torn when it is none; FileError.
[[nodiscard]] nlohmann::json read_json(std::filesystem::path const& folder, char const* name);

} // namespace phusong
