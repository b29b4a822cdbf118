#include "sim/report/chart_parts.h"
#include "sim/report/charts.h"
#include <algorithm>
#include <cmath>

namespace phusong::report {

std::string px(double value) { return fmt::format("{:.1f}", std::isfinite(value) ? value : 0.0); }

double axis_step(double most, int count) {
    if (!(most > 0) || !std::isfinite(most)) return 1;
    double const raw = most / count, power = std::pow(10, std::floor(std::log10(raw)));
    for (double const factor : {1.0, 2.0, 5.0})
        if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    return 10 * power;
}

Html chart_begin(Field const& field, std::string const& title) {
    return html("<svg class=\"chart\" role=\"img\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">"
                "<title>{2}</title>\n",
                field.width, field.height, title);
}

Html chart_end() { return html("</svg>\n"); }

Html text_at(double x, double y, char const* css_class, std::string const& text) {
    return html("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>", px(x), px(y), css_class, text);
}

Html rect(double x, double y, double width, double height, char const* css_class) {
    return html("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"/>", px(x), px(y), px(width),
                px(std::max(height, 0.0)), css_class);
}

Html value_axis(Page const& page, Field const& field, double step) {
    Html out;
    int const decimals = step < 1 ? static_cast<int>(std::ceil(-std::log10(step))) : 0;
    for (int i = 0; i * step <= field.most * (1 + 1e-9); ++i) {
        double const y = field.y(i * step);
        out += html("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"grid\"/>", px(field.x(0)), px(field.x(1)),
                    px(y), px(y));
        out += text_at(field.left - 5, y + 4, "end", page.number(i * step, decimals));
    }
    return out;
}

} // namespace phusong::report
