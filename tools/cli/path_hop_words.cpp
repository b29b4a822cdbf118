#include "sim/network/availability/availability.h"
#include "sim/output/labels.h"
#include "tools/cli/json_text.h"
#include "tools/cli/path_hop.h"

namespace phusong::cli {
namespace {

using geo::Message, geo::say;

constexpr std::array fault_names{"none", "too_long", "no_terrain", "blocked", "unavailable"};

Message verdict(HopAnswer const& a) {
    switch (a.design.fault) {
    case HopFault::none:
        return say("Chặng được", "The hop works");
    case HopFault::too_long:
        return say("Không có chặng: quá dài cho mọi loại thiết bị, hoặc không có cột",
                   "No hop: too long for any class of radio, or no mast");
    case HopFault::no_terrain:
        return say("Không có chặng: thiếu địa hình", "No hop: terrain is missing");
    case HopFault::blocked:
        return say("Không có chặng: bị địa hình chắn, kể cả ở đỉnh cột",
                   "No hop: the terrain is in the way, even from the tops of the masts");
    case HopFault::unavailable:
        return say("Không có chặng: độ sẵn sàng dưới mức {} đòi hỏi", "No hop: less available than the {} asked for",
                   a.rules.availability_share);
    }
    return {};
}

/// Lines with numbers as people of the language write them.
struct HopPage {
    HopAnswer const& a;
    geo::Language language;
    std::string text = {};

