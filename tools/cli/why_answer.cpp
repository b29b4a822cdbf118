#include "tools/cli/why_answer.h"
#include "sim/output/labels.h"
#include "tools/cli/json_text.h"
#include <fmt/format.h>

namespace phusong::cli {
namespace {

using geo::say;

double left_vnd(std::vector<PurseYear> const& purse, int year) {
    for (auto const& one : purse)
        if (one.year == year) return one.available_vnd - one.spent_vnd();
    return 0;
}

/// The numbers of one year's best candidate, in both outputs.
struct Numbers {
    double capex_bn, opex_bn, operators_bn, public_bn, public_yearly_bn, people, people_per_bn, weakest_per_bn;
};
Numbers numbers_of(WhyAnswer const& answer, Standing const& best) {
    auto const& cost = answer.outcome.candidates.list[best.candidate].cost;
    auto const& appraisal = best.offer.appraisal;
    return {cost.capex_vnd() / vnd_per_bn,
            cost.opex_vnd_per_year / vnd_per_bn,
            appraisal.operator_capex_vnd / vnd_per_bn,
            appraisal.capex_subsidy_vnd / vnd_per_bn,
            appraisal.opex_subsidy_vnd_per_year / vnd_per_bn,
            best.offer.gain.people(),
            best.score * vnd_per_bn,
            best.weakest_score * vnd_per_bn};
}

std::string best_text(WhyAnswer const& answer, WhyYear const& year, geo::Language language) {
    auto const& best = *year.best;
    auto const& candidate = answer.outcome.candidates.list[best.candidate];
    auto const n = numbers_of(answer, best);
    auto const bn = [&](double value) { return shown(value, 2, language); };
    auto out = say("      tốt nhất: {}, {} tỷ đồng và {} tỷ mỗi năm; thêm {} người, {} người trên mỗi tỷ\n",
                   "      best: {}, {} billion VND and {} a year; {} more people, {} people per billion\n",
                   label(candidate.kind).in(language), bn(n.capex_bn), bn(n.opex_bn), shown(n.people, 0, language),
                   shown(n.people_per_bn, 1, language))
                   .in(language);
    if (best.offer.refusal == Refusal::none)
        out +=
            say("      cần nhà mạng {} tỷ, nhà nước {} tỷ và {} tỷ mỗi năm; cuối năm còn {} và {} tỷ\n",
                "      asks {} billion of the operators, {} and {} a year of public money; left at the year's end: {} "
                "and {}\n",
                bn(n.operators_bn), bn(n.public_bn), bn(n.public_yearly_bn),
                bn(left_vnd(answer.outcome.plan.operators, year.year) / vnd_per_bn),
                bn(left_vnd(answer.outcome.plan.public_purse, year.year) / vnd_per_bn))
                .in(language);
    if (best.offer.refusal != Refusal::none || !best.weakest) return out;
    auto const& weakest = answer.outcome.plan.projects[*best.weakest];
    auto const& other = answer.world.villages[answer.outcome.candidates.list[weakest.candidate].village.value];
    return out + say("      đứng thứ {} trên {}; công trình cuối được làm năm đó: số {} ({}), {} người trên mỗi tỷ\n",
                     "      rank {} of {}; the last one that was built: project {} ({}), {} people per billion\n",
                     best.rank, best.of, *best.weakest + 1, other.name, shown(n.weakest_per_bn, 1, language))
                     .in(language);
}

Json year_json(WhyAnswer const& answer, WhyYear const& year) {
    Json json{{"year", year.year}, {"reason", year.reason.code()}};
    if (year.built_by) json["built_by_project"] = *year.built_by + 1;
    if (!year.best) return json;
    auto const n = numbers_of(answer, *year.best);
    auto const& candidate = answer.outcome.candidates.list[year.best->candidate];
    json["best"] = {{"kind", project_kind_names[static_cast<std::size_t>(candidate.kind)]},
                    {"refusal", refusal_names[index(year.best->offer.refusal)]},
                    {"capex_bn_vnd", n.capex_bn},
                    {"opex_bn_vnd_per_year", n.opex_bn},
                    {"operators_capex_bn_vnd", n.operators_bn},
                    {"public_capex_bn_vnd", n.public_bn},
                    {"public_opex_bn_vnd_per_year", n.public_yearly_bn},
                    {"people", n.people},
                    {"people_per_bn_vnd", n.people_per_bn},
                    {"rank", year.best->rank},
                    {"of", year.best->of}};
    if (!year.best->weakest) return json;
    json["best"]["weakest_built_project"] = *year.best->weakest + 1;
    json["best"]["weakest_built_people_per_bn_vnd"] = n.weakest_per_bn;
    return json;
}

} // namespace

std::string why_text(WhyAnswer const& answer, geo::Language language) {
    auto const& village = answer.world.villages[answer.village.value];
    auto const& commune = answer.world.communes[village.commune.value];
    auto out = say("{} {} ({}, {}): {} người năm {}\n", "{} {} ({}, {}): {} people in {}\n", village.code, village.name,
                   commune.name, commune.district, shown(village.people, 0, language), answer.world.census_year)
                   .in(language);
    for (auto const& year : answer.years) {
        out += fmt::format("  {}  {} [{}]: {}", year.year, short_label(year.reason).in(language), year.reason.code(),
                           label(year.reason).in(language));
        if (year.built_by) out += say(" (số {})", " (project {})", *year.built_by + 1).in(language);
        out += '\n';
        if (year.best) out += best_text(answer, year, language);
    }
    return out;
}

std::string why_json(std::vector<WhyAnswer> const& answers) {
    Json all = Json::array();
    for (auto const& answer : answers) {
        auto const& village = answer.world.villages[answer.village.value];
        Json one{{"village_code", village.code},
                 {"village", village.name},
                 {"commune_code", answer.world.communes[village.commune.value].code},
                 {"people", village.people},
                 {"years", Json::array()}};
        for (auto const& year : answer.years) one["years"].push_back(year_json(answer, year));
        all.push_back(std::move(one));
    }
    return dump({{"villages", all}});
}

} // namespace phusong::cli
