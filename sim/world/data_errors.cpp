#include "sim/world/data_errors.h"
#include "geo/random.h"

namespace phusong {
namespace {

constexpr std::uint32_t error_east = 91, error_north = 92; ///< purposes of the random numbers

void scale_people(World& world, double factor) {
    for (auto& commune : world.communes) {
        commune.people *= factor;
        commune.households *= factor;
    }
    for (auto& village : world.villages) {
        village.people *= factor;
        village.households *= factor;
    }
    for (auto& cell : world.people) cell.people *= factor;
}

} // namespace

void apply_data_errors(World& world, Scenario const& scenario) {
    auto const& files = scenario.world;
    if (files.people_factor != 1) scale_people(world, files.people_factor);
    if (files.site_error_draw == 0) return;
    for (std::uint32_t s = 0; s < world.sites.size(); ++s) {
        auto& site = world.sites[s];
        if (!site.synthetic) continue;
        auto const off_m = [&](std::uint32_t purpose) {
            return files.site_error_m * geo::normal({static_cast<std::uint64_t>(scenario.seed), purpose, s,
                                                     static_cast<std::uint32_t>(files.site_error_draw)});
        };
        geo::XY const there{site.xy.x_m + off_m(error_east), site.xy.y_m + off_m(error_north)};
        if (world.grid.cell_at(there)) site.xy = there;
    }
}

} // namespace phusong
