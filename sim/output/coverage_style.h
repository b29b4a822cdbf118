#pragma once
#include <string>

namespace phusong {

/// QGIS's styles of the maps of `phusong coverage`, which know no threshold: classes of ten decibels, the less is lost
/// and the more is received the darker, so that they can be read in a black-and-white print.
[[nodiscard]] std::string path_loss_qml();
[[nodiscard]] std::string rsrp_qml();

/// Values of a map of probabilities are multiples of this.
inline constexpr double probability_map_step = 0.001;
/// QGIS's style of such a map: six classes, the more probable the darker.
[[nodiscard]] std::string probability_qml();

} // namespace phusong
