#include "sim/output/area_styles.h"
#include "sim/output/qml.h"
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace phusong {
namespace {

constexpr double most = std::numeric_limits<double>::infinity();

/// "< 90 dB", "90 … 110 dB", "≥ 150 dB" between the limits, a colour each; a value at a limit belongs to the class
/// above it, so that half a step of the map's values is taken off.
std::vector<RasterClass> classes(std::vector<double> const& limits, std::string const& unit, double step,
                                 std::vector<std::string> const& colours) {
    std::vector<RasterClass> out;
    for (std::size_t i = 0; i <= limits.size(); ++i) {
        auto const label = i == 0               ? fmt::format("< {:g} {}", limits.front(), unit)
                           : i == limits.size() ? fmt::format("≥ {:g} {}", limits.back(), unit)
                                                : fmt::format("{:g} … {:g} {}", limits[i - 1], limits[i], unit);
        out.push_back({i == limits.size() ? most : limits[i] - step / 2, label, colours.at(i)});
    }
    return out;
}

/// Hues a golden angle apart: neighbours in number are neighbours on the mast, and must differ.
std::string colour_of(std::uint32_t number) {
    double const hue = std::fmod(number * 0.618033988749895, 1.0) * 6, light = number % 2 == 0 ? 0.55 : 0.95;
    auto const channel = [&](double shift) {
        double const k = std::fmod(hue + shift, 6.0), full = std::clamp(std::min(k, 4 - k), 0.0, 1.0);
        return static_cast<int>(std::lround(255 * light * (1 - 0.65 * full)));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", channel(5), channel(3), channel(1));
}

/// What decides the loss of a cell, in every map of reasons.
std::vector<RasterEntry> reasons() {
    return {{1, "Tầm nhìn thẳng / Line of sight", "#08519c"},
            {2, "Nhiễu xạ / Diffraction", "#6baed6"},
            {3, "Ống dẫn sóng / Ducting", "#74c476"},
            {4, "Tán xạ đối lưu / Troposcatter", "#c7e9c0"}};
}

} // namespace

std::string area_loss_qml() {
    return raster_classes_qml(classes({90, 105, 120, 135, 150}, "dB", 0.01,
                                      {"#08306b", "#2171b5", "#4292c6", "#6baed6", "#9ecae1", "#c6dbef"}));
}

std::string sinr_qml() {
    return raster_classes_qml(
        classes({-5, 0, 10, 20}, "dB", 0.1, {"#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"}));
}

std::string throughput_qml() {
    return raster_classes_qml(classes({1, 5, 10, 30, 100}, "Mbit/s", 0.1,
                                      {"#ffffd4", "#fee391", "#fec44f", "#fe9929", "#d95f0e", "#662506"}));
}

std::string overlap_qml() {
    // Where coverage is best a cell has many sectors: the last class takes all of them, not one number. Half a sector
    // lies between two classes, so that a style read as "up to and with" or as "below" draws the same.
    return raster_classes_qml({{0.5, "0", "#f0f0f0"},
                               {1.5, "1", "#deebf7"},
                               {2.5, "2", "#9ecae1"},
                               {3.5, "3", "#6baed6"},
                               {4.5, "4", "#3182bd"},
                               {5.5, "5", "#08519c"},
                               {most, "≥ 6", "#08306b"}});
}

std::string serving_reason_qml() {
    auto rows = reasons();
    rows.push_back({5, "Dưới ngưỡng / Beyond threshold", "#f0f0f0"});
    rows.push_back({6, "Thiếu địa hình / No terrain", "#969696"});
    return raster_palette_qml(rows);
}

std::string site_reason_qml() {
    auto rows = reasons();
    rows.push_back({254, "Thiếu địa hình / No terrain", "#969696"});
    return raster_palette_qml(rows);
}

std::string technology_class_qml() {
    return raster_palette_qml({{0, "Không có / None", "#f7f7f7"},
                               {2, "2G", "#fed976"},
                               {3, "3G", "#fd8d3c"},
                               {4, "4G", "#2171b5"},
                               {5, "5G", "#08306b"}});
}

std::string sectors_qml(LaidSectors const& laid, std::span<SectorSite const> sites) {
    std::vector<RasterEntry> rows;
    for (auto const& site : laid.sites)
        for (auto const& sector : site.group.sectors)
            rows.push_back({static_cast<int>(sector.id),
                            fmt::format("{} {:g}°", sites[site.site].code, sector.azimuth_deg), colour_of(sector.id)});
    return raster_palette_qml(rows);
}

} // namespace phusong
