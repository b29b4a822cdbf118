#pragma once
#include "geo/message.h"
#include "sim/output/commune_year.h"
#include <vector>

namespace phusong::study {

/// A figure of one year, of a commune or of the province.
struct YearFigure {
    char const* name; ///< of the run's tables: "mobile_per_100"
    char const* unit;
    geo::Message words;
    double (*value)(CommuneYear const&); ///< NaN where nobody lives, or there is no village
};
/// Those that every run of a study gives of the province, by year.
[[nodiscard]] std::vector<YearFigure> const& year_figures();

} // namespace phusong::study
