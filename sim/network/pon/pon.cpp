#include "sim/network/pon/pon.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

std::int64_t shared_by(std::int64_t count, int outputs) { return (count + outputs - 1) / outputs; }

} // namespace

PonVillage dimension(PonNetwork const& pon, double homes_passed, double homes_connected, double cable_km) {
    PonVillage out;
    out.homes_passed = std::llround(homes_passed);
    out.homes_connected = std::min(out.homes_passed, static_cast<std::int64_t>(std::ceil(homes_connected - 1e-9)));
    auto const second = shared_by(out.homes_connected, pon.second_split);
    auto const first = shared_by(second, pon.first_split);
    out.second_splitters = pon.second_split > 1 ? second : 0;
    out.first_splitters = pon.first_split > 1 ? first : 0;
    out.olt_ports = first;
    out.cable_km = cable_km;
    out.loss_db = path_loss_db(pon, cable_km);
    out.within_class = out.loss_db <= loss_class(pon.loss_class).most_db;
    out.needed = class_for(pon, out.loss_db);
    return out;
}

PonPrice price(PonVillage const& village, PonNetwork const& pon, Prices const& prices) {
    auto const money = [](std::int64_t count, double each_vnd) {
        return std::llround(static_cast<double>(count) * each_vnd);
    };
    return {.olt_ports_vnd = money(village.olt_ports, prices.olt_port_vnd),
            .splitters_vnd =
                money(village.first_splitters * pon.first_split + village.second_splitters * pon.second_split,
                      prices.splitter_output_vnd),
            .homes_vnd = money(village.homes_connected, prices.fibre_home_vnd)};
}

} // namespace phusong
