#include "tools/synthesize/sites.h"
#include <algorithm>

namespace phusong::synthesize {
namespace {

Operator const& owner(Facts const& facts, std::size_t turn, bool town) {
    auto const& owner = facts.site_owners[turn % facts.site_owners.size()];
    return town ? owner.in_town : owner.in_commune;
}

} // namespace

std::vector<SiteRow> equip(World const& world, Facts const& facts, std::vector<Candidate> const& candidates,
                           std::vector<std::vector<std::size_t>> const& sites) {
    std::vector<SiteRow> rows;
    std::vector<std::pair<std::pair<std::size_t, double>, std::size_t>> order; // turn, then people, then row
    for (std::uint32_t c = 0; c < sites.size(); ++c)
        for (std::size_t turn = 0; turn < sites[c].size(); ++turn) {
            auto const& commune = world.communes[c];
            auto const& candidate = candidates[sites[c][turn]];
            auto const& by = owner(facts, turn, commune.kind != "commune");
            order.push_back({{turn, -commune.people}, rows.size()});
            rows.push_back({fmt::format("{}-{}-{}", by.code, commune.code, turn + 1),
                            by.name,
                            "2g+3g",
                            {c},
                            candidate.xy,
                            candidate.mast_height_m});
        }
    std::ranges::sort(order);
    auto const with_4g = facts.totals.stations - 2 * static_cast<int>(rows.size());
    for (int k = 0; k < with_4g && k < static_cast<int>(order.size()); ++k)
        rows[order[static_cast<std::size_t>(k)].second].technologies = "2g+3g+4g";
    return rows;
}

} // namespace phusong::synthesize
