#pragma once
#include "tools/cli/number_flag.h"
#include "tools/cli/path_flags.h"

namespace phusong::cli {

[[nodiscard]] std::span<NumberFlag<PathQuery> const> path_number_flags();

} // namespace phusong::cli
