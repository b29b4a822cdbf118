#include "sim/output/headline.h"
#include "sim/output/labels.h"
#include "sim/rollout/plan_words.h"
#include "sim/run/site_upgrade.h"
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
    return say("Thôn có sóng tốt: {} → {} trên {} (thêm {}; còn {} thôn lõm sóng, {} thôn trắng sóng)",
               "Villages with good signal: {} → {} of {} ({} newly covered; {} weak and {} without signal remain)",
               first.villages_good, last.villages_good, last.villages, h.villages_newly_good, last.villages_weak,
               last.villages_none);
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
    auto const bn = [](double vnd) { return Both(vnd / vnd_per_bn, 1); };
    auto const os = bn(h.operators_spent_vnd), ob = bn(h.operators_budget_vnd);
    auto const ps = bn(h.public_spent_vnd), pb = bn(h.public_budget_vnd);
    return two(fmt::format("Tiền đã chi (tỷ đồng, giá {}): doanh nghiệp {} trên {}; nhà nước {} trên {}; {} dự án",
                           finance.price_year, os.vi, ob.vi, ps.vi, pb.vi, h.projects),
               fmt::format("Money spent (billion VND of {}): operators {} of {}; public {} of {}; {} projects",
                           finance.price_year, os.en, ob.en, ps.en, pb.en, h.projects));
}

Message goals_line(Headline const& h, Scenario const& scenario) {
    auto const total = h.goals_reached + h.goals_missed.size();
    auto line = say("Mục tiêu {}–{}: đạt {} trên {}", "Goals {}–{}: {} of {} reached", scenario.years.base + 1,
                    scenario.years.last, h.goals_reached, total);
    if (h.goals_reached_before > 0) {
        line.vi += fmt::format(" ({} đã đạt từ năm {})", h.goals_reached_before, scenario.years.base);
        line.en += fmt::format(" ({} of them already in {})", h.goals_reached_before, scenario.years.base);
    }
    for (std::size_t i = 0; i < h.goals_missed.size(); ++i) {
        auto const percent = signed_percent(h.missed_by_percent[i]);
        auto const by = percent.en.empty() ? two("", "") : two(" (" + percent.vi + ")", " (" + percent.en + ")");
        line.vi += (i == 0 ? "; chưa đạt: " : ", ") + h.goals_missed[i] + by.vi;
        line.en += (i == 0 ? "; missed: " : ", ") + h.goals_missed[i] + by.en;
    }
    if (!h.goals_unknown.empty()) {
        auto const unknown = fmt::format("{}", fmt::join(h.goals_unknown, ", "));
        line.vi += "; chưa biết vì thiếu số liệu: " + unknown;
        line.en += "; unknown for want of data: " + unknown;
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

Headline headline(World const& world, Outcome const& outcome, int base_year) {
    Headline h;
    for (std::size_t y = 0; y < outcome.villages.size(); ++y)
        h.province.push_back(province(commune_years(world, outcome, y)));
    auto const &first = outcome.villages.front(), &last = outcome.villages.back();
    for (std::size_t v = 0; v < world.villages.size(); ++v)
        h.villages_newly_good += last[v].state == SignalState::good && first[v].state != SignalState::good ? 1 : 0;
    auto const &before = h.province.front(), &after = h.province.back();
    // Growth of the population is no merit of the plan: the base year's share is held against the last year's people.
    if (before.people > 0)
        h.people_newly_with_signal =
            after.people_with_signal - after.people * before.people_with_signal / before.people;
    for (auto const& p : outcome.plan.operators) {
        h.operators_spent_vnd += p.spent_vnd();
        h.operators_budget_vnd += p.budget_vnd;
    }
    for (auto const& p : outcome.plan.public_purse) {
        h.public_spent_vnd += p.spent_vnd();
        h.public_budget_vnd += p.budget_vnd;
    }
    for (auto const& g : outcome.goals) {
        bool const of_plan = g.goal.year == base_year && g.goal.indicator == "mobile_subscribers_per_100";
        if (of_plan && !h.base_mobile_percent && g.known() && g.goal.value != 0)
            h.base_mobile_percent = g.gap_percent();
        if (!g.known()) {
            h.goals_unknown.push_back(g.goal.id);
        } else if (g.goal.year <= base_year) {
            ++h.base_checks;
            h.base_checks_met += g.reached ? 1 : 0;
        } else if (g.reached) {
            ++h.goals_reached;
            h.goals_reached_before += g.first_year_reached && *g.first_year_reached <= base_year ? 1 : 0;
        } else {
            h.goals_missed.push_back(g.goal.id);
            h.missed_by_percent.push_back(g.gap_percent());
        }
    }
    h.projects = static_cast<int>(outcome.plan.projects.size());
    return h;
}

std::optional<Message> busy_hour_line(Scenario const& scenario, Outcome const& outcome) {
    int sites = 0, overloaded = 0;
    for (auto const& load : outcome.site_load) {
        if (load.year != scenario.years.last) continue;
        ++sites;
        overloaded += load.overloaded_from > 0 ? 1 : 0;
    }
    if (overloaded == 0) return std::nullopt;
    double price_vnd = 0;
    for (auto const& upgrade : site_upgrades(scenario, outcome.plan, outcome.site_load)) price_vnd += upgrade.price_vnd;
    Both const price(price_vnd / vnd_per_bn, 0);
    auto const last = scenario.years.last;
    return two(
        fmt::format("Giờ cao điểm: {} trên {} trạm có dữ liệu quá tải, từ {} hay sớm hơn; để theo kịp cần thêm {} "
                    "tỷ đồng",
                    overloaded, sites, last, price.vi),
        fmt::format("Busy hour: {} of {} sites with data are overloaded, from {} or earlier; to keep up costs {} "
                    "billion VND more",
                    overloaded, sites, last, price.en));
}

std::vector<Message> summary_lines(World const& world, Scenario const& scenario, Outcome const& outcome) {
    auto const h = headline(world, outcome, scenario.years.base);
    std::vector<Message> lines{villages_line(h), people_line(h), subscribers_line(h), money_line(h, scenario.finance)};
    if (outcome.plan.bound > 0) lines.push_back(how_good_the_plan_is(outcome.plan));
    lines.push_back(goals_line(h, scenario));
    if (auto const busy = busy_hour_line(scenario, outcome)) lines.push_back(*busy);
    lines.push_back(synthetic_line(world));
    return lines;
}

} // namespace phusong
