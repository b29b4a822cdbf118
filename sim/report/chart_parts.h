#pragma once
#include "sim/report/page.h"

namespace phusong::report {

/// The field in which a chart draws, in pixels from the upper left corner, and what its upper edge stands for.
struct Field {
    int width = 0, height = 0; ///< of the whole chart
    int left = 44, right = 8, top = 10, bottom = 22;
    double most = 1;
    [[nodiscard]] double x(double share) const { return left + share * (width - left - right); }
    [[nodiscard]] double y(double value) const { return height - bottom - value / most * (height - top - bottom); }
};

/// A coordinate with one decimal, as SVG wants it in every language.
[[nodiscard]] std::string px(double value);

[[nodiscard]] Html chart_begin(Field const& field, std::string const& title);
[[nodiscard]] Html chart_end();
/// Lines across with their values at the left. Sets nothing: `field.most` must be a multiple of the step.
[[nodiscard]] Html value_axis(Page const& page, Field const& field, double step);
[[nodiscard]] Html text_at(double x, double y, char const* css_class, std::string const& text);
[[nodiscard]] Html rect(double x, double y, double width, double height, char const* css_class);

} // namespace phusong::report
