#include "sim/output/demand_tables.h"
#include "sim/output/labels.h"
#include "sim/output/load_words.h"
#include "sim/output/tables.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"
#include "sim/rollout/operator_money.h"

namespace phusong {

std::vector<geo::io::XlsxSheet> demand_sheets(World const& world, Scenario const& scenario, Outcome const& outcome,
                                              geo::Language language) {
    std::vector<geo::io::XlsxSheet> sheets;
    if (!operator_names(scenario.rollout).empty())
        sheets.push_back(whole_sheet(operators_csv(world, scenario, outcome),
                                     {{"Nhà mạng", "Operators"},
                                      {"Túi tiền của từng nhà mạng, từng năm", "Every operator's purse, year by year"},
                                      {},
                                      2},
                                     language));
    auto upgrades = whole_sheet(site_upgrades_csv(world, scenario, outcome),
                                {{"Trạm quá tải", "Overloaded sites"},
                                 {"Sóng mang 4G và trạm cần thêm để giờ bận không đầy, và tiền còn lại của nhà mạng có "
                                  "đủ không; không nằm trong kế "
                                  "hoạch",
                                  "4G carriers and sites that would keep the busy hour from filling, and whether the "
                                  "operators' money left would pay; no "
                                  "part of the plan"},
                                 {},
                                 1},
                                language);
    upgrades.lines.push_back(geo::say("Quá tải: tải giờ cao điểm hơn {} % dung lượng của trạm (links.full_share).",
                                      "Overloaded: the busy hour fills over {}% of the site (links.full_share).",
                                      shown(100 * scenario.links.full_share, 0, language))
                                 .in(language));
    for (auto const& sentence : load_sentences(scenario, outcome)) upgrades.lines.push_back(sentence.in(language));
    if (!upgrades.rows.empty()) sheets.push_back(std::move(upgrades));
    return sheets;
}

} // namespace phusong
