#include "sim/output/groups.h"
#include "sim/output/commune_year.h"
#include "sim/output/whole_parts.h"
#include <cmath>
#include <map>

namespace phusong {
namespace {

/// In which units of a grouping a commune lies, and with which shares.
struct Places {
    std::vector<std::size_t> units;
    std::vector<double> shares;
};

std::vector<Places> places_of_communes(Grouping const& grouping, std::size_t communes) {
    std::vector<Places> places(communes);
    for (std::size_t u = 0; u < grouping.units.size(); ++u)
        for (auto const& part : grouping.units[u].parts) {
            places[part.commune.value].units.push_back(u);
            places[part.commune.value].shares.push_back(part.share);
        }
    return places;
}

using Amounts = std::vector<std::int64_t>; ///< one per unit of a commune

Amounts shared_out(std::int64_t whole, Places const& places, Amounts const& most = {}) {
    std::vector<double> parts;
    for (double const share : places.shares) parts.push_back(share * static_cast<double>(whole));
    return whole_parts(parts, most);
}

/// The money of a commune's projects of one year, whole VND.
struct Spent {
    std::int64_t projects = 0, operators_vnd = 0, public_vnd = 0;
};

std::vector<Spent> spent_by_commune(World const& world, Outcome const& outcome, int year) {
    std::vector<Spent> spent(world.communes.size());
    for (auto const& project : outcome.plan.projects) {
        if (project.year != year) continue;
        auto const village = outcome.candidates.list[project.candidate].village;
        auto& s = spent[world.villages[village.value].commune.value];
        ++s.projects;
        s.operators_vnd += std::llround(project.appraisal.operator_capex_vnd);
        s.public_vnd += std::llround(project.appraisal.capex_subsidy_vnd);
    }
    return spent;
}

/// Adds what one commune has to the units it lies in.
class Sharing {
  public:
    Sharing(std::vector<UnitYear>& units, Places const& places) : units_(units), places_(places) {}

    Amounts add(std::int64_t UnitYear::*member, std::int64_t whole, Amounts const& most = {}) {
        auto amounts = shared_out(whole, places_, most);
        for (std::size_t i = 0; i < amounts.size(); ++i) units_[places_.units[i]].*member += amounts[i];
        return amounts;
    }

    void add_subscribers(CommuneYear const& now) {
        for (std::size_t i = 0; i < places_.units.size(); ++i)
            for (std::size_t s = 0; s < service_count; ++s)
                units_[places_.units[i]].subscribers[s] += places_.shares[i] * now.subscribers[s];
    }

  private:
    std::vector<UnitYear>& units_;
    Places const& places_;
};

} // namespace

std::vector<Grouping> groupings(World const& world) {
    Grouping province{"province", {{"", "", {}}}}, districts{"district", {}};
    std::map<std::string, Division::Unit> by_code;
    for (std::uint32_t c = 0; c < world.communes.size(); ++c) {
        auto const& commune = world.communes[c];
        province.units.front().parts.push_back({CommuneId{c}, 1});
        auto& unit = by_code[commune.district_code];
        unit.code = commune.district_code;
        unit.name = commune.district;
        unit.parts.push_back({CommuneId{c}, 1});
    }
    for (auto& [code, unit] : by_code) districts.units.push_back(std::move(unit));
    std::vector<Grouping> all{std::move(province), std::move(districts)};
    for (auto const& division : world.divisions) all.push_back({division.name, division.units});
    return all;
}

std::vector<UnitYear> unit_years(Grouping const& grouping, World const& world, Scenario const& scenario,
                                 Outcome const& outcome, std::size_t y) {
    std::vector<UnitYear> units(grouping.units.size());
    auto const places = places_of_communes(grouping, world.communes.size());
    auto const communes = commune_years(world, outcome, y);
    auto const whole = whole_people(communes);
    auto const spent = spent_by_commune(world, outcome, scenario.years.base + static_cast<int>(y));
    for (std::size_t c = 0; c < communes.size(); ++c) {
        Sharing sharing(units, places[c]);
        auto const people = sharing.add(&UnitYear::people, whole.people[c]);
        auto const signal = sharing.add(&UnitYear::with_signal, whole.with_signal[c], people);
        sharing.add(&UnitYear::with_broadband, whole.with_broadband[c], signal);
        sharing.add(&UnitYear::with_fibre, whole.with_fibre[c], people);
        auto villages = sharing.add(&UnitYear::villages_good, communes[c].villages_good);
        auto const weak = sharing.add(&UnitYear::villages_weak, communes[c].villages_weak);
        auto const none = sharing.add(&UnitYear::villages_none, communes[c].villages_none);
        for (std::size_t i = 0; i < villages.size(); ++i) villages[i] += weak[i] + none[i];
        sharing.add(&UnitYear::villages_fibre, communes[c].villages_fibre, villages);
        sharing.add_subscribers(communes[c]);
        sharing.add(&UnitYear::projects, spent[c].projects);
        sharing.add(&UnitYear::operators_capex_vnd, spent[c].operators_vnd);
        sharing.add(&UnitYear::public_capex_vnd, spent[c].public_vnd);
    }
    return units;
}

} // namespace phusong
