#include "geo/problem.h"
#include "tools/synthesize/sites.h"
#include "tools/synthesize/spread.h"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace phusong::synthesize {
namespace {

/// Sites chosen so far and what they serve.
struct Choice {
    World const& world;
    std::vector<Candidate> const& candidates;
    std::vector<bool> free; ///< allowed and not taken
    std::vector<std::vector<std::size_t>> sites;
    std::vector<bool> has_signal, has_good; ///< by village

    void take(std::size_t i) {
        free[i] = false;
        sites[candidates[i].commune.value].push_back(i);
        for (auto const v : candidates[i].served) has_signal[v] = true;
        for (auto const v : candidates[i].good) has_good[v] = true;
    }
    [[nodiscard]] double good_people(std::size_t i, bool only_new) const {
        double people = 0;
        for (auto const v : candidates[i].good)
            if (!only_new || !has_good[v]) people += world.villages[v].people;
        return people;
    }
    [[nodiscard]] int new_villages(std::size_t i) const {
        return static_cast<int>(
            std::ranges::count_if(candidates[i].served, [&](std::uint32_t v) { return !has_signal[v]; }));
    }
    /// The free candidate, for which `may` holds, with the largest score over 0; the lowest index of equals.
    template <class May, class Score> [[nodiscard]] std::optional<std::size_t> best(May may, Score score) const {
        std::optional<std::size_t> found;
        double most = 0;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (free[i] && may(i))
                if (double const s = score(i); s > most) most = s, found = i;
        return found;
    }
};

void serve_centres(Choice& choice) {
    auto const centres = centre_villages(choice.world);
    geo::Problems problems;
    for (std::uint32_t c = 0; c < centres.size(); ++c) {
        auto const serves = [&](std::size_t i) {
            return choice.candidates[i].commune.value == c &&
                   std::ranges::binary_search(choice.candidates[i].good, centres[c]);
        };
        auto const found = choice.best(serves, [&](std::size_t i) { return 1 + choice.good_people(i, false); });
        if (found)
            choice.take(*found);
        else
            problems.push_back({choice.world.communes[c].code,
                                geo::say("không có chỗ đặt trạm nào phủ được trung tâm xã",
                                         "no place for a site serves the commune's centre"),
                                {}});
    }
    geo::throw_if_any(std::move(problems));
}

/// Greedy set cover: while a village that could have signal has none, the candidate that helps most.
void serve_villages(Choice& choice, int most_per_commune) {
    auto const room = [&](std::size_t i) {
        return static_cast<int>(choice.sites[choice.candidates[i].commune.value].size()) < most_per_commune;
    };
    while (auto const found = choice.best(room, [&](std::size_t i) { return choice.new_villages(i); }))
        choice.take(*found);
}

/// Further sites where people are: for those not yet well served first, then beside what stands (other operators).
void fill_up(Choice& choice, Totals const& totals) {
    std::vector<double> weights;
    std::vector<Bounds> bounds;
    for (std::uint32_t c = 0; c < choice.sites.size(); ++c) {
        weights.push_back(choice.world.communes[c].people);
        bounds.push_back({std::max(static_cast<int>(choice.sites[c].size()), totals.sites_per_commune_low),
                          totals.sites_per_commune_high});
    }
    auto const counts = allot(weights, bounds, site_count(totals));
    for (std::uint32_t c = 0; c < counts.size(); ++c)
        while (static_cast<int>(choice.sites[c].size()) < counts[c]) {
            auto const here = [&](std::size_t i) { return choice.candidates[i].commune.value == c; };
            auto found = choice.best(here, [&](std::size_t i) { return choice.good_people(i, true); });
            if (!found) found = choice.best(here, [&](std::size_t i) { return 1 + choice.good_people(i, false); });
            if (found)
                choice.take(*found);
            else // no other place left: a second operator on the mast that serves the centre
                choice.sites[c].push_back(choice.sites[c].front());
        }
}

} // namespace

int site_count(Totals const& totals) {
    return static_cast<int>(std::lround(totals.stations / (2 + totals.sites_with_4g_share)));
}

std::vector<std::vector<std::size_t>> choose_sites(World const& world, Facts const& facts,
                                                   std::vector<Candidate> const& candidates, Unserved const& unserved) {
    Choice choice{world,
                  candidates,
                  unserved.allowed,
                  std::vector<std::vector<std::size_t>>(world.communes.size()),
                  std::vector<bool>(world.villages.size()),
                  std::vector<bool>(world.villages.size())};
    serve_centres(choice);
    serve_villages(choice, facts.totals.sites_per_commune_high);
    fill_up(choice, facts.totals);
    return choice.sites;
}

} // namespace phusong::synthesize
