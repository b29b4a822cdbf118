#pragma once
#include "sim/rollout/programme.h"
#include <initializer_list>

namespace phusong {

/// A choice of items with what it has spent, changed one item at a time.
class Exchange {
  public:
    explicit Exchange(Programme const& programme);

    /// Buys an item in a year, another one than before, or never (`years`), if the rules stay kept.
    bool move(std::uint32_t item, std::size_t year);
    /// What that would add to the worth.
    [[nodiscard]] double gain(std::uint32_t item, std::size_t year);

    /// Buys in the order of what the linear relaxation buys most of, as far as the rules allow.
    void follow(std::vector<double> const& columns);
    /// From now on an item is bought only in years in which that is open, and stays where no better choice could do
    /// without it. Shapes: [item · years + year], more are not looked at.
    void keep_to(std::vector<bool> open, std::vector<bool> certain);
    /// Adds, brings forward, and lets one item take another one's place, until nothing helps or `rounds` are over.
    void improve(int rounds);

    /// The first two of these, once. Returns whether anything helped.
    bool add_and_advance();

    [[nodiscard]] Bought const& bought() const { return bought_; }

  private:
    [[nodiscard]] bool may_buy(std::uint32_t item, std::size_t year) const { return open_[item * p_.years + year]; }
    [[nodiscard]] bool crew_free(std::uint32_t item, std::size_t year) const;
    [[nodiscard]] bool beside_others(std::uint32_t item, std::size_t year) const;
    struct Purchase {
        std::uint32_t item = 0;
        std::size_t year = 0;
    };
    [[nodiscard]] bool affords(std::initializer_list<Purchase> purchases) const;
    struct MoneyLeft;
    [[nodiscard]] MoneyLeft money_left() const;
    [[nodiscard]] bool within(MoneyLeft const& money, std::uint32_t item, std::size_t year) const;
    [[nodiscard]] bool may_follow(std::uint32_t out, std::size_t old, Purchase in, double gained);
    void weigh(std::uint32_t item);
    void forget_neighbours(std::uint32_t item);
    void put(std::uint32_t item, std::size_t year);
    bool place(std::uint32_t item, std::size_t before);
    bool exchange_for(std::uint32_t out);
    bool try_exchange(std::uint32_t out, double loss, std::size_t old, std::uint32_t in, std::size_t year);

    Programme const& p_;
    Bought bought_;
    std::vector<double> spent_, promised_;       ///< [purse · years + year]
    std::vector<double> paid_first_vnd_;         ///< [(item · purses + purse) · years + year]: bought and paid then
    std::vector<std::size_t> in_year_, of_crew_; ///< [year], [year · crews + crew]
    std::vector<double> value_;                  ///< [item · (years + 1) + year]: what it brings, bought then
    std::vector<bool> open_, certain_;
    std::vector<std::vector<std::uint32_t>> followers_; ///< [item]: the items that may hang on it
    std::vector<bool> weighed_;                         ///< [item]: its values are those of what the others bring now
};

} // namespace phusong
