#include "sim/network/network.h"
#include "sim/network/site_power.h"

namespace phusong {
namespace {

double hop_price_vnd(Prices const& prices, double length_km) {
    if (length_km <= prices.microwave_short_km) return prices.microwave_short_vnd;
    return length_km <= prices.microwave_medium_km ? prices.microwave_medium_vnd : prices.microwave_long_vnd;
}

void price_hops(Link& link, Scenario const& scenario) {
    Prices const& prices = scenario.prices;
    for (std::size_t i = 1; i < link.line.size(); ++i) {
        double const price = hop_price_vnd(prices, geo::distance_m(link.line[i - 1], link.line[i]) / 1000);
        link.capex_vnd += price;
        link.opex_vnd_per_year += price * prices.microwave_opex_share_per_year;
    }
    if (!link.relay) return;
    double const solar = solar_vnd(scenario);
    link.capex_vnd += prices.site_vnd + solar;
    link.opex_vnd_per_year += prices.site_vnd * prices.site_opex_share_per_year * (1 + prices.remote_opex_extra_share) +
                              solar * prices.solar_opex_share_per_year;
}

} // namespace

Link priced_by(Link link, Scenario const& scenario) {
    Prices const& prices = scenario.prices;
    link.capex_vnd = 0;
    link.opex_vnd_per_year = 0;
    if (link.kind == LinkKind::fibre) {
        link.capex_vnd = link.priced_km * prices.fibre_vnd_per_km;
        link.opex_vnd_per_year = link.length_km * prices.fibre_opex_vnd_per_km_year;
    } else if (link.kind == LinkKind::microwave) {
        price_hops(link, scenario);
    } else if (link.kind == LinkKind::vsat) {
        link.capex_vnd = prices.vsat_vnd;
        link.opex_vnd_per_year = prices.vsat_vnd * prices.vsat_opex_share_per_year;
    }
    return link;
}

} // namespace phusong
