#pragma once
#include <string>
#include <vector>

namespace phusong {

/// What carries a cable on its way, by road kind; names as in `plant_names` of sim/network/graph.
struct FibrePlants {
    std::string national = "existing_poles", provincial = "existing_poles"; ///< power lines follow these roads
    std::string commune = "aerial", track = "aerial", off_road = "aerial";
    friend bool operator==(FibrePlants const&, FibrePlants const&) = default;
};

/// How the rollout graph is laid, and what makes a metre of cable dearer. Every factor, slope and penalty is
/// judgement: no published figure for northern Viet Nam was found. See docs/models.md, "The rollout graph".
struct FibreNetwork {
    bool plan = true;                ///< lay one tree for all fibre links of the plan
    bool foresight = true;           ///< for all years at once; else each year knows only itself and those before
    int effort = 4;                  ///< work of the solver, 1 to 10
    double road_gap_m = 50;          ///< a road that ends this near to another is joined to it
    bool join_crossings = true;      ///< cables may turn where roads cross, bridges too
    double offroad_step_m = 450;     ///< side of the squares of terrain steps
    double offroad_reach_km = 1.5;   ///< terrain steps are laid this far around places; 0 = none
    double offroad_slope_factor = 2; ///< off the road a metre on slope s costs 1 + this times s
    double hill_slope = 0.12;        ///< ground steeper than this on average is hills
    double mountain_slope = 0.30;    ///< and than this, mountains
    double town_factor = 1.2;        ///< in wards and townships: crossings, permits
    double hill_factor = 1.15;       ///< longer ways around, shorter spans
    double mountain_factor = 1.4;    ///< rock under every pole, carried by hand
    double river_catchment_km2 = 40; ///< a stream that drains more is a river
    double river_penalty_m = 300;    ///< crossing one off the road costs as much as so many metres
    double ridge_catchment_km2 = 3;  ///< the same for ridges, on the terrain turned upside down
    double ridge_penalty_m = 150;
    FibrePlants plant;
    std::string second_path = "none";        ///< kind of the institutions that get a second way; "all"
    std::string second_path_apart = "edges"; ///< what the two ways may not share
    friend bool operator==(FibreNetwork const&, FibreNetwork const&) = default;
};

/// Passive optical networks from exchanges to villages. Sources: docs/models.md, "Passive optical networks".
struct PonNetwork {
    std::string loss_class = "b_plus";
    int first_split = 4, second_split = 8; ///< outputs of the two stages; 1 = no such stage
    double fibre_loss_db_per_km = 0.35;
    double splitter_excess_db = 0.4; ///< over the 3.01 dB of each halving
    double connector_loss_db = 0.5;
    int connectors = 4; ///< from the exchange's rack to the home's terminal
    double splice_loss_db = 0.1;
    double splice_every_km = 2; ///< length of cable on a drum
    double margin_db = 3;       ///< repairs and ageing
    friend bool operator==(PonNetwork const&, PonNetwork const&) = default;
};

/// What subscribers ask of the network in the busy hour.
struct Traffic {
    double mobile_gb_per_month = 0, fixed_gb_per_month = 0; ///< of a subscription in the base year
    double fixed_wireless_gb_per_month = 0;                 ///< of a home line by radio; 0 = as other fixed lines
    double growth_share_per_year = 0;
    double busy_hour_share = 0; ///< of the day's traffic
    /// Mean over a cell, control channels included, by technology: 2G carries no data worth counting, 3G is a guess, 4G
    /// as Report ITU-R M.2134 and 5G as M.2410 ask of rural cells.
    std::vector<double> mean_bps_per_hz{0, 0.5, 1.1, 3.3};
    int carriers_4g_max = 3;   ///< that a sector can have: as many as the site's operator has spectrum for
    double sites_alike_km = 2; ///< sites at most so much farther than the nearest share its people
    friend bool operator==(Traffic const&, Traffic const&) = default;
};

/// Classes of links, and how often they fail. Sources: docs/models.md, "Load, classes and availability".
struct LinkClasses {
    std::vector<double> fibre_mbps{1000, 10000, 100000}, microwave_mbps{200, 400, 800, 1600}, vsat_mbps{20};
    double full_share = 0.7; ///< of a class that may be filled in the busy hour
    double fibre_cuts_per_100km_year = 2;
    double fibre_repair_h = 12;
    double microwave_availability_share = 0.9999, vsat_availability_share = 0.995; ///< of one link
    double grid_availability_share = 0.995, solar_availability_share = 0.99;       ///< of power at one place
    friend bool operator==(LinkClasses const&, LinkClasses const&) = default;
};

/// Microwave radios and the weather that they stand in. Lists have one value per class of radio; without classes a hop
/// is judged by length and clearance alone, at `Network::microwave_frequency_ghz`.
struct Microwave {
    std::vector<double> class_ghz, class_max_km, class_antenna_gain_dbi, class_tx_power_dbm, class_threshold_dbm,
        class_capacity_mbps, class_gas_db_per_km;
    double other_losses_db = 0;    ///< feeders, branching, ageing; both ends together
    double availability_share = 0; ///< asked of every hop, of an average year
    double rain_rate_mm_per_h = 0; ///< exceeded in 0.01 % of the year
    double multipath_log10_k = 0;  ///< geoclimatic factor of P.530-18
    double multipath_dn75 = 0;     ///< N-units
    double latitude_deg = 0;       ///< that the year's multipath is reckoned for
    std::string polarization = "vertical";
    double low_k = 0;                      ///< earth factor exceeded in 99.9 % of the worst month; 0 = by length
    double low_k_clear_share = 0.3;        ///< of the first Fresnel zone then
    std::vector<double> antenna_heights_m; ///< where antennas may hang below a mast's top
    double relay_mast_height_m = 42;
    int relay_ends_tried = 0;        ///< nearest first; 0 = no relays
    int relay_places_tried = 40;     ///< highest ground first
    double relay_block_m = 900;      ///< a candidate per square of this side
    double relay_detour_share = 1.5; ///< both hops against the straight line
    friend bool operator==(Microwave const&, Microwave const&) = default;
};

/// How off-grid power of a site is laid out. Without a load solar power has one price for every site,
/// `Prices::solar_vnd`.
struct Power {
    double site_load_w = 0; ///< mean, day and night
    double peak_sun_hours = 0, solar_efficiency_share = 0;
    double autonomy_days = 0, depth_of_discharge_share = 0;
    double panel_vnd_per_w = 0, battery_vnd_per_kwh = 0, solar_fixed_vnd = 0;
    friend bool operator==(Power const&, Power const&) = default;
};

} // namespace phusong
