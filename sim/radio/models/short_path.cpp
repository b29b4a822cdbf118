#include "sim/radio/models/short_path.h"
#include "sim/radio/models/ehata.h"
#include "sim/radio/models/free_space.h"
#include "sim/radio/models/model_domain.h"
#include "sim/radio/models/tr38901.h"
#include <algorithm>

namespace phusong {

namespace {

double rma(double d_km, ShortPathLink const& link) {
    Tr38901Link const cell{link.f_mhz / 1000, std::max(link.h_tx_m, link.h_rx_m), std::min(link.h_tx_m, link.h_rx_m)};
    return link.line_of_sight ? tr38901_rma_los_db(1000 * d_km, cell) : tr38901_rma_nlos_db(1000 * d_km, cell);
}

double uma(double d_km, ShortPathLink const& link) {
    Tr38901Link const cell{link.f_mhz / 1000, std::max(link.h_tx_m, link.h_rx_m), std::min(link.h_tx_m, link.h_rx_m)};
    return link.line_of_sight ? tr38901_uma_los_db(1000 * d_km, cell) : tr38901_uma_nlos_db(1000 * d_km, cell);
}

double ehata(double d_km, ShortPathLink const& link, HataArea area) {
    return ehata_loss_db(d_km, link.f_mhz, link.h_tx_m, link.h_rx_m, area);
}

} // namespace

double short_path_loss_db(ShortPathModel model, double d_km, ShortPathLink const& link) {
    require_domain(d_km >= 0 && d_km <= 5, "short path: the distance must lie in 0–5 km");
    require_domain(link.f_mhz > 0 && std::isfinite(link.rise_m), "short path: frequency and rise must be known");
    double const d = std::max(d_km, short_path_nearest_km);
    double const Lfs = free_space_loss_db(std::hypot(d, link.rise_m / 1000), link.f_mhz);
    switch (model) {
    case ShortPathModel::rma:
        return std::max(Lfs, rma(d, link));
    case ShortPathModel::uma:
        return std::max(Lfs, uma(d, link));
    case ShortPathModel::ehata_open:
        return std::max(Lfs, ehata(d, link, HataArea::open));
    case ShortPathModel::ehata_suburban:
        return std::max(Lfs, ehata(d, link, HataArea::suburban));
    case ShortPathModel::ehata_urban:
        return std::max(Lfs, ehata(d, link, HataArea::urban));
    case ShortPathModel::free_space:
        break;
    }
    return Lfs;
}

double limited_short_path_loss_db(ShortPathModel model, double d_km, ShortPathLink link) {
    if (model == ShortPathModel::rma) {
        link.h_tx_m = std::clamp(link.h_tx_m, 10.0, 150.0);
        link.h_rx_m = std::clamp(link.h_rx_m, 1.0, 10.0);
    } else if (model == ShortPathModel::uma) {
        link.h_tx_m = std::clamp(link.h_tx_m, 10.0, 150.0);
        link.h_rx_m = std::clamp(link.h_rx_m, 1.5, 13.0);
    } else if (model != ShortPathModel::free_space) { // extended Hata takes none over 200 m
        link.h_tx_m = std::min(link.h_tx_m, 200.0);
        link.h_rx_m = std::min(link.h_rx_m, 200.0);
    }
    return short_path_loss_db(model, d_km, link);
}

} // namespace phusong