    [[nodiscard]] std::string number(double value, int decimals) const { return shown(value, decimals, language); }
    void line(Message const& message) { text += message.in(language) + '\n'; }
};

void tell_geometry(HopPage& p) {
    auto const& [a, language, text] = p;
    auto const& radio = a.design.radio;
    p.line(verdict(a));
    p.line(say("Tuyến {} km, {} điểm; loại {} GHz, {} Mbit/s", "Path of {} km, {} points; class {} GHz, {} Mbit/s",
               p.number(a.profile.length_km, 3), a.profile.size(), p.number(radio.frequency_ghz, 1),
               p.number(radio.capacity_mbps, 0)));
    p.line(say("Ăng-ten: {} m trên mặt đất {} m (A), {} m trên mặt đất {} m (B)",
               "Antennas: {} m above ground of {} m (A), {} m above ground of {} m (B)",
               p.number(a.design.heights.a_m, 1), p.number(a.profile.ground_m.front(), 0),
               p.number(a.design.heights.b_m, 1), p.number(a.profile.ground_m.back(), 0)));
    auto const& rules = a.rules.clearance;
    p.line(say("Khoảng hở k = {}: {} F1 ở {} km (cần {})", "Clearance at k = {}: {} F1 at {} km (asked {})",
               p.number(a.k, 2), p.number(a.at_k.radii, 2), p.number(a.at_k.at_km, 2), p.number(rules.share, 2)));
    p.line(say("Khoảng hở k 99,9 % = {}: {} F1 ở {} km (cần {})",
               "Clearance at k of 99.9 % = {}: {} F1 at {} km (asked {})", p.number(a.low_k, 2),
               p.number(a.at_low_k.radii, 2), p.number(a.at_low_k.at_km, 2), p.number(rules.low_share, 2)));
}

void tell_budget(HopPage& p) {
    auto const& b = p.a.design.budget;
    auto const& radio = p.a.design.radio;
    if (!p.a.reckoned)
        return p.line(
            say("Kịch bản không cho loại thiết bị ([microwave] class_ghz): không tính độ sẵn sàng",
                "The scenario gives no classes of radios ([microwave] class_ghz): no availability is reckoned"));
    p.line(say("Phát {} dBm + 2 × {} dBi − {} dB − không gian tự do {} dB − không khí {} dB = thu {} dBm",
               "Sent {} dBm + 2 × {} dBi − {} dB − free space {} dB − air {} dB = received {} dBm",
               p.number(radio.tx_power_dbm, 1), p.number(radio.antenna_gain_dbi, 1),
               p.number(p.a.rules.climate.other_losses_db, 1), p.number(b.free_space_db, 1), p.number(b.gas_db, 1),
               p.number(b.received_dbm, 1)));
    p.line(say("Dự trữ pha-đinh {} dB trên ngưỡng {} dBm", "Fade margin {} dB over the threshold of {} dBm",
               p.number(b.fade_margin_db, 1), p.number(radio.threshold_dbm, 1)));
    p.line(say("Mưa {} mm/h lấy {} dB trong 0,01 % của năm; mất vì mưa {} %",
               "Rain of {} mm/h takes {} dB in 0.01 % of the year; out for rain {} %",
               p.number(p.a.rules.climate.rain_rate_mm_per_h, 0), p.number(b.rain_001_db, 1),
               p.number(b.rain_share * 100, 5)));
    p.line(say("Mất vì đa đường {} % của năm ({} % tháng xấu nhất)",
               "Out for multipath {} % of the year ({} % of the worst month)", p.number(b.multipath_share * 100, 5),
               p.number(b.worst_month_multipath_share * 100, 5)));
    if (p.a.design.fault == HopFault::blocked)
        return p.line(say("Nếu không bị chắn: sẵn sàng {} %", "Were nothing in the way: available {} %",
                          p.number(b.availability_share * 100, 4)));
    p.line(say("Độ sẵn sàng {} %, mất {} phút mỗi năm", "Available {} %, out {} minutes a year",
               p.number(b.availability_share * 100, 4), p.number(minutes_out_per_year(b.availability_share), 1)));
}

void tell_relay(HopPage& p) {
    if (p.a.design.works()) return;
    if (!p.a.relay) return p.line(say("Không tìm thấy trạm chuyển tiếp", "No relay was found"));
    auto const& r = *p.a.relay;
    p.line(say("Trạm chuyển tiếp ở {},{}: {} km tới A ({} m và {} m), {} km tới B ({} m và {} m)",
               "Relay at {},{}: {} km to A ({} m and {} m), {} km to B ({} m and {} m)",
               fmt::format("{:.5f}", p.a.relay_lonlat.lon_deg), fmt::format("{:.5f}", p.a.relay_lonlat.lat_deg),
               p.number(r.from_a.length_km, 2), p.number(r.from_a.heights.a_m, 0), p.number(r.from_a.heights.b_m, 0),
               p.number(r.to_b.length_km, 2), p.number(r.to_b.heights.a_m, 0), p.number(r.to_b.heights.b_m, 0)));
    if (p.a.reckoned)
        p.line(say("Hai chặng sẵn sàng {} %", "Both hops together available {} %",
                   p.number(r.availability_share() * 100, 4)));
}

Json hop_part(HopDesign const& d, bool reckoned) {
    Json json{{"works", d.works()},           {"fault", fault_names[static_cast<std::size_t>(d.fault)]},
              {"length_km", d.length_km},     {"frequency_ghz", d.radio.frequency_ghz},
              {"antenna_a_m", d.heights.a_m}, {"antenna_b_m", d.heights.b_m}};
    if (!reckoned) return json;
    auto const& b = d.budget;
    json["capacity_mbps"] = d.radio.capacity_mbps;
    json["tx_power_dbm"] = d.radio.tx_power_dbm;
    json["antenna_gain_dbi"] = d.radio.antenna_gain_dbi;
    json["threshold_dbm"] = d.radio.threshold_dbm;
    json["free_space_db"] = b.free_space_db;
    json["gas_db"] = b.gas_db;
    json["received_dbm"] = b.received_dbm;
    json["fade_margin_db"] = b.fade_margin_db;
    json["rain_001_db"] = b.rain_001_db;
    json["rain_outage_share"] = b.rain_share;
    json["multipath_worst_month_share"] = b.worst_month_multipath_share;
    json["multipath_outage_share"] = b.multipath_share;
    json["availability_share"] = nullptr; // of a hop that the terrain blocks
    if (d.fault != HopFault::blocked) json["availability_share"] = b.availability_share;
    return json;
}

Json clearance_part(double k, LeastClearance const& least, double asked) {
    return {{"k", k}, {"fresnel_radii", least.radii}, {"at_km", least.at_km}, {"asked", asked}};
}

} // namespace

std::string hop_text(HopAnswer const& answer, geo::Language language) {
    HopPage page{answer, language};
    tell_geometry(page);
    tell_budget(page);
    tell_relay(page);
    return page.text;
}

std::string hop_json(HopAnswer const& a, geo::Language language) {
    Json json{{"link", "microwave"}, {"source", a.source}, {"synthetic_terrain", a.synthetic_terrain}};
    json.update(hop_part(a.design, a.reckoned));
    json["clearance"] = {{"median", clearance_part(a.k, a.at_k, a.rules.clearance.share)},
                         {"worst", clearance_part(a.low_k, a.at_low_k, a.rules.clearance.low_share)}};
    json["profile"] = {{"d_km", a.profile.d_km}, {"ground_m", a.profile.ground_m}};
    json["relay"] = nullptr;
    if (a.relay) {
        json["relay"] = {{"lon", a.relay_lonlat.lon_deg}, {"lat", a.relay_lonlat.lat_deg}};
        json["relay"]["from_a"] = hop_part(a.relay->from_a, a.reckoned);
        json["relay"]["to_b"] = hop_part(a.relay->to_b, a.reckoned);
        if (a.reckoned) json["relay"]["availability_share"] = a.relay->availability_share();
    }
    json["notes"] = Json::array();
    for (auto const& note : a.notes) json["notes"].push_back(note.in(language));
    return dump(json);
}

} // namespace phusong::cli
