#pragma once
#include "sim/solve/graph.h"
#include <numeric>
#include <utility>
#include <vector>

namespace phusong::solve {

/// Disjoint sets of nodes with path halving and union by size.
class UnionFind {
  public:
    explicit UnionFind(Node n) : parent_(n), size_(n, 1) { std::iota(parent_.begin(), parent_.end(), 0U); }
    [[nodiscard]] Node find(Node a) {
        while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    /// Whether the two were apart.
    bool join(Node a, Node b) {
        a = find(a);
        b = find(b);
        if (a == b) return false;
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        size_[a] += size_[b];
        return true;
    }

  private:
    std::vector<Node> parent_;
    std::vector<std::uint32_t> size_;
};

} // namespace phusong::solve
