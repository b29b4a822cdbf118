#pragma once
#include "sim/solve/graph.h"
#include "sim/solve/work.h"
#include <array>
#include <optional>

namespace phusong::solve {

/// By what a place is connected.
enum class Means : std::uint8_t { fibre, microwave };
inline constexpr std::array both_means{Means::fibre, Means::microwave};

/// Places that can each be connected once, by fibre or by microwave, in one of the years. Fibre to a place needs fibre
/// at its parent, laid in the same year or earlier. Each year has its own money, and what is left of it is lost.
struct Investment {
    struct Place {
        Node parent = nothing; ///< must not lead in a circle
        std::array<Cost, 2> cost{};
        std::array<Cost, 2> benefit{}; ///< of one year, before discounting
    };
    std::vector<Place> places;
    std::vector<Cost> budgets;   ///< of each year
    std::vector<Cost> discounts; ///< of each year; whole numbers
    [[nodiscard]] std::uint32_t years() const { return static_cast<std::uint32_t>(budgets.size()); }
};

/// When and by what a place is connected; `year` is nothing when it never is.
struct Build {
    std::uint32_t year = nothing;
    Means means = Means::fibre;
    friend bool operator==(Build const&, Build const&) = default;
};

struct InvestmentAnswer {
    std::vector<Build> builds;      ///< of each place
    Cost value = 0;                 ///< Σ benefit × discounts of the year of building and all later ones
    Cost bound = 0;                 ///< no plan is worth more
    std::vector<Cost> left_of_year; ///< money not spent
    std::int64_t iterations = 0;
};

/// Value of connecting a place in a year.
[[nodiscard]] Cost value_of(Investment const& problem, Node place, Build build);

/// The money left in each year, or nothing when the plan breaks a rule.
[[nodiscard]] std::optional<std::vector<Cost>> left_of(Investment const& problem, std::vector<Build> const& builds);

/// Annealing with moves that make room, the linear relaxation over what is built by when, and branch and bound around
/// the best plan. `work.iterations` are moves of the annealing. Sources: docs/models.md, "Plans over years".
[[nodiscard]] InvestmentAnswer solve_investment(Investment const& problem, Work const& work);

} // namespace phusong::solve
