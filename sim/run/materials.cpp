#include "sim/run/materials.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

struct Item {
    std::string key, unit;
    geo::Message name;
};

std::vector<Item> items(PonNetwork const& pon) {
    std::vector<Item> out{
        {"cable_existing_poles", "km", {"Cáp quang trên cột đã có", "Fibre cable on poles that stand"}},
        {"cable_aerial", "km", {"Cáp quang treo trên cột mới", "Fibre cable, aerial on new poles"}},
        {"cable_buried", "km", {"Cáp quang chôn", "Fibre cable, buried"}},
        {"olt_port", "pieces", {"Cổng OLT", "OLT port"}},
        {"splitter_first", "pieces",
         geo::say("Bộ chia quang 1:{}, cấp một", "Splitter 1:{}, first stage", pon.first_split)},
        {"splitter_second", "pieces",
         geo::say("Bộ chia quang 1:{}, cấp hai", "Splitter 1:{}, second stage", pon.second_split)},
        {"home", "pieces", {"Dây thuê bao và thiết bị đầu cuối (ONT)", "Drop and terminal (ONT)"}},
        {"microwave_hop", "pieces", {"Chặng vi ba, hai đầu", "Microwave hop, two ends"}},
        {"vsat", "pieces", {"Bộ thiết bị vệ tinh", "Satellite set"}},
        {"site", "pieces", {"Trạm mới: cột, nhà trạm, vô tuyến", "New site: mast, civil works, radio"}},
        {"relay", "pieces", {"Trạm nhỏ trọn bộ", "Small site, all in"}},
        {"radio", "pieces", {"Vô tuyến thêm vào một trạm, mỗi công nghệ", "Radio added to a site, each technology"}},
        {"solar", "pieces", {"Hệ thống điện mặt trời của một trạm", "Solar power of a site"}},
        {"home_terminal", "pieces", {"Thiết bị đầu cuối 4G tại nhà", "Home terminal, 4G"}}};
    return out;
}

enum : std::size_t { olt = plant_names.size(), first, second, home, hop, vsat, site, relay, radio, solar, terminal };

struct Part {
    std::size_t item;
    double quantity;
    std::int64_t price_vnd;
};

/// What a project buys beside its link and what fibre needs in its village.
std::vector<Part> parts_of(Candidate const& built, Prices const& prices) {
    auto const& cost = built.cost;
    auto const vnd = [](double price) { return std::llround(price); };
    std::vector<Part> parts;
    if (cost.site_vnd > 0) parts.push_back({built.kind == ProjectKind::relay ? relay : site, 1, vnd(cost.site_vnd)});
    if (cost.technology_vnd > 0)
        parts.push_back({radio, std::round(cost.technology_vnd / prices.technology_vnd), vnd(cost.technology_vnd)});
    if (cost.power_vnd > 0) parts.push_back({solar, 1, vnd(cost.power_vnd)});
    if (built.kind == ProjectKind::fixed_wireless && cost.access_vnd > 0)
        parts.push_back({terminal, cost.access_vnd / prices.fixed_wireless_home_vnd, vnd(cost.access_vnd)});
    return parts;
}

} // namespace

std::vector<Material> materials(Scenario const& scenario, Candidates const& candidates, Plan const& plan,
                                RolloutGraph const& graph, FibrePlan const& fibre, NetworkPlan const& network) {
    auto const all = items(scenario.pon);
    auto const years = static_cast<std::size_t>(scenario.years.count());
    std::vector<std::vector<Material>> rows(years, std::vector<Material>(all.size()));
    auto const add = [&](int year, std::size_t item, double quantity, std::int64_t price_vnd) {
        auto& row = rows.at(static_cast<std::size_t>(year - scenario.years.base))[item];
        row.quantity += quantity;
        row.price_vnd += price_vnd;
    };
    for (std::size_t i = 0; i < fibre.edges.size(); ++i) {
        auto const& e = graph.edges[fibre.edges[i]];
        add(fibre.built[i], static_cast<std::size_t>(e.plant), e.length_m / 1000, e.price_vnd);
    }
    for (auto const& row : network.pon) {
        auto const& v = row.homes;
        auto const number = [](std::int64_t n) { return static_cast<double>(n); };
        auto const outputs_vnd = [&](std::int64_t splitters, int outputs) {
            return std::llround(number(splitters * outputs) * scenario.prices.splitter_output_vnd);
        };
        add(row.year, olt, number(v.olt_ports), row.price.olt_ports_vnd);
        add(row.year, first, number(v.first_splitters), outputs_vnd(v.first_splitters, scenario.pon.first_split));
        add(row.year, second, number(v.second_splitters), outputs_vnd(v.second_splitters, scenario.pon.second_split));
        add(row.year, home, number(v.homes_connected), row.price.homes_vnd);
    }
    for (auto const& link : network.links)
        if (link.kind == LinkKind::microwave || link.kind == LinkKind::vsat)
            add(link.year, link.kind == LinkKind::microwave ? hop : vsat, std::max(1, link.hops), link.price_vnd);
    for (auto const& project : plan.projects)
        for (auto const& part : parts_of(candidates.list[project.candidate], scenario.prices))
            add(project.year, part.item, part.quantity, part.price_vnd);
    std::vector<Material> out;
    for (std::size_t y = 0; y < years; ++y)
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (rows[y][i].quantity == 0) continue;
            rows[y][i].year = scenario.years.base + static_cast<int>(y);
            rows[y][i].key = all[i].key;
            rows[y][i].unit = all[i].unit;
            rows[y][i].item = all[i].name;
            out.push_back(rows[y][i]);
        }
    return out;
}

} // namespace phusong
