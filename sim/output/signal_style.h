#pragma once
#include "sim/output/layer_styles.h"
#include "sim/scenario/scenario.h"
#include <string>

namespace phusong {

/// Values of a signal map are multiples of this; maps and their styles must agree on it.
inline constexpr double map_step_dbm = 0.1;

/// QGIS's style of a signal map: five classes around the technology's own threshold, from "no signal" over "weak" to
/// three of "good". Lightness falls from class to class and the hue turns at the threshold, so that the map can be read
/// without colour vision and in a black-and-white print.
[[nodiscard]] std::string signal_qml(Radio const& radio, Technology technology, Legend legend = {});

} // namespace phusong
