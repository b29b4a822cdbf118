#include "sim/rollout/exchange.h"
#include <algorithm>
#include <tuple>

namespace phusong {
namespace {

constexpr double tolerance_vnd = 0.5; ///< payments and budgets are whole VND
constexpr double least_gain = 1e-6;   ///< person-years; less is rounding

} // namespace

Exchange::Exchange(Programme const& programme)
    : p_(programme), bought_(p_.items.size(), static_cast<std::uint8_t>(p_.years)),
      spent_(p_.budget_vnd.size() * p_.years, 0.0), promised_(spent_.size(), 0.0), in_year_(p_.years, 0),
      of_crew_(p_.years * p_.crews, 0), value_(p_.items.size() * (p_.years + 1)),
      open_(p_.items.size() * p_.years, true), certain_(open_.size(), false), followers_(p_.items.size()),
      weighed_(p_.items.size(), false) {
    for (std::uint32_t i = 0; i < p_.items.size(); ++i) {
        for (auto other : p_.items[i].after) followers_[other].push_back(i);
        for (std::size_t purse = 0; purse < p_.budget_vnd.size(); ++purse)
            for (std::size_t y = 0; y < p_.years; ++y) paid_first_vnd_.push_back(p_.paid_vnd(i, purse, y, y));
    }
}

/// Moves an item without asking.
void Exchange::put(std::uint32_t item, std::size_t year) {
    auto const book = [&](std::size_t bought, double sign) {
        for (std::size_t purse = 0; purse < p_.budget_vnd.size(); ++purse)
            for (std::size_t y = bought; y < p_.years; ++y) {
                double const paid = sign * p_.paid_vnd(item, purse, bought, y);
                spent_[purse * p_.years + y] += paid;
                if (y > bought) promised_[purse * p_.years + y] += paid;
            }
    };
    auto const crew = p_.items[item].crew;
    if (auto const old = bought_[item]; old < p_.years) {
        book(old, -1);
        --in_year_[old];
        --of_crew_[old * p_.crews + crew];
    }
    if (bought_[item] != year) forget_neighbours(item);
    bought_[item] = static_cast<std::uint8_t>(year);
    if (year == p_.years) return;
    book(year, 1);
    ++in_year_[year];
    ++of_crew_[year * p_.crews + crew];
}

bool Exchange::crew_free(std::uint32_t item, std::size_t year) const {
    return in_year_[year] < p_.most_per_year && of_crew_[year * p_.crews + p_.items[item].crew] < p_.most_per_crew;
}

/// Whether an item may be bought in a year (or never) as the others it hangs on stand.
bool Exchange::beside_others(std::uint32_t item, std::size_t year) const {
    auto const year_of = [&](std::uint32_t other) { return other == item ? year : bought_[other]; };
    auto const led = [&](std::uint32_t follower, std::size_t by) {
        auto const& leaders = p_.items[follower].after;
        return leaders.empty() || std::ranges::any_of(leaders, [&](auto other) { return year_of(other) <= by; });
    };
    for (auto follower : followers_[item])
        if (bought_[follower] < p_.years && !led(follower, bought_[follower])) return false;
    if (year == p_.years) return true;
    auto const other = p_.items[item].instead_of;
    return led(item, year) && (other == Programme::none || bought_[other] == p_.years);
}

/// Whether the purses can pay for what is bought, and for items that are not bought yet besides.
bool Exchange::affords(std::initializer_list<Purchase> purchases) const {
    for (std::size_t purse = 0; purse < p_.budget_vnd.size(); ++purse) {
        double left = 0;
        for (std::size_t y = 0; y < p_.years; ++y) {
            double const budget = p_.budget_vnd[purse][y];
            double spent = spent_[purse * p_.years + y], promised = promised_[purse * p_.years + y];
            for (auto const& [item, year] : purchases) {
                double const paid = y < year ? 0 : p_.paid_vnd(item, purse, year, y);
                spent += paid;
                if (y > year) promised += paid;
            }
            left = (p_.carry_over ? left : 0) + budget - spent;
            if (left < -tolerance_vnd || promised > budget + tolerance_vnd) return false;
        }
    }
    return true;
}

/// What is left of each purse at the end of each year, and the least of that and of all later years. Shapes:
/// [purse · years + year].
struct Exchange::MoneyLeft {
    std::vector<double> vnd, least_vnd;
};

Exchange::MoneyLeft Exchange::money_left() const {
    MoneyLeft left{.vnd = std::vector<double>(spent_.size()), .least_vnd = {}};
    for (std::size_t purse = 0; purse < p_.budget_vnd.size(); ++purse)
        for (std::size_t y = 0; y < p_.years; ++y) {
            auto const at = purse * p_.years + y;
            left.vnd[at] = (p_.carry_over && y > 0 ? left.vnd[at - 1] : 0) + p_.budget_vnd[purse][y] - spent_[at];
        }
    left.least_vnd = left.vnd;
    for (std::size_t at = left.vnd.size(); at-- > 0;)
        if ((at + 1) % p_.years != 0) left.least_vnd[at] = std::min(left.vnd[at], left.least_vnd[at + 1]);
    return left;
}

/// Whether an item might be paid in an earlier year than now. Necessary and quick: nothing gives money back before the
/// year in which it was bought until now.
bool Exchange::within(MoneyLeft const& money, std::uint32_t item, std::size_t year) const {
    auto const purses = p_.budget_vnd.size();
    for (std::size_t purse = 0; purse < purses; ++purse) {
        double const paid = paid_first_vnd_[(item * purses + purse) * p_.years + year] - 2 * tolerance_vnd;
        auto const at = purse * p_.years + year;
        if (paid > money.vnd[at]) return false;
        if (!p_.carry_over || paid <= money.least_vnd[at]) continue;
        for (std::size_t y = year + 1; y < bought_[item]; ++y)
            if (paid > money.vnd[purse * p_.years + y]) return false;
    }
    return true;
}

bool Exchange::move(std::uint32_t item, std::size_t year) {
    if (year < p_.years && (year < p_.items[item].first_year || !crew_free(item, year))) return false;
    if (!beside_others(item, year)) return false;
    auto const old = bought_[item];
    if (old == p_.years && year < p_.years && !affords({{item, year}})) return false;
    put(item, year);
    if (affords({})) return true;
    put(item, old);
    return false;
}

/// What others bring changes with this item.
void Exchange::forget_neighbours(std::uint32_t item) {
    for (auto g : p_.items[item].in)
        for (auto i : p_.groups[g].items)
            if (i != item) weighed_[i] = false;
}

void Exchange::weigh(std::uint32_t item) {
    auto const& factor = p_.year_factor;
    double* const value = &value_[item * (p_.years + 1)];
    for (std::size_t y = 0; y <= p_.years; ++y) value[y] = p_.items[item].worth * factor[y];
    for (auto g : p_.items[item].in) {
        std::size_t others = p_.years;
        for (auto i : p_.groups[g].items)
            if (i != item) others = std::min<std::size_t>(others, bought_[i]);
        for (std::size_t y = 0; y < others; ++y) value[y] += p_.groups[g].worth * (factor[y] - factor[others]);
    }
    weighed_[item] = true;
}

double Exchange::gain(std::uint32_t item, std::size_t year) {
    if (!weighed_[item]) weigh(item);
    double const* const value = &value_[item * (p_.years + 1)];
    return value[year] - value[bought_[item]];
}

void Exchange::follow(std::vector<double> const& columns) {
    std::vector<std::tuple<double, double, std::uint32_t, std::size_t>> wishes;
    for (std::uint32_t i = 0; i < p_.items.size(); ++i)
        for (std::size_t t = p_.items[i].first_year; t < p_.years; ++t)
            if (columns[i * p_.years + t] > 1e-6)
                wishes.emplace_back(-columns[i * p_.years + t], -p_.items[i].worth * p_.year_factor[t], i, t);
    std::ranges::sort(wishes);
    for (auto const& [share, worth, item, year] : wishes)
        if (bought_[item] == p_.years && gain(item, year) > least_gain) move(item, year);
}

/// Buys an item in the first year before `before` that the rules allow and that helps.
bool Exchange::place(std::uint32_t item, std::size_t before) {
    for (std::size_t t = p_.items[item].first_year; t < before && gain(item, t) > least_gain; ++t)
        if (may_buy(item, t) && move(item, t)) return true;
    return false;
}

void Exchange::keep_to(std::vector<bool> open, std::vector<bool> certain) {
    open_ = std::move(open);
    certain_ = std::move(certain);
}

bool Exchange::add_and_advance() {
    bool better = false;
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < p_.items.size(); ++i)
        if (p_.items[i].first_year < bought_[i]) order.emplace_back(-gain(i, p_.items[i].first_year), i);
    std::ranges::sort(order);
    for (auto const& [gained, item] : order) better = place(item, bought_[item]) || better;
    return better;
}

