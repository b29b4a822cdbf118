#include "geo/number_text.h"
#include "sim/compare/tables.h"
#include "sim/scenario/scenario.h"
#include <algorithm>
#include <cmath>
#include <fmt/ranges.h>
#include <utility>

namespace phusong {

using geo::say;

namespace {

int decimals_of(Criterion criterion) {
    bool const per_100 = criterion == Criterion::mobile_per_100 || criterion == Criterion::fixed_per_100;
    return per_100 ? 2 : 0;
}

/// "people with 4G or 5G × 1; spent in all × 1 (less is better)".
geo::Message weight_list(Weights const& weights) {
    geo::Message out;
    for (auto const& [name, weight] : weights) {
        auto const& c = criteria()[index(weight_names().at(name))];
        int const decimals = weight == std::floor(weight) ? 0 : 2;
        auto const one = [&](std::string const& head, char const* less, geo::Language language) {
            return fmt::format("{} × {}{}", head.substr(0, head.find(" (")),
                               geo::number_text(weight, decimals, language), c.more_is_better ? "" : less);
        };
        auto const* const between = out.en.empty() ? "" : "; ";
        out.vi += fmt::format("{}{}", between, one(c.words.vi, " (ít hơn là tốt hơn)", geo::Language::vi));
        out.en += fmt::format("{}{}", between, one(c.words.en, " (less is better)", geo::Language::en));
    }
    return out;
}

/// Whether the text names the change, and not one that only begins like it.
bool names(std::string const& text, std::string const& change) {
    for (auto at = text.find(change); at != std::string::npos; at = text.find(change, at + 1)) {
        auto const end = at + change.size();
        if (end == text.size() || text[end] == ',' || text[end] == ';' || text[end] == ')') return true;
    }
    return false;
}

} // namespace

std::string short_name(Option const& option) {
    auto const trimmed = option.folder.substr(0, option.folder.find_last_not_of('/') + 1);
    return trimmed.substr(trimmed.find_last_of('/') + 1); // npos + 1 is 0
}

std::string short_changes(Option const& option) {
    std::string out;
    for (std::size_t from = 0; from < option.changes.size();) {
        auto const end = std::min(option.changes.find("; ", from), option.changes.size());
        auto const one = option.changes.substr(from, end - from);
        from = end + 2;
        if (names(short_name(option), one) || names(option.title.en, one) || names(option.title.vi, one)) continue;
        auto const dot = one.find('.');
        out += (out.empty() ? "" : "; ") + (dot < one.find('=') ? one.substr(dot + 1) : one);
    }
    return out;
}

geo::Message score_words(Weights const& weights) {
    auto const list = weight_list(weights);
    geo::Message words{
        fmt::format(
            "Điểm là trung bình theo trọng số: ở mỗi chỉ tiêu, phương án tốt nhất trong số được so sánh được 1, kém "
            "nhất được 0; khác nhau không đáng kể thì coi như bằng nhau. Chỉ tiêu và trọng số: {}.",
            list.vi),
        fmt::format(
            "The score is a weighted mean: in each indicator the best of the compared options gets 1, the worst 0; "
            "differences that mean nothing count as none. Indicators and weights: {}.",
            list.en)};
    if (weights != usual_weights()) return words;
    words.vi +=
        " Không ai chọn trọng số, nên ba điều tính như nhau: người được phục vụ, tiền phải chi, và công bằng cho xã "
        "kém nhất. Thứ tự đổi theo trọng số; chọn bằng --weights, ví dụ people=3,money=1.";
    words.en += " Nobody chose weights, so three things count alike: people served, money spent, and fairness to the "
                "worst-served communes. Other weights may give another order; choose them by --weights, for example "
                "people=3,money=1.";
    return words;
}

std::string spent_of_budget(Option const& option, geo::Language language) {
    auto const bn = [&](double vnd) { return geo::number_text(vnd / vnd_per_bn, 1, language); };
    double const budget_vnd = option.operators_budget_vnd + option.public_budget_vnd;
    auto const spent = bn(option.value[index(Criterion::spent_vnd)]);
    return std::isfinite(budget_vnd) ? fmt::format("{} / {}", spent, bn(budget_vnd)) : spent;
}

std::vector<geo::Message> shortage_sentences(Comparison const& c) {
    constexpr double least_vnd = 0.05 * vnd_per_bn; ///< shown as 0.1
    std::vector<geo::Message> all;
    auto const tell = [&](Option const& o, geo::Message const& purse, double budget_vnd, Criterion needed) {
        double const needs_vnd = o.value[index(needed)];
        if (!(needs_vnd - budget_vnd >= least_vnd)) return; // a budget may be unknown
        auto const in = [&](geo::Language language) {
            auto const bn = [&](double vnd) { return geo::number_text(vnd / vnd_per_bn, 1, language); };
            auto const median = o.draws > 1 ? geo::Message{" (trung vị)", " (median)"} : geo::Message{};
            return say("{}: kế hoạch cần {} chi {} tỷ đồng{}, ngân sách có {}: thiếu {}",
                       "{}: the plan needs {} to pay {} billion VND{}, the budget is {}: {} short", short_name(o),
                       purse.in(language), bn(needs_vnd), median.in(language), bn(budget_vnd),
                       bn(needs_vnd - budget_vnd))
                .in(language);
        };
        all.push_back({in(geo::Language::vi), in(geo::Language::en)});
    };
    for (auto const i : c.ranking) {
        auto const& o = c.options[i];
        tell(o, {"nhà nước", "the state"}, o.public_budget_vnd, Criterion::public_vnd);
        tell(o, {"doanh nghiệp", "operators"}, o.operators_budget_vnd, Criterion::operators_vnd);
    }
    return all;
}

std::string criterion_text(Criterion criterion, double value, geo::Language language) {
    auto const& words = criteria()[index(criterion)];
    if (words.is_share) return geo::percent_text(value, 1, language);
    if (words.is_money) return geo::number_text(value / vnd_per_bn, 1, language);
    return geo::number_text(value, decimals_of(criterion), language);
}

std::string criterion_head(Criterion criterion, geo::Language language) {
    auto const& words = criteria()[index(criterion)];
    auto head = words.words.in(language);
    if (!words.is_money) return head;
    auto const unit = geo::Message{"(đồng)", "(VND)"}.in(language);
    if (auto const at = head.find(unit); at != std::string::npos)
        head.replace(at, unit.size(), geo::Message{"(tỷ đồng)", "(billion VND)"}.in(language));
    return head;
}

std::string difference_text(Criterion criterion, double value, geo::Language language) {
    bool const points = criteria()[index(criterion)].is_share;
    auto const text = points ? geo::number_text(100 * value, 1, language) : criterion_text(criterion, value, language);
    return value > 0 ? fmt::format("+{}", text) : text;
}

std::string difference_head(Criterion criterion, geo::Language language) {
    auto const head = criterion_head(criterion, language);
    auto const unit = geo::Message{" (điểm %)", " (points)"}.in(language);
    return criteria()[index(criterion)].is_share ? head + unit : head;
}

geo::Message goal_words(Option const& option, std::string const& id) {
    auto const goal = std::ranges::find(option.goals, id, &GoalYear::id);
    if (goal == option.goals.end()) return {"không có", "not asked"};
    if (!goal->known) return {"chưa biết", "unknown"};
    if (goal->probability && option.draws > 1) {
        double const p = *goal->probability;
        double const share =
            p > 0 && p < 1 ? std::clamp(p, 0.01, 0.99) : p; // 100 % is said of all draws only, 0 % of none
        return {fmt::format("xác suất {}", geo::percent_text(share, 0, geo::Language::vi)),
                fmt::format("probability {}", geo::percent_text(share, 0, geo::Language::en))};
    }
    if (goal->probability) return goal->reached ? geo::Message{"đạt", "reached"} : geo::Message{"không đạt", "missed"};
    if (!goal->first_year) return {"không đạt", "never"};
    auto const year = std::to_string(*goal->first_year);
    if (goal->reached) return {year, year};
    return say("{} (mục tiêu không đạt)", "{} (the goal is missed)", year);
}

geo::Message title_of(Comparison const& c) {
    auto const count = static_cast<std::int64_t>(c.options.size());
    return {fmt::format("So sánh {} phương án", count),
            fmt::format("{} compared", geo::counted(count, "option", "options"))};
}

std::string shared_goal_text(SharedGoal const& goal, geo::Language language) {
    auto const& label = goal.label.in(language);
    return goal.year > 0 ? fmt::format("{} ({})", label, goal.year) : label;
}

bool has_draws(Comparison const& c) {
    return std::ranges::any_of(c.options, [](Option const& o) { return o.of_study && o.draws > 1; });
}

std::string drawn_text(Option const& option, Criterion criterion, geo::Language language) {
    if (!option.of_study) return "–";
    auto const k = index(criterion);
    return fmt::format("{} / {} / {}", criterion_text(criterion, option.p10[k], language),
                       criterion_text(criterion, option.value[k], language),
                       criterion_text(criterion, option.p90[k], language));
}

std::vector<SharedGoal> goals_of_all(Comparison const& c) {
    std::vector<SharedGoal> all;
    for (auto const& option : c.options)
        for (auto const& goal : option.goals)
            if (std::ranges::find(all, goal.id, &SharedGoal::id) == all.end())
                all.push_back({goal.id, goal.label, goal.year, goal.year <= option.base_year});
    std::ranges::stable_sort(all, {}, [](SharedGoal const& goal) { return std::pair(goal.base_check, -goal.year); });
    return all;
}

std::vector<geo::Message> idle_sentences(Comparison const& c) {
    std::vector<geo::Message> all;
    for (auto const& idle : c.idle) {
        auto const& folder = c.options[idle.option].folder;
        if (idle.keys.empty())
            all.push_back(say("{}: cùng kịch bản, cùng kết quả như phương án so sánh",
                              "{}: the same scenario and results as the baseline", folder));
        else
            all.push_back(say("{}: các thay đổi sau không làm kết quả nào khác đi: {}",
                              "{}: these changes changed no result: {}", folder,
                              fmt::format("{}", fmt::join(idle.keys, ", "))));
    }
    for (auto const& lever : c.levers)
        if (lever.without_effect == lever.pairs)
            all.push_back(say("{}: thay đổi khóa này không làm kết quả nào khác đi ({} cặp phương án)",
                              "{}: changing this key changed no result (pairs of options: {})", lever.key,
                              lever.pairs));
    return all;
}

} // namespace phusong
