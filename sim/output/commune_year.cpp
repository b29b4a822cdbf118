#include "sim/output/commune_year.h"
#include "sim/output/whole_parts.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

/// First sums over villages in people of the census year; scaled to the commune's people of the year afterwards.
void add_village(CommuneYear& c, Village const& village, VillageSignal const& signal, bool fibre) {
    ++c.villages;
    c.villages_good += signal.state == SignalState::good ? 1 : 0;
    c.villages_weak += signal.state == SignalState::weak ? 1 : 0;
    c.villages_none += signal.state == SignalState::none ? 1 : 0;
    c.villages_fibre += fibre ? 1 : 0;
    c.people += village.people;
}

void scale_people(CommuneYear& c, double people) {
    double const factor = c.people > 0 ? people / c.people : 0;
    c.people_with_signal *= factor;
    c.people_with_broadband *= factor;
    c.people_with_fibre *= factor;
    c.people = people;
}

} // namespace

std::vector<CommuneYear> commune_years(World const& world, Outcome const& outcome, std::size_t y) {
    std::vector<CommuneYear> result(world.communes.size());
    auto const& reached = outcome.reached;
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        CommuneYear& c = result[village.commune.value];
        add_village(c, village, outcome.villages[y][v], outcome.village_fibre[y][v]);
        c.people_with_signal += village.people * reached.share[index(ServiceKind::mobile)][y][v];
        c.people_with_broadband += village.people * reached.broadband_share[y][v];
        // Pay-TV comes by fibre alone, fixed lines by radio too.
        c.people_with_fibre += village.people * reached.share[index(ServiceKind::paytv)][y][v];
    }
    for (std::size_t c = 0; c < result.size(); ++c) {
        scale_people(result[c], outcome.subscribers.people[y][c]);
        for (auto const s : services) {
            result[c].subscribers[index(s)] = outcome.subscribers.count[index(s)][y][c];
            result[c].without_plan[index(s)] = outcome.subscribers_without_plan.count[index(s)][y][c];
        }
        result[c].smartphone_users = outcome.subscribers.smartphone_users[y][c];
    }
    return result;
}

CommuneYear province(std::vector<CommuneYear> const& communes) {
    CommuneYear sum;
    for (auto const& c : communes) {
        sum.people += c.people;
        sum.people_with_signal += c.people_with_signal;
        sum.people_with_broadband += c.people_with_broadband;
        sum.people_with_fibre += c.people_with_fibre;
        sum.villages += c.villages;
        sum.villages_good += c.villages_good;
        sum.villages_weak += c.villages_weak;
        sum.villages_none += c.villages_none;
        sum.villages_fibre += c.villages_fibre;
        for (std::size_t s = 0; s < service_count; ++s) {
            sum.subscribers[s] += c.subscribers[s];
            sum.without_plan[s] += c.without_plan[s];
        }
        sum.smartphone_users += c.smartphone_users;
    }
    return sum;
}

WholePeople whole_people(std::vector<CommuneYear> const& communes) {
    auto const each = [&](double CommuneYear::*member) {
        std::vector<double> values;
        for (auto const& c : communes) values.push_back(c.*member);
        return values;
    };
    WholePeople whole;
    whole.people = whole_parts(each(&CommuneYear::people));
    whole.with_signal = whole_parts(each(&CommuneYear::people_with_signal), whole.people);
    whole.with_broadband = whole_parts(each(&CommuneYear::people_with_broadband), whole.with_signal);
    whole.with_fibre = whole_parts(each(&CommuneYear::people_with_fibre), whole.people);
    return whole;
}

double worst_tenth_share(std::vector<ServedPeople> communes) {
    std::ranges::stable_sort(
        communes, [](ServedPeople const& a, ServedPeople const& b) { return a.with * b.people < b.with * a.people; });
    communes.resize((communes.size() + 9) / 10);
    ServedPeople sum;
    for (auto const& one : communes) sum = {sum.people + one.people, sum.with + one.with};
    return sum.people > 0 ? sum.with / sum.people : std::nan("");
}

} // namespace phusong
