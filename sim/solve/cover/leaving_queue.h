#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace phusong::solve {

/// Chosen columns by (loss per cost, how long ago they last moved): the next to leave is on top.
class LeavingQueue {
  public:
    explicit LeavingQueue(std::size_t columns) : place_(columns, nowhere), key_(columns), moved_(columns) {}
    [[nodiscard]] bool empty() const { return heap_.empty(); }
    [[nodiscard]] std::uint32_t top() const { return heap_.front(); }
    void put(std::uint32_t c, double key, std::int64_t moved) {
        key_[c] = key;
        moved_[c] = moved;
        if (place_[c] == nowhere) {
            place_[c] = static_cast<std::uint32_t>(heap_.size());
            heap_.push_back(c);
        }
        sift_up(place_[c]);
        sift_down(place_[c]);
    }
    void change(std::uint32_t c, double key) { put(c, key, moved_[c]); }
    void take(std::uint32_t c) {
        auto const at = place_[c];
        place_[c] = nowhere;
        auto const last = heap_.back();
        heap_.pop_back();
        if (last == c) return;
        set(at, last);
        sift_up(at);
        sift_down(place_[last]);
    }
    [[nodiscard]] std::int64_t moved(std::uint32_t c) const { return moved_[c]; }
    [[nodiscard]] double key(std::uint32_t c) const { return key_[c]; }

  private:
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const {
        if (key_[a] != key_[b]) return key_[a] < key_[b];
        return moved_[a] != moved_[b] ? moved_[a] < moved_[b] : a < b;
    }
    void set(std::uint32_t at, std::uint32_t c) {
        heap_[at] = c;
        place_[c] = at;
    }
    void sift_up(std::uint32_t at) {
        auto const c = heap_[at];
        for (; at > 0 && before(c, heap_[(at - 1) / 2]); at = (at - 1) / 2) set(at, heap_[(at - 1) / 2]);
        set(at, c);
    }
    void sift_down(std::uint32_t at) {
        auto const c = heap_[at];
        auto const size = static_cast<std::uint32_t>(heap_.size());
        for (;;) {
            std::uint32_t child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && before(heap_[child + 1], heap_[child])) ++child;
            if (!before(heap_[child], c)) break;
            set(at, heap_[child]);
            at = child;
        }
        set(at, c);
    }
    std::vector<std::uint32_t> heap_, place_;
    std::vector<double> key_;
    std::vector<std::int64_t> moved_;
};

} // namespace phusong::solve
