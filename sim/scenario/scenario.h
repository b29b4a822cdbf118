#pragma once
#include "sim/scenario/network_settings.h"
#include "sim/scenario/technology.h"
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace phusong {

/// A file named by a scenario: as written, the file that wrote it, and (after reading) its checked canonical path.
/// Empty `written` = not given.
struct InputPath {
    std::string written;
    std::string where;           ///< "scenarios/base.toml:12:9 world.communes"
    std::filesystem::path path;  ///< canonical, checked against the allowed roots
    std::string in_project = {}; ///< how results name it: the same, from wherever and however it was written
    [[nodiscard]] bool given() const { return !written.empty(); }
    [[nodiscard]] std::string const& name() const { return in_project.empty() ? written : in_project; }
    /// Two ways of writing the same file are equal.
    friend bool operator==(InputPath const& a, InputPath const& b) {
        return a.given() == b.given() && a.path == b.path;
    }
};

/// What exists and where it is written. Every layer that is not given is made from the facts that are, or is absent.
struct WorldFiles {
    std::string crs;            ///< projected, metres
    double cell_m = 90;         ///< side of a map cell
    double margin_km = 3;       ///< terrain kept around the outermost commune
    double memory_gib = 4;      ///< maps that would need more are refused
    InputPath communes;         ///< CSV
    InputPath commune_polygons; ///< any vector layer; without it, cells from seats and areas
    std::string commune_code_field = "code";
    std::vector<InputPath> terrain; ///< rasters; without them, terrain made from spot heights
    InputPath spot_heights;         ///< CSV
    InputPath relief;               ///< CSV; this and the three below are needed when terrain is made
    double spot_error_m = 0, lowest_below_spots_m = 0, highest_above_spots_m = 0;
    double lift_m = 0, lift_distance_m = 0; ///< land far from any spot stands higher than spots tell; 0 = it does not
    int synthetic_terrain_arcsec = 3;
    std::vector<InputPath> clutter; ///< rasters; without them nothing stands on the ground
    InputPath radio_zones;          ///< raster; without it everything is inland
    InputPath population_raster;
    bool rescale_population = true; ///< commune totals of the table are kept
    int population_raster_year = 0; ///< of its people; 0 = the census year
    InputPath villages, roads, sites, fibre_nodes, institutions;
    std::vector<InputPath> crosswalks; ///< CSV each: communes to the units of another division
    int census_year = 0;
    double people_growth_share_per_year = 0;
    double people_factor = 1; ///< all people and households are multiplied by
    double site_error_m = 0;  ///< standard deviation, each way, of where sites stand that are made up
    int site_error_draw = 0;  ///< which draw of these errors; 0 = sites stand where the table has them
    friend bool operator==(WorldFiles const&, WorldFiles const&) = default;
};

struct Years {
    int base = 0;  ///< the last year of what exists
    int first = 0; ///< the first year in which something can be built
    int last = 0;
    [[nodiscard]] int planned() const { return last - first + 1; }
    [[nodiscard]] int count() const { return last - base + 1; } ///< with the base year
    friend bool operator==(Years const&, Years const&) = default;
};

/// Link budget of one technology, at the receiver's antenna outdoors. Losses on the way there (body, building entry)
/// belong into `Radio::margin_db`.
struct LinkBudget {
    double frequency_mhz = 0;
    double eirp_dbm = 0;      ///< of the reference signal that `threshold_dbm` speaks of
    double threshold_dbm = 0; ///< weakest usable signal
    double radius_km = 0;     ///< farthest pixel looked at
    friend bool operator==(LinkBudget const&, LinkBudget const&) = default;
};

/// Antennas of a site as coverage maps have them; plans take sites that radiate alike in all directions.
/// Source of the defaults: docs/models.md, "Sites with sectors".
struct SiteAntennas {
    int sectors = 3; ///< evenly around; 1 = alike in all directions
    double first_azimuth_deg = 0;
    double horizontal_beamwidth_deg = 65, vertical_beamwidth_deg = 10;
    double front_to_back_db = 30, side_lobe_db = 20;
    double electrical_tilt_deg = 3, mechanical_tilt_deg = 0;
    InputPath pattern; ///< MSI file in place of the beamwidths
    friend bool operator==(SiteAntennas const&, SiteAntennas const&) = default;
};

/// What SINR and rates of coverage maps need of a technology. Source of the defaults: docs/models.md, "Channels".
struct Channel {
    double noise_bandwidth_khz = 0; ///< that the power of the reference signal stands against
    double load_share = 0;          ///< of the time in which a sector disturbs others
    double bandwidth_mhz = 0;
    double data_share = 0; ///< of the carrier: what control channels, pilots, guard bands and the uplink leave
    double bound_share = 0;
    double least_sinr_db = 0;
    double most_bps_per_hz = 0; ///< 0 = no map of rates
    double noise_figure_db = 9;
    friend bool operator==(Channel const&, Channel const&) = default;
};

struct Radio {
    std::string model = "p1812";
    std::string short_path = "rma"; ///< what counts within a quarter of a kilometre
    double time_percent = 50;       ///< of an average year
    double location_percent = 50;   ///< of the places within a cell
    double delta_n = 50, n0 = 360;  ///< radio climate; guesses for northern Viet Nam, see sim/radio/models/climate.h
    std::string polarization = "vertical";
    std::string building_entry = "none";   ///< people are served outdoors, or in such buildings
    double building_entry_percent = 50;    ///< of places inside
    std::string terminal_clutter = "none"; ///< what stands around every receiver, when no raster says it
    std::array<LinkBudget, technology_count> budget;
    std::array<Channel, technology_count> channel{
        Channel{200, 0.08, 0.2, 1, 0.6, -10, 0}, Channel{384, 0.5, 5, 1, 0.6, -10, 0},
        Channel{15, 0.5, 10, 0.75, 0.6, -10, 4.4}, Channel{30, 0.5, 100, 0.55, 0.6, -10, 5.98}};
    SiteAntennas antenna;
    double receiver_height_m = 1.5;
    double margin_db = 0;       ///< subtracted from every signal: body, and whatever else the model does not know
    double error_sd_db = 0;     ///< of what is measured against what is predicted; probability of coverage alone asks
    double error_margin_db = 0; ///< what of margin_db is kept against such errors, and lowers no expectation
    double weak_band_db = 10;   ///< a signal this far under the threshold is "weak", further down is "none"
    double effective_earth_factor = 4.0 / 3.0;
    double good_people_share =
        0.5; ///< a village has good signal when its centre and at least this share of its people have it
    friend bool operator==(Radio const&, Radio const&) = default;
};

struct Network {
    double fibre_max_km = 15;        ///< longest new fibre to one site or village
    double fibre_offroad_factor = 3; ///< price per km off the road, as a multiple
    double microwave_max_km = 15;    ///< rain limit on one hop
    double microwave_frequency_ghz = 8;
    double fresnel_clear_share = 0.6; ///< of the first Fresnel zone
    double hub_mast_height_m = 40;    ///< antenna height at a hop's far end; at an existing site never above its mast
    int microwave_ends_tried = 12;    ///< nearest first: farther ones are seldom cheaper and never better in rain
    bool vsat = true;                 ///< satellite backhaul allowed as the last resort
    friend bool operator==(Network const&, Network const&) = default;
};

/// Prices of the price year, without tax. VND.
struct Prices {
    double site_vnd = 0;         ///< new macro site, all in, without backhaul and off-grid power
    double technology_vnd = 0;   ///< a technology added to a standing site
    double relay_vnd = 0;        ///< small site of low power with its pole and solar power, without backhaul
    double fibre_vnd_per_km = 0; ///< aerial, on new poles
    double fibre_poles_vnd_per_km = 0, fibre_buried_vnd_per_km = 0; ///< on poles that stand; in rock
    double olt_port_vnd = 0;                                        ///< with its optics and its share of the rack
    double splitter_output_vnd = 0;                                 ///< one of a splitter in its box
    double microwave_short_km = 0, microwave_medium_km = 0;         ///< longest hop of these prices
    double microwave_short_vnd = 0, microwave_medium_vnd = 0, microwave_long_vnd = 0; ///< two ends
    double vsat_vnd = 0;
    double solar_vnd = 0;
    double solar_opex_share_per_year = 0;     ///< of its price, in place of energy from the grid
    double fibre_home_vnd = 0;                ///< drop and terminal per home connected
    double fixed_wireless_home_vnd = 0;       ///< outdoor terminal per home connected by 4G or 5G
    double vsat_opex_share_per_year = 0;      ///< of its price
    double microwave_opex_share_per_year = 0; ///< of its price
    double fibre_opex_vnd_per_km_year = 0;
    double site_opex_share_per_year = 0; ///< rent and operation, share of the site's price
    double site_energy_vnd_per_year = 0; ///< from the grid
    double remote_opex_extra_share = 0;  ///< added to a remote site's opex
    double shared_saving_share = 0;      ///< taken off a site's price and opex when sites are shared
    double active_saving_share = 0;      ///< the same when radio equipment is shared too
    friend bool operator==(Prices const&, Prices const&) = default;
};

inline constexpr double vnd_per_bn = 1e9; ///< budgets are given in billions, everything else in VND

enum class Policy {
    most_people_per_vnd,
    villages_first,
    viable_first,
    fibre_first,
    priority_places,
    worst_communes_first,
    fixed_order,
    targets_first
};
inline constexpr std::array policy_names{"most_people_per_vnd", "villages_first",  "viable_first",
                                         "fibre_first",         "priority_places", "worst_communes_first",
                                         "fixed_order",         "targets_first"};

struct Rollout {
    Policy policy = Policy::most_people_per_vnd;
    std::vector<double> operator_budget_bn_vnd; ///< one per planned year, or one for all
    std::vector<double> public_budget_bn_vnd;
    bool carry_over = true; ///< unspent money stays for the next year
    bool share_sites = false;
    bool pay_solar = true; ///< the plan may buy solar power where the grid comes later
    double new_mast_height_m = 42;
    double new_site_search_km = 2.5;  ///< how far from a village its new site may stand
    int new_sites_per_village = 3;    ///< candidate places tried per village
    int max_new_places = 1500;        ///< bounds the radio work of one run
    double new_site_step_m = 180;     ///< ground finer than this is not worth a second look
    double new_sites_apart_m = 500;   ///< nearer places would cover the same people
    double road_worth_m_per_km = 100; ///< height given up for a place one km nearer to the road
    TechnologySet new_site_technologies{1U << index(Technology::g2) | 1U << index(Technology::g4)};
    bool upgrade_to_4g = true, upgrade_to_5g = false;
    bool fibre_to_villages = true;
    bool relays = false; ///< small sites of low power in villages without good signal or 4G
    double relay_mast_height_m = 12;
    double relay_eirp_drop_db = 11; ///< under the link budget's EIRP
    TechnologySet relay_technologies{1U << index(Technology::g4)};
    bool fixed_wireless = false;            ///< fixed lines by 4G or 5G, where that is good at a village's hall
    int fixed_wireless_max_lines = 60;      ///< in one village
    double fixed_wireless_line_worth = 0.5; ///< of a person with such a line, against one with fibre
    int site_lead_years = 0, technology_lead_years = 0,
        fibre_lead_years = 0;            ///< from the first planned year to opening
    int grid_delay_years = 0;            ///< the grid comes so much later than the villages' table says
    std::string operator_names;          ///< by commas; none = one purse for all
    std::vector<double> operator_shares; ///< of the operators' money, one for each name
    int max_projects_per_year = 500;     ///< crews
    double broadband_person_weight =
        0.5;                         ///< a person newly reached by 4G, 5G or fibre, against one with a first signal
    int min_people_per_project = 20; ///< newly reached by signal, 4G, 5G or fibre; fewer are not worth a crew
    double favoured_weight = 10;     ///< what the policy puts first, against all else, when plans are compared
    std::string priority_places;     ///< codes of communes and villages, by commas: for priority_places and fixed_order
    double floor_share = 0.9;        ///< of a commune's people with 4G or 5G; for worst_communes_first
    int max_projects_per_district = 500; ///< in one year
    std::string solver = "exchange";     ///< greedy, exchange or exact
    int solver_nodes = 200;              ///< of branch and bound, for exact
    friend bool operator==(Rollout const&, Rollout const&) = default;
};

/// Take-up of one service: subscriptions = ceiling · people reached · curve(years since the base year), less what
/// places reached since then have yet to catch up. See docs/models.md.
struct Service {
    double ceiling_share = 0;           ///< subscriptions per person at saturation, where reached
    double base_per_100 = 0;            ///< subscriptions per 100 people at the end of the base year, whole province
    double base_growth_share = 0;       ///< growth of subscriptions during the base year
    double revenue_vnd_per_month = 0;   ///< per subscription
    double new_place_rate_per_year = 0; ///< how fast people newly reached catch up: 1 − exp(−rate) of the gap a year
    std::string curve = "logistic";     ///< its shape: logistic, gompertz or bass
    double innovation_per_year = 0.03;  ///< Bass only: Sultan, Farley and Lehmann 1990, mean of 213 applications
    double growth_error_points = 0;     ///< standard deviation of the growth a year, subscriptions per 100 people
    double ceiling_error_share = 0;     ///< standard deviation of the ceiling, as a share of it
    double growth_shift_points = 0;     ///< what the growth a year is off by, per 100 people: for draws of a study
    double ceiling_shift_share = 0;     ///< what the ceiling is off by, as a share of it: likewise
    double poor_ceiling_share = 1;      ///< ceiling among poor people, as a share of the others'
    friend bool operator==(Service const&, Service const&) = default;
};

struct Adoption {
    Service mobile, fixed, paytv;
    double smartphone_share_base = 0;             ///< of mobile subscriptions
    double smartphone_growth_points_per_year = 0; ///< percentage points: 5 takes a share of 0.70 to 0.75
    double smartphone_ceiling_share = 0;
    double online_skill_share = 0; ///< of smartphone users who can use an online public service
    int draws = 200;               ///< of growth and ceiling, for the intervals
    friend bool operator==(Adoption const&, Adoption const&) = default;
};

struct Finance {
    double discount_rate = 0;
    double tax_share = 0;             ///< of revenue after margin, with or without profit
    double operator_margin_share = 0; ///< of revenue, kept by the operator before the network is paid
    int horizon_years = 10;
    double broadband_uplift_share = 0;   ///< more mobile revenue per person where 4G or 5G comes on top of older signal
    int price_year = 0;                  ///< all money is VND of this year
    std::string tax_on = "revenue";      ///< after margin; or "profit" after opex and depreciation, losses set off
    double poor_revenue_share = 1;       ///< revenue of a poor person's subscription, as a share of the others'
    double inflation_share_per_year = 0; ///< from the price year on, for sums in money of the day
    /// Years after which an item is bought again; 0 = it outlasts every horizon.
    int site_life_years = 0, technology_life_years = 0, power_life_years = 0, backhaul_life_years = 0,
        access_life_years = 0;
    double host_margin_share = 0; ///< of its costs, what a neutral host adds to the operators' rent
    int cost_draws = 200;         ///< of [uncertainty], for the range of what a plan costs; 0 = none
    friend bool operator==(Finance const&, Finance const&) = default;
};

/// Where a value comes from: the file that gave it, as results name files, and the comment that stands there with it.
struct ValueSource {
    std::string file, note;
    friend bool operator==(ValueSource const&, ValueSource const&) = default;
};

/// Everything a planner may choose. Read once, checked, then const.
/// A member that is a fact, a price or a behaviour starts at 0 here and is required in a file (see fields.h): figures
/// live in data, with their sources. A member that is a method's setting has its default here.
struct Scenario {
    std::string name, title_vi, title_en;
    std::string changes; ///< what --with and --set changed, in the order applied: "low_budget; seed=12"
    int seed = 1;
    Years years;
    WorldFiles world;
    Radio radio;
    Network network;
    Microwave microwave;
    Power power;
    FibreNetwork fibre;
    PonNetwork pon;
    Traffic traffic;
    LinkClasses links;
    Prices prices;
    Rollout rollout;
    Adoption adoption;
    Finance finance;
    InputPath targets;                               ///< CSV of goals
    std::map<std::string, ValueSource> sources = {}; ///< by key, of the keys that a file or the command line gave
    std::string uncertainty = {}; ///< the table [uncertainty] as TOML text, for who reads the scenario anew; see read.h
    friend bool operator==(Scenario const&, Scenario const&) = default;
};

} // namespace phusong
