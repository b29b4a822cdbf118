#pragma once
#include "sim/report/page.h"

namespace phusong::report {

/// The map of one year for paper: coverage by the best technology, outlines, villages by state. `with_outlines`: this
/// map brings the outlines that the others on the page refer to.
[[nodiscard]] Html map_svg(Page const& page, std::size_t year_index, bool with_outlines);
/// What colours and shapes mean.
[[nodiscard]] Html map_legend(Page const& page);

} // namespace phusong::report
