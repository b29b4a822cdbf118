#include "sim/output/labels.h"
#include "sim/output/network_tables.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"

namespace phusong {
namespace {

using geo::Language;
using geo::io::XlsxSheet;

/// Why the bill is not the plan's capital; every part may have either sign.
std::string against_the_plan(Outcome const& outcome, Language language) {
    auto const& network = outcome.network;
    double bill_vnd = 0, capex_vnd = 0;
    for (auto const& m : network.materials) bill_vnd += static_cast<double>(m.price_vnd);
    for (auto const& project : outcome.plan.projects)
        capex_vnd += outcome.candidates.list[project.candidate].cost.capex_vnd();
    auto const shared_vnd = static_cast<double>(network.apart_vnd - network.fibre_vnd);
    auto const priced_vnd = static_cast<double>(network.projects_pay_vnd - network.apart_vnd);
    auto const bn = [&](double vnd) { return shown(vnd / vnd_per_bn, 1, language); };
    return geo::say(
               "Vốn của các dự án {} tỷ đồng, vật tư {} tỷ. Chênh lệch gồm: cáp kéo chung thay vì riêng từng nơi {} "
               "tỷ; dự án tính cáp theo một giá dọc đường, vật tư theo địa hình và loại cáp {} tỷ; dây và thiết bị "
               "trong thôn {} tỷ (dự án trả cho mọi nhà sẽ nối trong cả thời hạn, vật tư kể nhà nối đến năm cuối).",
               "Capital of the projects {} billion VND, materials {} billion. Between them lie: cable shared, not "
               "laid for each place {} billion; cable at one price along roads in the projects, by ground and "
               "plant in the materials {} billion; drops and equipment in villages {} billion (projects pay for "
               "every home that will connect within the horizon, materials count those connected by the last "
               "year).",
               bn(capex_vnd), bn(bill_vnd), bn(shared_vnd), bn(priced_vnd),
               bn(capex_vnd - bill_vnd - shared_vnd - priced_vnd))
        .in(language);
}

XlsxSheet materials_sheet(World const& world, Outcome const& outcome, Language language) {
    auto sheet = csv_sheet(parsed(materials_csv(world, outcome)),
                           {{"Vật tư", "Materials"},
                            {"Mua gì, bao nhiêu, năm nào", "What is bought, how much, and when"},
                            {"year", language == Language::vi ? "item_vi" : "item_en", "quantity", "unit", "price_vnd"},
                            2},
                           language);
    sheet.lines.push_back(against_the_plan(outcome, language));
    return sheet;
}

} // namespace

std::vector<XlsxSheet> network_sheets(World const& world, Scenario const& scenario, Outcome const& outcome,
                                      Language language) {
    std::vector<XlsxSheet> sheets;
    if (outcome.network.planned) {
        sheets.push_back(
            whole_sheet(links_csv(world, scenario, outcome),
                        {{"Tuyến truyền dẫn", "Links"},
                         {"Từng tuyến: dài, giá, dung lượng, tải", "Every link: length, price, capacity, load"},
                         {},
                         2},
                        language));
        sheets.push_back(whole_sheet(
            fibre_csv(world, outcome),
            {{"Cây cáp quang", "Fibre tree"}, {"Cáp quang chung, theo năm", "The one fibre tree, by year"}, {}, 1},
            language));
        sheets.push_back(whole_sheet(pon_csv(world, outcome),
                                     {{"Quang tới thôn", "Fibre in villages"},
                                      {"Mạng quang thụ động từng thôn", "Passive network of every village"},
                                      {},
                                      4},
                                     language));
        sheets.push_back(materials_sheet(world, outcome, language));
    }
    if (!outcome.network.second_ways.empty())
        sheets.push_back(whole_sheet(second_ways_csv(world, outcome),
                                     {{"Đường thứ hai", "Second ways"},
                                      {"Cơ quan có hai đường tách nhau", "Institutions with two ways apart"},
                                      {},
                                      2},
                                     language));
    return sheets;
}

} // namespace phusong
