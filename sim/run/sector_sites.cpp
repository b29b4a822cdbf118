#include "sim/run/sector_sites.h"
#include "sim/rollout/place_code.h"

namespace phusong {
namespace {

SectorSite sector_site(Site const& site) {
    return {.code = site.code,
            .operator_name = site.operator_name,
            .xy = site.xy,
            .mast_height_m = site.mast_height_m,
            .technologies = site.technologies,
            .azimuths_deg = site.azimuths_deg,
            .tilt_deg = site.tilt_deg,
            .antenna = site.antenna};
}

SectorSite built_site(World const& world, Candidate const& built, std::size_t project) {
    SectorSite out = built.site ? sector_site(world.sites.at(*built.site)) : SectorSite{};
    if (!built.site) {
        out.code = project_code(project);
        out.xy = built.xy;
    }
    out.mast_height_m = built.mast_height_m;
    out.technologies = built.technologies;
    return out;
}

} // namespace

std::vector<SectorSite> standing_sites(World const& world) {
    std::vector<SectorSite> out;
    for (auto const& site : world.sites) out.push_back(sector_site(site));
    return out;
}

std::vector<SectorSite> sites_by(World const& world, Outcome const& outcome, int year) {
    auto out = standing_sites(world);
    for (std::size_t i = 0; i < outcome.plan.projects.size(); ++i) {
        auto const& project = outcome.plan.projects[i];
        auto const& built = outcome.candidates.list.at(project.candidate);
        if (project.year > year || is_access(built.kind)) continue;
        out.push_back(built_site(world, built, i));
        out.back().year = project.year;
    }
    return out;
}

} // namespace phusong
