#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/purse.h"

namespace phusong {

/// What the policy puts first; higher is better, ties by candidate number.
struct Score {
    double first = 0, people_per_vnd = 0;
    friend auto operator<=>(Score const&, Score const&) = default;
};

/// A candidate as it stands at one moment of the plan.
struct Offer {
    Gain gain;
    Appraisal appraisal;
    Score score;
    Payments operators, public_purse;
    Refusal refusal = Refusal::none;
};

/// Capex and the running cost of the whole horizon, discounted.
[[nodiscard]] double lifetime_vnd(ProjectCost const& cost, Finance const& finance);

/// The people whose payments a project lives from: those newly reached, and of those who get 4G on top of an older
/// signal the part that they pay more.
[[nodiscard]] std::array<double, service_count> paying_people(std::array<double, service_count> new_people,
                                                              double upgraded_people, Finance const& finance);

/// What each purse pays when building in `year`, until the last planned year, which may lie past the horizon.
struct BothPayments {
    Payments operators, public_purse;
};
[[nodiscard]] BothPayments payments_of(Appraisal const& appraisal, ProjectCost const& cost, Years const& years,
                                       int year);

/// What a gain counts by the policy, in one year.
[[nodiscard]] double worth_of(Board const& board, std::uint32_t candidate, Gain const& gain);

[[nodiscard]] Offer make_offer(Board const& board, Covered const& covered, std::uint32_t candidate, int year);
/// The same where the gain is known already.
[[nodiscard]] Offer make_offer(Board const& board, Covered const& covered, std::uint32_t candidate, int year,
                               Gain const& known);
/// What stands against a candidate with this gain before anybody looks at money.
[[nodiscard]] Refusal refusal_before_money(Board const& board, Covered const& covered, Candidate const& candidate,
                                           Gain const& gain, int year);

/// People newly reached per service, in `year`; those who get 4G on top of an older signal count in money only.
[[nodiscard]] std::array<double, service_count> new_people(Board const& board, Gain const& gain, int year);

} // namespace phusong
