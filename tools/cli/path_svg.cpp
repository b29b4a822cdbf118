#include "tools/cli/path_svg.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include "tools/cli/path_axes.h"
#include "tools/cli/path_words.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace phusong::cli {
namespace {

using geo::Message, geo::say;

constexpr double width_px = 1200, height_px = 660, left_px = 90, right_px = 30, top_px = 92, bottom_px = 110;
constexpr double needed_clearance = 0.6; ///< of the first Fresnel zone, for a path that counts as free

constexpr auto style = R"(<style>
text{font:13px sans-serif;fill:#222} .title{font-size:17px;font-weight:bold} .grid{stroke:#ddd;stroke-width:1}
.ground{fill:#b79f7a;stroke:#6e5a3c;stroke-width:1} .earth{fill:#8a7453} .clutter{fill:#5f8f4e}
.ray{stroke:#1f4e9c;stroke-width:1.5;fill:none} .zone{fill:#1f4e9c;fill-opacity:.10;stroke:#1f4e9c;stroke-opacity:.6}
.zone60{fill:#1f4e9c;fill-opacity:.14;stroke:#1f4e9c;stroke-dasharray:6 4} .block{stroke:#c4361d;stroke-width:4;fill:none}
.horizon{fill:#fff;stroke:#c4361d;stroke-width:2} .mast{stroke:#222;stroke-width:2}
.name{paint-order:stroke;stroke:#fff;stroke-width:3px}
</style>
)";

struct Drawing {
    PathAnswer const& a;
    geo::Language language;
    Axis x, y;

    std::size_t points() const { return a.terrain.d_km.size(); }
    double base_m() const { return y.from; } ///< height of the curved floor at the ends
    std::string at(std::size_t i, double height_m) const {
        return fmt::format("{:.2f},{:.2f} ", x.px(a.terrain.d_km[i]), y.px(height_m));
    }
    std::string words(Message const& message) const { return xml_text(message.in(language)); }
};

/// Everything that is drawn must have room: the floor at its bulge, the highest of ground, clutter, masts and zone.
Drawing lay_out(PathAnswer const& a, geo::Language language) {
    double const middle = a.terrain.d_km.back() / 2; // where the zone is widest; no point need lie there
    double low = std::min(a.terrain.h_m.front(), a.ray_m(middle) - a.fresnel_m(middle));
    double high = std::max({a.hts_m(), a.hrs_m(), a.ray_m(middle) + a.fresnel_m(middle)});
    for (std::size_t i = 0; i < a.terrain.d_km.size(); ++i) {
        low = std::min({low, a.terrain.h_m[i], a.ray_m(i) - a.fresnel_m(i)});
        high = std::max({high, a.top_m(i), a.ray_m(i) + a.fresnel_m(i)});
    }
    double const room = std::max(0.06 * (high - low), 2.0);
    return {a,
            language,
            {0, a.terrain.d_km.back(), left_px, width_px - right_px},
            {low - room, high + room, height_px - bottom_px, top_px}};
}

/// A closed shape between two lines over the profile.
template <class Upper, class Lower> std::string band(Drawing const& g, char const* name, Upper&& upper, Lower&& lower) {
    std::string out = fmt::format("<polygon class='{}' points='", name);
    for (std::size_t i = 0; i < g.points(); ++i) out += g.at(i, upper(i));
    for (std::size_t i = g.points(); i-- > 0;) out += g.at(i, lower(i));
    return out + "'/>\n";
}

std::string land(Drawing const& g) {
    auto const& a = g.a;
    auto const ground = [&](std::size_t i) { return a.terrain.h_m[i] + a.bulge_m(i); };
    auto const floor = [&](std::size_t i) { return std::min(g.base_m() + a.bulge_m(i), ground(i)); };
    std::string out;
    if (!a.terrain.clutter_m.empty())
        out += band(
            g, "clutter", [&](std::size_t i) { return a.top_m(i); }, ground);
    out += band(g, "ground", ground, floor);
    return out + band(g, "earth", floor, [&](std::size_t) { return g.base_m(); });
}

/// An ellipse, whatever the steps of the profile.
std::string zone(Drawing const& g, char const* name, double share) {
    constexpr int steps = 200;
    std::string upper, lower;
    for (int i = 0; i <= steps; ++i) {
        // Closer together at the ends, where the zone is round.
        double const d = g.a.terrain.d_km.back() * (1 - std::cos(std::numbers::pi * i / steps)) / 2;
        double const ray = g.a.ray_m(d), radius = share * g.a.fresnel_m(d), px = g.x.px(d);
        upper += fmt::format("{:.2f},{:.2f} ", px, g.y.px(ray + radius));
        lower = fmt::format("{:.2f},{:.2f} ", px, g.y.px(ray - radius)) + lower;
    }
    return fmt::format("<polygon class='{}' points='{}{}'/>\n", name, upper, lower);
}

/// The tops that enter the inner zone, as thick lines that reach half way to the tops beside them.
std::string obstacles(Drawing const& g) {
    auto const enters = [&](std::size_t i) {
        return i > 0 && i + 1 < g.points() && g.a.ray_m(i) - g.a.top_m(i) < needed_clearance * g.a.fresnel_m(i);
    };
    auto const between = [&](std::size_t i) { // point i and the one after it
        auto const& d = g.a.terrain.d_km;
        return fmt::format("{:.2f},{:.2f} ", g.x.px((d[i] + d[i + 1]) / 2),
                           g.y.px((g.a.top_m(i) + g.a.top_m(i + 1)) / 2));
    };
    std::string out;
    for (std::size_t i = 1; i + 1 < g.points(); ++i) {
        if (!enters(i)) continue;
        auto line = between(i - 1) + g.at(i, g.a.top_m(i));
        while (enters(i + 1)) ++i, line += g.at(i, g.a.top_m(i));
        out += fmt::format("<polyline class='block' points='{}{}'/>\n", line, between(i));
    }
    return out;
}

/// A ring on the ground, its name above whatever stands there; near the sides the name turns inwards.
std::string horizon(Drawing const& g, std::size_t i, Message const& what) {
    constexpr double near_px = 120;
    double const px = g.x.px(g.a.terrain.d_km[i]), py = g.y.px(g.a.terrain.h_m[i] + g.a.bulge_m(i));
    auto const* const anchor = px < g.x.begin_px + near_px ? "start" : px > g.x.end_px - near_px ? "end" : "middle";
    return fmt::format("<circle class='horizon' cx='{0:.2f}' cy='{1:.2f}' r='5'/>"
                       "<text class='name' x='{0:.2f}' y='{2:.2f}' text-anchor='{3}'>{4}</text>\n",
                       px, py, g.y.px(g.a.top_m(i)) - 11, anchor, g.words(what));
}

std::string horizons(Drawing const& g) {
    auto const& h = g.a.horizons;
    if (h.line_of_sight) return horizon(g, h.lt, say("điểm gần tia nhất", "nearest to the ray"));
    if (h.lt == h.lr) return horizon(g, h.lt, say("chân trời của cả hai", "horizon of both"));
    return horizon(g, h.lt, say("chân trời từ trạm phát", "horizon from the transmitter")) +
           horizon(g, h.lr, say("chân trời từ máy thu", "horizon from the receiver"));
}

std::string antennas(Drawing const& g) {
    auto const mast = [&](std::size_t i, double top) {
        return fmt::format("<line class='mast' x1='{0:.2f}' y1='{1:.2f}' x2='{0:.2f}' y2='{2:.2f}'/>\n",
                           g.x.px(g.a.terrain.d_km[i]), g.y.px(g.a.terrain.h_m[i]), g.y.px(top));
    };
    std::size_t const last = g.points() - 1;
    return mast(0, g.a.hts_m()) + mast(last, g.a.hrs_m()) +
           fmt::format("<polyline class='ray' points='{}{}'/>\n", g.at(0, g.a.hts_m()), g.at(last, g.a.hrs_m()));
}

std::string text(double x, double y, char const* name, std::string const& words) {
    return fmt::format("<text class='{}' x='{:.2f}' y='{:.2f}'>{}</text>\n", name, x, y, words);
}

std::string headings(Drawing const& g) {
    auto const number = [&](double value, int decimals) { return shown(value, decimals, g.language); };
    auto const& a = g.a;
    auto title = say("Mặt cắt {} km ở {} MHz: suy hao {} dB ({})", "Profile of {} km at {} MHz: loss {} dB ({})",
                     number(a.terrain.d_km.back(), 2), number(a.query.frequency_mhz, 0), number(a.loss_db, 1),
                     source(a.query.model));
    if (a.terrain.synthetic) title = {title.vi + " – địa hình giả định", title.en + " – synthetic terrain"};
    auto const under =
        say("Trạm phát {} m (trái), máy thu {} m (phải) trên mặt đất; không gian tự do {} dB; {}",
            "Transmitter {} m (left), receiver {} m (right) above ground; free space {} dB; {}",
            number(a.link.htg_m, 1), number(a.link.hrg_m, 1), number(a.free_space_db, 1), a.terrain.source);
    auto const keys =
        say("Xanh lam: tia thẳng, đới Fresnel thứ nhất, nét đứt 60 % của đới. Xanh lá: vật che phủ. Đỏ: chỗ "
            "lấn vào 60 %.",
            "Blue: straight ray, first Fresnel zone, dashed its 60 %. Green: clutter. Red: what enters the "
            "60 %.");
    auto const earth =
        say("Vẽ trên mặt đất cong bán kính hiệu dụng {} km; trục độ cao đúng ở hai đầu.",
            "Drawn over an earth of effective radius {} km; the height axis holds at the ends.", number(a.earth_km, 0));
    return text(left_px, 30, "title", g.words(title)) + text(left_px, 52, "", g.words(under)) +
           text(left_px, height_px - 46, "", g.words(keys)) + text(left_px, height_px - 26, "", g.words(earth));
}

} // namespace

std::string path_svg(PathAnswer const& answer, geo::Language language) {
    auto const g = lay_out(answer, language);
    auto const frame = fmt::format("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {0} {1}' width='{0}' "
                                   "height='{1}'>\n<rect width='100%' height='100%' fill='#fff'/>\n",
                                   width_px, height_px);
    return frame + style + distance_axis(g.x, g.y, language) + height_axis(g.x, g.y, language) + land(g) +
           zone(g, "zone", 1) + zone(g, "zone60", needed_clearance) + antennas(g) + obstacles(g) + horizons(g) +
           headings(g) + "</svg>\n";
}

} // namespace phusong::cli
