#include "sim/finance/finance.h"
#include <cmath>

namespace phusong {

ProjectCost in_whole_vnd(ProjectCost cost) {
    for (auto* vnd : {&cost.site_vnd, &cost.technology_vnd, &cost.power_vnd, &cost.backhaul_vnd, &cost.access_vnd,
                      &cost.opex_vnd_per_year})
        *vnd = std::round(*vnd);
    return cost;
}

Appraisal in_whole_vnd(Appraisal appraisal, ProjectCost const& cost) {
    appraisal.capex_subsidy_vnd = std::round(appraisal.capex_subsidy_vnd);
    appraisal.opex_subsidy_vnd_per_year = std::round(appraisal.opex_subsidy_vnd_per_year);
    appraisal.operator_capex_vnd = cost.capex_vnd() - appraisal.capex_subsidy_vnd;
    return appraisal;
}

} // namespace phusong
