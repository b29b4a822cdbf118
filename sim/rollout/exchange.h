#pragma once
#include "sim/rollout/programme.h"

namespace phusong {

/// A choice of items with what it has spent, changed one item at a time.
class Exchange {
  public:
    explicit Exchange(Programme const& programme);

    /// Buys an item in a year, another one than before, or never (`years`), if the rules stay kept.
    bool move(std::uint32_t item, std::size_t year);
    /// What that would add to the worth.
    [[nodiscard]] double gain(std::uint32_t item, std::size_t year) const;

    /// Buys in the order of what the linear relaxation buys most of, as far as the rules allow.
    void follow(std::vector<double> const& columns);
    /// Adds, brings forward, and lets one item take another one's place, until nothing helps or `rounds` are over.
    void improve(int rounds);

    [[nodiscard]] Bought const& bought() const { return bought_; }

  private:
    [[nodiscard]] bool kept() const;
    void put(std::uint32_t item, std::size_t year);
    bool place(std::uint32_t item, std::size_t before);
    bool add_and_advance();
    bool exchange_for(std::uint32_t out);
    bool try_exchange(std::uint32_t out, double loss, std::size_t old, std::uint32_t in, std::size_t year);

    Programme const& p_;
    Bought bought_;
    std::vector<double> spent_, promised_;       ///< [purse · years + year]
    std::vector<std::size_t> in_year_, of_crew_; ///< [year], [year · crews + crew]
};

} // namespace phusong
