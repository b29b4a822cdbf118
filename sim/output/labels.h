#pragma once
#include "geo/message.h"
#include "sim/radio/radio.h"
#include "sim/rollout/rollout.h"
#include "sim/scenario/scenario.h"
#include "sim/targets/indicator.h"
#include "sim/world/world.h"
#include <string>
#include <string_view>
#include <vector>

namespace phusong {

/// The official words of the province (thôn trắng sóng, thôn lõm sóng) beside the English of the machine files.
[[nodiscard]] geo::Message label(SignalState state);

/// A reason code in words.
[[nodiscard]] geo::Message label(VillageReason const& reason);
/// The same in two or three, as a heading: "money too short".
[[nodiscard]] geo::Message short_label(VillageReason const& reason);

[[nodiscard]] geo::Message label(ProjectKind kind);
[[nodiscard]] geo::Message label(Viability viability);

/// A unit of a goal in words; what is not known stays as it is.
[[nodiscard]] geo::Message unit_word(std::string const& unit);
/// What a goal rests on, in words.
[[nodiscard]] geo::Message label(GoalBasis basis);

/// "4G".
[[nodiscard]] std::string capital_name(Technology technology);
/// Where each layer came from, for the metadata of maps: "terrain: dem.tif; sites: sites.csv (SYNTHETIC)".
[[nodiscard]] std::string data_note(World const& world);

/// "2g+3g+4g"; empty for none.
[[nodiscard]] std::string text(TechnologySet set);

/// Names of the layers that are made up, in the world's order, each once. `separator`: ";" in tables, ", " for people.
[[nodiscard]] std::vector<std::string> synthetic_layers(World const& world);
[[nodiscard]] std::string synthetic_note(World const& world, std::string const& separator = ";");
/// The same for the metadata of maps, ", " between; "no" where nothing is made up.
[[nodiscard]] std::string synthetic_tag(World const& world);
/// "fibre_nodes" as "điểm cáp quang": a layer of data as provenance names it; one without words stays as it is.
[[nodiscard]] geo::Message layer_word(std::string_view layer);
/// The layers that are made up for people, in words of both languages.
[[nodiscard]] geo::Message synthetic_words(World const& world);
[[nodiscard]] geo::Message synthetic_words(std::vector<std::string> const& layers);

/// The scenario's title, with what --with and --set changed: "Toy (changed: low_budget; seed=12)".
[[nodiscard]] geo::Message title(Scenario const& scenario);

/// A number as people read it: 1.234,5 in Vietnamese and 1,234.5 in English. NaN is "–".
[[nodiscard]] std::string shown(double value, int decimals, geo::Language language);

} // namespace phusong
