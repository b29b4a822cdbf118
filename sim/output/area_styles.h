#pragma once
#include "sim/radio/area/lay_sectors.h"
#include <span>
#include <string>

namespace phusong {

// QGIS's styles of the maps of a scenario's coverage. Lightness falls or rises from class to class, for readers without
// colour vision and for black-and-white print; sectors take colours of their own.

[[nodiscard]] std::string area_loss_qml();
[[nodiscard]] std::string sinr_qml();
[[nodiscard]] std::string throughput_qml();
[[nodiscard]] std::string overlap_qml();
[[nodiscard]] std::string serving_reason_qml();
[[nodiscard]] std::string site_reason_qml(); ///< of the map around one site, which has codes of its own for gaps
[[nodiscard]] std::string technology_class_qml();
/// One colour a sector, labelled "T1 120°".
[[nodiscard]] std::string sectors_qml(LaidSectors const& laid, std::span<SectorSite const> sites);

} // namespace phusong
