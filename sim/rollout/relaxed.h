#pragma once
#include "sim/rollout/board.h"
#include "sim/rollout/programme.h"

namespace phusong {

/// A programme that no plan of the board can beat: its items are the candidates in their order and, where a village can
/// have lines by radio and fibre, fibre after radio; every plan that
/// keeps the rules of plan_rollout keeps its rules and is worth no more.
/// Purses: 0 the operators', 1 public, 2 both together. What a project asks of them depends on how many people it is
/// the first to reach. Here it is the first to reach all that it can: no later place in a plan lets it ask less of the
/// public purse, or of both together. What the operators pay falls to nothing where few are left, so a candidate that
/// shares people with others asks nothing of them here; the third purse keeps them to account. Villages: one counts as
/// good from the year of the first project that touches it.
[[nodiscard]] Programme relaxed(Board const& board, Covered const& before_plan);
/// The year in which each candidate is wished for: fibre after radio is fibre.
[[nodiscard]] Bought wishes_of(Programme const& programme, Bought bought, std::size_t candidates);

/// Most people that can pay for what a candidate brings, whatever was built before it; census year.
[[nodiscard]] std::array<double, service_count> most_paying(Board const& board, Covered const& before_plan,
                                                            std::uint32_t candidate);

/// The same with payments nearer to the truth: candidates that share people with others ask of the purses what they
/// asked in `plan`, or, where it did not build them, what they would ask after it. No bound: only to choose by.
[[nodiscard]] Programme repriced(Programme programme, Board const& board, Covered const& before_plan, Plan const& plan);

} // namespace phusong
