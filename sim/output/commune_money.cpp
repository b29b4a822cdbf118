#include "sim/output/commune_money.h"
#include "sim/finance/cross_subsidy.h"
#include "sim/output/commune_year.h"
#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include <algorithm>

namespace phusong {
namespace {

void add_project(CommuneMoney& to, Project const& project, Candidate const& built, Finance const& finance) {
    auto const& cost = built.cost;
    double const before_vnd = to.lifetime_vnd();
    auto const horizon = static_cast<std::size_t>(finance.horizon_years);
    auto const value = [&](std::vector<double> const& flow) {
        return present_value(std::span(flow).first(std::min(horizon, flow.size())), finance.discount_rate);
    };
    ++to.projects;
    to.capex_vnd += cost.capex_vnd();
    to.opex_vnd += cost.opex_vnd_per_year * annuity_due_factor(finance.discount_rate, finance.horizon_years);
    to.replacement_vnd += value(project.appraisal.replacement_vnd);
    if (!is_access(built.kind)) to.signal_vnd += to.lifetime_vnd() - before_vnd;
    for (auto const& flow : project.appraisal.revenue_vnd) to.revenue_vnd += value(flow);
    to.net_revenue_vnd += value(project.appraisal.net_revenue_vnd);
    to.npv_vnd += project.appraisal.npv_vnd;
}

void judge(CommuneMoney& c, Finance const& finance) {
    if (c.npv_vnd >= 0) return;
    double const surplus = c.npv_vnd + c.capex_vnd;
    c.viability = surplus >= 0 ? Viability::needs_capex_subsidy : Viability::needs_opex_subsidy;
    c.one_off_subsidy_vnd = std::min(c.capex_vnd, -c.npv_vnd);
    if (surplus < 0) c.yearly_subsidy_vnd = -surplus / annuity_due_factor(finance.discount_rate, finance.horizon_years);
}

void add_people(CommuneMoney& c, CommuneYear const& base, CommuneYear const& last) {
    c.new_people = std::max(0.0, last.people_with_signal - base.people_with_signal * last.people / base.people);
    c.new_villages = last.villages_good - base.villages_good;
    for (std::size_t s = 0; s < service_count; ++s) c.extra_subscribers += last.subscribers[s] - last.without_plan[s];
}

CommuneMoney sum(std::vector<CommuneMoney> const& communes) {
    CommuneMoney all;
    for (auto const& c : communes) {
        all.projects += c.projects;
        all.capex_vnd += c.capex_vnd;
        all.opex_vnd += c.opex_vnd;
        all.replacement_vnd += c.replacement_vnd;
        all.signal_vnd += c.signal_vnd;
        all.revenue_vnd += c.revenue_vnd;
        all.net_revenue_vnd += c.net_revenue_vnd;
        all.npv_vnd += c.npv_vnd;
        all.one_off_subsidy_vnd += c.one_off_subsidy_vnd;
        all.yearly_subsidy_vnd += c.yearly_subsidy_vnd;
        all.new_people += c.new_people;
        all.new_villages += c.new_villages;
        all.extra_subscribers += c.extra_subscribers;
    }
    return all;
}

/// Empty where nobody is served, or by projects of other communes alone.
std::string each(double vnd, double count) { return count >= 0.5 && vnd > 0 ? number(vnd / count, 0) : std::string{}; }

std::vector<std::string> cells(CommuneMoney const& c, double flip, double from_pool, double rest) {
    std::vector<std::string> out{std::to_string(c.projects)};
    for (double const vnd : {c.capex_vnd, c.opex_vnd, c.replacement_vnd, c.revenue_vnd, c.net_revenue_vnd, c.npv_vnd,
                             c.one_off_subsidy_vnd, c.yearly_subsidy_vnd, flip, from_pool, rest})
        out.push_back(number(vnd, 0));
    out.push_back(number(c.new_people, 1));
    out.push_back(std::to_string(c.new_villages));
    out.push_back(number(c.extra_subscribers, 1));
    out.push_back(each(c.signal_vnd, c.new_people));
    out.push_back(each(c.signal_vnd, c.new_villages));
    out.push_back(each(c.lifetime_vnd(), c.extra_subscribers));
    return out;
}

} // namespace

std::vector<CommuneMoney> commune_money(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::vector<CommuneMoney> communes(world.communes.size());
    for (auto const& project : outcome.plan.projects) {
        auto const& candidate = outcome.candidates.list[project.candidate];
        auto const home = world.villages[candidate.village.value].commune;
        add_project(communes[home.value], project, candidate, scenario.finance);
    }
    auto const base = commune_years(world, outcome, 0),
               last = commune_years(world, outcome, outcome.villages.size() - 1);
    for (std::size_t c = 0; c < communes.size(); ++c) {
        judge(communes[c], scenario.finance);
        if (base[c].people > 0) add_people(communes[c], base[c], last[c]);
    }
    return communes;
}

std::string commune_money_csv(World const& world, Scenario const& scenario, Outcome const& outcome) {
    CsvText csv({"code",
                 "name",
                 "district_code",
                 "district",
                 "viability",
                 "viability_vi",
                 "viability_en",
                 "projects",
                 "capex_vnd",
                 "opex_value_vnd",
                 "replacement_value_vnd",
                 "revenue_value_vnd",
                 "net_revenue_value_vnd",
                 "npv_vnd",
                 "one_off_subsidy_vnd",
                 "yearly_subsidy_vnd",
                 "flip_subsidy_vnd",
                 "from_pool_vnd",
                 "public_rest_vnd",
                 "new_people",
                 "new_villages",
                 "extra_subscribers",
                 "vnd_per_person",
                 "vnd_per_village",
                 "vnd_per_subscriber",
                 "synthetic_layers"});
    auto const communes = commune_money(world, scenario, outcome);
    std::vector<double> npv;
    double flip = 0, rest = 0, from_pool = 0;
    for (auto const& c : communes) npv.push_back(c.npv_vnd);
    auto const shared = cross_subsidy(npv);
    for (std::size_t c = 0; c < communes.size(); ++c) {
        flip += communes[c].flip_subsidy_vnd();
        rest += shared.rest_vnd[c];
        from_pool += shared.from_pool_vnd[c];
    }
    auto const note = synthetic_note(world);
    auto const add = [&](std::vector<std::string> head, std::vector<std::string> const& more) {
        head.insert(head.end(), more.begin(), more.end());
        head.push_back(note);
        csv.add(head);
    };
    add({"province", "", "", "", "", "", ""}, cells(sum(communes), flip, from_pool, rest));
    for (std::size_t c = 0; c < communes.size(); ++c) {
        auto const& commune = world.communes[c];
        auto const& money = communes[c];
        if (money.projects == 0) continue;
        add({commune.code, commune.name, commune.district_code, commune.district,
             viability_names[static_cast<std::size_t>(money.viability)], label(money.viability).vi,
             label(money.viability).en},
            cells(money, money.flip_subsidy_vnd(), shared.from_pool_vnd[c], shared.rest_vnd[c]));
    }
    return csv.text();
}

} // namespace phusong
