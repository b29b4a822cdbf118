#pragma once
#include "sim/solve/graph.h"
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace phusong::solve::pcst {

/// Smallest key first; equal keys by ascending item, so that no order depends on history.
template <class Item> class Queue {
  public:
    using Entry = std::pair<Cost, Item>;
    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] Entry const& top() const { return entries_.front(); }
    void clear() { entries_.clear(); }
    void push(Cost key, Item item) {
        entries_.emplace_back(key, item);
        std::push_heap(entries_.begin(), entries_.end(), std::greater<>{});
    }
    Entry pop() {
        std::pop_heap(entries_.begin(), entries_.end(), std::greater<>{});
        auto const out = entries_.back();
        entries_.pop_back();
        return out;
    }

  private:
    std::vector<Entry> entries_;
};

/// Marks on numbered things that are all wiped off at once.
class Marks {
  public:
    explicit Marks(std::size_t n = 0) : at_(n, 0) {}
    void fit(std::size_t n) {
        if (at_.size() < n) at_.resize(n, 0);
    }
    void wipe() { ++now_; }
    void set(std::size_t i) { at_[i] = now_; }
    void unset(std::size_t i) { at_[i] = 0; }
    [[nodiscard]] bool has(std::size_t i) const { return at_[i] == now_; }

  private:
    std::vector<std::uint32_t> at_;
    std::uint32_t now_ = 1;
};

} // namespace phusong::solve::pcst
