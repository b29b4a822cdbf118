#pragma once
#include "sim/output/output.h"

namespace phusong {

/// run.json: version, input hash, hash of every file read and written, what is synthetic. Written last, so that a
/// folder with a run.json that verifies is a finished run.
[[nodiscard]] std::string manifest_json(std::filesystem::path const& folder, World const& world,
                                        RunIdentity const& identity);

} // namespace phusong
