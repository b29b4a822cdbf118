#include "sim/output/xlsx/summary_book.h"
#include "sim/output/csv_text.h"
#include "sim/output/groups.h"
#include "sim/output/labels.h"
#include "sim/output/tables.h"
#include "sim/output/xlsx/csv_sheet.h"
#include "sim/output/xlsx/sheets.h"
#include "sim/targets/targets.h"

namespace phusong {
namespace {

using geo::Language;
using geo::io::CsvTable, geo::io::XlsxSheet;

XlsxSheet goals_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, Language language) {
    SheetWish wish{{"Mục tiêu", "Goals"},
                   {"Mục tiêu: đạt, chưa đạt, thiếu bao nhiêu", "Goals: reached, missed, by how much"},
                   {"id", language == Language::vi ? "label_vi" : "label_en", "unit", "comparison", "goal", "year",
                    "value", "value_p10", "value_p90", "gap", "gap_percent_of_goal", "reached", "certain",
                    "drawn_reached_share", "first_year_reached", "basis"},
                   2};
    append(wish.columns, to_close_columns());
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        wish.columns.push_back(fmt::format("value_{}", year));
    wish.columns.emplace_back("source");
    auto sheet = csv_sheet(parsed(targets_csv(world, scenario, outcome)), wish, language);
    Evidence const evidence{world, scenario, outcome.villages, outcome.village_fibre, outcome.subscribers};
    for (auto const& result : outcome.goals)
        if (auto const parts = figure_in_parts(result, evidence))
            sheet.lines.push_back(fmt::format("{}: {}", result.goal.id, parts->in(language)));
    return sheet;
}

XlsxSheet communes_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, Language language) {
    auto table = parsed(communes_csv(world, scenario, outcome));
    sort_by_names(table, {"district", "name"});
    return csv_sheet(table,
                     {{"Xã theo năm", "Communes by year"},
                      {"Từng xã, cuối từng năm", "Every commune at the end of every year"},
                      {"code",
                       "name",
                       "kind",
                       "district",
                       "year",
                       "people",
                       "people_with_signal",
                       "signal_share",
                       "people_with_broadband",
                       "broadband_share",
                       "people_with_fibre",
                       "fibre_share",
                       "villages",
                       "villages_good",
                       "villages_weak",
                       "villages_none",
                       "villages_fibre",
                       "mobile_subscribers",
                       "fixed_subscribers",
                       "paytv_subscribers",
                       "mobile_per_100",
                       "fixed_per_100",
                       "paytv_per_100",
                       "rural_criterion_8"},
                      2},
                     language);
}

XlsxSheet groups_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, Language language) {
    return csv_sheet(parsed(groups_csv(world, scenario, outcome)),
                     {{"Huyện và vùng", "Districts and zones"},
                      {"Toàn tỉnh, huyện, và các cách chia khác của kịch bản; mỗi cách cộng lại đúng bằng toàn tỉnh",
                       "The province, districts, and the scenario's other divisions; each adds up to the province"},
                      {"grouping",
                       "code",
                       "name",
                       "year",
                       "people",
                       "people_with_signal",
                       "signal_share",
                       "people_with_broadband",
                       "broadband_share",
                       "people_with_fibre",
                       "fibre_share",
                       "villages",
                       "villages_good",
                       "villages_weak",
                       "villages_none",
                       "villages_fibre",
                       "mobile_subscribers",
                       "fixed_subscribers",
                       "paytv_subscribers",
                       "projects",
                       "capex_vnd",
                       "operators_capex_vnd",
                       "public_capex_vnd"},
                      3},
                     language);
}

