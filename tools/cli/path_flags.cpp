#include "tools/cli/path_flags.h"
#include "sim/radio/models/climate.h"
#include "sim/scenario/scenario.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/options.h"
#include "tools/cli/path_number_flags.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {

using geo::say;

void add_path_flags(CLI::App& app, Options& options) {
    auto& flags = options.path;
    auto const in = [&](geo::Message const& what) { return what.in(options.language); };
    auto const group = in(say("Tuyến", "Path"));
    auto const one = [&](char const* name, std::string& text, char const* shown, geo::Message const& what) {
        app.add_option(name, text, in(what))->type_name(shown)->group(group);
    };
    one("--profile", flags.profile, "FILE.csv",
        say("mặt cắt có sẵn, thay cho kịch bản và hai điểm", "a profile, in place of scenario and points"));
    for (auto const& flag : path_number_flags())
        app.add_option_function<std::string>(
               flag.name, [&flags, name = flag.name](std::string const& text) { flags.numbers[name] = text; },
               in(flag.what))
            ->type_name(flag.shown)
            ->group(group);
    one("--polarization", flags.polarization, "horizontal|vertical",
        say("phân cực; mặc định của kịch bản, hoặc vertical", "polarization; default the scenario's, or vertical"));
    one("--model", flags.model, "NAME",
        say("p1812, p526, itm, free_space; mặc định của kịch bản, hoặc p1812",
            "p1812, p526, itm, free_space; default the scenario's, or p1812"));
    one("--climate", flags.climate, "NAME",
        say("itm: khí hậu; mặc định maritime_subtropical (phỏng đoán)",
            "itm: climate; default maritime_subtropical (a guess)"));
    one("--link", flags.link, "microwave",
        say("thiết kế một chặng vi ba giữa hai điểm; HEIGHT là chiều cao cột",
            "design a microwave hop between the two points; HEIGHT is the mast's"));
    one("--band-ghz", flags.band_ghz, "GHZ",
        say("--link: chỉ dùng tần số này; mặc định theo độ dài", "--link: this frequency only; default by length"));
    one("--svg", flags.svg, "OUT.svg", say("vẽ mặt cắt vào tệp này", "draw the profile into this file"));
}

namespace {

/// Reads the flags one by one and gathers what is wrong.
class PathReader {
  public:
    PathReader(Options const& options, Radio const* radio) : options_(options), flags_(options.path), radio_(radio) {}

    PathQuery read() {
        query_.profile = flags_.profile;
        query_.svg = flags_.svg;
        if (radio_ != nullptr) take_radio();
        read_words();
        read_numbers(path_number_flags(), flags_.numbers, query_, problems_);
        if (flags_.numbers.count("--frequency-mhz") == 0) missing("--frequency-mhz");
        if (query_.profile.empty())
            read_ends();
        else
            demand_what_a_profile_lacks();
        check_limits();
        if (!problems_.empty()) throw UsageError(problems_);
        return query_;
    }

  private:
    void wrong(geo::Message what, geo::Message hint = {}) {
        problems_.push_back({"", std::move(what), std::move(hint)});
    }
    void missing(std::string const& flag) { wrong(say("thiếu {}", "{} is missing", flag)); }

    /// What flags may say otherwise.
    void take_radio() {
        query_.time_percent = radio_->time_percent;
        query_.location_percent = radio_->location_percent;
        query_.delta_n = radio_->delta_n;
        query_.n0 = radio_->n0;
        query_.delta_n_of_scenario = flags_.numbers.count("--delta-n") == 0;
        query_.n0_of_scenario = flags_.numbers.count("--n0") == 0;
    }

    void read_words() {
        auto const word = [&](std::string const& typed, std::string Radio::*member, char const* usual) {
            return !typed.empty() ? typed : radio_ != nullptr ? radio_->*member : std::string(usual);
        };
        query_.model = model_of(word(flags_.model, &Radio::model, "p1812"), problems_);
        query_.polarisation = polarisation_of(word(flags_.polarization, &Radio::polarization, "vertical"), problems_);
        query_.itm.around.climate = climate_of(flags_.climate, problems_);
        if (!flags_.climate.empty() && query_.model != PathModel::itm) query_.idle.push_back("--climate");
    }

    void check_limits() {
        if (query_.model != PathModel::itm) return;
        auto const height = [&](std::size_t end, std::optional<double> given) {
            return query_.ends.size() == 2 ? query_.ends[end].height_m : given.value_or(1);
        };
        check_itm({height(0, query_.tx_height_m), height(1, query_.rx_height_m), query_.n0.value_or(RadioClimate{}.n0)},
                  query_.itm, problems_);
    }

    void demand_what_a_profile_lacks() {
        if (!options_.files.empty())
            wrong(say("“{}”: với --profile không có kịch bản và điểm nào nữa",
                      "“{}”: with --profile there are no scenario and points", options_.files.front()));
        if (!query_.tx_height_m) missing("--tx-height-m");
        if (!query_.rx_height_m) missing("--rx-height-m");
        if (query_.model != PathModel::p1812) return;
        if (!query_.lat_deg) missing("--lat");
        if (query_.location_percent != 50 && !query_.sigmaL_db && !query_.resolution_m)
            wrong(say("--location-percent khác 50 cần --resolution-m hoặc --sigma-l-db",
                      "--location-percent other than 50 needs --resolution-m or --sigma-l-db"));
    }

    void read_ends() {
        if (options_.files.size() != 3)
            return wrong(say("cần tệp kịch bản và hai điểm LON,LAT,HEIGHT, hoặc --profile FILE.csv",
                             "needs a scenario file and two points LON,LAT,HEIGHT, or --profile FILE.csv"),
                         say("ví dụ: phusong path scenarios/toy.toml 104.98,23.03,42 105.02,23.07,1.5 "
                             "--frequency-mhz 900",
                             "for example: phusong path scenarios/toy.toml 104.98,23.03,42 105.02,23.07,1.5 "
                             "--frequency-mhz 900"));
        query_.scenario = options_.files.front();
        for (std::size_t i : {1U, 2U})
            for (auto const& end : place_of(options_.files[i], problems_)) query_.ends.push_back(end);
        for (auto const* const flag : {"--tx-height-m", "--rx-height-m", "--lat", "--lon"})
            if (flags_.numbers.count(flag) != 0)
                wrong(say("{}: chỉ dùng với --profile; ở đây hai điểm đã cho biết",
                          "{}: only with --profile; here the two points say it", flag));
    }

    Options const& options_;
    PathFlags const& flags_;
    Radio const* radio_; ///< of the scenario, if there is one
    PathQuery query_;
    geo::Problems problems_;
};

} // namespace

PathQuery query_of(Options const& options, Radio const* radio) { return PathReader(options, radio).read(); }

} // namespace phusong::cli
