#pragma once
#include "sim/solve/milp/milp.h"
#include <cstddef>
#include <cstdint>
#include <vector>

namespace phusong {

/// Which items to buy in which year, when what an item pays does not depend on the others. Years count from 0.
struct Programme {
    static constexpr auto none = ~std::uint32_t{0};
    struct Item {
        std::size_t first_year = 0;      ///< not before; `years`: never
        std::uint32_t crew = 0;          ///< who builds it: the crew of its district
        double worth = 0;                ///< of what it alone can bring
        std::vector<double> paid_vnd;    ///< [purse][year bought][year paid], flat
        std::vector<std::uint32_t> in;   ///< groups, ascending
        std::uint32_t instead_of = none; ///< an item of which only this one or that one is bought; both name each other
        std::vector<std::uint32_t> after; ///< bought no sooner than one of these; empty = it hangs on none
    };
    /// Something that any of its items brings, once, from the first year on in which one of them stands.
    struct Group {
        double worth = 0;
        std::vector<std::uint32_t> items; ///< ascending, two or more
    };
    std::size_t years = 0;
    bool carry_over = true;
    std::vector<std::vector<double>> budget_vnd;      ///< [purse][year]
    std::size_t most_per_year = 0, most_per_crew = 0; ///< items bought in one year, and by one crew
    std::size_t crews = 1;
    std::vector<double> year_factor; ///< what one worth gained in a year counts; years + 1, the last one 0
    std::vector<Item> items;
    std::vector<Group> groups;

    [[nodiscard]] double paid_vnd(std::uint32_t item, std::size_t purse, std::size_t bought, std::size_t paid) const {
        return items[item].paid_vnd[(purse * years + bought) * years + paid];
    }
};

/// The year in which each item is bought; `years` when never.
using Bought = std::vector<std::uint8_t>;

[[nodiscard]] double worth_of(Programme const& programme, Bought const& bought);

/// Whether budgets, crews and first years are kept. With carry-over a year may spend what earlier years left, but what
/// is promised by earlier items must fit into each year's own budget, as Purse has it.
[[nodiscard]] bool keeps_rules(Programme const& programme, Bought const& bought);

/// The programme as an integer programme, to be minimised: −worth; money in billions. Columns: item · years + year,
/// 1 when bought then; after these the groups in the same way, 1 when brought by then.
[[nodiscard]] solve::Milp milp_of(Programme const& programme);
[[nodiscard]] Bought bought_from(Programme const& programme, std::vector<double> const& columns);

} // namespace phusong
