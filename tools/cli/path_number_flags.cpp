#include "tools/cli/path_number_flags.h"
#include "tools/cli/model_flags.h"

namespace phusong::cli {
namespace {

using geo::say;
using Q = PathQuery;

std::vector<NumberFlag<Q>> own_path_flags() {
    return {
        {"--resolution-m", "M",
         say("cạnh ô dùng cho độ lệch đó; mặc định world.cell_m",
             "side of the squares that --sigma-l-db's default is for; default world.cell_m"),
         1, 10000, for_p1812, put<&Q::resolution_m>},
        {"--tx-height-m", "M",
         say("ăng-ten phát trên mặt đất (với --profile)", "transmitting antenna over ground (with --profile)"), 0.1,
         3000, for_all, put<&Q::tx_height_m>},
        {"--rx-height-m", "M",
         say("ăng-ten thu trên mặt đất (với --profile)", "receiving antenna over ground (with --profile)"), 0.1, 3000,
         for_all, put<&Q::rx_height_m>},
        {"--lat", "DEG", say("vĩ độ giữa tuyến (với --profile)", "latitude of the path's centre (with --profile)"), -90,
         90, for_p1812, put<&Q::lat_deg>},
        {"--lon", "DEG",
         say("kinh độ giữa tuyến; chỉ ghi lại, không đổi kết quả", "its longitude; noted only, it changes no result"),
         -180, 180, for_p1812, put<&Q::lon_deg>},
        {"--dct-km", "KM",
         say("từ trạm phát tới bờ biển dọc tuyến; mặc định 500, trên biển 0",
             "transmitter to coast along the path; default 500, at sea 0"),
         0, 20000, for_p1812, put<&Q::dct_km>},
        {"--dcr-km", "KM", say("từ máy thu tới bờ biển; mặc định như trên", "receiver to coast; default likewise"), 0,
         20000, for_p1812, put<&Q::dcr_km>},
    };
}

} // namespace

std::span<NumberFlag<PathQuery> const> path_number_flags() {
    static auto const flags = [] {
        auto all = model_flags<Q>();
        for (auto const& more : {own_path_flags(), itm_flags<Q>()}) all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return flags;
}

} // namespace phusong::cli