XlsxSheet projects_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, Language language) {
    bool const vi = language == Language::vi;
    return csv_sheet(
        parsed(plan_csv(world, scenario, outcome)),
        {{"Dự án", "Projects"},
         {"Xây gì, ở đâu, năm nào, bao nhiêu tiền, ai trả", "What is built where, when, for how much, and who pays"},
         {"project",
          "year",
          vi ? "kind_vi" : "kind_en",
          "village_code",
          "village",
          "village_commune",
          "village_district",
          "site_commune",
          "lon_deg",
          "lat_deg",
          "site_code",
          "technologies",
          "mast_height_m",
          "power",
          "link",
          "link_from",
          "link_km",
          "site_vnd",
          "technology_vnd",
          "power_vnd",
          "backhaul_vnd",
          "access_vnd",
          "capex_vnd",
          "opex_vnd_per_year",
          "operators_capex_vnd",
          "public_capex_vnd",
          "public_opex_vnd_per_year",
          "npv_vnd",
          vi ? "viability_vi" : "viability_en",
          "new_villages",
          "new_people_mobile",
          "new_people_broadband",
          "new_people_fixed"},
         2},
        language);
}

XlsxSheet money_sheet(World const& world, Scenario const& scenario, Outcome const& outcome, Language language) {
    SheetWish wish{{"Tiền", "Money"},
                   geo::say("Tiền theo năm và nguồn, đồng giá {}", "Money by year and purse, VND of {}",
                            scenario.finance.price_year),
                   {"year", "purse", "budget_vnd", "carried_in_vnd", "available_vnd", "capex_vnd", "recurring_vnd",
                    "spent_vnd", "left_vnd", "site_vnd", "technology_vnd", "power_vnd", "backhaul_vnd", "access_vnd",
                    "projects_begun"},
                   2};
    for (std::size_t r = index(Refusal::none) + 1; r < refusal_names.size(); ++r)
        wish.columns.push_back(fmt::format("unbuilt_{}", refusal_names[r]));
    return csv_sheet(parsed(money_csv(world, scenario, outcome)), wish, language);
}

XlsxSheet data_sheet(World const& world, Language language) {
    return csv_sheet(parsed(provenance_csv(world)),
                     {{"Nguồn dữ liệu", "Data sources"},
                      {"Mỗi lớp dữ liệu từ đâu đến, và có phải giả định không",
                       "Where each layer comes from, and whether it is made up"},
                      {"layer", "synthetic", "source", language == Language::vi ? "note_vi" : "note_en", "sha256"},
                      1},
                     language);
}

} // namespace

geo::io::XlsxBook summary_book(World const& world, Scenario const& scenario, Outcome const& outcome,
                               Language language) {
    geo::io::XlsxBook book{title(scenario).in(language), scenario.name, {}};
    book.sheets = {leaders_sheet(world, scenario, outcome, language),
                   goals_sheet(world, scenario, outcome, language),
                   communes_sheet(world, scenario, outcome, language),
                   groups_sheet(world, scenario, outcome, language),
                   villages_sheet(world, scenario, outcome, language),
                   projects_sheet(world, scenario, outcome, language),
                   money_sheet(world, scenario, outcome, language),
                   assumptions_sheet(scenario, language),
                   data_sheet(world, language)};
    for (auto& sheet : demand_sheets(world, scenario, outcome, language)) book.sheets.push_back(std::move(sheet));
    for (auto& sheet : network_sheets(world, scenario, outcome, language)) book.sheets.push_back(std::move(sheet));
    auto const synthetic = synthetic_words(world).in(language);
    if (synthetic.empty()) return book;
    for (auto& sheet : book.sheets)
        sheet.lines.push_back(
            geo::say("Dữ liệu giả định (không phải số đo thật): {}", "Synthetic data (not surveyed): {}", synthetic)
                .in(language));
    return book;
}

void write_summary_books(std::filesystem::path const& folder, World const& world, Scenario const& scenario,
                         Outcome const& outcome) {
    geo::io::write_xlsx(folder / "summary.vi.xlsx", summary_book(world, scenario, outcome, Language::vi));
    geo::io::write_xlsx(folder / "summary.en.xlsx", summary_book(world, scenario, outcome, Language::en));
}

} // namespace phusong
