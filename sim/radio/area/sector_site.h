#pragma once
#include "geo/point.h"
#include "sim/scenario/technology.h"
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace phusong {

/// A site as coverage maps see it: one mast with sectors.
struct SectorSite {
    std::string code, operator_name;
    geo::XY xy;
    double mast_height_m = 0;
    TechnologySet technologies;
    int year = 0;                       ///< in which the plan builds it; 0 = stands
    std::vector<double> azimuths_deg{}; ///< clockwise from grid north; empty = as the scenario has them
    std::optional<double> tilt_deg{};   ///< electrical; nothing = as the scenario has it
    std::filesystem::path antenna{};    ///< of an MSI pattern; empty = as the scenario has it
};

} // namespace phusong
