#pragma once
#include "sim/solve/graph.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::solve {

/// A Steiner problem as a file gives it. Costs and prizes are whole units of 10^-digits.
struct GraphFile {
    Graph graph;
    int digits = 0;
    std::vector<Node> terminals;     ///< must be connected; ascending, each once
    std::vector<Cost> prizes;        ///< of each node, 0 where none; empty when the file has none
    std::optional<Node> root;        ///< must be in the tree
    std::vector<std::string> unused; ///< sections that were passed over
};

/// Reads the STP format of SteinLib and the 11th DIMACS Challenge, its form of PACE 2018 (.gr), or the OR-Library's
/// ("n m", m times "u v cost", "k", k terminals); found from the content. Nodes count from 1 in all of them.
/// Errors: InputError with file and line.
[[nodiscard]] GraphFile read_graph_file(std::string_view text, std::string const& shown);

} // namespace phusong::solve
