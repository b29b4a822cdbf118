#include "sim/study/indicators.h"
#include "sim/output/headline.h"
#include "sim/rollout/operator_money.h"
#include "sim/study/cost_draws.h"
#include "sim/study/villages_heard.h"
#include "sim/study/year_figures.h"
#include "sim/targets/targets.h"
#include <cmath>

namespace phusong::study {
namespace {

/// Of whole people, as `compare` reads it from a run's table: what a run and a study say of one plan is the same.
double worst_tenth(std::vector<CommuneYear> const& communes) {
    auto const whole = whole_people(communes);
    std::vector<ServedPeople> all;
    for (std::size_t i = 0; i < communes.size(); ++i)
        all.push_back({static_cast<double>(whole.people[i]), static_cast<double>(whole.with_broadband[i])});
    return worst_tenth_share(std::move(all));
}

struct OfPlan {
    char const* name;
    char const* unit;
    geo::Message words;
    bool more_is_better;
    double (*value)(Headline const&, Outcome const&);
};

double total_npv(Outcome const& outcome) {
    double sum = 0;
    for (auto const& project : outcome.plan.projects) sum += project.appraisal.npv_vnd;
    return sum;
}

std::vector<OfPlan> const& of_plan() {
    static std::vector<OfPlan> const list{
        {"operators_vnd",
         "VND",
         {"Kế hoạch cần doanh nghiệp chi (đích: ngân sách)", "Needed from operators (goal: their budget)"},
         false,
         [](Headline const& h, Outcome const&) { return h.operators_spent_vnd; }},
        {"public_vnd",
         "VND",
         {"Kế hoạch cần nhà nước chi (đích: ngân sách)", "Needed from the public purse (goal: its budget)"},
         false,
         [](Headline const& h, Outcome const&) { return h.public_spent_vnd; }},
        {"spent_vnd",
         "VND",
         {"Kế hoạch cần cả hai nguồn chi", "Needed from both purses"},
         false,
         [](Headline const& h, Outcome const&) { return h.operators_spent_vnd + h.public_spent_vnd; }},
        {"operators_short_vnd",
         "VND",
         {"Doanh nghiệp thiếu nhiều nhất vào cuối một năm", "The most that operators lack at the end of a year"},
         false,
         [](Headline const&, Outcome const& o) { return short_vnd(o.plan.operators); }},
        {"public_short_vnd",
         "VND",
         {"Nhà nước thiếu nhiều nhất vào cuối một năm", "The most that the public purse lacks at the end of a year"},
         false,
         [](Headline const&, Outcome const& o) { return short_vnd(o.plan.public_purse); }},
        {"npv_vnd",
         "VND",
         {"Giá trị hiện tại ròng của các dự án, không trợ cấp", "Net present value of the projects, without subsidy"},
         true,
         [](Headline const&, Outcome const& o) { return total_npv(o); }},
        {"vnd_per_new_person",
         "VND",
         {"Vốn cho sóng di động, mỗi người mới có sóng", "Capital for mobile signal per person newly with signal"},
         false,
         [](Headline const& h, Outcome const&) {
             return h.people_newly_with_signal > 0 ? h.spent_on.signal_vnd / h.people_newly_with_signal : std::nan("");
         }},
        {"projects",
         "projects",
         {"Dự án", "Projects"},
         true,
         [](Headline const& h, Outcome const&) { return static_cast<double>(h.projects); }},
        {"goals_reached", "goals", {"Mục tiêu đạt", "Goals reached"}, true, [](Headline const& h, Outcome const&) {
             return static_cast<double>(h.goals_reached);
         }}};
    return list;
}

double budget_vnd(std::vector<PurseYear> const& purse) {
    double sum = 0;
    for (auto const& year : purse) sum += year.budget_vnd;
    return sum;
}

/// What money of the whole plan should not pass: a budget, and no shortage.
std::optional<double> limit_vnd(std::string const& name, Scenario const& scenario) {
    auto const& rollout = scenario.rollout;
    if (name == "operators_vnd") return budget_vnd(make_operator_money(scenario).together());
    if (name == "public_vnd")
        return budget_vnd(make_purse(scenario.years, rollout.public_budget_bn_vnd, rollout.carry_over).years);
    return name.ends_with("_short_vnd") ? std::optional(0.0) : std::nullopt;
}

/// Goals that hang on signal take it as predicted.
geo::Message goal_words(Goal const& goal) {
    auto const by = open_goals({{.goal = goal, .value = {}, .p10 = {}, .p90 = {}, .first_year_reached = {}}});
    if (!by.signal && !by.broadband) return goal.label;
    return {goal.label.vi + " (sóng như dự báo)", goal.label.en + " (signal as predicted)"};
}

} // namespace

std::vector<Indicator> indicators(Scenario const& scenario, bool drawn) {
    std::vector<Indicator> list;
    for (int year = scenario.years.base; year <= scenario.years.last; ++year)
        for (auto const& one : year_figures()) list.push_back({one.name, one.unit, year, one.words});
    list.push_back({"worst_tenth_broadband_share",
                    "1",
                    scenario.years.last,
                    {"Dân có 4G, 5G ở một phần mười số xã kém nhất (như dự báo)",
                     "People with 4G or 5G in the worst-served tenth of communes (as predicted)"}});
    if (drawn)
        list.push_back({"villages_heard",
                        "villages",
                        scenario.years.last,
                        {"Thôn có sóng tốt ở trung tâm thôn, khi sóng thật lệch so với dự báo",
                         "Villages with good signal at the hall, when signals stray from their prediction"}});
    for (auto const& one : of_plan())
        list.push_back(
            {one.name, one.unit, scenario.years.last, one.words, one.more_is_better, limit_vnd(one.name, scenario)});
    for (auto const& goal : read_goals(scenario))
        list.push_back({"goal:" + goal.id, goal.unit, goal.year, goal_words(goal), goal.at_least, goal.value});
    return list;
}

std::vector<double> indicator_values(World const& world, Scenario const& scenario, Outcome const& outcome,
                                     std::optional<std::uint32_t> draw) {
    auto const h = headline(world, outcome, scenario.years.base);
    std::vector<double> values;
    for (auto const& year : h.province)
        for (auto const& one : year_figures()) values.push_back(one.value(year));
    values.push_back(worst_tenth(commune_years(world, outcome, outcome.villages.size() - 1)));
    if (draw) values.push_back(villages_heard(scenario, outcome.villages.back(), *draw));
    for (auto const& one : of_plan()) values.push_back(one.value(h, outcome));
    for (auto const& result : outcome.goals)
        values.push_back(result.value.at(static_cast<std::size_t>(result.goal.year - scenario.years.base)));
    return values;
}

} // namespace phusong::study
