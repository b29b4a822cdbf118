#include "sim/run/home_lines.h"
#include "sim/run/home_demand.h"

namespace phusong {

std::vector<std::vector<double>> home_line_mbps(World const& world, Scenario const& scenario,
                                                Candidates const& candidates, Plan const& plan,
                                                std::array<TakeUpCurve, service_count> const& curves,
                                                std::vector<std::vector<bool>> const& village_fibre) {
    HomeDemand const demand(world, scenario, candidates, plan, curves);
    std::vector<std::vector<double>> years;
    for (auto const& fibre : village_fibre) {
        int const year = scenario.years.base + static_cast<int>(years.size());
        std::vector<double> mbps(fibre.size(), 0);
        for (std::size_t p = 0; p < plan.projects.size(); ++p) {
            auto const& candidate = candidates.list[plan.projects[p].candidate];
            auto const v = candidate.village.value;
            if (candidate.kind == ProjectKind::fixed_wireless && !fibre[v]) mbps[v] += demand.mbps(p, year);
        }
        years.push_back(std::move(mbps));
    }
    return years;
}

} // namespace phusong
