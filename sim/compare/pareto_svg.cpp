#include "sim/compare/pareto_svg.h"
#include "geo/number_text.h"
#include "sim/scenario/scenario.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong {
namespace {

constexpr double width_px = 760, height_px = 420, left_px = 80, right_px = 24, top_px = 24, bottom_px = 60;
constexpr std::size_t most_names = 12; ///< more would cover each other

/// A range of values and the pixels that it is drawn on; never of no width.
struct Axis {
    double low = 0, high = 1, from_px = 0, to_px = 1;
    [[nodiscard]] double px(double value) const { return from_px + (value - low) / (high - low) * (to_px - from_px); }
};

Axis axis(std::vector<double> const& values, double least_width, double from_px, double to_px) {
    auto const [low, high] = std::ranges::minmax(values);
    double const room = std::max((high - low) * 0.08, least_width / 2);
    return {low - room, high + room, from_px, to_px};
}

std::vector<double> known_values(Comparison const& c, Criterion criterion, double scale) {
    std::vector<double> all;
    for (auto const& o : c.options)
        if (double const v = o.value[index(criterion)]; std::isfinite(v)) all.push_back(v / scale);
    if (all.empty()) all.push_back(0);
    return all;
}

std::string grid(Axis const& x, Axis const& y, geo::Language language) {
    std::string out;
    constexpr int lines = 5;
    for (int i = 0; i <= lines; ++i) {
        double const money = x.low + (x.high - x.low) * i / lines, share = y.low + (y.high - y.low) * i / lines;
        out += fmt::format("<path class='grid' d='M{0:.1f} {1:.1f}V{2:.1f}M{3:.1f} {4:.1f}H{5:.1f}'/>\n", x.px(money),
                           top_px, height_px - bottom_px, left_px, y.px(share), width_px - right_px);
        out += fmt::format("<text x='{:.1f}' y='{:.1f}' text-anchor='middle'>{}</text>\n", x.px(money),
                           height_px - bottom_px + 18, geo::number_text(money, 1, language));
        out += fmt::format("<text x='{:.1f}' y='{:.1f}' text-anchor='end'>{}</text>\n", left_px - 6, y.px(share) + 4,
                           geo::percent_text(share, 1, language));
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
    auto const title = html_text(
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
                             right ? px + r + 4 : px - r - 4, py + 4, right ? "start" : "end", html_text(o.name));
}

} // namespace

std::string html_text(std::string const& text) {
    std::string out;
    for (char const c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string pareto_svg(Comparison const& c, geo::Language language) {
    auto const x = axis(known_values(c, Criterion::spent_vnd, vnd_per_bn), 1, left_px, width_px - right_px);
    auto const y = axis(known_values(c, Criterion::broadband_share, 1), 0.02, height_px - bottom_px, top_px);
    auto const words = [&](char const* vi, char const* en) { return html_text(geo::Message{vi, en}.in(language)); };
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
