#pragma once
#include "geo/polygon.h"
#include <vector>

namespace phusong::geo {

/// Cells of prescribed area around given centres: the partial power diagram, that is the power diagram of the centres
/// cut by the disc |x - c_i|^2 <= w_i, with the weights w found by damped Newton steps so that every cell has its area.
/// Where neighbours do not meet, land between them stays unassigned.
/// Shapes:  result[i] belongs to centres[i]; the cells do not overlap.
/// Units:   metres; areas in square metres, each met to a relative error of 1e-6.
/// Errors:  InputError when two centres coincide, an area is not positive, or the iteration does not converge.
/// Source:  Aurenhammer 1987 (power diagrams); Kitagawa, Mérigot, Thibert 2019 (damped Newton for semi-discrete
///          optimal transport), partial transport as a disc per cell.
[[nodiscard]] std::vector<MultiPolygon> power_cells(std::vector<XY> const& centres,
                                                    std::vector<double> const& areas_m2);

} // namespace phusong::geo
