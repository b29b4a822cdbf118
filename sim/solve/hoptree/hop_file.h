#pragma once
#include "sim/solve/hoptree/hop_tree.h"
#include <string>
#include <string_view>

namespace phusong::solve {

/// A hop-limited tree as a file gives it. Costs are whole units of 10^-digits.
struct HopFile {
    HopTree problem;
    int digits = 0;
};

/// Reads "nodes edges root hops terminals", the nodes' costs, the terminals, then per edge "node node cost"; nodes
/// count from 0.
/// Errors: InputError with file and line, also when a terminal is out of reach.
[[nodiscard]] HopFile read_hop_file(std::string_view text, std::string const& shown);

} // namespace phusong::solve
