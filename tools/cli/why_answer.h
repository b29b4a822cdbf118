#pragma once
#include "sim/rollout/why.h"
#include "sim/run/run.h"
#include <string>

namespace phusong::cli {

/// One village of one plan, and what `why` says of its years.
struct WhyAnswer {
    World const& world;
    Scenario const& scenario;
    Outcome const& outcome;
    VillageId village;
    std::vector<WhyYear> years = {};
};

[[nodiscard]] std::string why_text(WhyAnswer const& answer, geo::Language language);
[[nodiscard]] std::string why_json(std::vector<WhyAnswer> const& answers);

} // namespace phusong::cli
