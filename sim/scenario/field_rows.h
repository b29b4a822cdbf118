#pragma once
#include "sim/scenario/fields.h"
#include <vector>

/// The parts of the field table, one per file, and the way from a row to its member. For fields*.cpp only.
namespace phusong::field_rows {

/// A member of a member: at<&Scenario::radio, &Radio::margin_db>(scenario).
template <auto... Members> [[nodiscard]] auto& at(Scenario& scenario) { return (scenario.*....*Members); }

template <auto... Members> inline constexpr auto member = &at<Members...>;

inline constexpr bool required = true;
inline constexpr bool optional = false;

[[nodiscard]] std::vector<Field> general(); ///< name, titles, seed, years, targets
[[nodiscard]] std::vector<Field> world();
[[nodiscard]] std::vector<Field> radio();
[[nodiscard]] std::vector<Field> network();
[[nodiscard]] std::vector<Field> microwave();
[[nodiscard]] std::vector<Field> power();
[[nodiscard]] std::vector<Field> fibre(); ///< rollout graph, fibre tree and passive optical networks
[[nodiscard]] std::vector<Field> links(); ///< traffic, link classes and availability
[[nodiscard]] std::vector<Field> prices();
[[nodiscard]] std::vector<Field> rollout();
[[nodiscard]] std::vector<Field> adoption();
[[nodiscard]] std::vector<Field> finance();

} // namespace phusong::field_rows