/// Whether `out` might come back after `in` was bought, so early that both together are better. What `in` brings can
/// only make `out` worth less.
bool Exchange::may_follow(std::uint32_t out, std::size_t old, Purchase in, double gained) {
    for (std::size_t t = old; t < p_.years && gained + gain(out, t) > least_gain; ++t)
        if (affords({in, {out, t}})) return true;
    return false;
}

/// `out` stands nowhere now and is missed by `loss`. `in` is bought in `year`, `out` as soon after `old` as there is
/// room, or no more.
bool Exchange::try_exchange(std::uint32_t out, double loss, std::size_t old, std::uint32_t in, std::size_t year) {
    auto const old_in = bought_[in];
    double const gained = gain(in, year) - loss;
    if (gained + loss <= least_gain) return false;
    bool const hopeless = gained <= least_gain && old_in == p_.years && !may_follow(out, old, {in, year}, gained);
    if (hopeless || !move(in, year)) return false;
    for (std::size_t t = old; t < p_.years && gained + gain(out, t) > least_gain; ++t)
        if (move(out, t)) return true;
    if (gained > least_gain) return true;
    put(in, old_in);
    return false;
}

bool Exchange::exchange_for(std::uint32_t out) {
    if (!beside_others(out, p_.years)) return false;
    std::size_t const old = bought_[out];
    double const loss = -gain(out, p_.years);
    put(out, p_.years);
    auto const left = money_left();
    for (std::uint32_t in = 0; in < p_.items.size(); ++in) {
        if (in == out || p_.items[in].first_year >= bought_[in]) continue;
        for (std::size_t t = std::max(p_.items[in].first_year, old); t < bought_[in]; ++t)
            if (may_buy(in, t) && within(left, in, t) && try_exchange(out, loss, old, in, t)) return true;
    }
    put(out, old);
    return false;
}

void Exchange::improve(int rounds) {
    bool better = true;
    for (int round = 0; round < rounds && better; ++round) {
        better = add_and_advance();
        for (std::uint32_t out = 0; out < p_.items.size(); ++out)
            if (bought_[out] < p_.years && !certain_[out * p_.years + bought_[out]] && exchange_for(out)) better = true;
    }
}

} // namespace phusong
