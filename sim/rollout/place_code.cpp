#include "sim/rollout/place_code.h"

namespace phusong {

std::string project_code(std::size_t project) { return fmt::format("P{:04}", project + 1); }

std::string place_code(World const& world, Candidates const& candidates, Plan const& plan, std::size_t project) {
    auto const& built = candidates.list[plan.projects[project].candidate];
    if (is_access(built.kind)) return world.villages[built.village.value].code;
    return built.site ? world.sites[*built.site].code : project_code(project);
}

} // namespace phusong
