#pragma once
#include "geo/message.h"
#include "sim/run/outcome.h"
#include "sim/world/world.h"
#include <span>
#include <string>

namespace phusong {
struct CommuneYear;
}

namespace phusong::study {

/// What a study keeps of each commune where that is asked for, of the last planned year.
struct CommuneIndicator {
    char const* name; ///< of the run's tables: "mobile_per_100"
    char const* unit;
    geo::Message words;
    int decimals;
    double (*value)(CommuneYear const&);
};
[[nodiscard]] std::span<CommuneIndicator const> commune_indicators();

/// All of them of all communes, rounded, between blanks: the first commune's, then the next one's. "nan" where nobody
/// lives, or there is no village.
[[nodiscard]] std::string commune_text(World const& world, Outcome const& outcome);

} // namespace phusong::study
