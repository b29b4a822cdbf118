#pragma once
#include "sim/network/pon/loss.h"
#include <cstdint>

namespace phusong {

/// A village on passive optical fibre: what its homes need. Counts are whole.
struct PonVillage {
    std::int64_t homes_passed = 0, homes_connected = 0;
    std::int64_t first_splitters = 0, second_splitters = 0; ///< none of a stage with one output
    std::int64_t olt_ports = 0;
    double cable_km = 0; ///< from the exchange
    double loss_db = 0;
    bool within_class = false;
    LossClass const* needed = nullptr; ///< class that allows the loss; nullptr = none of the family does
};

/// Splitters and ports that connect the homes: each home has an output of the second stage, each of these splitters one
/// of the first, each of those a port of its own at the exchange.
/// Source: docs/models.md, "Passive optical networks".
[[nodiscard]] PonVillage dimension(PonNetwork const& pon, double homes_passed, double homes_connected, double cable_km);

/// Money of what hangs on the cable: ports, outputs, drops with terminals. Whole VND.
struct PonPrice {
    std::int64_t olt_ports_vnd = 0, splitters_vnd = 0, homes_vnd = 0;
    [[nodiscard]] std::int64_t sum_vnd() const { return olt_ports_vnd + splitters_vnd + homes_vnd; }
};
[[nodiscard]] PonPrice price(PonVillage const& village, PonNetwork const& pon, Prices const& prices);

} // namespace phusong
