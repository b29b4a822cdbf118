#include "sim/output/layer_styles.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

std::string in_last_year(char const* stem, Scenario const& s) { return fmt::format("{}_{}", stem, s.years.last); }

/// The less covered, the darker: what is left to do is what meets the eye.
std::string commune_style(Scenario const& scenario) {
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
                           {fmt::format("Người có sóng / People with signal {}: {:g}–{:g} %", scenario.years.last,
                                        100 * lower, 100 * upper),
                            colour}});
    return classes_qml(MarkKind::fill, in_last_year("signal_share", scenario), classes);
}

std::string village_style(Scenario const& scenario) {
    auto const row = [&](SignalState state, Colour colour, char const* shape, double size_mm) {
        auto const words = label(state);
        return Category{words.en,
                        {fmt::format("Thôn {} / Village: {} ({})", words.vi, words.en, scenario.years.last), colour,
                         shape, size_mm}};
    };
    return categories_qml(MarkKind::marker, in_last_year("state", scenario),
                          {row(SignalState::good, {33, 102, 172}, "circle", 1.2),
                           row(SignalState::weak, {254, 217, 118}, "diamond", 2.6),
                           row(SignalState::none, {197, 27, 125}, "square", 2.6)});
}

std::string site_style() {
    return categories_qml(MarkKind::marker, "status",
                          {{"standing", {"Trạm hiện có / Standing site", {150, 150, 150}, "triangle", 1.8}},
                           {"technology_added", {"Thêm công nghệ / Technology added", {253, 141, 60}, "triangle", 3.2}},
                           {"new", {"Trạm mới / New site", {230, 85, 13}, "star", 4}}});
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

std::string style_by_year(MarkKind kind, char const* words, double size_mm, Scenario const& scenario) {
    std::vector<Category> rows;
    for (int year = scenario.years.first; year <= scenario.years.last; ++year)
        rows.push_back({std::to_string(year),
                        {fmt::format("{} {}", words, year), colour_of_year(year, scenario.years),
                         kind == MarkKind::marker ? "circle" : "", size_mm}});
    return categories_qml(kind, "year", rows);
}

std::string style_of(std::string const& layer, Scenario const& scenario) {
    if (layer == "communes") return commune_style(scenario);
    if (layer == "villages") return village_style(scenario);
    if (layer == "sites") return site_style();
    if (layer == "links") return style_by_year(MarkKind::line, "Tuyến xây năm / Link built in", 0.8, scenario);
    if (layer == "network")
        return style_by_year(MarkKind::line, "Mạng truyền dẫn xây năm / Network built in", 1.1, scenario);
    if (layer == "phases") return style_by_year(MarkKind::marker, "Dự án năm / Project of", 3.4, scenario);
    return {};
}

} // namespace

void add_styles(std::vector<geo::io::OutLayer>& layers, Scenario const& scenario) {
    for (auto& layer : layers) layer.style_qml = style_of(layer.name, scenario);
}

} // namespace phusong
