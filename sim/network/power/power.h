#pragma once
#include "geo/point.h"
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace phusong {

/// What a site draws and how its own power is laid out.
struct PowerNeeds {
    double load_w = 0;                    ///< mean, day and night
    double peak_sun_hours = 0;            ///< kWh/m² and day on the panels, of the month that the plan must survive
    double solar_efficiency_share = 0;    ///< of the panels' rated power that reaches the load: heat, dust, charging
    double autonomy_days = 0;             ///< without sun
    double depth_of_discharge_share = 0;  ///< of the battery that may be used
    double generator_litres_per_kwh = 0;  ///< fuel
    double generator_share_of_energy = 1; ///< that the generator makes; 1 = alone
    friend bool operator==(PowerNeeds const&, PowerNeeds const&) = default;
};

/// Unit prices, VND.
struct PowerPrices {
    double panel_vnd_per_w = 0, battery_vnd_per_kwh = 0, solar_fixed_vnd = 0;
    double solar_opex_share_per_year = 0;
    double generator_vnd = 0, generator_opex_share_per_year = 0, fuel_vnd_per_litre = 0;
    double grid_vnd_per_km = 0, grid_connection_vnd = 0, grid_energy_vnd_per_kwh = 0;
    friend bool operator==(PowerPrices const&, PowerPrices const&) = default;
};

/// Panels and battery of a site.
struct SolarSize {
    double panel_w = 0, battery_kwh = 0;
};
/// Panels make in one day of peak sun what the load takes in one day; the battery carries it for the days without sun
/// within the depth of discharge. Plain energy balance, no hour-by-hour run.
[[nodiscard]] SolarSize solar_size(PowerNeeds const& needs);

enum class PowerKind : std::uint8_t { grid, grid_line, solar, generator };

/// One way of powering a site. Money is whole VND.
struct PowerOption {
    PowerKind kind = PowerKind::grid;
    int year = 0; ///< first year in which the site has power so
    std::int64_t capex_vnd = 0, opex_vnd_per_year = 0;
    friend bool operator==(PowerOption const&, PowerOption const&) = default;
};

/// How far the grid is from a point.
struct GridDistance {
    double distance_m = 0;
    bool from_lines = false; ///< else from the nearest village that has the grid: lines were not given
};
/// To the nearest vertex-to-vertex piece of the lines when there are any, else to the nearest of `electrified`; nothing
/// when there is neither. Straight, not along a road.
[[nodiscard]] std::optional<GridDistance> grid_distance(geo::XY site, std::span<std::vector<geo::XY> const> lines,
                                                        std::span<geo::XY const> electrified);

/// Every way there is: the grid when it comes by itself (`grid_year`; 0 = never known), a line built to it, solar, a
/// generator. Those whose prices are 0 are left out, for they are not known. Ordered as PowerKind.
[[nodiscard]] std::vector<PowerOption> power_options(PowerNeeds const& needs, PowerPrices const& prices, int first_year,
                                                     int grid_year, std::optional<GridDistance> grid);

/// The cheapest of those that are there by `year`, capex and `opex_years` of running it; nothing when none is. On a tie
/// the earlier in the list.
[[nodiscard]] std::optional<PowerOption> cheapest_power(std::span<PowerOption const> options, int year,
                                                        double opex_years);

/// A site opens in the later of the year it is wanted in and the year its power is there.
[[nodiscard]] int opening_year(int wanted_year, PowerOption const& power);

} // namespace phusong
