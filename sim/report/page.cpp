#include "sim/report/page.h"
#include "geo/number_text.h"
#include "sim/output/labels.h"

namespace phusong::report {

using geo::Message;

std::string Page::number(double value, int decimals) const { return geo::number_text(value, decimals, language); }

std::string Page::percent(double part, double whole, int decimals) const {
    return geo::percent_text(whole > 0 ? part / whole : std::nan(""), decimals, language);
}

std::string Page::bn(double vnd, int decimals) const { return number(vnd / vnd_per_bn, decimals); }

Message label(LinkKind kind) {
    switch (kind) {
    case LinkKind::none:
        return {"không có tuyến mới", "no new link"};
    case LinkKind::fibre:
        return {"cáp quang", "fibre"};
    case LinkKind::microwave:
        return {"vi ba", "microwave"};
    case LinkKind::vsat:
        return {"vệ tinh (VSAT)", "satellite (VSAT)"};
    }
    return {};
}

Message commune_kind(std::string const& kind) {
    if (kind == "commune") return {"xã", "commune"};
    if (kind == "ward") return {"phường", "ward"};
    if (kind == "township") return {"thị trấn", "township"};
    return {kind, kind};
}

std::string candidate_text(Page const& page, std::size_t index) {
    auto const& c = page.source.outcome.candidates.list[index];
    auto out = page.in(label(c.kind));
    if (!c.technologies.empty()) {
        out += " (";
        for (bool first = true; auto const t : technologies)
            if (c.technologies.has(t)) {
                out += fmt::format("{}{}", first ? "" : ", ", capital_name(t));
                first = false;
            }
        out += ")";
    }
    if (c.link.kind != LinkKind::none) out += fmt::format(", {}", page.in(label(c.link.kind)));
    if (c.link.length_km > 0) out += fmt::format(" {} km", page.number(c.link.length_km, 1));
    if (c.solar) out += page.say(", điện mặt trời", ", solar power");
    out += fmt::format("; {} {}", page.bn(c.cost.capex_vnd(), 2), page.say("tỷ đồng", "billion VND"));
    double const people = page.figures.candidate_people[index];
    if (people > 0)
        out += fmt::format(", {} {}", page.number(people), page.say("người trong vùng phủ", "people in its reach"));
    return out;
}

std::string story_text(Page const& page, std::size_t village) {
    auto const& story = page.figures.stories[village];
    if (story.project) {
        auto const& project = page.source.outcome.plan.projects[*story.project];
        return page.in(geo::say("Dự án {}, năm {}: ", "Project {}, {}: ", *story.project + 1, project.year)) +
               candidate_text(page, project.candidate);
    }
    if (story.candidate) return candidate_text(page, *story.candidate);
    return {};
}

Html heading(char const* id, std::string const& text) { return html("<h2 id=\"{}\">{}</h2>\n", id, text); }

Html number_row(std::string const& head, std::vector<std::string> const& cells) {
    Html row = html("<tr><th scope=\"row\">{}</th>", head);
    for (auto const& cell : cells) row += html("<td class=\"n\">{}</td>", cell);
    return row + html("</tr>\n");
}

Html header_row(std::vector<std::string> const& cells, std::size_t words) {
    Html row = html("<tr>");
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += html("<th scope=\"col\" class=\"{}\">{}</th>", i < words ? "" : "n", cells[i]);
    return row + html("</tr>\n");
}

Html plain_table(std::string const& caption, std::vector<std::string> const& header, Html const& rows) {
    return html(
        "<div class=\"wide\"><table>\n<caption>{}</caption>\n<thead>{}</thead>\n<tbody>\n{}</tbody></table></div>\n",
        caption, header_row(header, 1), rows);
}

} // namespace phusong::report
