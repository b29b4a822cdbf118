#include "sim/compare/pareto_svg.h"
#include "geo/number_text.h"
#include "sim/compare/tables.h"
#include "sim/output/xml_text.h"
#include "sim/scenario/scenario.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong {
namespace {

constexpr double width_px = 760, height_px = 420, left_px = 80, right_px = 24, top_px = 24, bottom_px = 60;
constexpr std::size_t most_names = 12; ///< more would cover each other

/// A range of values, its ends multiples of a round step, and the pixels that it is drawn on; never of no width.
struct Axis {
    double low = 0, high = 1, step = 1, from_px = 0, to_px = 1;
    [[nodiscard]] int steps() const { return static_cast<int>(std::lround((high - low) / step)); }
    [[nodiscard]] double px(double value) const { return from_px + (value - low) / (high - low) * (to_px - from_px); }
};

/// 1, 2 or 5 times a power of ten, so that some five of them span the width.
double round_step(double width) {
    double const power = std::pow(10.0, std::floor(std::log10(width / 5)));
    for (double const times : {1.0, 2.0, 5.0})
        if (width / (times * power) <= 6) return times * power;
    return 10 * power;
}

/// From 0 to `most` at the widest, `least_width` at the narrowest.
Axis axis(std::vector<double> const& values, double least_width, double most, double from_px, double to_px) {
    auto [low, high] = std::ranges::minmax(values);
    double const missing = std::max(0.0, least_width - (high - low));
    low = std::max(0.0, low - missing / 2);
    high = std::min(most, std::max(high + missing / 2, low + least_width));
    low = std::min(low, high - least_width);
    double const step = round_step(high - low);
    return {step * std::floor(low / step), std::min(most, step * std::ceil(high / step)), step, from_px, to_px};
}

int decimals_of(double step) { return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9))); }

std::vector<double> known_values(Comparison const& c, Criterion criterion, double scale) {
    std::vector<double> all;
    for (auto const& o : c.options)
        if (double const v = o.value[index(criterion)]; std::isfinite(v)) all.push_back(v / scale);
    if (all.empty()) all.push_back(0);
    return all;
}

std::string grid(Axis const& x, Axis const& y, geo::Language language) {
    std::string out;
    for (int i = 0; i <= x.steps(); ++i) {
        double const money = x.low + x.step * i;
        out += fmt::format("<path class='grid' d='M{0:.1f} {1:.1f}V{2:.1f}'/>\n", x.px(money), top_px,
                           height_px - bottom_px);
        out += fmt::format("<text x='{:.1f}' y='{:.1f}' text-anchor='middle'>{}</text>\n", x.px(money),
                           height_px - bottom_px + 18, geo::number_text(money, decimals_of(x.step), language));
    }
    for (int i = 0; i <= y.steps(); ++i) {
        double const share = y.low + y.step * i;
        out += fmt::format("<path class='grid' d='M{0:.1f} {1:.1f}H{2:.1f}'/>\n", left_px, y.px(share),
                           width_px - right_px);
        out += fmt::format("<text x='{:.1f}' y='{:.1f}' text-anchor='end'>{}</text>\n", left_px - 6, y.px(share) + 4,
                           geo::percent_text(share, decimals_of(100 * y.step), language));
    }
    return out;
}

std::string mark(Comparison const& c, std::size_t i, Axis const& x, Axis const& y, geo::Language language) {
    auto const& o = c.options[i];
    double const money = o.value[index(Criterion::spent_vnd)] / vnd_per_bn,
                 share = o.value[index(Criterion::broadband_share)], equity = o.value[index(Criterion::worst_tenth)];
    if (!std::isfinite(money) || !std::isfinite(share)) return {};
    double const r = 4 + 6 * (std::isfinite(equity) ? std::clamp(equity, 0.0, 1.0) : 0);
    double const px = x.px(money), py = y.px(share);
    auto const* const kind = c.on_front[i] ? "front" : "off";
    auto const title = xml_text(
        fmt::format("{}: {}, {}", o.title.in(language),
                    geo::say("{} tỷ đồng", "{} billion VND", geo::number_text(money, 1, language)).in(language),
                    geo::percent_text(share, 1, language)));
    std::string out = i == c.baseline
                          ? fmt::format("<rect class='{}' x='{:.1f}' y='{:.1f}' width='{:.1f}' height='{:.1f}'>", kind,
                                        px - r, py - r, 2 * r, 2 * r)
                          : fmt::format("<circle class='{}' cx='{:.1f}' cy='{:.1f}' r='{:.1f}'>", kind, px, py, r);
    out += fmt::format("<title>{}</title></{}>\n", title, i == c.baseline ? "rect" : "circle");
    if (c.options.size() > most_names) return out;
    bool const right = px < width_px * 0.7;
    return out + fmt::format("<text class='name' x='{:.1f}' y='{:.1f}' text-anchor='{}'>{}</text>\n",
                             right ? px + r + 4 : px - r - 4, py + 4, right ? "start" : "end", xml_text(short_name(o)));
}

} // namespace

std::string pareto_svg(Comparison const& c, geo::Language language) {
    auto const x = axis(known_values(c, Criterion::spent_vnd, vnd_per_bn), 1, HUGE_VAL, left_px, width_px - right_px);
    auto const y = axis(known_values(c, Criterion::broadband_share, 1), 0.02, 1, height_px - bottom_px, top_px);
    auto const words = [&](char const* vi, char const* en) { return xml_text(geo::Message{vi, en}.in(language)); };
    std::string out =
        fmt::format("<svg viewBox='0 0 {} {}' role='img' aria-label='{}'>\n", width_px, height_px,
                    words("Tiền và người được phục vụ của từng phương án", "Money and people served by option"));
    out += grid(x, y, language);
    out += fmt::format("<text x='{}' y='{}' text-anchor='middle'>{}</text>\n", (left_px + width_px - right_px) / 2,
                       height_px - 14, words("Tổng chi (tỷ đồng)", "Spent in all (billion VND)"));
    out += fmt::format("<text transform='translate(18 {}) rotate(-90)' text-anchor='middle'>{}</text>\n",
                       (top_px + height_px - bottom_px) / 2, words("Dân có 4G, 5G", "People with 4G or 5G"));
    for (auto it = c.ranking.rbegin(); it != c.ranking.rend(); ++it) out += mark(c, *it, x, y, language);
    return out + "</svg>\n";
}

} // namespace phusong
