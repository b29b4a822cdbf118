#include "sim/rollout/priority.h"
#include "geo/problem.h"
#include "sim/scenario/codes.h"
#include <map>

namespace phusong {
std::vector<std::optional<int>> priority_of_villages(World const& world, Scenario const& scenario) {
    std::map<std::string, int> rank;
    for (auto const& code : codes_by_comma(scenario.rollout.priority_places))
        rank.try_emplace(code, static_cast<int>(rank.size()));
    std::map<std::string, int> unknown = rank;
    std::vector<std::optional<int>> result;
    for (auto const& village : world.villages) {
        auto const& commune = world.communes[village.commune.value].code;
        auto found = rank.find(village.code);
        if (found == rank.end()) found = rank.find(commune);
        result.push_back(found == rank.end() ? std::nullopt : std::optional(found->second));
        unknown.erase(village.code);
        unknown.erase(commune);
    }
    geo::Problems problems;
    for (auto const& [code, place] : unknown)
        problems.push_back(
            {"rollout.priority_places",
             geo::say("nêu mã {}, không phải của xã hay thôn nào", "names {}, the code of no commune and no village",
                      code),
             {"Xem cột mã trong bảng xã và bảng thôn", "see the codes in the tables of communes and villages"}});
    geo::throw_if_any(std::move(problems));
    return result;
}

} // namespace phusong
