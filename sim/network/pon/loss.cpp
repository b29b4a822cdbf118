#include "sim/network/pon/loss.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// G.984 classes and G.9807.1 classes do not take each other's place: the equipment is another.
bool is_gpon(LossClass const& c) { return c.key.front() != 'n' && c.key.front() != 'e'; }

} // namespace

LossClass const& loss_class(std::string_view key) {
    auto const* const found = std::ranges::find(loss_classes, key, &LossClass::key);
    return found == loss_classes.end() ? loss_classes.front() : *found;
}

double splitter_loss_db(PonNetwork const& pon, int outputs) {
    return 10 * std::log10(outputs) + pon.splitter_excess_db * std::log2(outputs);
}

double path_loss_db(PonNetwork const& pon, double cable_km) {
    double const splices = std::ceil(cable_km / pon.splice_every_km) + 1;
    return cable_km * pon.fibre_loss_db_per_km + splitter_loss_db(pon, pon.first_split) +
           splitter_loss_db(pon, pon.second_split) + pon.connectors * pon.connector_loss_db +
           splices * pon.splice_loss_db + pon.margin_db;
}

std::optional<double> longest_km(PonNetwork const& pon) {
    double const most_db = loss_class(pon.loss_class).most_db;
    if (path_loss_db(pon, 0) > most_db) return {};
    double low = 0, high = most_db / pon.fibre_loss_db_per_km;
    for (int i = 0; i < 60; ++i) {
        double const middle = (low + high) / 2;
        (path_loss_db(pon, middle) <= most_db ? low : high) = middle;
    }
    return low;
}

LossClass const* class_for(PonNetwork const& pon, double loss_db) {
    bool const gpon = is_gpon(loss_class(pon.loss_class));
    LossClass const* best = nullptr;
    for (auto const& c : loss_classes)
        if (is_gpon(c) == gpon && loss_db <= c.most_db && (best == nullptr || c.most_db < best->most_db)) best = &c;
    return best;
}

} // namespace phusong
