#include "sim/network/power/power.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr double hours_per_year = 8760;

std::int64_t whole(double vnd) { return std::llround(vnd); }
double energy_kwh_per_year(PowerNeeds const& needs) { return needs.load_w / 1000 * hours_per_year; }

double to_piece_m(geo::XY p, geo::XY a, geo::XY b) {
    double const dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, squared = dx * dx + dy * dy;
    double const along = squared > 0 ? ((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / squared : 0;
    double const share = std::clamp(along, 0.0, 1.0);
    return geo::distance_m(p, {a.x_m + share * dx, a.y_m + share * dy});
}

PowerOption solar(PowerNeeds const& needs, PowerPrices const& prices, int year) {
    auto const size = solar_size(needs);
    double const capex =
        prices.solar_fixed_vnd + size.panel_w * prices.panel_vnd_per_w + size.battery_kwh * prices.battery_vnd_per_kwh;
    return {PowerKind::solar, year, whole(capex), whole(capex * prices.solar_opex_share_per_year)};
}

PowerOption generator(PowerNeeds const& needs, PowerPrices const& prices, int year) {
    double const fuel = energy_kwh_per_year(needs) * needs.generator_share_of_energy * needs.generator_litres_per_kwh *
                        prices.fuel_vnd_per_litre;
    return {PowerKind::generator, year, whole(prices.generator_vnd),
            whole(prices.generator_vnd * prices.generator_opex_share_per_year + fuel)};
}

} // namespace

SolarSize solar_size(PowerNeeds const& needs) {
    double const day_wh = needs.load_w * 24;
    return {day_wh / (needs.peak_sun_hours * needs.solar_efficiency_share),
            day_wh / 1000 * needs.autonomy_days / needs.depth_of_discharge_share};
}

std::optional<GridDistance> grid_distance(geo::XY site, std::span<std::vector<geo::XY> const> lines,
                                          std::span<geo::XY const> electrified) {
    std::optional<GridDistance> best;
    auto const consider = [&](double m, bool from_lines) {
        if (!best || m < best->distance_m) best = GridDistance{m, from_lines};
    };
    for (auto const& line : lines)
        for (std::size_t i = 0; i + 1 < line.size(); ++i) consider(to_piece_m(site, line[i], line[i + 1]), true);
    if (best) return best;
    for (auto const& village : electrified) consider(geo::distance_m(site, village), false);
    return best;
}

std::vector<PowerOption> power_options(PowerNeeds const& needs, PowerPrices const& prices, int first_year,
                                       int grid_year, std::optional<GridDistance> grid) {
    std::vector<PowerOption> out;
    auto const energy = whole(energy_kwh_per_year(needs) * prices.grid_energy_vnd_per_kwh);
    if (grid_year > 0)
        out.push_back({PowerKind::grid, std::max(first_year, grid_year), whole(prices.grid_connection_vnd), energy});
    if (grid && prices.grid_vnd_per_km > 0 && grid_year > first_year)
        out.push_back({PowerKind::grid_line, first_year,
                       whole(prices.grid_connection_vnd + grid->distance_m / 1000 * prices.grid_vnd_per_km), energy});
    if (prices.panel_vnd_per_w > 0) out.push_back(solar(needs, prices, first_year));
    if (prices.generator_vnd > 0) out.push_back(generator(needs, prices, first_year));
    return out;
}

std::optional<PowerOption> cheapest_power(std::span<PowerOption const> options, int year, double opex_years) {
    std::optional<PowerOption> best;
    auto const cost = [&](PowerOption const& o) {
        return static_cast<double>(o.capex_vnd) + static_cast<double>(o.opex_vnd_per_year) * opex_years;
    };
    for (auto const& option : options)
        if (option.year <= year && (!best || cost(option) < cost(*best))) best = option;
    return best;
}

int opening_year(int wanted_year, PowerOption const& power) { return std::max(wanted_year, power.year); }

} // namespace phusong
