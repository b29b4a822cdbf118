#include "sim/rollout/bringers.h"
#include <algorithm>

namespace phusong {
namespace {

std::vector<std::uint32_t> either(std::vector<std::uint32_t> a, std::vector<std::uint32_t> const& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::ranges::sort(a);
    return a;
}

/// Adds what any of the candidates brings, and what those that the policy puts first bring on top.
void add(Board const& board, Brings& brings, std::vector<std::uint32_t> const& candidates, double worth) {
    if (candidates.empty() || !(worth > 0)) return;
    brings[candidates] += worth;
    auto favoured = candidates;
    std::erase_if(favoured, [&](std::uint32_t c) { return !(board.candidate_factor[c] > 1); });
    if (!favoured.empty()) brings[favoured] += (board.candidate_factor[favoured[0]] - 1) * worth;
}

/// Lines by radio are worth less than fibre, and serve only some: fibre brings the rest too.
void add_lines(Board const& board, LineBringers const& lines, Brings& brings) {
    for (std::size_t v = 0; v < lines.fibre.size(); ++v) {
        if (lines.one_of_each(v)) continue;
        double const all = board.aims.fibre * board.aims.village_factor[v] * board.world.villages[v].people;
        double by_radio = 0;
        for (auto c : lines.radio[v])
            by_radio = std::max(
                by_radio, fixed_line_worth(board.scenario.rollout, false, board.candidates.list[c].fixed_line_share));
        add(board, brings, either(lines.fibre[v], lines.radio[v]), all * by_radio);
        add(board, brings, lines.fibre[v], all * (1 - by_radio));
    }
}

void add_villages(Board const& board, Covered const& before, Brings& brings) {
    for (std::uint32_t v = 0; board.aims.village > 0 && v < board.world.villages.size(); ++v) {
        if (before.village_good[v] || !(board.cell_people[v] > 0)) continue;
        std::vector<std::uint32_t> touching;
        for (auto c : board.candidates_of_village[v])
            if (!is_access(board.candidates.list[c].kind)) touching.push_back(c);
        if (!touching.empty()) brings[touching] += board.aims.village;
    }
}

} // namespace

SignalBringers signal_bringers(Board const& board, Covered const& before) {
    SignalBringers all{Bringers(board.world.people.size()), Bringers(board.world.people.size())};
    for (std::uint32_t c = 0; c < board.footprint.size(); ++c)
        for (std::size_t i = 0; i < board.footprint[c]->cell.size(); ++i) {
            auto const cell = board.footprint[c]->cell[i];
            auto const have = before.good[cell];
            if (have.empty()) all.signal[cell].push_back(c);
            if (!has_broadband(have) && has_broadband(board.footprint[c]->good[i])) all.broadband[cell].push_back(c);
        }
    return all;
}

LineBringers line_bringers(Board const& board, Covered const& before) {
    LineBringers all{Bringers(board.world.villages.size()), Bringers(board.world.villages.size())};
    for (std::uint32_t c = 0; c < board.candidates.list.size(); ++c) {
        auto const& candidate = board.candidates.list[c];
        auto const v = candidate.village.value;
        if (!is_access(candidate.kind) || before.village_fibre[v]) continue;
        (candidate.kind == ProjectKind::fibre_village ? all.fibre : all.radio)[v].push_back(c);
    }
    return all;
}

std::vector<bool> that_share(Board const& board, SignalBringers const& signal, LineBringers const& lines) {
    std::vector<bool> shared(board.candidates.list.size(), false);
    auto const mark = [&](std::vector<std::uint32_t> const& candidates) {
        for (auto c : candidates)
            if (candidates.size() > 1) shared[c] = true;
    };
    std::ranges::for_each(signal.signal, mark);
    std::ranges::for_each(signal.broadband, mark);
    for (std::size_t v = 0; v < lines.fibre.size(); ++v)
        if (!lines.one_of_each(v)) mark(either(lines.fibre[v], lines.radio[v]));
    return shared;
}

Brings brought_by(Board const& board, Covered const& before, SignalBringers const& by, LineBringers const& lines) {
    auto const& world = board.world;
    Brings brings;
    for (std::size_t cell = 0; cell < world.people.size(); ++cell) {
        double const people = world.people[cell].people * board.aims.village_factor[world.people[cell].village.value];
        add(board, brings, by.signal[cell], board.aims.signal * people);
        add(board, brings, by.broadband[cell], board.aims.broadband * people);
    }
    add_lines(board, lines, brings);
    add_villages(board, before, brings);
    return brings;
}

} // namespace phusong
