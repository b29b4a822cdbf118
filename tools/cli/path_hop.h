#pragma once
#include "sim/network/microwave/relay.h"
#include "sim/scenario/scenario.h"
#include "tools/cli/path_answer.h"
#include "tools/cli/screen.h"

namespace phusong::cli {

/// One microwave hop between two points, or why there is none and where a relay would stand.
struct HopAnswer {
    std::string source;                               ///< the scenario's file
    bool synthetic_terrain = false, reckoned = false; ///< classes of radios were given, so outage is known
    std::array<PathEnd, 2> ends;                      ///< with the masts' heights
    HopProfile profile;
    HopRules rules;
    HopDesign design;
    double k = 0, low_k = 0;
    LeastClearance at_k, at_low_k; ///< with the antennas of the design
    std::optional<RelayDesign> relay;
    geo::LonLat relay_lonlat;
    std::vector<geo::Message> notes;
};

/// The whole of `path --link microwave`: reads, designs, writes. Returns the exit code.
[[nodiscard]] int design_path_hop(Options const& options, Screen const& screen);

[[nodiscard]] std::string hop_text(HopAnswer const& answer, geo::Language language);
[[nodiscard]] std::string hop_json(HopAnswer const& answer, geo::Language language);

} // namespace phusong::cli
