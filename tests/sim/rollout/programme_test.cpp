// Choices over years whose payments are given, held against trying everything.
#include "sim/rollout/exchange.h"
#include "sim/rollout/prove.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace phusong {
namespace {

/// 2 to 12 items and 3 years, groups of two to four of them; two purses of tens of millions, so that no two sums are
/// nearly the same.
Programme random_programme(unsigned seed) {
    std::mt19937 random(seed);
    auto const below = [&](unsigned n) { return static_cast<unsigned>(random()) % n; };
    Programme p;
    p.years = 3;
    p.carry_over = below(2) == 0;
    p.most_per_year = below(4) == 0 ? 1 + below(4) : 100;
    p.crews = 2;
    p.most_per_crew = below(4) == 0 ? 1 + below(3) : 100;
    p.year_factor = {3.051, 2.034, 1.017, 0};
    p.budget_vnd.resize(2);
    for (auto& purse : p.budget_vnd)
        for (std::size_t y = 0; y < p.years; ++y) purse.push_back(1e7 * below(150));
    p.items.resize(2 + below(11));
    for (auto& item : p.items) {
        item.first_year = below(5) == 0 ? below(4) : 0;
        item.crew = below(2);
        item.worth = below(3) == 0 ? 0 : below(1000);
        item.paid_vnd.assign(2 * p.years * p.years, 0.0);
        for (std::size_t purse = 0; purse < 2; ++purse)
            for (std::size_t t = 0; t < p.years; ++t)
                for (std::size_t y = t; y < p.years; ++y)
                    item.paid_vnd[(purse * p.years + t) * p.years + y] = 1e7 * (y == t ? below(90) : below(9));
    }
    for (unsigned g = 0, count = below(9); g < count; ++g) {
        Programme::Group group{static_cast<double>(below(900)), {}};
        for (std::uint32_t i = 0; i < p.items.size() && group.items.size() < 4; ++i)
            if (below(4) == 0) group.items.push_back(i);
        if (group.items.size() < 2) continue;
        for (auto i : group.items) p.items[i].in.push_back(static_cast<std::uint32_t>(p.groups.size()));
        p.groups.push_back(group);
    }
    for (std::uint32_t i = 1; i < p.items.size(); ++i) {
        auto& item = p.items[i];
        auto const other = below(i);
        bool const free = item.instead_of == Programme::none && p.items[other].instead_of == Programme::none;
        if (below(4) == 0 && free) {
            item.instead_of = other;
            p.items[other].instead_of = i;
        } else if (below(4) == 0) {
            item.after = {other};
            if (below(2) == 0 && i > 1) item.after.push_back((other + 1) % i);
        }
    }
    return p;
}

/// Every choice of years, but for those that already overspend and those that the rest cannot lift over the best.
struct Everything {
    Programme const& p;
    Bought now = Bought(p.items.size(), static_cast<std::uint8_t>(p.years));
    double most = 0;

    [[nodiscard]] double at_best(std::uint32_t from) const {
        double sum = 0;
        for (auto i = from; i < p.items.size(); ++i) {
            double all = p.items[i].worth;
            for (auto g : p.items[i].in) all += p.groups[g].worth;
            sum += all * p.year_factor[std::min(p.items[i].first_year, p.years)];
        }
        return sum;
    }
    void try_all(std::uint32_t item) {
        if (!keeps_rules(p, now)) return;
        double const worth = worth_of(p, now);
        most = std::max(most, worth);
        if (item == p.items.size() || worth + at_best(item) <= most) return;
        for (std::size_t t = 0; t <= p.years; ++t) {
            now[item] = static_cast<std::uint8_t>(t);
            try_all(item + 1);
        }
    }
};

double most_worth(Programme const& programme) {
    Everything everything{programme};
    everything.try_all(0);
    return everything.most;
}

TEST(Programme, BranchAndBoundFindsWhatTryingEverythingFindsAndProvesIt) {
    for (unsigned seed = 0; seed < 1000; ++seed) {
        auto const programme = random_programme(seed);
        auto const proof = prove_exactly(programme, 100000);
        double const most = most_worth(programme);
        ASSERT_NEAR(proof.worth, most, 1e-6 * (1 + most)) << "seed " << seed;
        ASSERT_NEAR(proof.bound, most, 1e-4 * (1 + most)) << "seed " << seed;
        ASSERT_NEAR(worth_of(programme, proof.bought), proof.worth, 1e-9 * (1 + most)) << "seed " << seed;
        ASSERT_TRUE(keeps_rules(programme, proof.bought)) << "seed " << seed;
    }
}

TEST(Programme, ExchangesKeepTheRulesAndStayUnderTheBound) {
    double reached = 0, possible = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        auto const programme = random_programme(seed + 5000);
        auto const proof = prove_by_exchange(programme);
        ASSERT_TRUE(keeps_rules(programme, proof.bought)) << "seed " << seed;
        ASSERT_LE(proof.worth, bound_of(programme) * (1 + 1e-9) + 1e-6) << "seed " << seed;
        reached += proof.worth;
        possible += seed < 200 ? most_worth(programme) : proof.worth;
    }
    EXPECT_GT(reached, 0.97 * possible);
}

TEST(Programme, NoChoiceIsWorthMoreThanTheBound) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto const programme = random_programme(seed + 9000);
        double const most = most_worth(programme);
        ASSERT_GE(bound_of(programme), most * (1 - 1e-9)) << "seed " << seed;
    }
}

TEST(Programme, AGainIsTheDifferenceOfTheWorths) {
    for (unsigned seed = 0; seed < 500; ++seed) {
        auto const programme = random_programme(seed);
        Exchange exchange(programme);
        std::mt19937 random(seed);
        for (int k = 0; k < 30; ++k) {
            auto const item = static_cast<std::uint32_t>(random() % programme.items.size());
            auto const year = random() % (programme.years + 1);
            double const before = worth_of(programme, exchange.bought()), gained = exchange.gain(item, year);
            if (!exchange.move(item, year)) continue;
            ASSERT_NEAR(worth_of(programme, exchange.bought()) - before, gained, 1e-6) << "seed " << seed;
            ASSERT_TRUE(keeps_rules(programme, exchange.bought())) << "seed " << seed;
        }
    }
}

TEST(Programme, MoreMoneyIsNeverWorthLess) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto programme = random_programme(seed);
        double const before = prove_exactly(programme, 100000).worth;
        programme.budget_vnd[seed % 2][seed % 3] += 3e8;
        ASSERT_GE(prove_exactly(programme, 100000).worth, before - 1e-6 * (1 + before)) << "seed " << seed;
    }
}

TEST(Programme, LowerPricesAreNeverWorthLess) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto programme = random_programme(seed);
        double const before = prove_exactly(programme, 100000).worth;
        for (auto& paid : programme.items[0].paid_vnd) paid = std::round(0.7 * paid);
        ASSERT_GE(prove_exactly(programme, 100000).worth, before - 1e-6 * (1 + before)) << "seed " << seed;
    }
}

TEST(Programme, WhatIsWorthNothingIsNotBought) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        auto programme = random_programme(seed);
        programme.items[0].worth = 0;
        programme.items[0].first_year = 0;
        for (auto& group : programme.groups) std::erase(group.items, 0U);
        programme.items[0].in.clear();
        ASSERT_EQ(prove_by_exchange(programme).bought[0], programme.years) << "seed " << seed;
    }
}

} // namespace
} // namespace phusong
