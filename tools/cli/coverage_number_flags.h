#pragma once
#include "tools/cli/coverage_flags.h"
#include "tools/cli/number_flag.h"

namespace phusong::cli {

[[nodiscard]] std::span<NumberFlag<CoverageQuery> const> coverage_number_flags();

} // namespace phusong::cli
