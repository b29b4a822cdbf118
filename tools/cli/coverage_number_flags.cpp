#include "tools/cli/coverage_number_flags.h"
#include "tools/cli/model_flags.h"

namespace phusong::cli {
namespace {

using geo::say;
using Q = CoverageQuery;

std::vector<NumberFlag<Q>> own_flags() {
    return {
        {"--radius-km", "KM", say("tính đến khoảng cách này (bắt buộc)", "how far to compute (required)"), 0.05, 1000,
         for_all, put<&Q::radius_km>},
        {"--resolution-m", "M",
         say("cạnh ô của bản đồ, lưới UTM của trạm (hoặc hệ phẳng của DEM); mặc định ô của DEM",
             "side of the map's cells, in the site's UTM zone or the DEM's own projection; default the DEM's cells"),
         1, 10000, for_all, put<&Q::resolution_m>},
        {"--rx-height-m", "M",
         say("máy thu trên mặt đất; mặc định {}", "receiver over ground; default {}", Q{}.rx_height_m), 0.1, 3000,
         for_all, put<&Q::rx_height_m>},
        {"--eirp-dbm", "DBM", say("công suất bức xạ, mọi hướng (rsrp)", "radiated power, all directions (rsrp)"), -100,
         200, for_all, put<&Q::eirp_dbm>},
        {"--power-dbm", "DBM",
         say("công suất tín hiệu chuẩn vào ăng-ten (--antenna)",
             "power of the reference signal fed to the antenna (--antenna)"),
         -100, 200, for_all, put<&Q::power_dbm>},
        {"--feeder-loss-db", "DB", say("suy hao phi-đơ; mặc định 0 (--antenna)", "feeder loss; default 0 (--antenna)"),
         0, 100, for_all, put<&Q::feeder_loss_db>},
        {"--azimuth-deg", "DEG",
         say("hướng chính, từ bắc thật theo kim đồng hồ; mặc định 0 (--antenna)",
             "main direction, clockwise from true north; default 0 (--antenna)"),
         -360, 360, for_all, put<&Q::azimuth_deg>},
        {"--tilt-deg", "DEG",
         say("ngẩng cơ, cúi xuống là dương; mặc định 0 (--antenna)",
             "mechanical tilt, down is positive; default 0 (--antenna)"),
         -90, 90, for_all, put<&Q::tilt_deg>},
        {"--electrical-tilt-deg", "DEG",
         say("ngẩng điện; mặc định như trong tệp giản đồ (--antenna)",
             "electrical tilt; default that of the pattern's file (--antenna)"),
         -90, 90, for_all, put<&Q::electrical_tilt_deg>},
        {"--step-m", "M",
         say("khoảng cách điểm trên mặt cắt; mặc định ô của DEM",
             "between points of a profile; default the DEM's cell"),
         1, 10000, for_all, put<&Q::step_m>},
        {"--ray-density", "X", say("số tia gấp X lần (sweep); mặc định 1", "X times as many rays (sweep); default 1"),
         0.25, 16, for_all, put<&Q::ray_density>},
    };
}

} // namespace

std::span<NumberFlag<CoverageQuery> const> coverage_number_flags() {
    static auto const flags = [] {
        auto all = own_flags();
        for (auto const& more : {model_flags<Q>(), itm_flags<Q>()}) all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return flags;
}

} // namespace phusong::cli
