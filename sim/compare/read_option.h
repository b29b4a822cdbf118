#pragma once
#include "geo/problem.h"
#include "sim/compare/compare.h"

namespace phusong {

/// One folder; its problems when it is no whole run. Never throws for what it reads.
struct ReadOption {
    Option option;
    geo::Problems problems;
};
[[nodiscard]] ReadOption read_option(std::string const& folder);

} // namespace phusong
