#include "sim/output/labels.h"
#include "sim/report/page.h"
#include <map>

namespace phusong::report {
namespace {

constexpr std::array kinds{LinkKind::fibre, LinkKind::microwave, LinkKind::vsat, LinkKind::none};

struct LengthSum {
    int projects = 0;
    double km = 0, capex_vnd = 0;
};

Html links(Page const& page) {
    std::map<std::size_t, LengthSum> sums;
    auto const& outcome = page.source.outcome;
    for (auto const& project : outcome.plan.projects) {
        auto const& c = outcome.candidates.list[project.candidate];
        auto& sum = sums[static_cast<std::size_t>(c.link.kind)];
        ++sum.projects;
        sum.km += c.link.length_km;
        sum.capex_vnd += c.link.capex_vnd;
    }
    Html rows;
    for (auto const kind : kinds) {
        auto const& sum = sums[static_cast<std::size_t>(kind)];
        bool const has_length = kind == LinkKind::fibre || kind == LinkKind::microwave;
        rows += number_row(page.in(label(kind)), {page.number(sum.projects), has_length ? page.number(sum.km, 1) : "–",
                                                  page.bn(sum.capex_vnd)});
    }
    return plain_table(page.say("Đường truyền của các dự án, cả kỳ", "Backhaul of the projects, whole period"),
                       {page.say("Loại", "Kind"), page.say("Số dự án", "Projects"), "km",
                        page.say("Vốn, tỷ đồng", "Capex, billion VND")},
                       rows);
}

Html by_year(Page const& page) {
    auto const& outcome = page.source.outcome;
    std::map<int, std::array<int, project_kind_names.size()>> built;
    for (auto const& project : outcome.plan.projects)
        ++built[project.year][static_cast<std::size_t>(outcome.candidates.list[project.candidate].kind)];
    Html rows;
    for (std::size_t y = 0; y < page.figures.headline.province.size(); ++y) {
        int const year = page.base() + static_cast<int>(y);
        auto const& now = page.figures.headline.province[y];
        std::vector<std::string> cells;
        for (auto const count : built[year]) cells.push_back(y == 0 ? "–" : page.number(count));
        cells.push_back(page.number(now.villages_fibre));
        cells.push_back(page.percent(now.people_with_fibre, now.people));
        rows += number_row(std::to_string(year), cells);
    }
    std::vector<std::string> header{page.say("Năm", "Year")};
    for (std::size_t k = 0; k < project_kind_names.size(); ++k)
        header.push_back(page.in(label(static_cast<ProjectKind>(k))));
    header.push_back(page.say("Thôn có cáp quang", "Villages with fibre"));
    header.push_back(page.say("Dân có cáp quang", "People with fibre"));
    return plain_table(page.say("Dự án khởi công và cáp quang từng năm", "Projects begun and fibre, year by year"),
                       header, rows);
}

} // namespace

Html network_part(Page const& page) {
    return html("<section>") + heading("network", page.say("Cáp quang và đường truyền", "Fibre and backhaul")) +
           by_year(page) + links(page) + fibre_totals(page) + overloaded_sites(page) +
           html("<p class=\"note\">{}</p></section>\n",
                page.say("Từng dự án với tọa độ và giá: tables/plan.csv.",
                         "Every project with its place and price: tables/plan.csv."));
}

} // namespace phusong::report
