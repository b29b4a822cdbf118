#include "sim/scenario/checks.h"
#include <algorithm>
#include <array>
#include <string_view>

namespace phusong {
namespace {

/// Bands for which a model of the first quarter of a kilometre is made: sim/radio/models/ehata.h, tr38901.h.
struct Bands {
    std::string_view short_path;
    double least_mhz, most_mhz;
};
constexpr std::array bands{Bands{"rma", 500, 7000}, Bands{"uma", 500, 7000}, Bands{"ehata_open", 150, 3000},
                           Bands{"ehata_suburban", 150, 3000}, Bands{"ehata_urban", 150, 3000}};

void check_short_path(Radio const& radio, WhereOf const& where, geo::Problems& problems) {
    auto const model = std::ranges::find(bands, radio.short_path, &Bands::short_path);
    if (model == bands.end()) return;
    for (auto t : technologies) {
        double const mhz = radio.budget[index(t)].frequency_mhz;
        if (mhz == 0 || (mhz >= model->least_mhz && mhz <= model->most_mhz)) continue; // 0: not given, told already
        auto const key = "radio." + std::string(name(t)) + ".frequency_mhz";
        problems.push_back({where("radio.short_path"),
                            geo::say("là {}, chỉ dùng cho {}–{} MHz, mà {} là {} MHz",
                                     "is {}, which holds for {} to {} MHz only, and {} is {} MHz", radio.short_path,
                                     model->least_mhz, model->most_mhz, key, mhz),
                            {"Chọn radio.short_path = \"free_space\" (hoặc \"rma\" từ 500 MHz), hoặc đổi tần số",
                             "choose radio.short_path = \"free_space\" (or \"rma\" from 500 MHz on), or another "
                             "frequency"}});
    }
}

/// A key that the chosen model does not look at would change nothing, and nobody would notice.
void check_idle(Scenario const& s, WhereOf const& where, geo::Problems& problems) {
    auto const idle = [&](bool given, char const* key, char const* who_looks) {
        if (!given) return;
        problems.push_back({where(key),
                            geo::say("không đổi gì, vì radio.model = \"{}\" không xét đến",
                                     "changes nothing: radio.model = \"{}\" does not look at it", s.radio.model),
                            geo::say("bỏ khóa này, hoặc chọn radio.model = {}",
                                     "remove the key, or choose radio.model = {}", who_looks)});
    };
    if (s.radio.model != "p1812") {
        idle(s.radio.time_percent != Radio().time_percent, "radio.time_percent", "\"p1812\"");
        idle(s.radio.location_percent != Radio().location_percent, "radio.location_percent", "\"p1812\"");
    }
    if (s.radio.model == "free_space") {
        idle(s.world.radio_zones.given(), "world.radio_zones", "\"p1812\", \"p526_delta_bullington\"");
        idle(!s.world.clutter.empty(), "world.clutter", "\"p1812\", \"p526_delta_bullington\"");
    }
}

/// P.2108 §3.1 corrects a loss that has no clutter in it, up to 3 GHz.
void check_terminal_clutter(Scenario const& s, WhereOf const& where, geo::Problems& problems) {
    constexpr double most_mhz = 3000;
    if (s.radio.terminal_clutter == "none") return;
    if (!s.world.clutter.empty())
        problems.push_back({where("radio.terminal_clutter"),
                            {"đứng cùng world.clutter: vật che bị tính hai lần",
                             "stands beside world.clutter: the same trees and houses would count twice"},
                            {"bỏ một trong hai", "remove one of the two"}});
    for (auto t : technologies)
        if (double const mhz = s.radio.budget[index(t)].frequency_mhz; mhz > most_mhz)
            problems.push_back(
                {where("radio.terminal_clutter"),
                 geo::say("chỉ dùng đến {} MHz, mà radio.{}.frequency_mhz là {} MHz",
                          "holds to {} MHz only, and radio.{}.frequency_mhz is {} MHz", most_mhz, name(t), mhz),
                 {"dùng bản đồ lớp phủ world.clutter", "use a raster of heights, world.clutter"}});
}

} // namespace

void check_radio(Scenario const& s, WhereOf const& where, geo::Problems& problems) {
    check_short_path(s.radio, where, problems);
    check_idle(s, where, problems);
    check_terminal_clutter(s, where, problems);
}

} // namespace phusong
