#include "geo/number_text.h"
#include "sim/compare/pareto_svg.h"
#include "sim/compare/tables.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include <algorithm>
#include <fmt/ranges.h>

namespace phusong {
namespace {

constexpr std::size_t most_villages = 500; ///< in the page; all stand in villages.csv

constexpr auto style = R"(body{font:15px/1.45 sans-serif;margin:1.5em auto;max-width:1200px;padding:0 1em;color:#222}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:1.6em}.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.9em}caption{text-align:left;padding:.3em 0}
th,td{border-bottom:1px solid #ccc;padding:.25em .6em;text-align:right;vertical-align:top}
th:first-child,td:first-child,.t{text-align:left}thead th{background:#dde6f0;position:sticky;top:0}
tr.base td{font-weight:bold}svg{max-width:760px;width:100%;height:auto}svg text{font:12px sans-serif;fill:#222}
.grid{stroke:#ddd;fill:none}.front{fill:#1f4e9c;stroke:#123}.off{fill:#fff;stroke:#555;stroke-width:1.5}
.name{paint-order:stroke;stroke:#fff;stroke-width:3px}
@media print{body{max-width:none}thead th{position:static}tr{break-inside:avoid}})";

struct Page {
    Comparison const& c;
    geo::Language language;
    std::string say(char const* vi, char const* en) const { return xml_text(geo::Message{vi, en}.in(language)); }
    std::string say(geo::Message const& message) const { return xml_text(message.in(language)); }
};

std::string cell(std::string const& escaped, char const* tag = "td", char const* attributes = "") {
    return fmt::format("<{0}{1}>{2}</{0}>", tag, attributes, escaped);
}

std::string head(std::vector<std::string> const& escaped) {
    std::string out = "<thead><tr>";
    for (auto const& text : escaped) out += cell(text, "th", " scope='col'");
    return out + "</tr></thead>\n";
}

std::string option_cell(Page const& p, std::size_t i) {
    auto const& o = p.c.options[i];
    return cell(p.say(o.title) + "<br><small>" + xml_text(o.folder) + "</small>");
}

std::string options_table(Page const& p) {
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        heads.push_back(xml_text(criterion_head(static_cast<Criterion>(k), p.language)));
    heads.push_back(p.say("Đồng cho mỗi người có 4G, 5G thêm", "VND per extra person with 4G or 5G"));
    heads.push_back(p.say("Đồng cho mỗi thôn tốt thêm", "VND per extra good village"));
    heads.push_back(p.say("Điểm", "Score"));
    heads.push_back(p.say("Biên Pareto", "Pareto front"));
    std::string out = "<div class='wide'><table>" + head(heads) + "<tbody>\n";
    for (auto const i : p.c.ranking) {
        auto const& d = p.c.difference[i];
        out += i == p.c.baseline ? "<tr class='base'>" : "<tr>";
        out += option_cell(p, i);
        for (std::size_t k = 0; k < criterion_count; ++k)
            out += cell(xml_text(criterion_text(static_cast<Criterion>(k), p.c.options[i].value[k], p.language)));
        out += cell(geo::number_text(d.vnd_per_person_with_broadband, 0, p.language));
        out += cell(geo::number_text(d.vnd_per_village, 0, p.language));
        out += cell(geo::number_text(p.c.score[i], 3, p.language));
        out += cell(p.c.on_front[i] ? p.say("có", "yes") : "") + "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

/// Empty when nothing was drawn.
std::string drawn_part(Page const& p) {
    if (!has_draws(p.c)) return {};
    std::vector<std::string> heads{p.say("Phương án", "Option"), p.say("Lần rút", "Draws")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        heads.push_back(xml_text(criterion_head(static_cast<Criterion>(k), p.language)));
    std::string out = "<h2>" + p.say("Qua các lần rút: P10 / P50 / P90", "Over the draws: P10 / P50 / P90") +
                      "</h2>\n<p>" +
                      p.say("Một phần mười số lần rút nằm dưới P10, một nửa dưới P50, chín phần mười dưới P90.",
                            "A tenth of the draws lies under P10, half under P50, nine tenths under P90.") +
                      "</p>\n<div class='wide'><table>" + head(heads) + "<tbody>\n";
    for (auto const i : p.c.ranking) {
        auto const& o = p.c.options[i];
        out += "<tr>" + option_cell(p, i) + cell(o.of_study ? std::to_string(o.draws) : "–");
        for (std::size_t k = 0; k < criterion_count; ++k)
            out += cell(xml_text(drawn_text(o, static_cast<Criterion>(k), p.language)));
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string difference_table(Page const& p) {
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (std::size_t k = 0; k < criterion_count; ++k)
        heads.push_back(xml_text(criterion_head(static_cast<Criterion>(k), p.language)));
    std::string out = "<div class='wide'><table>" + head(heads) + "<tbody>\n";
    for (auto const i : p.c.ranking) {
        if (i == p.c.baseline) continue;
        out += "<tr>" + option_cell(p, i);
        for (std::size_t k = 0; k < criterion_count; ++k) {
            auto const text = criterion_text(static_cast<Criterion>(k), p.c.difference[i].value[k], p.language);
            out += cell(fmt::format("{}{}", p.c.difference[i].value[k] > 0 ? "+" : "", xml_text(text)));
        }
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string goals_table(Page const& p) {
    auto const goals = goals_of_all(p.c);
    std::vector<std::string> heads{p.say("Phương án", "Option")};
    for (auto const& [id, label] : goals) heads.push_back(xml_text(id) + "<br><small>" + p.say(label) + "</small>");
    std::string out = "<div class='wide'><table>" + head(heads) + "<tbody>\n";
    for (auto const i : p.c.ranking) {
        out += "<tr>" + option_cell(p, i);
        for (auto const& [id, label] : goals) out += cell(p.say(goal_words(p.c.options[i], id)));
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string villages_part(Page const& p, VillageDifferences const& v) {
    std::string out = "<h2>" +
                      p.say(geo::say("Thôn khác nhau năm {}: {} tốt hơn, {} kém hơn",
                                     "Villages that differ in {}: {} better, {} worse", v.year, v.better, v.worse)) +
                      "</h2>\n<p>" +
                      p.say(geo::say("“{}” so với “{}”", "“{}” against “{}”", p.c.options[v.other].folder,
                                     p.c.options[v.one].folder)) +
                      "</p>\n";
    if (v.villages.empty()) return out;
    out += "<div class='wide'><table>" +
           head({p.say("Thôn", "Village"), p.say("Mã", "Code"), p.say("Xã", "Commune"), p.say("Trước", "Before"),
                 p.say("Sau", "After"), p.say("Lý do", "Reason")}) +
           "<tbody>\n";
    for (std::size_t i = 0; i < std::min(v.villages.size(), most_villages); ++i) {
        auto const& x = v.villages[i];
        out += "<tr>" + cell(xml_text(x.name)) + cell(xml_text(x.code)) + cell(xml_text(x.commune)) +
               cell(p.say(x.state_one)) + cell(p.say(x.state_other)) + cell(p.say(x.reason_other), "td", " class='t'") +
               "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string idle_part(Page const& p) {
    auto const sentences = idle_sentences(p.c);
    if (sentences.empty()) return {};
    std::string out = "<h2>" + p.say("Thay đổi mà không đổi gì", "Levers that changed nothing") + "</h2>\n<ul>\n";
    for (auto const& sentence : sentences) out += "<li>" + p.say(sentence) + "</li>\n";
    return out + "</ul>\n";
}

std::string made_up(Page const& p) {
    auto const layers = synthetic_words(p.c.options[p.c.baseline].synthetic_layers);
    return layers.en.empty()
               ? std::string()
               : "<p><strong>" + p.say("Dữ liệu giả định: ", "Synthetic data: ") + p.say(layers) + "</strong></p>\n";
}

} // namespace

std::string comparison_html(Comparison const& c, std::vector<VillageDifferences> const& villages,
                            geo::Language language) {
    Page const p{c, language};
    auto const title = p.say(geo::say("So sánh {} phương án", "{} options compared", c.options.size()));
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang='{}'>\n<head>\n<meta charset='utf-8'>\n"
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri "
        "'none'; form-action 'none'\">\n"
        "<meta name='viewport' content='width=device-width'>\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
        language == geo::Language::vi ? "vi" : "en", title, style);
    out += "<h1>" + title + "</h1>\n" + made_up(p);
    out +=
        "<h2>" + p.say("Tiền và người được phục vụ", "Money and people served") + "</h2>\n" + pareto_svg(c, language);
    out += "<p>" +
           p.say("Dấu đặc: không phương án nào hơn cả về người, tiền và công bằng. Dấu to: xã kém nhất được phục vụ "
                 "tốt hơn. "
                 "Hình vuông: phương án so sánh.",
                 "Filled: nobody is better in people, money and equity. Larger: the worst-served communes are served "
                 "better. "
                 "Square: the baseline.") +
           "</p>\n";
    out += "<h2>" + p.say("Các phương án, tốt nhất trước", "The options, best first") + "</h2>\n<p>" +
           p.say("Điểm theo trọng số: ", "Scores by the weights: ") + p.say(weights_words(c.weights)) + "</p>\n" +
           options_table(p);
    out += drawn_part(p);
    out += "<h2>" + p.say("Khác phương án so sánh bao nhiêu", "Difference to the baseline") + "</h2>\n" +
           difference_table(p);
    out += "<h2>" +
           (has_draws(c) ? p.say("Xác suất đạt từng mục tiêu", "Probability of reaching each goal")
                         : p.say("Năm đạt từng mục tiêu", "Year in which each goal is reached")) +
           "</h2>\n" + goals_table(p);
    out += idle_part(p);
    for (auto const& each : villages) out += villages_part(p, each);
    return out + "</body>\n</html>\n";
}

} // namespace phusong
