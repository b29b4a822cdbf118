#include "sim/solve/cover/incidence.h"
#include <algorithm>

namespace phusong::solve {

Incidence make_incidence(std::uint32_t groups, std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    Incidence out;
    out.first.assign(groups + 1U, 0);
    out.members.reserve(pairs.size());
    for (auto const& [group, member] : pairs) {
        ++out.first[group + 1];
        out.members.push_back(member);
    }
    for (std::uint32_t g = 0; g < groups; ++g) out.first[g + 1] += out.first[g];
    return out;
}

Incidence transposed(Incidence const& incidence, std::uint32_t members) {
    Incidence out;
    out.first.assign(members + 1U, 0);
    for (auto m : incidence.members) ++out.first[m + 1];
    for (std::uint32_t m = 0; m < members; ++m) out.first[m + 1] += out.first[m];
    out.members.resize(incidence.members.size());
    std::vector<std::uint32_t> next(out.first.begin(), out.first.end() - 1);
    for (std::uint32_t g = 0; g < incidence.groups(); ++g)
        for (auto m : incidence.of(g)) out.members[next[m]++] = g;
    return out;
}

} // namespace phusong::solve
