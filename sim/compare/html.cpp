#include "sim/compare/html_parts.h"
#include "sim/output/labels.h"
#include <algorithm>

namespace phusong {
namespace {

using compare_page::Page, compare_page::cell;

constexpr std::size_t most_villages = 500; ///< in the page; all stand in villages.csv

constexpr auto style = R"(body{font:15px/1.45 sans-serif;margin:1.5em auto;max-width:1200px;padding:0 1em;color:#222}
h1{font-size:1.5em}h2{font-size:1.2em;margin-top:1.6em}.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.9em}caption{text-align:left;padding:.3em 0}
th,td{border-bottom:1px solid #ccc;padding:.25em .6em;text-align:right;vertical-align:top}
th:first-child,td:first-child,.t{text-align:left}thead th{background:#dde6f0;position:sticky;top:0}
tbody th{font-weight:normal}small{overflow-wrap:anywhere}
tr.base td{font-weight:bold}svg{max-width:760px;width:100%;height:auto}svg text{font:12px sans-serif;fill:#222}
.grid{stroke:#ddd;fill:none}.front{fill:#1f4e9c;stroke:#123}.off{fill:#fff;stroke:#555;stroke-width:1.5}
.name{paint-order:stroke;stroke:#fff;stroke-width:3px}
@page{size:A4 landscape;margin:10mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:9pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1{font-size:14pt;margin:0}h2{font-size:11pt;margin:4mm 0 1mm;break-after:avoid}p{margin:1mm 0}
.wide{overflow:visible}table{width:100%;font-size:7.2pt}th,td{padding:.6mm .9mm;hyphens:auto}
thead th{position:static}tr,svg{break-inside:avoid}svg{max-height:88mm}h2+p{break-after:avoid}})";

std::string villages_part(Page const& p, VillageDifferences const& v) {
    std::string out = "<h2>" +
                      p.say(geo::say("Thôn khác nhau năm {}: {} tốt hơn, {} kém hơn",
                                     "Villages that differ in {}: {} better, {} worse", v.year, v.better, v.worse)) +
                      "</h2>\n<p>" +
                      p.say(geo::say("“{}” so với “{}”", "“{}” against “{}”", p.c.options[v.other].folder,
                                     p.c.options[v.one].folder)) +
                      "</p>\n";
    if (v.villages.empty()) return out;
    std::string rows;
    for (std::size_t i = 0; i < std::min(v.villages.size(), most_villages); ++i) {
        auto const& x = v.villages[i];
        rows += "<tr>" + cell(xml_text(x.name)) + cell(xml_text(x.code)) + cell(xml_text(x.commune)) +
                cell(p.say(x.state_one)) + cell(p.say(x.state_other)) +
                cell(p.say(x.reason_other), "td", " class='t'") + "</tr>\n";
    }
    return out + compare_page::table({p.say("Thôn", "Village"), p.say("Mã", "Code"), p.say("Xã", "Commune"),
                                      p.say("Trước", "Before"), p.say("Sau", "After"), p.say("Lý do", "Reason")},
                                     rows);
}

std::string sentences(Page const& p, std::vector<geo::Message> const& all) {
    if (all.empty()) return {};
    std::string out = "<ul>\n";
    for (auto const& sentence : all) out += "<li>" + p.say(sentence) + "</li>\n";
    return out + "</ul>\n";
}

std::string idle_part(Page const& p) {
    auto const list = sentences(p, idle_sentences(p.c));
    if (list.empty()) return {};
    return "<h2>" + p.say("Thay đổi mà không đổi gì", "Levers that changed nothing") + "</h2>\n" + list;
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
    auto const title = p.say(title_of(c));
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
           p.say(score_words(c.weights)) + "</p>\n" + options_table(p);
    out += "<h2>" + p.say("Tiền cả kỳ theo nguồn (tỷ đồng)", "Money of the whole period by purse (billion VND)") +
           "</h2>\n" + sentences(p, shortage_sentences(c)) + money_table(p);
    out += drawn_part(p);
    out += "<h2>" + p.say("Khác phương án so sánh bao nhiêu", "Difference to the baseline") + "</h2>\n<p>" +
           p.say("Tỷ lệ khác nhau bao nhiêu điểm phần trăm: từ 50 % lên 51 % là +1.",
                 "Shares differ by percentage points: from 50% to 51% is +1.") +
           "</p>\n" + difference_table(p) + goals_part(p);
    out += idle_part(p);
    for (auto const& each : villages) out += villages_part(p, each);
    return out + "</body>\n</html>\n";
}

} // namespace phusong
