#pragma once
#include "sim/scenario/scenario.h"
#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace phusong {

/// Loss that an optical distribution network of a class may and must have.
struct LossClass {
    std::string_view key, name;
    double least_db, most_db;
};
/// Source: Rec. ITU-T G.984.2 (2019) and its amendments (A, B, B+, C, C+: GPON); Rec. ITU-T G.9807.1 (2016), table
/// B.9-2 (N1, N2, E1, E2: XGS-PON).
inline constexpr std::array loss_classes{
    LossClass{"a", "A", 5, 20},    LossClass{"b", "B", 10, 25},       LossClass{"b_plus", "B+", 13, 28},
    LossClass{"c", "C", 15, 30},   LossClass{"c_plus", "C+", 17, 32}, LossClass{"n1", "N1", 14, 29},
    LossClass{"n2", "N2", 16, 31}, LossClass{"e1", "E1", 18, 33},     LossClass{"e2", "E2", 20, 35}};

/// The class of a scenario's key. The key must be one of them: the scenario's reader has seen to that.
[[nodiscard]] LossClass const& loss_class(std::string_view key);

/// Loss of a splitter with so many outputs, dB: 10 log10(outputs) and the excess of each halving; 0 for one output.
[[nodiscard]] double splitter_loss_db(PonNetwork const& pon, int outputs);

/// Loss from the exchange to a home over so much cable: fibre, splitters, connectors, splices (one a drum and one at
/// each end) and margin.
[[nodiscard]] double path_loss_db(PonNetwork const& pon, double cable_km);

/// The longest cable whose loss its class allows, km; nothing when not even none does.
[[nodiscard]] std::optional<double> longest_km(PonNetwork const& pon);

/// The class of the same family that needs least and still allows the loss; nullptr when none does.
[[nodiscard]] LossClass const* class_for(PonNetwork const& pon, double loss_db);

} // namespace phusong
