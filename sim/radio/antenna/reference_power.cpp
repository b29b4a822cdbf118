#include "sim/radio/antenna/reference_power.h"
#include <cmath>

namespace phusong {
namespace {

constexpr double subcarriers_per_block = 12; // 3GPP TS 36.211 §6.2.3, TS 38.211 §4.4.4.1

} // namespace

double reference_power_dbm(Technology technology, CarrierPower const& carrier) {
    switch (technology) {
    case Technology::g3:
        return carrier.total_dbm + 10 * std::log10(carrier.pilot_power_share);
    case Technology::g4:
    case Technology::g5:
        return carrier.total_dbm - 10 * std::log10(subcarriers_per_block * carrier.resource_blocks);
    case Technology::g2:
        break;
    }
    return carrier.total_dbm;
}

} // namespace phusong
