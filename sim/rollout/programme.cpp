#include "sim/rollout/programme.h"
#include "sim/scenario/scenario.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr double tolerance_vnd = 0.5; ///< payments and budgets are whole VND

std::size_t since(Programme const& programme, Programme::Group const& group, Bought const& bought) {
    std::size_t first = programme.years;
    for (auto item : group.items) first = std::min<std::size_t>(first, bought[item]);
    return first;
}

/// One purse: [year] of all payments, and of those that earlier items promised.
bool purse_kept(Programme const& p, Bought const& bought, std::size_t purse) {
    double left = 0;
    for (std::size_t y = 0; y < p.years; ++y) {
        double all = 0, promised = 0;
        for (std::uint32_t i = 0; i < p.items.size(); ++i) {
            if (bought[i] > y) continue;
            all += p.paid_vnd(i, purse, bought[i], y);
            if (bought[i] < y) promised += p.paid_vnd(i, purse, bought[i], y);
        }
        left = (p.carry_over ? left : 0) + p.budget_vnd[purse][y] - all;
        if (left < -tolerance_vnd || promised > p.budget_vnd[purse][y] + tolerance_vnd) return false;
    }
    return true;
}

/// Rows of one purse: what is spent until each year (or in it), and what is promised for it.
void add_money(Programme const& p, std::size_t purse, solve::Milp& milp) {
    double until = 0;
    for (std::size_t y = 0; y < p.years; ++y) {
        double const budget = p.budget_vnd[purse][y];
        until = (p.carry_over ? until : 0) + budget;
        auto const spent = milp.add_row({-solve::no_limit, until / vnd_per_bn});
        bool const may_break = p.carry_over && y > 0;
        auto const promised = may_break ? milp.add_row({-solve::no_limit, budget / vnd_per_bn}) : spent;
        for (std::uint32_t i = 0; i < p.items.size(); ++i)
            for (std::size_t t = 0; t <= y; ++t) {
                auto const column = static_cast<std::uint32_t>(i * p.years + t);
                double sum = 0;
                for (std::size_t k = p.carry_over ? t : y; k <= y; ++k) sum += p.paid_vnd(i, purse, t, k);
                double const later = p.paid_vnd(i, purse, t, y);
                if (sum != 0) milp.add(spent, column, sum / vnd_per_bn);
                if (may_break && t < y && later != 0) milp.add(promised, column, later / vnd_per_bn);
            }
    }
}

/// Rows only for limits that can bind.
void add_crews(Programme const& p, solve::Milp& milp) {
    std::vector<std::vector<std::uint32_t>> of_crew(p.crews);
    for (std::uint32_t i = 0; i < p.items.size(); ++i) of_crew[p.items[i].crew].push_back(i);
    for (std::size_t t = 0; t < p.years; ++t) {
        auto const add = [&](std::vector<std::uint32_t> const& items, std::uint32_t row) {
            for (auto i : items) milp.add(row, static_cast<std::uint32_t>(i * p.years + t), 1);
        };
        if (p.most_per_year < p.items.size()) {
            auto const row = milp.add_row({-solve::no_limit, static_cast<double>(p.most_per_year)});
            for (auto const& items : of_crew) add(items, row);
        }
        for (auto const& items : of_crew)
            if (p.most_per_crew < items.size())
                add(items, milp.add_row({-solve::no_limit, static_cast<double>(p.most_per_crew)}));
    }
}

/// An item is bought once, instead of another one or after one of some.
void add_rules_of(Programme const& p, std::uint32_t i, solve::Milp& milp) {
    auto const& item = p.items[i];
    auto const add_years = [&](std::uint32_t row, std::uint32_t of, std::size_t last, double sign) {
        for (std::size_t t = 0; t <= last; ++t) milp.add(row, static_cast<std::uint32_t>(of * p.years + t), sign);
    };
    bool const said = item.instead_of != Programme::none && item.instead_of < i;
    if (!said) {
        auto const once = milp.add_row({-solve::no_limit, 1});
        add_years(once, i, p.years - 1, 1);
        if (item.instead_of != Programme::none) add_years(once, item.instead_of, p.years - 1, 1);
    }
    for (std::size_t y = 0; !item.after.empty() && y < p.years; ++y) {
        auto const row = milp.add_row({-solve::no_limit, 0});
        add_years(row, i, y, 1);
        for (auto other : item.after) add_years(row, other, y, -1);
    }
}

void add_group(Programme const& p, std::uint32_t g, solve::Milp& milp) {
    auto const first_column = static_cast<std::uint32_t>((p.items.size() + g) * p.years);
    for (std::size_t y = 0; y < p.years; ++y) {
        auto const row = milp.add_row({-solve::no_limit, 0});
        milp.add(row, static_cast<std::uint32_t>(first_column + y), 1);
        for (auto i : p.groups[g].items)
            for (std::size_t t = p.items[i].first_year; t <= y; ++t)
                milp.add(row, static_cast<std::uint32_t>(i * p.years + t), -1);
    }
}

} // namespace

double worth_of(Programme const& programme, Bought const& bought) {
    double sum = 0;
    for (std::size_t i = 0; i < programme.items.size(); ++i)
        sum += programme.items[i].worth * programme.year_factor[bought[i]];
    for (auto const& group : programme.groups)
        sum += group.worth * programme.year_factor[since(programme, group, bought)];
    return sum;
}

bool keeps_rules(Programme const& programme, Bought const& bought) {
    std::vector<std::size_t> in_year(programme.years, 0), of_crew(programme.years * programme.crews, 0);
    for (std::size_t i = 0; i < programme.items.size(); ++i) {
        auto const& item = programme.items[i];
        if (bought[i] == programme.years) continue;
        if (bought[i] < item.first_year) return false;
        if (item.instead_of != Programme::none && bought[item.instead_of] < programme.years) return false;
        auto const stands = [&](std::uint32_t other) { return bought[other] <= bought[i]; };
        if (!item.after.empty() && std::ranges::none_of(item.after, stands)) return false;
        if (++in_year[bought[i]] > programme.most_per_year) return false;
        if (++of_crew[bought[i] * programme.crews + item.crew] > programme.most_per_crew) return false;
    }
    for (std::size_t purse = 0; purse < programme.budget_vnd.size(); ++purse)
        if (!purse_kept(programme, bought, purse)) return false;
    return true;
}

solve::Milp milp_of(Programme const& p) {
    solve::Milp milp;
    for (auto const& item : p.items)
        for (std::size_t t = 0; t < p.years; ++t)
            milp.add_column({-item.worth * p.year_factor[t], 0, t >= item.first_year ? 1.0 : 0.0, true});
    for (auto const& group : p.groups)
        for (std::size_t y = 0; y < p.years; ++y)
            milp.add_column({-group.worth * (p.year_factor[y] - p.year_factor[y + 1]), 0, 1, false});
    for (std::size_t purse = 0; purse < p.budget_vnd.size(); ++purse) add_money(p, purse, milp);
    add_crews(p, milp);
    for (std::uint32_t i = 0; i < p.items.size(); ++i) add_rules_of(p, i, milp);
    for (std::uint32_t g = 0; g < p.groups.size(); ++g) add_group(p, g, milp);
    return milp;
}

Bought bought_from(Programme const& p, std::vector<double> const& columns) {
    Bought bought(p.items.size(), static_cast<std::uint8_t>(p.years));
    for (std::size_t i = 0; i < p.items.size(); ++i)
        for (std::size_t t = 0; t < p.years; ++t)
            if (columns[i * p.years + t] > 0.5) bought[i] = static_cast<std::uint8_t>(t);
    return bought;
}

} // namespace phusong
