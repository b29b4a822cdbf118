#include "sim/targets/rules.h"
#include <algorithm>

namespace phusong {
namespace {

bool has_signal(Evidence const& e, int year, std::size_t v) {
    return e.villages[at(year)][v].state != SignalState::none;
}
bool has_broadband(Evidence const& e, int year, std::size_t v) {
    return e.villages[at(year)][v].broadband_state == SignalState::good;
}

template <class Holds> double percent_of_villages(Evidence const& e, int year, Holds holds) {
    auto const n = e.world.villages.size();
    return percent(count_if_index(n, [&](std::size_t v) { return holds(e, year, v); }), static_cast<double>(n));
}

double villages_with_signal(Evidence const& e, int year) { return percent_of_villages(e, year, has_signal); }
double villages_with_good_signal(Evidence const& e, int year) {
    return percent_of_villages(e, year, [](Evidence const& x, int y, std::size_t v) {
        return x.villages[at(y)][v].state == SignalState::good;
    });
}
double villages_with_broadband(Evidence const& e, int year) { return percent_of_villages(e, year, has_broadband); }
double villages_with_fibre(Evidence const& e, int year) {
    return percent_of_villages(e, year,
                               [](Evidence const& x, int y, std::size_t v) { return x.village_fibre[at(y)][v]; });
}
double villages_with_internet(Evidence const& e, int year) {
    return percent_of_villages(e, year, [](Evidence const& x, int y, std::size_t v) {
        return x.village_fibre[at(y)][v] || x.villages[at(y)][v].broadband_state != SignalState::none;
    });
}
double villages_of_state(Evidence const& e, int year, SignalState state) {
    return count_if_index(e.world.villages.size(),
                          [&](std::size_t v) { return e.villages[at(year)][v].state == state; });
}
double villages_without_signal(Evidence const& e, int year) { return villages_of_state(e, year, SignalState::none); }
double villages_with_weak_signal(Evidence const& e, int year) { return villages_of_state(e, year, SignalState::weak); }

double people_with_signal(Evidence const& e, int year) {
    return percent_of_people(
        e.world, [&](std::size_t v) { return *std::ranges::max_element(e.villages[at(year)][v].people_share); });
}
double people_with_broadband(Evidence const& e, int year) {
    return percent_of_people(e.world, [&](std::size_t v) {
        auto const& share = e.villages[at(year)][v].people_share;
        return std::max(share[index(Technology::g4)], share[index(Technology::g5)]);
    });
}
double households_with_fibre(Evidence const& e, int year) {
    double reached = 0, all = 0;
    for (std::size_t v = 0; v < e.world.villages.size(); ++v) {
        auto const households = e.world.villages[v].households;
        all += households;
        if (e.village_fibre[at(year)][v]) reached += households;
    }
    return percent(reached, all);
}

} // namespace

std::vector<Indicator> signal_indicators() {
    return {
        {"villages_with_signal",
         "%",
         {"Tỷ lệ thôn có sóng di động, tốt hoặc yếu (mọi thôn trừ thôn trắng sóng).",
          "Share of villages with good or weak mobile signal (all but villages without signal)."},
         villages_with_signal},
        {"villages_with_good_signal",
         "%",
         {"Tỷ lệ thôn có sóng di động tốt: trung tâm thôn và ít nhất tỷ lệ dân số yêu cầu có sóng trên ngưỡng.",
          "Share of villages with good mobile signal: the centre and at least the required share of people above the "
          "threshold."},
         villages_with_good_signal},
        {"villages_with_broadband_signal",
         "%",
         {"Tỷ lệ thôn có sóng 4G hoặc 5G tốt.", "Share of villages with good 4G or 5G signal."},
         villages_with_broadband},
        {"villages_with_fibre",
         "%",
         {"Tỷ lệ thôn có cáp quang.", "Share of villages that fibre has reached."},
         villages_with_fibre},
        {"villages_with_internet",
         "%",
         {"Tỷ lệ thôn có Internet: có cáp quang hoặc có sóng 4G, 5G (kể cả sóng yếu).",
          "Share of villages with Internet: fibre, or 4G or 5G signal (weak included)."},
         villages_with_internet},
        {"villages_without_signal",
         "villages",
         {"Số thôn trắng sóng.", "Number of villages without signal (thôn trắng sóng)."},
         villages_without_signal},
        {"villages_with_weak_signal",
         "villages",
         {"Số thôn lõm sóng.", "Number of villages with weak signal (thôn lõm sóng)."},
         villages_with_weak_signal},
        {"people_with_signal",
         "%",
         {"Tỷ lệ dân số có sóng di động trên ngưỡng (công nghệ tốt nhất của từng thôn).",
          "Share of people with mobile signal above the threshold (each village's best technology)."},
         people_with_signal},
        {"people_with_broadband_signal",
         "%",
         {"Tỷ lệ dân số có sóng 4G hoặc 5G trên ngưỡng.", "Share of people with 4G or 5G signal above the threshold."},
         people_with_broadband},
        {"households_with_fibre",
         "%",
         {"Tỷ lệ hộ gia đình ở các thôn có cáp quang.", "Share of households that live in villages with fibre."},
         households_with_fibre},
    };
}

} // namespace phusong
