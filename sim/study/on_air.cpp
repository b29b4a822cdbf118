#include "sim/study/on_air.h"
#include "sim/run/years.h"
#include "sim/study/record.h"
#include <fmt/format.h>
#include <stdexcept>

namespace phusong::study {
namespace {

constexpr std::string_view nothing_built = "-";

Transmitter transmitter_of(std::vector<double> const& numbers) {
    return {.xy = {numbers[0], numbers[1]},
            .mast_height_m = numbers[2],
            .technologies = {static_cast<std::uint8_t>(numbers[3])}};
}

} // namespace

void OnAir::add(std::string_view text, std::size_t draw) {
    if (text == nothing_built) return;
    for (auto const words : parts_of(text, ';')) {
        auto const numbers = numbers_of(words);
        if (!numbers || numbers->size() != 5) throw std::invalid_argument("no transmitter: " + std::string(words));
        auto& of_power = transmitters[(*numbers)[4] == 0 ? 0 : 1];
        auto const [known, is_new] = place.emplace(words, of_power.list.size());
        if (is_new) {
            of_power.list.push_back(transmitter_of(*numbers));
            of_power.built_in.emplace_back((draws + 63) / 64, 0);
        }
        of_power.built_in[known->second].at(draw / 64) |= std::uint64_t{1} << (draw % 64);
    }
}

std::string on_air_text(World const& world, Scenario const& scenario, Outcome const& outcome) {
    std::string text;
    for (auto power : {SitePower::full, SitePower::of_relays})
        for (int year = scenario.years.base + 1; year <= scenario.years.last; ++year)
            for (auto const& t : transmitters_of(world, outcome.candidates, outcome.plan.projects, year, power))
                text += fmt::format("{}{} {} {} {} {}", text.empty() ? "" : ";", t.xy.x_m, t.xy.y_m, t.mast_height_m,
                                    t.technologies.bits, static_cast<int>(power));
    return text.empty() ? std::string(nothing_built) : text;
}

} // namespace phusong::study
