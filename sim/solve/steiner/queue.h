#pragma once
#include "sim/solve/graph.h"
#include <vector>

namespace phusong::solve {

/// A four-way heap of (key, item), least key first, then least item. Items may be in it more than once: whoever takes
/// one out checks whether it is still true.
class Queue {
  public:
    struct Entry {
        Cost key = 0;
        std::uint32_t item = 0;
        [[nodiscard]] bool before(Entry const& o) const { return key != o.key ? key < o.key : item < o.item; }
    };
    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] Entry const& top() const { return heap_.front(); }
    void clear() { heap_.clear(); }
    void push(Cost key, std::uint32_t item) {
        std::size_t at = heap_.size();
        heap_.push_back({});
        Entry const e{key, item};
        while (at > 0 && e.before(heap_[(at - 1) / 4])) {
            heap_[at] = heap_[(at - 1) / 4];
            at = (at - 1) / 4;
        }
        heap_[at] = e;
    }
    Entry pop() {
        Entry const out = heap_.front(), e = heap_.back();
        heap_.pop_back();
        if (heap_.empty()) return out;
        std::size_t at = 0;
        for (std::size_t child = 1; child < heap_.size(); child = 4 * at + 1) {
            std::size_t const end = child + 4 < heap_.size() ? child + 4 : heap_.size();
            std::size_t least = child;
            for (std::size_t c = child + 1; c < end; ++c)
                if (heap_[c].before(heap_[least])) least = c;
            if (!heap_[least].before(e)) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = e;
        return out;
    }

  private:
    std::vector<Entry> heap_;
};

} // namespace phusong::solve
