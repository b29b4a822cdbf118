#pragma once
#include "sim/world/world.h"

namespace phusong {

/// People of every village spread over the cells around it.
/// A cell is taken by the nearest village that stands in the same commune as drawn (a village whose point lies outside
/// its own drawn commune keeps to the one it stands in: the point is better known than the line). Every village has at
/// least its home cell, the nearest free one. Weight of a cell: exp(-distance / 400 m) · exp(-tan(slope) / 0.35), its
/// village's people shared by it; at most 60 cells or half a square kilometre, whichever is more, none without terrain
/// unless home. Judgement, not measurement: houses lie within walking distance of the hall and seldom on slopes over
/// 20°. Shapes:  ascending cell; every village with people has at least one; sums are kept to double rounding.
[[nodiscard]] std::vector<PeopleCell> spread_people(World const& world);

/// What take_people could not place.
struct Untaken {
    std::vector<std::string> empty_communes; ///< codes of those that have people but none in `counts`
    double people_outside = 0;               ///< in cells outside every commune
    std::size_t villages_without_people = 0; ///< no cell with people is nearest to them
};

/// People of `counts` (per cell; each counts `people_each` times, to bring it to the census year) given to the nearest
/// village of the same commune. Cells outside every commune are left out and counted. Villages' and communes' people
/// become the sums of their cells; with `rescale`, after scaling each commune's cells so that the commune keeps the
/// people of the table. With empty communes nothing is changed.
[[nodiscard]] Untaken take_people(World& world, geo::Raster const& counts, bool rescale, double people_each = 1);

} // namespace phusong
