#pragma once
#include "sim/rollout/offer.h"
#include "sim/rollout/operator_money.h"
#include "sim/rollout/programme.h"
#include <optional>

namespace phusong {

/// The plan as far as it is made. A copy is a moment to come back to.
struct State {
    Covered covered;
    OperatorMoney operators;
    Purse public_purse;
    std::vector<bool> built; ///< per candidate
    std::vector<Gain> gain;  ///< per candidate, of `covered`; of those built, as it was then
    std::vector<Project> projects;
    double worth = 0;                                   ///< of the projects, by the aims
    std::size_t first_of_year = 0;                      ///< in projects
    std::vector<std::ptrdiff_t> begun_in_district = {}; ///< this year
};

[[nodiscard]] std::vector<Gain> gains(Board const& board, Covered const& covered);

/// What should be built by when, and whether others may use what is left: in no year, in the last one, in all.
struct Wishes {
    Bought year;
    enum class Others : std::uint8_t { in_last_year, in_all_years } others = Others::in_all_years;
};

/// The year that is being planned.
struct Season {
    Board const& board;
    State& state;
    int year;
    std::vector<Offer> offers = {}; ///< per candidate; of what was built before this year nothing

    [[nodiscard]] std::size_t year_index() const { return static_cast<std::size_t>(year - board.scenario.years.first); }
    void look_at_all();
    bool pay_for(std::uint32_t candidate);
    /// Result: the candidates whose offers changed with it, ascending.
    std::vector<std::uint32_t> build(std::uint32_t candidate);
    /// The best of those that are wished for by this year, or of all, one after the other until nothing can be paid.
    void build_best(Wishes const* wishes);
    void refuse_the_rest();

  private:
    void look_again(std::uint32_t candidate);
    [[nodiscard]] std::uint32_t district(std::uint32_t candidate) const;
    [[nodiscard]] bool crew_free(std::uint32_t candidate) const;
    [[nodiscard]] bool open(std::uint32_t candidate) const {
        return !state.built[candidate] && offers[candidate].refusal == Refusal::none;
    }
    [[nodiscard]] Refusal refusal_of_purses(std::uint32_t candidate) const;
};

} // namespace phusong
