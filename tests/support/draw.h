#pragma once
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong::test {

/// A small world drawn in characters, so that a test shows what it runs on. Row 0 is the north, one character per cell.
///
/// `rows`:
///   .      land at `ground_m`
///   0..9   land at `ground_m` + digit * `height_step_m`
///   ~      no terrain (NaN), outside every commune
///   T      tower: a Site with 2G, 3G and 4G, codes "T1", "T2", … in reading order
///   V      village: codes "V01", "V02", …; people 140, 177, 214, … (140 + 37 k), all of them in that one cell;
///          the grid and no fibre have arrived (grid_power_year 2005, fibre_year 0)
///   S      seat of the commune that the cell lies in (without S, the seat is the centre of its first cell)
///   F      fibre node, codes "F1", "F2", …
///   =      road ("commune" kind): a node in every = cell; edges join = to its 4 neighbours that are =, T, V, S or F
/// All marks stand on land at `ground_m`, unless `heights` says otherwise.
///
/// `heights` (optional, same shape): digits as above; any other character keeps the height from `rows`.
/// `communes` (optional, same shape): equal letters are one commune, in alphabetical order, codes "00701", "00702", …;
/// any other character lies outside. Without it, one commune holds all land. A commune's people are those of its
/// villages.
///
/// Not filled: crs (a test that needs lon/lat sets it), institutions, provenance.
///     auto const world = test::draw({"T..~",
///                                    "..V~"}, /*cell_m=*/500);
struct Drawing {
    std::vector<std::string> rows;
    double cell_m = 500;
    std::vector<std::string> heights{}, communes{};
    double ground_m = 210, height_step_m = 130, mast_height_m = 42;
};

/// Errors: std::invalid_argument when rows have different lengths or a character is not known.
[[nodiscard]] World draw(Drawing const& drawing);
[[nodiscard]] World draw(std::vector<std::string> const& rows, double cell_m);

/// Centre of the n-th cell (reading order, from 0) that carries `mark` in `rows`, in the grid that `draw` makes.
[[nodiscard]] geo::XY place(Drawing const& drawing, char mark, int n = 0);

} // namespace phusong::test
