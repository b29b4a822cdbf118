#pragma once
#include "sim/radio/models/climate.h"
#include "tools/cli/number_flag.h"

namespace phusong::cli {

/// The numbers that the models ask of `path` and of `coverage` alike.
template <class Q> std::vector<NumberFlag<Q>> model_flags() {
    using geo::say;
    return {
        {"--frequency-mhz", "MHZ", say("tần số (bắt buộc)", "frequency (required)"), 30, 6000, for_all,
         put<&Q::frequency_mhz>},
        {"--time-percent", "P",
         say("suy hao không bị vượt trong P % thời gian; mặc định 50", "loss not exceeded in P % of time; default 50"),
         1, 50, for_p1812 | for_itm, put<&Q::time_percent>, 99},
        {"--location-percent", "PL", say("ở PL % số điểm; mặc định 50", "and at PL % of locations; default 50"), 1, 99,
         for_p1812 | for_itm, put<&Q::location_percent>},
        {"--sigma-l-db", "DB",
         say("độ lệch chuẩn theo vị trí; mặc định theo P.1812 (64)", "how locations differ; default by P.1812 (64)"), 0,
         50, for_p1812, put<&Q::sigmaL_db>},
        {"--delta-n", "N",
         say("độ giảm chiết suất, đơn vị N/km; mặc định {} (phỏng đoán)",
             "lapse rate, N-units/km; default {} (a guess)", RadioClimate{}.delta_n),
         1, 150, for_p1812, put<&Q::delta_n>},
        {"--effective-earth-factor", "K",
         say("bán kính Trái Đất hiệu dụng, lần 6371 km: p526, free_space và góc cúi của ăng-ten; mặc định 4/3",
             "effective earth radius, times 6371 km: p526, free_space and an antenna's depression; default 4/3"),
         0.3, 10, for_p526 | for_free_space, put<&Q::earth_factor>},
        {"--n0", "N",
         say("chiết suất ở mực nước biển, đơn vị N; mặc định {} (phỏng đoán)",
             "sea-level refractivity, N-units; default {} (a guess)", RadioClimate{}.n0),
         100, 500, for_p1812 | for_itm, put<&Q::n0>},
    };
}

/// The numbers that ITM alone asks for.
template <class Q> std::vector<NumberFlag<Q>> itm_flags() {
    using geo::say;
    return {
        {"--permittivity", "E",
         say("itm: hằng số điện môi của đất; mặc định {} (phỏng đoán)",
             "itm: relative permittivity of the ground; default {} (a guess)", ItmSurroundings{}.epsilon),
         1, 100, for_itm, [](Q& q, double v) { q.itm.around.epsilon = v; }},
        {"--conductivity", "S/M",
         say("itm: độ dẫn điện của đất; mặc định {} (phỏng đoán)",
             "itm: conductivity of the ground; default {} (a guess)", ItmSurroundings{}.sigma_s),
         1e-5, 10, for_itm, [](Q& q, double v) { q.itm.around.sigma_s = v; }},
        {"--situation-percent", "S", say("itm: ở S % tình huống; mặc định 50", "itm: in S % of situations; default 50"),
         1, 99, for_itm, [](Q& q, double v) { q.itm.situation_percent = v; }},
        {"--mdvar", "N",
         say("itm: cách gộp biến động; mặc định 3, phát quảng bá", "itm: mode of variability; default 3, broadcast"), 0,
         33, for_itm, [](Q& q, double v) { q.itm.mdvar = v; }},
    };
}

} // namespace phusong::cli
