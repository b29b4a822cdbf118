#include "sim/run/years.h"
#include <algorithm>

namespace phusong {
namespace {

/// Raises `now` to the year before, then appends it.
void append_never_falling(std::vector<std::vector<double>>& years, std::vector<double> now) {
    if (!years.empty())
        for (std::size_t v = 0; v < now.size(); ++v) now[v] = std::max(now[v], years.back()[v]);
    years.push_back(std::move(now));
}

template <class Holds> double share_at_centre(VillageSignal const& signal, Holds holds) {
    TechnologySet good;
    for (auto t : technologies)
        if (signal.people_share[index(t)] > 0) good.add(t);
    return holds(good) ? 1 : 0;
}

/// Share of each village's people in whose cell `holds(good technologies)`; where nobody is placed on the grid, the
/// village's centre speaks for it.
template <class Holds>
std::vector<double> people_share(World const& world, std::vector<TechnologySet> const& good,
                                 std::vector<VillageSignal> const& signals, Holds holds) {
    std::vector<double> reached(world.villages.size(), 0.0), all(world.villages.size(), 0.0);
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto const& cell = world.people[i];
        all[cell.village.value] += cell.people;
        if (holds(good[i])) reached[cell.village.value] += cell.people;
    }
    for (std::size_t v = 0; v < reached.size(); ++v)
        reached[v] = all[v] > 0 ? std::min(1.0, reached[v] / all[v]) : share_at_centre(signals[v], holds);
    return reached;
}

bool has_fibre(Village const& village, int year) { return village.fibre_year != 0 && village.fibre_year <= year; }

} // namespace

std::vector<Transmitter> transmitters_of(World const& world, Candidates const& candidates,
                                         std::span<Project const> projects, int year, SitePower power) {
    std::vector<Transmitter> list;
    for (auto const& project : projects) {
        auto const& built = candidates.list.at(project.candidate);
        bool const relay = built.kind == ProjectKind::relay;
        if (project.year != year || is_access(built.kind) || relay != (power == SitePower::of_relays)) continue;
        auto const xy = built.site ? world.sites.at(*built.site).xy : built.xy;
        list.push_back({xy, built.mast_height_m, built.technologies});
    }
    return list;
}

std::vector<Transmitter> standing_transmitters(World const& world) {
    std::vector<Transmitter> list;
    for (auto const& site : world.sites) list.push_back({site.xy, site.mast_height_m, site.technologies});
    return list;
}

std::vector<std::vector<bool>> fibre_by_year(World const& world, Years const& years, Candidates const& candidates,
                                             Plan const& plan) {
    std::vector<std::vector<bool>> fibre;
    for (int year = years.base; year <= years.last; ++year) {
        std::vector<bool> now;
        for (auto const& village : world.villages) now.push_back(has_fibre(village, year));
        for (auto const& project : plan.projects) {
            auto const& built = candidates.list.at(project.candidate);
            if (built.kind == ProjectKind::fibre_village && project.year <= year) now[built.village.value] = true;
        }
        fibre.push_back(std::move(now));
    }
    return fibre;
}

std::vector<std::vector<double>> fixed_lines_by_year(std::vector<std::vector<bool>> const& village_fibre,
                                                     Years const& years, Candidates const& candidates,
                                                     Plan const& plan) {
    std::vector<std::vector<double>> lines;
    for (auto const& fibre : village_fibre) {
        std::vector<double> now(fibre.begin(), fibre.end());
        int const year = years.base + static_cast<int>(lines.size());
        for (auto const& project : plan.projects) {
            auto const& built = candidates.list.at(project.candidate);
            if (built.kind == ProjectKind::fixed_wireless && project.year <= year)
                now[built.village.value] = std::max(now[built.village.value], built.fixed_line_share);
        }
        lines.push_back(std::move(now));
    }
    return lines;
}

void add_projects(PointSignals& points, Candidates const& candidates, std::span<Project const> projects, int year) {
    for (auto const& project : projects)
        if (project.year == year) add_reach(points, candidates.list.at(project.candidate).reach);
}

void append_signals(ReachedShares& reached, World const& world, PointSignals const& points,
                    std::vector<VillageSignal> const& signals) {
    auto const& good = points.good;
    append_never_falling(reached.share[index(ServiceKind::mobile)],
                         people_share(world, good, signals, [](TechnologySet set) { return !set.empty(); }));
    append_never_falling(reached.broadband_share, people_share(world, good, signals, has_broadband));
}

void append_lines(ReachedShares& reached, Lines const& lines) {
    append_never_falling(reached.share[index(ServiceKind::fixed)], lines.fixed);
    append_never_falling(reached.share[index(ServiceKind::paytv)], {lines.fibre.begin(), lines.fibre.end()});
}

ReachedShares reached_without_plan(ReachedShares const& reached,
                                   std::vector<std::vector<bool>> const& fibre_before_plan) {
    ReachedShares without;
    for (auto const& village_fibre : fibre_before_plan) {
        auto const& mobile = reached.share[index(ServiceKind::mobile)].front();
        without.share[index(ServiceKind::mobile)].push_back(mobile);
        without.broadband_share.push_back(reached.broadband_share.front());
        std::vector<double> const fibre(village_fibre.begin(), village_fibre.end());
        append_never_falling(without.share[index(ServiceKind::fixed)], fibre);
        append_never_falling(without.share[index(ServiceKind::paytv)], fibre);
    }
    return without;
}

} // namespace phusong
