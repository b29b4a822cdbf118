#pragma once
#include "geo/message.h"
#include <string>

namespace phusong::cli {

/// A range of values along one side of a drawing.
struct Axis {
    double from = 0, to = 1;           ///< values
    double begin_px = 0, end_px = 100; ///< where they are drawn

    [[nodiscard]] double px(double value) const {
        return begin_px + (value - from) / (to - from) * (end_px - begin_px);
    }
    /// Distance between two marks: 1, 2 or 5 times a power of ten, so that there are five to twelve of them.
    [[nodiscard]] double step() const;
};

/// Marks with their figures and a name with the unit, along the bottom and the left of the drawing.
[[nodiscard]] std::string distance_axis(Axis const& x, Axis const& y, geo::Language language);
[[nodiscard]] std::string height_axis(Axis const& x, Axis const& y, geo::Language language);

} // namespace phusong::cli
