#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/purse.h"

namespace phusong {

/// Why a candidate is not built in a year.
enum class Refusal : std::uint8_t { none, too_early, too_few_people, not_viable, budget, crews };

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

[[nodiscard]] Offer make_offer(Board const& board, Covered const& covered, std::uint32_t candidate, int year);

/// People newly reached per service, in `year`; those who get 4G on top of an older signal count in money only.
[[nodiscard]] std::array<double, service_count> new_people(Board const& board, Gain const& gain, int year);

} // namespace phusong
