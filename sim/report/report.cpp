#include "sim/report/report.h"
#include "geo/io/hash.h"
#include "sim/output/labels.h"
#include "sim/report/goals.h"
#include "sim/report/page.h"
#include "sim/report/page_sources.h"

namespace phusong::report {
namespace {

/// What a Content-Security-Policy calls a script or style by.
std::string policy_hash(std::string_view content) {
    auto const hex = geo::io::sha256(content);
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return fmt::format("'sha256-{}'", base64(bytes));
}

/// Sources of this program, which are HTML as they are.
Html own(std::string_view text) { return {std::string(text)}; }

Html head(Page const& page) {
    auto const policy = fmt::format("default-src 'none'; img-src data:; style-src {}; script-src {}; base-uri 'none'; "
                                    "form-action 'none'",
                                    policy_hash(page_css()), policy_hash(page_js()));
    return own("<!DOCTYPE html>\n") +
           html("<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                "content=\"{}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta "
                "name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<link rel=\"icon\" "
                "href=\"data:,\">\n<style>{}</style>\n</head>\n",
                page.say("vi", "en"), policy, page.in(title(page.source.scenario)), own(page_css()));
}

Html contents(Page const& page) {
    struct Entry {
        char const *id, *vi, *en;
    };
    static constexpr std::array entries{Entry{"top", "Tóm tắt", "Summary"},
                                        Entry{"decisions", "Cần quyết định", "To be decided"},
                                        Entry{"map", "Bản đồ", "Map"},
                                        Entry{"goals-head", "Mục tiêu", "Goals"},
                                        Entry{"districts-head", "Huyện", "Districts"},
                                        Entry{"communes-head", "Xã", "Communes"},
                                        Entry{"villages-head", "Thôn còn lại", "Villages left"},
                                        Entry{"network", "Cáp quang", "Fibre"},
                                        Entry{"subscribers", "Thuê bao", "Subscribers"},
                                        Entry{"finance", "Tài chính", "Finance"},
                                        Entry{"trust", "Mức tin cậy", "Trust"},
                                        Entry{"provenance", "Nguồn gốc", "Provenance"}};
    Html items;
    for (auto const& entry : entries)
        items += html("<li><a href=\"#{}\">{}</a></li>", std::string_view(entry.id), page.say(entry.vi, entry.en));
    return html("<a class=\"skip\" href=\"#main\">{}</a>\n<nav aria-label=\"{}\"><ul>{}</ul></nav>\n",
                page.say("Đến nội dung chính", "Skip to the content"), page.say("Các phần", "Parts"), items);
}

std::string text_of(Page const& page) {
    Html const body = head(page) + own("<body>\n") + goal_marks() + contents(page) + own("<main id=\"main\">\n") +
                      first_page(page) + decisions_part(page) + map_part(page) + goals_part(page) + places_part(page) +
                      villages_part(page) + network_part(page) + subscribers_part(page) + finance_part(page) +
                      trust_part(page) + provenance_part(page) +
                      own("</main>\n<script type=\"application/json\" id=\"data\">") + own(in_script(data_json(page))) +
                      own("</script>\n<script>") + own(page_js()) + own("</script>\n</body>\n</html>\n");
    return body.text;
}

} // namespace

std::vector<TextFile> pages(Source const& source) {
    auto const all = figures(source);
    return {{"report.vi.html", text_of({source, all, geo::Language::vi})},
            {"report.en.html", text_of({source, all, geo::Language::en})}};
}

} // namespace phusong::report
