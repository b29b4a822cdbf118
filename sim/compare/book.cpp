#include "sim/compare/tables.h"
#include "sim/scenario/scenario.h"
#include <fmt/ranges.h>

namespace phusong {
namespace {

using geo::Language;
using geo::io::XlsxCell, geo::io::XlsxSheet, geo::io::XlsxStyle;

struct Words {
    Language language;
    std::string operator()(char const* vi, char const* en) const { return geo::Message{vi, en}.in(language); }
};

XlsxStyle style_of(Criterion c) {
    auto const& words = criteria()[index(c)];
    if (words.is_share) return XlsxStyle::percent;
    bool const per_100 = c == Criterion::mobile_per_100 || c == Criterion::fixed_per_100;
    return per_100 ? XlsxStyle::decimal_2 : XlsxStyle::whole;
}

void add_criteria(XlsxSheet& sheet, Language language) {
    for (std::size_t k = 0; k < criterion_count; ++k) {
        auto const c = static_cast<Criterion>(k);
        sheet.columns.push_back({criteria()[k].words.in(language), style_of(c), criteria()[k].is_money ? 20.0 : 13.0});
    }
}

/// Shares differ by percentage points; money stays in whole VND.
void add_difference(XlsxSheet& sheet, Criterion c, Language language) {
    auto const& words = criteria()[index(c)];
    if (words.is_share)
        sheet.columns.push_back({difference_head(c, language), XlsxStyle::decimal_1, 13});
    else
        sheet.columns.push_back({words.words.in(language), style_of(c), words.is_money ? 20.0 : 13.0});
}

XlsxSheet named(Words const& say, char const* vi, char const* en) {
    XlsxSheet sheet;
    sheet.name = sheet.title = say(vi, en);
    sheet.columns = {{say("Thư mục", "Folder"), XlsxStyle::text, 34},
                     {say("Phương án", "Option"), XlsxStyle::text, 34},
                     {say("Thay đổi", "Changes"), XlsxStyle::text, 40}};
    sheet.frozen_columns = 2;
    return sheet;
}

std::vector<XlsxCell> begun(Option const& o, Language language) { return {o.folder, o.title.in(language), o.changes}; }

XlsxSheet options_sheet(Comparison const& c, Words const& say) {
    auto sheet = named(say, "Phương án", "Options");
    sheet.lines = {say("Tốt nhất trước.", "Best first."), score_words(c.weights).in(say.language)};
    for (auto const& sentence : shortage_sentences(c)) sheet.lines.push_back(sentence.in(say.language));
    sheet.columns.push_back({say("Hạng", "Rank"), XlsxStyle::whole, 7});
    sheet.columns.push_back({say("Điểm", "Score"), XlsxStyle::decimal_3, 8});
    sheet.columns.push_back({say("Biên Pareto", "Pareto front"), XlsxStyle::text, 9});
    add_criteria(sheet, say.language);
    for (auto const& head : {say("Ngân sách của doanh nghiệp (đồng)", "Operators’ budget (VND)"),
                             say("Ngân sách nhà nước (đồng)", "Public budget (VND)")})
        sheet.columns.push_back({head, XlsxStyle::whole, 20});
    for (auto const i : c.ranking) {
        auto row = begun(c.options[i], say.language);
        row.insert(row.end(), {static_cast<std::int64_t>(c.rank[i]), c.score[i],
                               c.on_front[i] ? say("có", "yes") : std::string()});
        for (double const value : c.options[i].value) row.emplace_back(value);
        row.insert(row.end(), {c.options[i].operators_budget_vnd, c.options[i].public_budget_vnd});
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

/// P10, P50 and P90 of every criterion, a row each option and criterion.
XlsxSheet drawn_sheet(Comparison const& c, Words const& say) {
    auto sheet = named(say, "Qua các lần rút", "Over the draws");
    sheet.columns.push_back({say("Lần rút", "Draws"), XlsxStyle::whole, 9});
    sheet.columns.push_back({say("Chỉ tiêu", "Indicator"), XlsxStyle::text, 40});
    for (auto const* part : {"P10", "P50", "P90"}) sheet.columns.push_back({part, XlsxStyle::decimal_2, 20});
    for (auto const i : c.ranking) {
        auto const& o = c.options[i];
        if (!o.of_study) continue;
        for (std::size_t k = 0; k < criterion_count; ++k) {
            auto row = begun(o, say.language);
            auto const& words = criteria()[k];
            double const unit = words.is_share ? 0.01 : words.is_money ? vnd_per_bn : 1;
            row.insert(row.end(),
                       {static_cast<std::int64_t>(o.draws),
                        criterion_head(static_cast<Criterion>(k), say.language) + (words.is_share ? " (%)" : ""),
                        o.p10[k] / unit, o.value[k] / unit, o.p90[k] / unit});
            sheet.rows.push_back(std::move(row));
        }
    }
    return sheet;
}

XlsxSheet differences_sheet(Comparison const& c, Words const& say) {
    auto sheet = named(say, "Chênh lệch", "Differences");
    sheet.lines = {say("So với: ", "Against: ") + c.options[c.baseline].folder};
    for (std::size_t k = 0; k < criterion_count; ++k) add_difference(sheet, static_cast<Criterion>(k), say.language);
    auto const money = [&](char const* vi, char const* en) {
        sheet.columns.push_back({say(vi, en), XlsxStyle::whole, 20});
    };
    money("Đồng cho mỗi người có sóng thêm", "VND per extra person with signal");
    money("Đồng cho mỗi người có 4G, 5G thêm", "VND per extra person with 4G or 5G");
    money("Đồng cho mỗi thôn tốt thêm", "VND per extra good village");
    for (auto const i : c.ranking) {
        auto row = begun(c.options[i], say.language);
        auto const& d = c.difference[i];
        for (std::size_t k = 0; k < criterion_count; ++k)
            row.emplace_back(criteria()[k].is_share ? 100 * d.value[k] : d.value[k]);
        row.insert(row.end(), {d.vnd_per_person_with_signal, d.vnd_per_person_with_broadband, d.vnd_per_village});
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

XlsxSheet goals_sheet(Comparison const& c, Words const& say) {
    auto sheet = has_draws(c) ? named(say, "Xác suất đạt mục tiêu", "Goals by probability")
                              : named(say, "Năm đạt mục tiêu", "Goals by year");
    auto const goals = goals_of_all(c);
    for (auto const& goal : goals) sheet.columns.push_back({shared_goal_text(goal, say.language), XlsxStyle::text, 18});
    for (auto const i : c.ranking) {
        auto row = begun(c.options[i], say.language);
        for (auto const& goal : goals) row.emplace_back(goal_words(c.options[i], goal.id).in(say.language));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

XlsxSheet levers_sheet(Comparison const& c, Words const& say) {
    XlsxSheet sheet;
    sheet.name = sheet.title = say("Thay đổi", "Levers");
    for (auto const& sentence : idle_sentences(c)) sheet.lines.push_back(sentence.in(say.language));
    sheet.columns = {
        {say("Khóa", "Key"), XlsxStyle::text, 40},
        {say("Cặp phương án chỉ khác khóa này", "Pairs of options that differ in it alone"), XlsxStyle::whole, 22},
        {say("Cặp có kết quả như nhau", "Pairs of equal results"), XlsxStyle::whole, 22}};
    for (auto const& lever : c.levers)
        sheet.rows.push_back(
            {lever.key, static_cast<std::int64_t>(lever.pairs), static_cast<std::int64_t>(lever.without_effect)});
    return sheet;
}

XlsxSheet villages_sheet(std::vector<VillageDifferences> const& list, Comparison const& c, Words const& say) {
    XlsxSheet sheet;
    sheet.name = say("Thôn khác nhau", "Villages that differ");
    sheet.title = geo::say("So với “{}”", "Against “{}”", c.options[c.baseline].folder).in(say.language);
    sheet.columns = {{say("Phương án", "Option"), XlsxStyle::text, 28},
                     {say("Mã thôn", "Village code")},
                     {say("Thôn", "Village"), XlsxStyle::text, 28},
                     {say("Xã", "Commune"), XlsxStyle::text, 22},
                     {say("Năm", "Year"), XlsxStyle::year},
                     {say("Trước", "Before")},
                     {say("Sau", "After")},
                     {say("Lý do", "Reason"), XlsxStyle::long_text, 50}};
    for (auto const& villages : list)
        for (auto const& x : villages.villages)
            sheet.rows.push_back({c.options[villages.other].folder, x.code, x.name, x.commune,
                                  std::int64_t{villages.year}, x.state_one.in(say.language),
                                  x.state_other.in(say.language), x.reason_other.in(say.language)});
    return sheet;
}

} // namespace

geo::io::XlsxBook comparison_book(Comparison const& c, std::vector<VillageDifferences> const& villages,
                                  Language language) {
    Words const say{language};
    geo::io::XlsxBook book{
        title_of(c).in(language),
        "phusong",
        {options_sheet(c, say), differences_sheet(c, say), goals_sheet(c, say), levers_sheet(c, say)}};
    if (has_draws(c)) book.sheets.push_back(drawn_sheet(c, say));
    if (!villages.empty()) book.sheets.push_back(villages_sheet(villages, c, say));
    return book;
}

} // namespace phusong
