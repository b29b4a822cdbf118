#include "tools/cli/model_choice.h"
#include "sim/radio/models/climate.h"
#include "tools/cli/number_flag.h"
#include <array>
#include <cmath>
#include <stdexcept>

namespace phusong::cli {

using geo::say;

namespace {

struct ClimateName {
    ItmClimate climate;
    std::string_view name;
};
constexpr std::array<ClimateName, 7> climates{{{ItmClimate::equatorial, "equatorial"},
                                               {ItmClimate::continental_subtropical, "continental_subtropical"},
                                               {ItmClimate::maritime_subtropical, "maritime_subtropical"},
                                               {ItmClimate::desert, "desert"},
                                               {ItmClimate::continental_temperate, "continental_temperate"},
                                               {ItmClimate::maritime_temperate_over_land, "maritime_temperate_land"},
                                               {ItmClimate::maritime_temperate_over_sea, "maritime_temperate_sea"}}};

struct ModelName {
    PathModel model;
    std::string_view name, source;
};
constexpr std::array<ModelName, 4> models{{{PathModel::p1812, "p1812", "ITU-R P.1812-6"},
                                           {PathModel::p526, "p526", "ITU-R P.526-15"},
                                           {PathModel::itm, "itm", "ITM 1.4 (Longley–Rice)"},
                                           {PathModel::free_space, "free_space", "ITU-R P.525-4"}}};

template <class Rows> std::string names_of(Rows const& rows) {
    std::string out;
    for (auto const& row : rows) out += (out.empty() ? "" : ", ") + std::string(row.name);
    return out;
}

template <class Rows> auto const* find(Rows const& rows, std::string const& typed) {
    for (auto const& row : rows)
        if (row.name == typed) return &row;
    return static_cast<typename Rows::value_type const*>(nullptr);
}

void wrong(geo::Problems& problems, geo::Message what, geo::Message hint = {}) {
    problems.push_back({"", std::move(what), std::move(hint)});
}

} // namespace

std::string_view name(PathModel model) { return models[static_cast<std::size_t>(model)].name; }
std::string_view source(PathModel model) { return models[static_cast<std::size_t>(model)].source; }
std::string_view name(ItmClimate climate) { return climates[static_cast<std::size_t>(climate) - 1].name; }

SweepMethod method_of(PathModel model) {
    if (model == PathModel::p526) return SweepMethod::p526_delta_bullington;
    return model == PathModel::free_space ? SweepMethod::free_space : SweepMethod::p1812;
}

PathModel model_of(std::string const& typed, geo::Problems& problems) {
    if (auto const* const found = find(models, typed)) return found->model;
    if (typed == "p526_delta_bullington") return PathModel::p526; // as radio.model has it
    wrong(problems, say("--model {}: chỉ có {}", "--model {}: there are {}", typed, names_of(models)));
    return PathModel::p1812;
}

ItmClimate climate_of(std::string const& typed, geo::Problems& problems) {
    if (typed.empty()) return ItmSurroundings{}.climate;
    if (auto const* const found = find(climates, typed)) return found->climate;
    wrong(problems, say("--climate {}: chỉ có {}", "--climate {}: there are {}", typed, names_of(climates)));
    return {};
}

Polarisation polarisation_of(std::string const& typed, geo::Problems& problems) {
    if (typed != "horizontal" && typed != "vertical")
        wrong(problems, say("--polarization {}: chỉ có horizontal và vertical",
                            "--polarization {}: only horizontal and vertical exist", typed));
    return typed == "horizontal" ? Polarisation::horizontal : Polarisation::vertical;
}

std::vector<PathEnd> place_of(std::string const& typed, geo::Problems& problems) {
    auto const first = typed.find(','), second = first == typed.npos ? first : typed.find(',', first + 1);
    auto const part = [&](std::size_t from, std::size_t to) {
        return second == typed.npos ? std::nullopt : number_of(std::string_view(typed).substr(from, to - from));
    };
    auto const lon = part(0, first), lat = part(first + 1, second), height = part(second + 1, typed.size());
    if (!lon || !lat || !height || std::abs(*lon) > 180 || std::abs(*lat) > 90) {
        bool const swapped = lon && lat && height && std::abs(*lon) <= 90 && std::abs(*lat) <= 180;
        wrong(problems, say("“{}” không phải LON,LAT,HEIGHT", "“{}” is not LON,LAT,HEIGHT", typed),
              swapped ? say("kinh độ đứng trước: {},{},{}", "longitude comes first: {},{},{}", *lat, *lon, *height)
                      : say("kinh độ, vĩ độ (độ), chiều cao ăng-ten trên mặt đất (m): 104.98,23.03,42",
                            "longitude, latitude (degrees), antenna height above ground (m): 104.98,23.03,42"));
        return {};
    }
    if (*height >= 0.1 && *height <= 3000) return {{*lon, *lat, *height}};
    wrong(problems, say("“{}”: ăng-ten phải cao hơn mặt đất từ 0.1 đến 3000 m",
                        "“{}”: the antenna must be 0.1 to 3000 m above ground", typed));
    return {};
}

ItmLink itm_link(double frequency_mhz, double h_tx_m, double h_rx_m, double n0, Polarisation polarisation,
                 ItmChoice const& choice) {
    return {.f_mhz = frequency_mhz,
            .h_tx_m = h_tx_m,
            .h_rx_m = h_rx_m,
            .epsilon = choice.around.epsilon,
            .sigma_s = choice.around.sigma_s,
            .N_0 = n0,
            .climate = choice.around.climate,
            .polarisation = polarisation,
            .variability = itm_variability_of(static_cast<int>(choice.mdvar))};
}

void check_itm(ItmLimits const& limits, ItmChoice const& choice, geo::Problems& problems) {
    for (double const height : {limits.h_tx_m, limits.h_rx_m})
        if (height < 0.5)
            wrong(problems, say("itm: ăng-ten ở {} m; mô hình cần từ 0.5 m",
                                "itm: an antenna at {} m; the model needs "
                                "0.5 m at least",
                                height));
    if (limits.n0 < 250 || limits.n0 > 400)
        wrong(problems,
              say("itm: --n0 {}; mô hình nhận 250 đến 400", "itm: --n0 {}; the model takes 250 to 400", limits.n0));
    try {
        if (choice.mdvar != std::floor(choice.mdvar)) throw std::invalid_argument("mdvar");
        (void)itm_variability_of(static_cast<int>(choice.mdvar));
    } catch (std::invalid_argument const&) {
        wrong(problems, say("--mdvar {}: phải là 0–3, 10–13, 20–23 hoặc 30–33",
                            "--mdvar {}: must be 0–3, 10–13, 20–23 or 30–33", choice.mdvar));
    }
}

void note_guesses(std::vector<geo::Message>& notes, PathModel model, std::optional<double> delta_n,
                  std::optional<double> n0) {
    if (model == PathModel::p1812 && !delta_n)
        notes.push_back(say("--delta-n không cho: lấy {} N/km, phỏng đoán cho miền Bắc Việt Nam",
                            "--delta-n is not given: {} N-units/km, a guess for northern Viet Nam",
                            RadioClimate{}.delta_n));
    if ((model == PathModel::p1812 || model == PathModel::itm) && !n0)
        notes.push_back(say("--n0 không cho: lấy {} N, phỏng đoán cho miền Bắc Việt Nam",
                            "--n0 is not given: {} N-units, a guess for northern Viet Nam", RadioClimate{}.n0));
}

} // namespace phusong::cli
