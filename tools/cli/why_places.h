#pragma once
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong::cli {

/// The village that is meant, or all villages of the commune that is: by its code; else by its name, as it is written
/// or without marks and capitals, with or without what stands in brackets behind it; of a commune and villages of its
/// own that are called alike the commune.
/// Errors: InputError when nothing is called that, with what may have been meant, or when several places are, with
/// their codes (the first twenty).
[[nodiscard]] std::vector<VillageId> villages_meant(World const& world, std::string const& code_or_name);

} // namespace phusong::cli
