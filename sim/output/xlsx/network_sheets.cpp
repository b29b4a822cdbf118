#include "sim/output/network_tables.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"

namespace phusong {
namespace {

using geo::Language;
using geo::io::XlsxSheet;

XlsxSheet materials_sheet(World const& world, Outcome const& outcome, Language language) {
    return csv_sheet(parsed(materials_csv(world, outcome)),
                     {{"Vật tư", "Materials"},
                      {"Mua gì, bao nhiêu, năm nào", "What is bought, how much, and when"},
                      {"year", language == Language::vi ? "item_vi" : "item_en", "quantity", "unit", "price_vnd"},
                      2},
                     language);
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
