#include "geo/number_text.h"
#include "sim/output/headline.h"
#include "sim/output/labels.h"
#include "sim/output/load_words.h"
#include "sim/rollout/plan_words.h"
#include "sim/scenario/fields.h"
#include <cmath>

namespace phusong {
namespace {

using geo::Language, geo::Message, geo::say;

/// A number in both languages' writing.
struct Both {
    Both(double value, int decimals)
        : vi(shown(value, decimals, Language::vi)), en(shown(value, decimals, Language::en)) {}
    std::string vi, en;
};

Message two(std::string vi, std::string en) { return {std::move(vi), std::move(en)}; }

Message villages_line(Headline const& h) {
    auto const &first = h.province.front(), &last = h.province.back();
    return geo::with_numbers([&](auto number) {
        return say("Thôn có sóng tốt: {} → {} trên {} (thêm {}; còn {} thôn lõm sóng, {} thôn trắng sóng)",
                   "Villages with good signal: {} → {} of {} ({} newly covered; {} weak and {} without signal remain)",
                   number(first.villages_good), number(last.villages_good), number(last.villages),
                   number(h.villages_newly_good), number(last.villages_weak), number(last.villages_none));
    });
}

Message people_line(Headline const& h) {
    auto const &first = h.province.front(), &last = h.province.back();
    Both const before(100 * first.people_with_signal / first.people, 2);
    Both const after(100 * last.people_with_signal / last.people, 2);
    Both const fresh(h.people_newly_with_signal, 0), all(last.people, 0);
    return two(
        fmt::format("Người dân có sóng: {} % → {} % của {} người (thêm {} người)", before.vi, after.vi, all.vi,
                    fresh.vi),
        fmt::format("People with signal: {}% → {}% of {} ({} newly covered)", before.en, after.en, all.en, fresh.en));
}

/// "+0.37 %": a gap as reports write it. Empty when it is not known.
Message signed_percent(double percent) {
    if (std::isnan(percent)) return {};
    Both const said(percent, 2);
    auto const* const plus = percent > 0 ? "+" : "";
    return two(fmt::format("{}{} %", plus, said.vi), fmt::format("{}{}%", plus, said.en));
}

/// "67.75 → 73.38 (72.03 without the plan)": much of the growth would come anyway.
Message one_service(Headline const& h, ServiceKind service, Message const& after_base = {}) {
    auto const &first = h.province.front(), &last = h.province.back();
    Both const before(first.per_100(service), 2), after(last.per_100(service), 2),
        anyway(last.per_100_without_plan(service), 2);
    return two(fmt::format("{}{} → {} (không có kế hoạch: {})", before.vi, after_base.vi, after.vi, anyway.vi),
               fmt::format("{}{} → {} ({} without the plan)", before.en, after_base.en, after.en, anyway.en));
}

Message subscribers_line(Headline const& h) {
    Message against;
    if (h.base_mobile_percent) {
        auto const percent = signed_percent(*h.base_mobile_percent);
        against = two(fmt::format(" ({} so với mục tiêu năm gốc)", percent.vi),
                      fmt::format(" ({} against the base year's goal)", percent.en));
    }
    auto const mobile = one_service(h, ServiceKind::mobile, against);
    auto const fixed = one_service(h, ServiceKind::fixed), paytv = one_service(h, ServiceKind::paytv);
    return two(fmt::format("Thuê bao trên 100 dân: di động {}; Internet cố định {}; truyền hình trả tiền {}", mobile.vi,
                           fixed.vi, paytv.vi),
               fmt::format("Subscribers per 100 people: mobile {}; fixed Internet {}; pay-TV {}", mobile.en, fixed.en,
                           paytv.en));
}

Message money_line(Headline const& h, Finance const& finance) {
    return geo::with_numbers([&](auto number) {
        auto const bn = [&](double vnd) { return number(vnd / vnd_per_bn, 1); };
        return say("Tiền đã chi (tỷ đồng, giá {}): doanh nghiệp {} trên {}; nhà nước {} trên {}; {} dự án",
                   "Money spent (billion VND of {}): operators {} of {}; public {} of {}; {} projects",
                   finance.price_year, bn(h.operators_spent_vnd), bn(h.operators_budget_vnd), bn(h.public_spent_vnd),
                   bn(h.public_budget_vnd), number(h.projects));
    });
}

/// The goal's own words, quoted.
Message quoted(std::vector<GoalResult> const& goals, std::string const& id) {
    for (auto const& result : goals)
        if (result.goal.id == id)
            return two(fmt::format("“{}”", result.goal.label.vi), fmt::format("“{}”", result.goal.label.en));
    return {id, id};
}

Message goals_line(Headline const& h, Scenario const& scenario, std::vector<GoalResult> const& goals) {
    auto const short_line = goals_in_short(h, scenario.years.base);
    auto line = say("Mục tiêu {}–{}: {}", "Goals {}–{}: {}", scenario.years.base + 1, scenario.years.last, "");
    line = two(line.vi + short_line.vi, line.en + short_line.en);
    for (std::size_t i = 0; i < h.goals_missed.size(); ++i) {
        auto const percent = signed_percent(h.missed_by_percent[i]);
        auto const by = percent.en.empty() ? two("", "") : two(" (" + percent.vi + ")", " (" + percent.en + ")");
        auto const goal = quoted(goals, h.goals_missed[i]);
        line.vi += (i == 0 ? "; chưa đạt: " : ", ") + goal.vi + by.vi;
        line.en += (i == 0 ? "; missed: " : ", ") + goal.en + by.en;
    }
    if (!h.goals_unknown.empty()) {
        Message unknown;
        for (auto const& id : h.goals_unknown) {
            auto const goal = quoted(goals, id);
            auto const* const between = unknown.en.empty() ? "" : ", ";
            unknown = two(unknown.vi + between + goal.vi, unknown.en + between + goal.en);
        }
        line.vi += "; chưa biết vì thiếu số liệu: " + unknown.vi;
        line.en += "; unknown for want of data: " + unknown.en;
    }
    if (h.base_checks > 0) {
        line.vi +=
            fmt::format(" (số liệu năm {}: khớp {} trên {})", scenario.years.base, h.base_checks_met, h.base_checks);
        line.en += fmt::format(" (figures of {}: {} of {} met)", scenario.years.base, h.base_checks_met, h.base_checks);
    }
    return line;
}

Message synthetic_line(World const& world) {
    auto const made = synthetic_words(world);
    if (made.en.empty()) return {"Dữ liệu: không có lớp nào là dữ liệu giả lập", "Data: no layer is synthetic"};
    return {"Dữ liệu giả định (không phải số đo thật): " + made.vi, "Synthetic data (not surveyed): " + made.en};
}

} // namespace

Message goals_in_short(Headline const& h, int base_year) {
    std::vector<std::string> vi, en;
    auto const add = [&](Message const& words) {
        vi.push_back(words.vi);
        en.push_back(words.en);
    };
    if (h.goals_reached_before > 0)
        add(say("{} đã đạt từ năm {}", "{} of them already in {}", h.goals_reached_before, base_year));
    if (h.goals_uncertain > 0)
        add(say("{} chưa chắc: ít nhất một đầu của khoảng dự báo không đạt",
                "{} not for certain: at least one end of the interval misses", h.goals_uncertain));
    if (h.goals_published < h.goals_reached + h.goals_missed.size())
        add(say("riêng mục tiêu có văn bản công bố: {} trên {}", "of those that a document publishes: {} of {}",
                h.goals_published_reached, h.goals_published));
    auto const total = h.goals_reached + h.goals_missed.size();
    auto const line = say("đạt {} trên {}", "{} of {} reached", h.goals_reached, total);
    if (vi.empty()) return line;
    return two(fmt::format("{} ({})", line.vi, fmt::join(vi, "; ")),
               fmt::format("{} ({})", line.en, fmt::join(en, "; ")));
}

std::optional<Message> spending_line(SpentOn const& spent) {
    double const all = spent.all_vnd();
    if (!(all > 0)) return std::nullopt;
    auto const in = [&](Language language) {
        auto const part = [&](double vnd) { return geo::percent_text(vnd / all, 1, language); };
        auto const words =
            say("Tiền chi vào đâu: {0} xây đường Internet cố định tới thôn, {1} xây trạm và thêm công nghệ "
                "cho sóng di động, {2} bù chi phí vận hành",
                "Where the money goes: {0} builds fixed lines to villages, {1} sites and technologies for "
                "mobile signal, {2} adds to running costs",
                part(spent.lines_vnd), part(spent.signal_vnd), part(spent.running_vnd));
        return words.in(language);
    };
    return two(in(Language::vi), in(Language::en));
}

std::optional<Message> cost_range_line(Headline const& h) {
    if (!h.cost_range) return std::nullopt;
    auto const& range = *h.cost_range;
    auto const in = [&](Language language) {
        auto const bn = [&](double vnd) { return shown(vnd / vnd_per_bn, 0, language); };
        auto const percent = [&](double share) { return geo::percent_text(share, 0, language); };
        auto const left_out = range.left_out == 0
                                  ? Message{}
                                  : say("; bỏ {} lần tính thử trái với số liệu năm gốc",
                                        "; {} draws against the base year's figures left out", range.left_out);
        return say("Cả hai nguồn chi {0} tỷ đồng theo giá của kịch bản; nếu giá và những gì chưa chắc thay đổi trong "
                   "khoảng đã nêu thì {1}–{2} tỷ (P10–P90 của {4} lần tính thử, trung vị {3}). Nhà nước cần trung vị "
                   "{7} tỷ, ngân sách có {8}: có năm thiếu trong {5} số lần, của doanh nghiệp trong {6}",
                   "Both purses pay {0} billion VND at the scenario's prices; with prices and what else is uncertain "
                   "drawn within the stated ranges {1}–{2} billion (P10–P90 of {4} draws, median {3}). The public "
                   "purse needs {7} billion in the median and has {8}: it falls short in some year in {5} of the "
                   "draws, the operators' in {6}",
                   bn(h.operators_spent_vnd + h.public_spent_vnd), bn(range.p10_vnd), bn(range.p90_vnd),
                   bn(range.p50_vnd), range.draws, percent(range.public_short_share),
                   percent(range.operators_short_share), bn(range.public_p50_vnd), bn(h.public_budget_vnd))
                   .in(language) +
               left_out.in(language);
    };
    return two(in(Language::vi), in(Language::en));
}

std::optional<Message> cost_driver_line(Headline const& h) {
    constexpr double most_of_it = 0.5;
    if (!h.cost_range || !h.cost_range->driver || h.cost_range->driver->share < most_of_it) return std::nullopt;
    auto const& driver = *h.cost_range->driver;
    auto const& name = find_field(driver.key)->doc;
    auto const share = [&](Language language) { return geo::percent_text(driver.share, 0, language); };
    return two(
        fmt::format(
            "Chi phí dao động chủ yếu vì một điều: “{}” ({}; giải thích {} mức dao động, tính theo thứ hạng); nên "
            "làm rõ điều đó trước khi duyệt",
            name.vi, driver.key, share(Language::vi)),
        fmt::format("The cost is uncertain mostly ({} of the variance of ranks) because of one thing: “{}” ({}); "
                    "find that out before the plan is approved",
                    share(Language::en), name.en, driver.key));
}

std::vector<Message> summary_lines(World const& world, Scenario const& scenario, Outcome const& outcome) {
    auto const h = headline(world, outcome, scenario.years.base);
    std::vector<Message> lines{villages_line(h), people_line(h), subscribers_line(h), money_line(h, scenario.finance)};
    if (auto const range = cost_range_line(h)) lines.push_back(*range);
    if (auto const driver = cost_driver_line(h)) lines.push_back(*driver);
    if (auto const spending = spending_line(h.spent_on)) lines.push_back(*spending);
    if (outcome.plan.bound > 0) lines.push_back(how_good_the_plan_is(outcome.plan));
    lines.push_back(goals_line(h, scenario, outcome.goals));
    if (auto const busy = busy_hour_line(scenario, outcome)) lines.push_back(*busy);
    lines.push_back(synthetic_line(world));
    return lines;
}

} // namespace phusong
