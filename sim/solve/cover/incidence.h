#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace phusong::solve {

/// Which members belong to which group, in compressed rows: group g has members[first[g]] … members[first[g + 1] − 1],
/// ascending and each once.
struct Incidence {
    std::vector<std::uint32_t> first{0}, members;
    [[nodiscard]] std::uint32_t groups() const { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] std::span<std::uint32_t const> of(std::uint32_t g) const {
        return {members.data() + first[g], members.data() + first[g + 1]};
    }
};

/// From (group, member) pairs in any order; pairs given twice count once.
[[nodiscard]] Incidence make_incidence(std::uint32_t groups,
                                       std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs);

/// Members become groups: what each member belongs to.
[[nodiscard]] Incidence transposed(Incidence const& incidence, std::uint32_t members);

} // namespace phusong::solve
