#include "sim/output/labels.h"
#include "sim/report/goals.h"
#include <fmt/ranges.h>

namespace phusong::report {
namespace {

Html layers(Page const& page) {
    Html rows;
    for (auto const& p : page.source.world.provenance)
        rows +=
            html("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>\n", page.in(layer_word(p.layer)),
                 p.synthetic ? page.say("giả định", "made up") : page.say("có nguồn", "from a source"), p.source,
                 page.in(p.note));
    return html("<div class=\"wide\"><table><caption>{}</caption><thead>{}</thead><tbody>{}</tbody></table></div>\n",
                page.say("Từng lớp dữ liệu từ đâu mà có", "Where each layer came from"),
                header_row({page.say("Lớp", "Layer"), page.say("Loại", "Kind"), page.say("Nguồn", "Source"),
                            page.say("Ghi chú", "Note")},
                           4),
                rows);
}

Html notes(Page const& page) {
    Html items;
    for (auto const* list : {&page.source.world.notes, &page.source.outcome.notes})
        for (auto const& note : *list) items += html("<li>{}</li>\n", page.in(note));
    if (items.text.empty()) return {};
    return html("<h3>{}</h3><ul>{}</ul>\n",
                page.say("Chỗ thiếu và điều lạ mà chương trình thấy", "Gaps and oddities that the program saw"), items);
}

Html advice(Page const& page) {
    auto const item = [&](char const* vi, char const* en) { return html("<li>{}</li>\n", page.say(vi, en)); };
    return html("<ul>") +
           item("Chênh lệch giữa hai phương án trên cùng dữ liệu đáng tin hơn một con số đứng riêng.",
                "Differences between two options on the same data say more than one number alone.") +
           item("Tổng của tỉnh đáng tin hơn số của một xã; số của một xã đáng tin hơn số của một thôn.",
                "Totals of the province say more than one commune, one commune more than one village.") +
           item("Nơi địa hình, trạm hoặc thôn là giả định, lý do của một thôn cho biết chương trình sẽ nói gì, không "
                "phải "
                "thực tế của thôn đó.",
                "Where terrain, sites or villages are made up, a village's reason shows what the program would say, "
                "not what "
                "is so in that village.") +
           item("Trước khi chi tiền ở một nơi: địa hình thật, trạm thật, đến tận nơi.",
                "Before money is spent at a place: real terrain, real sites, a visit.") +
           item("Bản đồ trên trang này đã thu nhỏ: mỗi điểm ảnh là trạng thái của đa số ô trong đó. Bản đầy đủ: thư "
                "mục maps/.",
                "Maps on this page are reduced: a pixel shows what most of its cells have. The full ones are in "
                "maps/.") +
           html("</ul>\n");
}

Html provenance_row(std::string const& name, std::string const& value) {
    return html("<tr><th scope=\"row\">{}</th><td class=\"code\">{}</td></tr>\n", name, value);
}

/// What --levers has found out.
Html idle_levers(Page const& page) {
    auto const& idle = page.source.identity.levers_without_effect;
    if (!idle) return {};
    auto const list = fmt::format("{}", fmt::join(*idle, "; "));
    return provenance_row(page.say("Trong đó không làm bảng nào khác đi", "Of these, changed no table"),
                          list.empty() ? page.say("không có", "none") : list);
}

} // namespace

Html trust_part(Page const& page) {
    auto const made = page.in(synthetic_words(page.source.world));
    auto const words = made.empty()
                           ? page.say("Không lớp dữ liệu nào là giả định.", "No layer is made up.")
                           : page.say("Giả định, không phải số đo thật: ", "Made up, not surveyed: ") + made + ".";
    return html("<section>") +
           heading("trust", page.say("Dữ liệu giả định và mức tin cậy", "What is made up and how far to trust it")) +
           html("<p><strong>{}</strong></p>\n", words) + advice(page) + base_checks(page) + layers(page) + notes(page) +
           html("</section>\n");
}

Html provenance_part(Page const& page) {
    auto const& id = page.source.identity;
    auto const row = provenance_row;
    Html rows = row(page.say("Chương trình", "Program"), "phusong " + id.program_version) +
                row(page.say("Kịch bản", "Scenario"), id.scenario_name) +
                row(page.say("Thay đổi so với tệp kịch bản", "Changes to the scenario file"),
                    id.changes.empty() ? page.say("không", "none") : id.changes) +
                idle_levers(page) +
                row(page.say("Mã băm của đầu vào (SHA-256)", "Hash of the inputs (SHA-256)"), id.input_hash);
    Html files;
    for (auto const& input : id.inputs) files += row(input.file, input.sha256);
    auto const table = [](std::string const& caption, Html const& body) {
        return html("<div class=\"wide\"><table><caption>{}</caption><tbody>{}</tbody></table></div>\n", caption, body);
    };
    return html("<section>") +
           heading("provenance", page.say("Nguồn gốc của báo cáo này", "Where this report comes from")) +
           table(page.say("Lần chạy", "The run"), rows) +
           table(page.say("Tệp đầu vào và mã băm SHA-256", "Input files and their SHA-256"), files) +
           html("<p class=\"note\">{}</p></section>\n",
                page.say("Cùng đầu vào cho cùng báo cáo, từng byte; vì thế trang này không ghi ngày giờ.",
                         "The same inputs give the same report, byte for byte; so this page carries no date."));
}

} // namespace phusong::report
