#pragma once
#include "sim/study/year_figures.h"
#include "sim/world/world.h"
#include <string>
#include <vector>

namespace phusong::study {

/// What a study keeps of each commune where that is asked for, of the last planned year.
[[nodiscard]] std::vector<YearFigure> const& commune_figures();

/// All of them of all communes, rounded, between blanks: the first commune's, then the next one's. "nan" where nobody
/// lives, or there is no village.
[[nodiscard]] std::string commune_text(World const& world, Outcome const& outcome);

} // namespace phusong::study
