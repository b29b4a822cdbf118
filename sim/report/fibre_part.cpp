#include "sim/report/page.h"
#include <cmath>

namespace phusong::report {
namespace {

struct Cable {
    double km = 0, vnd = 0;
    [[nodiscard]] double million_vnd_per_km() const { return km > 0 ? vnd / km / 1e6 : std::nan(""); }
};

/// As every project reckoned its own.
Cable of_projects(Outcome const& outcome) {
    Cable sum;
    for (auto const& project : outcome.plan.projects) {
        auto const& link = outcome.candidates.list[project.candidate].link;
        if (link.kind != LinkKind::fibre) continue;
        sum.km += link.length_km;
        sum.vnd += link.capex_vnd;
    }
    return sum;
}

/// As the one tree has it, each stretch once.
Cable of_tree(NetworkPlan const& network) {
    Cable sum;
    for (auto const& link : network.links)
        if (link.kind == LinkKind::fibre) sum.km += link.length_km;
    sum.vnd = static_cast<double>(network.fibre_vnd);
    return sum;
}

Cable bought(NetworkPlan const& network, std::string_view item) {
    Cable sum;
    for (auto const& m : network.materials)
        if (m.key == item) {
            sum.km += m.quantity;
            sum.vnd += static_cast<double>(m.price_vnd);
        }
    return sum;
}

} // namespace

Html fibre_totals(Page const& page) {
    auto const& outcome = page.source.outcome;
    auto const projects = of_projects(outcome), tree = of_tree(outcome.network);
    if (!outcome.network.planned || !(tree.km > 0)) return {};
    auto const aerial = bought(outcome.network, "cable_aerial");
    auto const second =
        outcome.network.second_ways.empty()
            ? std::string()
            : page.in(geo::say(" Đường thứ hai cho cơ quan cần thêm {} tỷ, không nằm trong hai số đó.",
                               " Second ways of institutions cost {} billion more, which is in neither.",
                               page.bn(static_cast<double>(outcome.network.second_vnd))));
    auto const totals = page.in(geo::say(
        "Cùng một mạng cáp, kể hai cách: từng dự án tính cáp riêng của mình, {} km và {} tỷ đồng (bảng trên, sổ tiền "
        "của kế hoạch); kéo chung, mỗi đoạn đếm một lần, {} km và {} tỷ (tables/links.csv, tables/fibre.csv, vật tư).",
        "The same cable, told in two ways: every project reckons its own, {} km and {} billion VND (the table above, "
        "the plan's books); laid together, each stretch once, {} km and {} billion (tables/links.csv, "
        "tables/fibre.csv, materials).",
        page.number(projects.km, 1), page.bn(projects.vnd), page.number(tree.km, 1), page.bn(tree.vnd)));
    auto const price = page.in(geo::say(
        " Giá cơ bản của cáp treo trên cột mới {} triệu đồng/km; tính theo dốc, địa hình và nơi không có đường thì "
        "trung bình {} triệu/km cho cáp ấy, {} cho mọi loại cáp.",
        " The base price of cable on new poles is {} million VND/km; with slope, ground and stretches off the road the "
        "mean is {} million/km of that cable, {} of all cable.",
        page.number(page.source.scenario.prices.fibre_vnd_per_km / 1e6), page.number(aerial.million_vnd_per_km()),
        page.number(tree.million_vnd_per_km())));
    return html("<p>{}</p>\n", totals + second + price);
}

} // namespace phusong::report
