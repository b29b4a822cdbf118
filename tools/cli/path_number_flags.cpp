#include "tools/cli/path_number_flags.h"
#include "sim/radio/models/climate.h"
#include <array>

namespace phusong::cli {
namespace {

template <auto member> void put(PathQuery& query, double value) { query.*member = value; }

using Q = PathQuery;

std::array<NumberFlag, 13> rows() {
    return {{
        {"--frequency-mhz",
         "MHZ",
         {"tần số (bắt buộc)", "frequency (required)"},
         30,
         6000,
         true,
         true,
         put<&Q::frequency_mhz>},
        {"--time-percent",
         "P",
         {"suy hao không bị vượt trong P % thời gian; mặc định 50", "loss not exceeded in P % of time; default 50"},
         1,
         50,
         false,
         false,
         put<&Q::time_percent>},
        {"--location-percent",
         "PL",
         {"ở PL % số điểm; mặc định 50", "and at PL % of locations; default 50"},
         1,
         99,
         false,
         false,
         put<&Q::location_percent>},
        {"--sigma-l-db",
         "DB",
         {"độ lệch chuẩn theo vị trí; mặc định theo P.1812 (64)", "how locations differ; default by P.1812 (64)"},
         0,
         50,
         false,
         false,
         put<&Q::sigmaL_db>},
        {"--resolution-m",
         "M",
         {"cạnh ô dùng cho độ lệch đó; mặc định world.cell_m",
          "side of the squares it holds for; default world.cell_m"},
         1,
         10000,
         false,
         false,
         put<&Q::resolution_m>},
        {"--tx-height-m",
         "M",
         {"ăng-ten phát trên mặt đất (với --profile)", "transmitting antenna over ground (with --profile)"},
         0.1,
         3000,
         true,
         true,
         put<&Q::tx_height_m>},
        {"--rx-height-m",
         "M",
         {"ăng-ten thu trên mặt đất (với --profile)", "receiving antenna over ground (with --profile)"},
         0.1,
         3000,
         true,
         true,
         put<&Q::rx_height_m>},
        {"--lat",
         "DEG",
         {"vĩ độ giữa tuyến (với --profile)", "latitude of the path's centre (with --profile)"},
         -90,
         90,
         false,
         false,
         put<&Q::lat_deg>},
        {"--lon",
         "DEG",
         {"kinh độ giữa tuyến; chỉ ghi lại, không đổi kết quả", "its longitude; noted only, it changes no result"},
         -180,
         180,
         false,
         false,
         put<&Q::lon_deg>},
        {"--delta-n", "N",
         geo::say("độ giảm chiết suất, đơn vị N/km; mặc định {} (phỏng đoán)",
                  "lapse rate, N-units/km; default {} (a guess)", RadioClimate{}.delta_n),
         1, 150, true, false, put<&Q::delta_n>},
        {"--n0", "N",
         geo::say("chiết suất ở mực nước biển, đơn vị N; mặc định {} (phỏng đoán)",
                  "sea-level refractivity, N-units; default {} (a guess)", RadioClimate{}.n0),
         100, 500, false, false, put<&Q::n0>},
        {"--dct-km",
         "KM",
         {"từ trạm phát tới bờ biển dọc tuyến; mặc định 500, trên biển 0",
          "transmitter to coast along the path; default 500, at sea 0"},
         0,
         20000,
         false,
         false,
         put<&Q::dct_km>},
        {"--dcr-km",
         "KM",
         {"từ máy thu tới bờ biển; mặc định như trên", "receiver to coast; default likewise"},
         0,
         20000,
         false,
         false,
         put<&Q::dcr_km>},
    }};
}

} // namespace

std::span<NumberFlag const> number_flags() {
    static auto const flags = rows();
    return flags;
}

} // namespace phusong::cli
