#include "tools/cli/path_axes.h"
#include "sim/output/labels.h"
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace phusong::cli {

using geo::say;

double Axis::step() const {
    double const power = std::pow(10, std::floor(std::log10((to - from) / 5)));
    for (double const factor : {5.0, 2.0})
        if ((to - from) / (factor * power) >= 5) return factor * power;
    return power;
}

namespace {

std::vector<double> marks(Axis const& axis) {
    std::vector<double> out;
    double const step = axis.step();
    for (double i = std::ceil(axis.from / step); i * step <= axis.to; ++i) out.push_back(i * step);
    return out;
}

std::string figure(double value, double step, geo::Language language) {
    return shown(value, step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), language);
}

} // namespace

std::string distance_axis(Axis const& x, Axis const& y, geo::Language language) {
    std::string out;
    for (double const d : marks(x))
        out += fmt::format("<line class='grid' x1='{0:.2f}' y1='{1:.2f}' x2='{0:.2f}' y2='{2:.2f}'/>"
                           "<text x='{0:.2f}' y='{3:.2f}' text-anchor='middle'>{4}</text>\n",
                           x.px(d), y.begin_px, y.end_px, y.begin_px + 18, figure(d, x.step(), language));
    return out + fmt::format("<text x='{:.2f}' y='{:.2f}' text-anchor='middle'>{}</text>\n",
                             (x.begin_px + x.end_px) / 2, y.begin_px + 38,
                             say("khoảng cách từ trạm phát (km)", "distance from the transmitter (km)").in(language));
}

std::string height_axis(Axis const& x, Axis const& y, geo::Language language) {
    std::string out;
    for (double const h : marks(y))
        out += fmt::format("<line class='grid' x1='{0:.2f}' y1='{1:.2f}' x2='{2:.2f}' y2='{1:.2f}'/>"
                           "<text x='{3:.2f}' y='{4:.2f}' text-anchor='end'>{5}</text>\n",
                           x.begin_px, y.px(h), x.end_px, x.begin_px - 8, y.px(h) + 4, figure(h, y.step(), language));
    return out + fmt::format("<text transform='translate({:.2f} {:.2f}) rotate(-90)' text-anchor='middle'>{}</text>\n",
                             x.begin_px - 56, (y.begin_px + y.end_px) / 2,
                             say("độ cao trên mực nước biển (m)", "height above sea level (m)").in(language));
}

} // namespace phusong::cli
