#pragma once
#include "geo/io/vector_file.h"
#include "sim/output/csv_text.h"
#include "sim/run/outcome.h"
#include "sim/world/world.h"
#include <cmath>
#include <string>

namespace phusong {

using geo::io::OutLayer;
using Type = OutLayer::Column::Type;
using Value = OutLayer::Value;
using Geometry = OutLayer::Geometry;

// Cells of a layer's row; what is not known is NULL.
inline Value real(double value, int decimals) {
    return std::isfinite(value) ? Value{rounded(value, decimals)} : Value{};
}
inline Value whole(std::int64_t value) { return value; }
inline Value words(std::string text) { return text.empty() ? Value{} : Value{std::move(text)}; }

inline OutLayer empty_layer(std::string name, std::string title, Geometry geometry) {
    OutLayer layer;
    layer.name = std::move(name);
    layer.title = std::move(title);
    layer.geometry = geometry;
    return layer;
}

inline OutLayer::Row row_at(geo::XY point) {
    OutLayer::Row row;
    row.point = point;
    return row;
}

[[nodiscard]] OutLayer link_layer(World const& world, Outcome const& outcome);
/// Every link of the network plan; the fibre tree is cut at places and branches.
[[nodiscard]] OutLayer network_layer(World const& world, Scenario const& scenario, Outcome const& outcome);
[[nodiscard]] OutLayer phase_layer(World const& world, Outcome const& outcome);

} // namespace phusong
