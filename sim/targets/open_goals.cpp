#include "sim/targets/targets.h"
#include <algorithm>
#include <array>
#include <string_view>

namespace phusong {
namespace {

/// Indicators that a first signal, 4G or 5G, and fixed lines raise; the others hang on what no plan builds.
constexpr std::array by_signal{std::to_array<std::string_view>(
    {"communes_with_signal", "villages_with_signal", "villages_with_good_signal", "villages_without_signal",
     "villages_with_weak_signal", "people_with_signal", "mobile_subscribers", "mobile_subscribers_per_100"})};
constexpr std::array by_broadband{std::to_array<std::string_view>(
    {"villages_with_broadband_signal", "people_with_broadband_signal", "villages_with_internet",
     "people_with_smartphone", "smartphone_data_users", "online_service_reach", "events_communication_reach",
     "communes_with_internet", "communes_meeting_criterion_8_2", "villages_for_loudspeakers",
     "communes_meeting_criterion_8_3", "communes_meeting_rural_criterion_8"})};
constexpr std::array by_fixed_lines{std::to_array<std::string_view>(
    {"villages_with_fibre", "households_with_fibre", "communes_with_fibre", "fixed_subscribers",
     "fixed_broadband_per_100", "households_with_internet_line", "internet_subscriber_growth", "paytv_subscribers",
     "households_with_paytv", "government_units_connected", "government_units_connected_count", "postal_points_online",
     "one_stop_offices_connected"})};

bool holds(auto const& list, std::string const& name) {
    return std::ranges::find(list, std::string_view{name}) != list.end();
}

} // namespace

OpenGoals open_goals(std::vector<GoalResult> const& goals) {
    OpenGoals open;
    for (auto const& goal : goals) {
        if (goal.reached) continue;
        open.signal = open.signal || holds(by_signal, goal.goal.indicator);
        open.broadband = open.broadband || holds(by_broadband, goal.goal.indicator);
        open.fixed_lines = open.fixed_lines || holds(by_fixed_lines, goal.goal.indicator);
    }
    return open;
}

} // namespace phusong
