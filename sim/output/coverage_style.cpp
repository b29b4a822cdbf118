#include "sim/output/coverage_style.h"
#include "sim/output/qml.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>

namespace phusong {
namespace {

/// From strong to weak; the weakest can still be told from a white page, which is where there is no value.
constexpr std::array colours{"#08306b", "#0a4a90", "#1c65ae", "#3580be", "#559fcb",
                             "#7ab5d8", "#9ac8e0", "#b3d0e9", "#c9daee"};

/// Classes between equally spaced limits, from the lowest value up.
std::vector<RasterClass> classes(int lowest, int step, char const* unit) {
    std::vector<RasterClass> out;
    auto const last = colours.size() - 1;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        int const from = lowest + step * (static_cast<int>(i) - 1), to = from + step;
        if (i == 0)
            out.push_back({static_cast<double>(to), fmt::format("< {} {}", to, unit), {}});
        else if (i < last)
            out.push_back({static_cast<double>(to), fmt::format("{} … {} {}", from, to, unit), {}});
        else
            out.push_back({std::numeric_limits<double>::infinity(), fmt::format("≥ {} {}", from, unit), {}});
    }
    return out;
}

} // namespace

std::string path_loss_qml() {
    auto rows = classes(90, 10, "dB");
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].colour = colours[i];
    return raster_classes_qml(rows);
}

std::string rsrp_qml() {
    auto rows = classes(-130, 10, "dBm");
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].colour = colours[colours.size() - 1 - i];
    return raster_classes_qml(rows);
}

std::string probability_qml() {
    double const above_all = std::numeric_limits<double>::infinity();
    double const edge = probability_map_step / 2; // QGIS counts a value at the upper end of a class to the class
    return raster_classes_qml({{0.1 - edge, "< 10 %", "#f0f0f0"},
                               {0.3 - edge, "10 … 30 %", "#fee391"},
                               {0.5 - edge, "30 … 50 %", "#fec44f"},
                               {0.7 - edge, "50 … 70 %", "#9ac8e0"},
                               {0.9 - edge, "70 … 90 %", "#3580be"},
                               {above_all, "≥ 90 %", "#08306b"}});
}

} // namespace phusong
