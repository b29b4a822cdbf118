#pragma once
#include "sim/rollout/board.h"
#include <map>
#include <vector>

namespace phusong {

/// Per inhabited cell or village: candidates, ascending.
using Bringers = std::vector<std::vector<std::uint32_t>>;

/// Who can bring a first signal, and who 4G or 5G, where they lack. Shape: one per inhabited cell.
struct SignalBringers {
    Bringers signal, broadband;
};
[[nodiscard]] SignalBringers signal_bringers(Board const& board, Covered const& before);

/// Who can bring fibre, and who fixed lines by radio, to each village that lacks fibre. Shape: one per village.
struct LineBringers {
    Bringers fibre, radio;
    /// One of each: all that a plan can do there is fibre, radio, or radio and fibre later.
    [[nodiscard]] bool one_of_each(std::size_t village) const {
        return fibre[village].size() == 1 && radio[village].size() == 1;
    }
};
[[nodiscard]] LineBringers line_bringers(Board const& board, Covered const& before);

/// Candidates that reach people whom others reach too. Villages with one fibre and one radio are left out.
[[nodiscard]] std::vector<bool> that_share(Board const& board, SignalBringers const& signal, LineBringers const& lines);

/// Worth by the candidates that can bring it; lines of villages with one fibre and one radio are left out.
using Brings = std::map<std::vector<std::uint32_t>, double>;
[[nodiscard]] Brings brought_by(Board const& board, Covered const& before, SignalBringers const& signal,
                                LineBringers const& lines);

} // namespace phusong
