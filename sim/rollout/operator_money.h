#pragma once
#include "sim/rollout/purse.h"
#include <string>
#include <vector>

namespace phusong {

/// Names in `rollout.operator_names`, in their order; empty when all have one purse.
[[nodiscard]] std::vector<std::string> operator_names(Rollout const& rollout);

/// The operators' purses: one for all together, or one for each that is named. A sum that all pay is split by their
/// shares in whole VND, and the last one pays what rounding leaves.
struct OperatorMoney {
    std::vector<Purse> purses;  ///< one at least
    std::vector<double> shares; ///< one each

    void open(std::size_t year);
    [[nodiscard]] Purse::Shortage shortage(std::size_t year, Payments const& payments, Payers payers) const;
    void pay(std::size_t year, Payments const& payments, Payers payers);
    [[nodiscard]] std::vector<PurseYear> together() const;          ///< one per planned year
    [[nodiscard]] std::vector<std::vector<PurseYear>> each() const; ///< [operator][planned year]
};

[[nodiscard]] OperatorMoney make_operator_money(Scenario const& scenario);

/// Who pays for a candidate, by its kind and place; see plan_rollout.
[[nodiscard]] std::vector<Payers> payers_of(std::vector<Candidate> const& candidates, World const& world,
                                            Rollout const& rollout);

} // namespace phusong
