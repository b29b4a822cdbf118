#include "sim/output/labels.h"
#include "sim/output/load_words.h"
#include "sim/report/chart_parts.h"
#include "sim/report/charts.h"
#include "sim/report/goals.h"
#include "sim/report/map_svg.h"
#include <algorithm>
#include <array>

namespace phusong::report {
namespace {

Html tile(std::string const& name, std::string const& before, std::string const& after, std::string const& note) {
    return html(
        "<div class=\"tile\"><p class=\"tile-name\">{}</p><p class=\"tile-value\"><span>{}</span> <span "
        "class=\"arrow\" aria-hidden=\"true\">→</span> <strong>{}</strong></p><p class=\"tile-note\">{}</p></div>\n",
        name, before, after, note);
}

/// Share of the people who could have a line at home, by fibre or by radio, at the end of a year.
std::string homes_in_reach(Page const& page, std::size_t y) {
    auto const& villages = page.source.world.villages;
    double people = 0, in_reach = 0;
    for (std::size_t v = 0; v < villages.size(); ++v) {
        people += villages[v].people;
        in_reach += villages[v].people * page.source.outcome.fixed_line_share[y][v];
    }
    return page.percent(in_reach, people);
}

Html signal_tile(Page const& page) {
    auto const &first = page.figures.headline.province.front(), &last = page.figures.headline.province.back();
    auto const with = [&](double CommuneYear::*people, CommuneYear const& year) {
        return page.percent(year.*people, year.people, 2);
    };
    return tile(
        page.say("Thôn có sóng tốt", "Villages with good signal"), page.number(first.villages_good),
        page.number(last.villages_good),
        page.in(geo::say("trong {} thôn; còn {} thôn lõm sóng, {} thôn trắng sóng. Người dân có sóng: {} → {}; "
                         "có 4G hay 5G: {} → {}",
                         "of {} villages; {} with weak signal and {} without remain. People with signal: {} → "
                         "{}; with 4G or 5G: {} → {}",
                         page.number(last.villages), page.number(last.villages_weak), page.number(last.villages_none),
                         with(&CommuneYear::people_with_signal, first), with(&CommuneYear::people_with_signal, last),
                         with(&CommuneYear::people_with_broadband, first),
                         with(&CommuneYear::people_with_broadband, last))));
}

Html tiles(Page const& page) {
    auto const& h = page.figures.headline;
    auto const &first = h.province.front(), &last = h.province.back();
    auto const mobile = ServiceKind::mobile, fixed = ServiceKind::fixed;
    auto const when_full = busy_hour_line(page.source.scenario, page.source.outcome)
                               ? page.say(", chậm khi các trạm đó đầy", ", slow while those sites are full")
                               : std::string();
    return html("<div class=\"tiles\">") + signal_tile(page) +
           tile(page.say("Người dân có thể lắp Internet tại nhà", "People who can have Internet at home"),
                homes_in_reach(page, 0), homes_in_reach(page, h.province.size() - 1),
                page.in(geo::say(
                    "bằng cáp quang: {} → {}, còn lại bằng 4G{}. Thuê bao trên 100 dân: {} → {}; không có kế "
                    "hoạch: {}",
                    "by fibre: {} → {}, others by 4G{}. Lines per 100 people: {} → {}; without the plan: {}",
                    page.percent(first.people_with_fibre, first.people),
                    page.percent(last.people_with_fibre, last.people), when_full, page.number(first.per_100(fixed), 2),
                    page.number(last.per_100(fixed), 2), page.number(last.per_100_without_plan(fixed), 2)))) +
           tile(page.say("Thuê bao di động trên 100 dân", "Mobile subscribers per 100 people"),
                page.number(first.per_100(mobile), 2), page.number(last.per_100(mobile), 2),
                page.in(geo::say("không có kế hoạch: {}", "without the plan: {}",
                                 page.number(last.per_100_without_plan(mobile), 2)))) +
           html("</div>\n");
}

/// Where the money goes, as a sentence and a bar: three numbers of signal must not hide that most of it buys lines.
Html spending(Page const& page) {
    auto const& spent = page.figures.headline.spent_on;
    auto const line = spending_line(spent);
    if (!line) return {};
    struct Part {
        double vnd;
        char const *css_class, *words_class;
        std::string name;
    };
    std::array const parts{
        Part{spent.lines_vnd, "kind-lines", "mid", page.say("Internet cố định", "fixed lines")},
        Part{spent.signal_vnd, "kind-signal", "mid white", page.say("sóng di động", "mobile signal")},
        Part{spent.running_vnd, "kind-running", "mid", page.say("vận hành", "running costs")}};
    constexpr int baseline_px = 16, letter_px = 7; // a name that would not fit is left out
    Field const field{.width = 820, .height = 24, .left = 0, .right = 0, .top = 0, .bottom = 0};
    Html bar = chart_begin(field, page.in(*line));
    double from = 0;
    for (auto const& part : parts) {
        double const share = part.vnd / spent.all_vnd();
        bar += rect(field.x(from), 0, field.x(share), field.height, part.css_class);
        auto const label = part.name + " " + page.percent(share, 1, 0);
        if (field.x(share) > letter_px * static_cast<double>(label.size()))
            bar += text_at(field.x(from + share / 2), baseline_px, part.words_class, label);
        from += share;
    }
    return html("<div class=\"spending\"><p>{}.</p>{}</div>\n", page.in(*line), bar + chart_end());
}

/// Overloaded sites are no footnote: signal that nobody can use in the evening is none.
Html busy_hour(Page const& page) {
    auto const line = busy_hour_line(page.source.scenario, page.source.outcome);
    if (!line) return {};
    return html(
        "<p class=\"warning\"><strong>{}</strong> {}. {} <a href=\"#load\">{}</a></p>\n",
        page.say("Mạng sẽ nghẽn:", "The network will be full:"), page.in(*line),
        page.say(
            "Nên yêu cầu nhà mạng thêm sóng mang 4G và trạm, trước ở nơi đông người nhất, hoặc thêm tiền cho việc đó.",
            "Ask the operators to add 4G carriers and sites, where most users are first, or plan money for it."),
        page.say("Trạm nào, bao nhiêu tiền?", "Which sites, at what price?"));
}

Html maps(Page const& page) {
    auto const side = [&](std::size_t y, bool with_outlines) {
        return html("<figure><figcaption>{}</figcaption>{}</figure>\n",
                    page.in(geo::say("Cuối năm {}", "End of {}", page.base() + static_cast<int>(y))),
                    map_svg(page, y, with_outlines));
    };
    return html("<div class=\"pair\">") + side(0, true) + side(page.source.outcome.villages.size() - 1, false) +
           html("</div>\n") + map_legend(page);
}

/// A plan that most draws cannot pay is to be doubted, and not in small print.
Html cost_range(Page const& page) {
    auto const& h = page.figures.headline;
    auto const line = cost_range_line(h);
    if (!line) return {};
    constexpr double doubtful_share = 0.5;
    bool const doubtful =
        std::max(h.cost_range->public_short_share, h.cost_range->operators_short_share) > doubtful_share;
    auto const head = doubtful ? page.say("Tiền có thể không đủ:", "Money may not be enough:") : std::string();
    return html("<p class=\"{}\"><strong>{}</strong> {}.</p>\n", doubtful ? "warning" : "range", head, page.in(*line));
}

Html money(Page const& page) {
    auto const& h = page.figures.headline;
    auto const key = html("<p class=\"key\"><span class=\"box operators-key\"></span>{} <span class=\"box "
                          "public-key\"></span>{} <span class=\"box frame-key\"></span>{}</p>",
                          page.say("doanh nghiệp", "operators"), page.say("nhà nước", "public purse"),
                          page.say("khung: tiền có được trong năm", "frame: what the year could spend"));
    auto const text = page.in(geo::say(
        "Cả kỳ, tỷ đồng giá {}: doanh nghiệp chi {} trên ngân sách {}; nhà nước chi {} trên {}; {} dự án.",
        "Whole period, billion VND of {}: operators spend {} of {}; the public purse {} of {}; {} projects.",
        page.source.scenario.finance.price_year, page.bn(h.operators_spent_vnd), page.bn(h.operators_budget_vnd),
        page.bn(h.public_spent_vnd), page.bn(h.public_budget_vnd), page.number(h.projects)));
    auto const from = page.say("Ngân sách và giá lấy từ đâu?", "Where do budgets and prices come from?");
    return html("<div class=\"money\"><div><p>{} <a href=\"#assumptions\">{}</a></p>\n{}{}</div>{}</div>\n", text, from,
                cost_range(page), key, money_chart(page));
}

Html made_up(Page const& page) {
    auto const words = page.in(synthetic_words(page.source.world));
    if (words.empty()) return {};
    return html("<p class=\"warning\"><strong>{}</strong> {} <a href=\"#trust\">{}</a></p>\n",
                page.say("Có dữ liệu giả định, không phải số đo thật:", "Some data are made up, not surveyed:"),
                words + ".", page.say("Tin được đến đâu?", "How far to trust this?"));
}

} // namespace

Html first_page(Page const& page) {
    return html("<section id=\"top\" class=\"first\">\n<h1>{}</h1>\n", page.in(title(page.source.scenario))) +
           made_up(page) + tiles(page) + spending(page) + busy_hour(page) + maps(page) +
           html("<div class=\"halves\"><div>") +
           html("<h2 id=\"goals\">{}</h2>\n",
                page.in(geo::say("Mục tiêu {}–{}", "Goals {}–{}", page.base() + 1, page.last()))) +
           plan_goals(page) + html("</div><div>") +
           heading("money", page.say("Tiền theo năm và nguồn", "Money by year and purse")) + money(page) +
           html("</div></div></section>\n");
}

} // namespace phusong::report
