#include "geo/number_text.h"
#include "sim/compare/html_parts.h"
#include "sim/scenario/scenario.h"
#include <algorithm>

namespace phusong::compare_page {
namespace {

std::string option_cell(Page const& p, std::size_t i) {
    auto const& o = p.c.options[i];
    auto const changes = short_changes(o);
    return cell(p.say(o.title) + (changes.empty() ? "" : "<br>" + xml_text(changes)) + "<br><small>" +
                xml_text(o.folder) + "</small>");
}

/// Of the money only the sum: money_table tells by purse.
bool of_one_purse(Criterion k) { return k == Criterion::operators_vnd || k == Criterion::public_vnd; }

/// "row" or the baseline's row, with its option first.
std::string begin_row(Page const& p, std::size_t i) {
    return (i == p.c.baseline ? "<tr class='base'>" : "<tr>") + option_cell(p, i);
}

std::vector<std::string> money_cells(double budget_vnd, double spent_vnd, geo::Language language) {
    std::vector<std::string> cells;
    for (double const vnd : {budget_vnd, spent_vnd, budget_vnd - spent_vnd})
        cells.push_back(geo::number_text(vnd / vnd_per_bn, 1, language));
    return cells;
}

} // namespace

std::string cell(std::string const& escaped, char const* tag, char const* attributes) {
    return fmt::format("<{0}{1}>{2}</{0}>", tag, attributes, escaped);
}

std::string head(std::vector<std::string> const& escaped) {
    std::string out = "<thead><tr>";
    for (auto const& text : escaped) out += cell(text, "th", " scope='col'");
    return out + "</tr></thead>\n";
}

std::string table(std::vector<std::string> const& heads, std::string const& rows) {
    return "<div class='wide'><table>" + head(heads) + "<tbody>\n" + rows + "</tbody></table></div>\n";
}

std::string options_table(Page const& p) {
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        if (auto const criterion = static_cast<Criterion>(k); !of_one_purse(criterion))
            heads.push_back(xml_text(criterion_head(criterion, p.language)));
    heads.push_back(p.say("Đồng cho mỗi người có 4G, 5G thêm", "VND per extra person with 4G or 5G"));
    heads.push_back(p.say("Đồng cho mỗi thôn tốt thêm", "VND per extra good village"));
    heads.push_back(p.say("Hạng", "Rank"));
    heads.push_back(p.say("Điểm", "Score"));
    heads.push_back(p.say("Biên Pareto", "Pareto front"));
    std::string rows;
    for (auto const i : p.c.ranking) {
        auto const& d = p.c.difference[i];
        rows += begin_row(p, i);
        for (std::size_t k = 0; k < criterion_count; ++k)
            if (auto const criterion = static_cast<Criterion>(k); !of_one_purse(criterion))
                rows += cell(xml_text(criterion_text(criterion, p.c.options[i].value[k], p.language)));
        rows += cell(geo::number_text(d.vnd_per_person_with_broadband, 0, p.language));
        rows += cell(geo::number_text(d.vnd_per_village, 0, p.language));
        rows += cell(std::to_string(p.c.rank[i]));
        rows += cell(geo::number_text(p.c.score[i], 3, p.language));
        rows += cell(p.c.on_front[i] ? p.say("có", "yes") : "") + "</tr>\n";
    }
    return table(heads, rows);
}

std::string money_table(Page const& p) {
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (auto const& purse :
         {p.say("Doanh nghiệp", "Operators"), p.say("Nhà nước", "Public purse"), p.say("Cả hai", "Both")})
        for (auto const& what : {p.say("ngân sách", "budget"), p.say("cần chi", "needed"),
                                 p.say("còn lại (âm: thiếu)", "left (negative: short)")})
            heads.push_back(purse + ": " + what);
    std::string rows;
    for (auto const i : p.c.ranking) {
        auto const& o = p.c.options[i];
        rows += begin_row(p, i);
        auto const purse = [&](double budget_vnd, Criterion spent) {
            for (auto const& text : money_cells(budget_vnd, o.value[index(spent)], p.language)) rows += cell(text);
        };
        purse(o.operators_budget_vnd, Criterion::operators_vnd);
        purse(o.public_budget_vnd, Criterion::public_vnd);
        purse(o.operators_budget_vnd + o.public_budget_vnd, Criterion::spent_vnd);
        rows += "</tr>\n";
    }
    return table(heads, rows);
}

std::string drawn_part(Page const& p) {
    if (!has_draws(p.c)) return {};
    std::vector<std::string> heads{p.say("Phương án", "Option"), p.say("Lần rút", "Draws")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        heads.push_back(xml_text(criterion_head(static_cast<Criterion>(k), p.language)));
    std::string rows;
    for (auto const i : p.c.ranking) {
        auto const& o = p.c.options[i];
        rows += "<tr>" + option_cell(p, i) + cell(o.of_study ? std::to_string(o.draws) : "–");
        for (std::size_t k = 0; k < criterion_count; ++k)
            rows += cell(xml_text(drawn_text(o, static_cast<Criterion>(k), p.language)));
        rows += "</tr>\n";
    }
    return "<h2>" + p.say("Qua các lần rút: P10 / P50 / P90", "Over the draws: P10 / P50 / P90") + "</h2>\n<p>" +
           p.say("Một phần mười số lần rút nằm dưới P10, một nửa dưới P50, chín phần mười dưới P90.",
                 "A tenth of the draws lies under P10, half under P50, nine tenths under P90.") +
           "</p>\n" + table(heads, rows);
}

std::string difference_table(Page const& p) {
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        heads.push_back(xml_text(difference_head(static_cast<Criterion>(k), p.language)));
    std::string rows;
    for (auto const i : p.c.ranking) {
        if (i == p.c.baseline) continue;
        rows += "<tr>" + option_cell(p, i);
        for (std::size_t k = 0; k < criterion_count; ++k)
            rows += cell(xml_text(difference_text(static_cast<Criterion>(k), p.c.difference[i].value[k], p.language)));
        rows += "</tr>\n";
    }
    return table(heads, rows);
}

} // namespace phusong::compare_page
