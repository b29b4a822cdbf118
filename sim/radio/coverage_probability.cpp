#include "sim/radio/coverage_probability.h"
#include "geo/parallel.h"
#include "sim/radio/footprint.h"
#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <tuple>

namespace phusong {
namespace {

constexpr double standard_deviations_heard = 3;

/// Down to where a cell would be served in one draw of a thousand.
Radio heard_from_afar(Radio radio) {
    radio.weak_band_db =
        std::max(radio.weak_band_db, standard_deviations_heard * radio.error_sd_db + radio.error_margin_db);
    return radio;
}

bool counts(Technology t, Reception reception) {
    return reception == Reception::any || t == Technology::g4 || t == Technology::g5;
}

/// Calls body(reception) for each. Threads: OpenMP; a body writes only what belongs to its reception.
template <class Body> void for_each_reception(Body const& body) {
    geo::parallel_for(std::ssize(receptions), 1,
                      [&](std::ptrdiff_t r) { body(receptions[static_cast<std::size_t>(r)]); });
}

/// A cell that hears something built better than what stands there.
struct Gain {
    std::uint32_t cell;
    float margin_db;
    std::uint32_t number; ///< of the transmitter, through all that is built
};
using Gains = std::array<std::vector<Gain>, receptions.size()>;

/// `before`: how many transmitters have been looked at.
void add_gains(Gains& gains, World const& world, DrawnTransmitters const& built, std::size_t before,
               StandingSignals const& standing, geo::Progress const& progress) {
    auto const radio = heard_from_afar(built.radio);
    in_batches(world, radio, built.list, standing.wanted, progress,
               [&](std::size_t first, std::vector<Footprint> const& batch) {
                   for_each_reception([&](Reception reception) {
                       for (std::size_t i = 0; i < batch.size(); ++i)
                           for (auto const& signal : batch[i].cells) {
                               float const margin_db = margin_over_threshold_db(signal.dbm, radio, reception);
                               if (!std::isnan(margin_db) &&
                                   !(standing.margin_db[index(reception)][signal.cell] >= margin_db))
                                   gains[index(reception)].push_back(
                                       {signal.cell, margin_db, static_cast<std::uint32_t>(before + first + i)});
                           }
                   });
               });
}

/// Draws of `more` that are not in `seen`, which then holds them.
std::size_t take_new(DrawSet& seen, DrawSet const& more) {
    std::size_t count = 0;
    for (std::size_t w = 0; w < seen.size(); ++w) {
        count += static_cast<std::size_t>(std::popcount(more[w] & ~seen[w]));
        seen[w] |= more[w];
    }
    return count;
}

/// Every draw counts by the strongest that it hears.
void replace_where_gained(std::vector<double>& served, std::vector<Gain>& gains, Radio const& radio,
                          std::vector<float> const& standing_db, std::vector<DrawSet const*> const& built_in,
                          std::size_t draws) {
    std::ranges::sort(gains, [](Gain const& a, Gain const& b) {
        return std::tuple(a.cell, -a.margin_db, a.number) < std::tuple(b.cell, -b.margin_db, b.number);
    });
    for (auto gain = gains.begin(); gain != gains.end();) {
        auto const cell = gain->cell;
        DrawSet seen((draws + 63) / 64, 0);
        double sum = 0;
        std::size_t left = draws;
        for (; gain != gains.end() && gain->cell == cell; ++gain) {
            auto const more = take_new(seen, *built_in[gain->number]);
            sum += static_cast<double>(more) * served_probability(radio, gain->margin_db);
            left -= more;
        }
        served[cell] = sum + static_cast<double>(left) * served_probability(radio, standing_db[cell]);
    }
}

} // namespace

float margin_over_threshold_db(std::array<float, technology_count> const& dbm, Radio const& radio,
                               Reception reception) {
    float best_db = geo::no_data;
    for (auto t : technologies) {
        if (!counts(t, reception) || std::isnan(dbm[index(t)])) continue;
        float const over_db = dbm[index(t)] - static_cast<float>(radio.budget[index(t)].threshold_dbm);
        if (!(best_db >= over_db)) best_db = over_db;
    }
    return best_db;
}

double served_probability(Radio const& radio, float margin_db) {
    if (std::isnan(margin_db)) return 0;
    double const over_db = static_cast<double>(margin_db) + radio.error_margin_db;
    if (radio.error_sd_db == 0) return over_db >= 0 ? 1 : 0;
    return 0.5 * std::erfc(-over_db / radio.error_sd_db / std::numbers::sqrt2);
}

StandingSignals standing_signals(World const& world, Radio const& radio, std::span<Transmitter const> standing,
                                 geo::Progress const& progress) {
    StandingSignals best{.wanted = cells_in_communes(world), .margin_db = {}};
    for (std::uint32_t cell = 0; cell < best.wanted.size(); ++cell)
        if (std::isnan(world.terrain_m.at(cell))) best.wanted[cell] = 0;
    for (auto& cells : best.margin_db) cells.assign(world.grid.size(), geo::no_data);
    auto const listening = heard_from_afar(radio);
    in_batches(world, listening, standing, best.wanted, progress,
               [&](std::size_t, std::vector<Footprint> const& batch) {
                   for_each_reception([&](Reception reception) {
                       auto& kept = best.margin_db[index(reception)];
                       for (auto const& one : batch)
                           for (auto const& signal : one.cells) {
                               float const margin_db = margin_over_threshold_db(signal.dbm, listening, reception);
                               if (!std::isnan(margin_db) && !(kept[signal.cell] >= margin_db))
                                   kept[signal.cell] = margin_db;
                           }
                   });
               });
    return best;
}

ServedDraws served_draws(World const& world, Radio const& radio, StandingSignals const& standing,
                         std::span<DrawnTransmitters const> built, std::size_t draws, geo::Progress const& progress) {
    Gains gains;
    std::vector<DrawSet const*> built_in;
    for (auto const& some : built) {
        add_gains(gains, world, some, built_in.size(), standing, progress);
        for (auto const& set : some.built_in) built_in.push_back(&set);
    }
    ServedDraws served;
    for_each_reception([&](Reception r) {
        auto const& margin_db = standing.margin_db[index(r)];
        auto& cells = served[index(r)];
        cells.assign(standing.wanted.size(), static_cast<double>(geo::no_data));
        for (std::size_t cell = 0; cell < cells.size(); ++cell)
            if (standing.wanted[cell] != 0)
                cells[cell] = static_cast<double>(draws) * served_probability(radio, margin_db[cell]);
        replace_where_gained(cells, gains[index(r)], radio, margin_db, built_in, draws);
    });
    return served;
}

} // namespace phusong
