#include "sim/radio/area/cover.h"
#include "geo/parallel.h"
#include <algorithm>
#include <omp.h>

namespace phusong {
namespace {

/// A batch keeps every thread busy, and no more path loss than its own is in memory.
std::size_t batch_size() { return 8 * static_cast<std::size_t>(omp_get_max_threads()); }

SectorGroup group_of(LaidSite const& site, SiteLoss const& loss) {
    auto group = site.group;
    group.loss = &loss.loss;
    return group;
}

std::vector<SiteLoss> losses_of(std::span<LaidSite const> sites, PathLossSource const& source) {
    std::vector<SiteLoss> out(sites.size());
    geo::parallel_for(std::ssize(sites), 1, [&](std::ptrdiff_t i) {
        auto const slot = static_cast<std::size_t>(i);
        out[slot] = source.loss_of(sites[slot]);
    });
    return out;
}

void add_batch(AreaCoverage& to, std::span<LaidSite const> sites, std::vector<SiteLoss> const& losses) {
    std::vector<SectorGroup> groups;
    for (std::size_t i = 0; i < sites.size(); ++i) groups.push_back(group_of(sites[i], losses[i]));
    to.servers.add(groups);
    note_serving(to.serving, to.servers, sites, losses);
    for (auto const& site : losses) {
        ++(site.swept ? to.swept : to.kept);
        to.samples_without_terrain +=
            static_cast<std::uint64_t>(std::ranges::count(site.loss.centi_db, PathLoss::no_terrain));
    }
}

} // namespace

AreaCoverage cover(LaidSectors laid, PathLossSource const& source, geo::Progress const& progress) {
    auto const stage = geo::say("Vùng phủ {}", "Coverage of {}", name(laid.technology));
    auto const& ground_m = *source.ground.height_m;
    ServerMap empty(ground_m, laid.settings);
    AreaCoverage out{std::move(laid), std::move(empty), no_serving(ground_m.grid, source.reasons)};
    std::span<LaidSite const> const sites(out.laid.sites);
    for (std::size_t first = 0; first < sites.size(); first += batch_size()) {
        geo::tell(progress, stage, static_cast<double>(first) / static_cast<double>(sites.size()));
        auto const batch = sites.subspan(first, std::min(batch_size(), sites.size() - first));
        add_batch(out, batch, losses_of(batch, source));
    }
    settle_reasons(out.serving, out.servers, ground_m);
    geo::tell(progress, stage, 1);
    return out;
}

void add_site(ServerMap& servers, AreaSite const& site) {
    auto const group = group_of(site.laid, site.loss);
    servers.add({&group, 1});
}

void remove_site(ServerMap& servers, AreaSite const& site, std::span<AreaSite const> others) {
    auto const gone = group_of(site.laid, site.loss);
    std::vector<SectorGroup> staying;
    for (auto const& other : others) staying.push_back(group_of(other.laid, other.loss));
    servers.remove({&gone, 1}, staying);
}

} // namespace phusong
