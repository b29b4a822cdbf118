#include "sim/output/layer_styles.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// The less covered, the darker: what is left to do is what meets the eye.
std::string commune_style(int year, Legend legend) {
    struct Band {
        double lower, upper;
        Colour colour;
    };
    constexpr int see_through = 150; // a signal map below stays visible
    std::vector<Class> classes;
    for (auto const& [lower, upper, colour] :
         {Band{0, 0.5, {63, 0, 125, see_through}}, Band{0.5, 0.8, {106, 81, 163, see_through}},
          Band{0.8, 0.9, {158, 154, 200, see_through}}, Band{0.9, 0.95, {203, 201, 226, see_through}},
          Band{0.95, 1, {242, 240, 247, see_through}}})
        classes.push_back({lower,
                           upper,
                           {fmt::format("{} {}: {:g}–{:g} %", legend({"Người có sóng", "People with signal"}), year,
                                        100 * lower, 100 * upper),
                            colour}});
    return classes_qml(MarkKind::fill, fmt::format("signal_share_{}", year), classes);
}

std::string village_style(int year, Legend legend) {
    auto const row = [&](SignalState state, Colour colour, char const* shape, double size_mm) {
        auto const words = label(state);
        auto const shown = legend(geo::say("Thôn {0}", "Village: {1}", words.vi, words.en));
        return Category{words.en, {fmt::format("{} ({})", shown, year), colour, shape, size_mm}};
    };
    return categories_qml(MarkKind::marker, fmt::format("state_{}", year),
                          {row(SignalState::good, {33, 102, 172}, "circle", 0.9),
                           row(SignalState::weak, {254, 217, 118}, "diamond", 2.6),
                           row(SignalState::none, {197, 27, 125}, "square", 2.6)});
}

std::string site_style(Legend legend) {
    return categories_qml(
        MarkKind::marker, "status",
        {{"standing", {legend({"Trạm hiện có", "Standing site"}), {150, 150, 150}, "triangle", 1.3}},
         {"technology_added", {legend({"Thêm công nghệ", "Technology added"}), {253, 141, 60}, "triangle", 3.2}},
         {"new", {legend({"Trạm mới", "New site"}), {230, 85, 13}, "star", 4}}});
}

/// Dark first, light last, evenly along a scale whose lightness only rises (after matplotlib's viridis).
Colour colour_of_year(int year, Years const& years) {
    static constexpr std::array scale{Colour{68, 1, 84}, Colour{59, 82, 139}, Colour{33, 145, 140}, Colour{94, 201, 98},
                                      Colour{221, 227, 24}};
    double const at = static_cast<double>(scale.size() - 1) * (year - years.first) / std::max(years.planned() - 1, 1);
    auto const before = std::min(static_cast<std::size_t>(at), scale.size() - 2);
    double const part = at - static_cast<double>(before);
    auto const mixed = [&](int from, int to) { return static_cast<int>(std::lround(from + part * (to - from))); };
    auto const &a = scale[before], &b = scale[before + 1];
    return {mixed(a.red, b.red), mixed(a.green, b.green), mixed(a.blue, b.blue)};
}

std::string style_by_year(MarkKind kind, std::string const& words, double size_mm, Scenario const& scenario) {
    std::vector<Category> rows;
    for (int year = scenario.years.first; year <= scenario.years.last; ++year)
        rows.push_back({std::to_string(year),
                        {fmt::format("{} {}", words, year), colour_of_year(year, scenario.years),
                         kind == MarkKind::marker ? "circle" : "", size_mm}});
    return categories_qml(kind, "year", rows);
}

} // namespace

std::string Legend::operator()(geo::Message const& words) const {
    return only ? words.in(*only) : words.vi + " / " + words.en;
}

std::string layer_style(std::string const& layer, Scenario const& scenario, int year, Legend legend) {
    if (layer == "communes") return commune_style(year, legend);
    if (layer == "villages") return village_style(year, legend);
    if (layer == "sites") return site_style(legend);
    if (layer == "links")
        return style_by_year(MarkKind::line, legend({"Tuyến xây năm", "Link built in"}), 0.8, scenario);
    if (layer == "network")
        return style_by_year(MarkKind::line, legend({"Mạng truyền dẫn xây năm", "Network built in"}), 1.1, scenario);
    if (layer == "phases") return style_by_year(MarkKind::marker, legend({"Dự án năm", "Project of"}), 3.4, scenario);
    return {};
}

void add_styles(std::vector<geo::io::OutLayer>& layers, Scenario const& scenario) {
    for (auto& layer : layers) layer.style_qml = layer_style(layer.name, scenario, scenario.years.last, {});
}

} // namespace phusong
