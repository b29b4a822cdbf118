#include "tools/cli/path_flags.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/options.h"
#include "tools/cli/path_number_flags.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>

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
    for (auto const& flag : number_flags())
        app.add_option_function<std::string>(
               flag.name, [&flags, name = flag.name](std::string const& text) { flags.numbers[name] = text; },
               in(flag.what))
            ->type_name(flag.shown)
            ->group(group);
    one("--polarization", flags.polarization, "horizontal|vertical",
        say("phân cực; mặc định vertical", "polarization; default vertical"));
    one("--model", flags.model, "NAME", say("p1812 (mặc định), p526, free_space", "p1812 (default), p526, free_space"));
    one("--svg", flags.svg, "OUT.svg", say("vẽ mặt cắt vào tệp này", "draw the profile into this file"));
}

namespace {

/// The whole text as a finite number.
std::optional<double> number(std::string_view text) {
    double value = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// Reads the flags one by one and gathers what is wrong.
class Reader {
  public:
    explicit Reader(Options const& options) : options_(options), flags_(options.path) {}

    PathQuery read() {
        query_.profile = flags_.profile;
        query_.svg = flags_.svg;
        read_words();
        for (auto const& flag : number_flags()) read_number(flag);
        if (flags_.numbers.count("--frequency-mhz") == 0) missing("--frequency-mhz");
        if (query_.profile.empty())
            read_ends();
        else
            demand_what_a_profile_lacks();
        if (!problems_.empty()) throw UsageError(problems_);
        return query_;
    }

  private:
    void wrong(geo::Message what, geo::Message hint = {}) {
        problems_.push_back({"", std::move(what), std::move(hint)});
    }
    void missing(std::string const& flag) { wrong(say("thiếu {}", "{} is missing", flag)); }

    void read_words() {
        static std::map<std::string, PathModel> const models{
            {"p1812", PathModel::p1812}, {"p526", PathModel::p526}, {"free_space", PathModel::free_space}};
        if (auto const found = models.find(flags_.model); found != models.end())
            query_.model = found->second;
        else
            wrong(say("--model {}: chỉ có p1812, p526, free_space", "--model {}: there are p1812, p526, free_space",
                      flags_.model));
        if (flags_.polarization == "horizontal" || flags_.polarization == "vertical")
            query_.polarisation = flags_.polarization == "vertical" ? Polarisation::vertical : Polarisation::horizontal;
        else
            wrong(say("--polarization {}: chỉ có horizontal và vertical",
                      "--polarization {}: only horizontal and vertical exist", flags_.polarization));
    }

    bool asks_for(NumberFlag const& flag) const {
        if (query_.model == PathModel::p526) return flag.p526;
        return query_.model == PathModel::p1812 || flag.free_space;
    }

    void read_number(NumberFlag const& flag) {
        auto const typed = flags_.numbers.find(flag.name);
        if (typed == flags_.numbers.end()) return;
        auto const value = number(typed->second);
        if (!value || *value < flag.min || *value > flag.max)
            return wrong(say("{} {}: cần một số từ {} đến {}, dấu chấm thập phân",
                             "{} {}: needs a number from {} to {}, with a decimal point", flag.name, typed->second,
                             flag.min, flag.max));
        flag.set(query_, *value);
        if (!asks_for(flag)) query_.idle.push_back(flag.name);
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
        for (std::size_t i : {1U, 2U}) read_end(options_.files[i]);
        for (auto const* const flag : {"--tx-height-m", "--rx-height-m", "--lat", "--lon"})
            if (flags_.numbers.count(flag) != 0)
                wrong(say("{}: chỉ dùng với --profile; ở đây hai điểm đã cho biết",
                          "{}: only with --profile; here the two points say it", flag));
    }

    void read_end(std::string const& text) {
        auto const first = text.find(','), second = first == text.npos ? first : text.find(',', first + 1);
        if (second == text.npos) return bad_end(text);
        auto const lon = number(std::string_view(text).substr(0, first)),
                   lat = number(std::string_view(text).substr(first + 1, second - first - 1)),
                   height = number(std::string_view(text).substr(second + 1));
        if (!lon || !lat || !height || std::abs(*lon) > 180 || std::abs(*lat) > 90) return bad_end(text);
        if (!(*height >= 0.1 && *height <= 3000))
            return wrong(say("“{}”: ăng-ten phải cao hơn mặt đất từ 0.1 đến 3000 m",
                             "“{}”: the antenna must be 0.1 to 3000 m above ground", text));
        query_.ends.push_back({*lon, *lat, *height});
    }

    void bad_end(std::string const& text) {
        wrong(say("“{}” không phải LON,LAT,HEIGHT", "“{}” is not LON,LAT,HEIGHT", text),
              say("kinh độ, vĩ độ (độ), chiều cao ăng-ten trên mặt đất (m): 104.98,23.03,42",
                  "longitude, latitude (degrees), antenna height above ground (m): 104.98,23.03,42"));
    }

    Options const& options_;
    PathFlags const& flags_;
    PathQuery query_;
    geo::Problems problems_;
};

} // namespace

PathQuery query_of(Options const& options) { return Reader(options).read(); }

} // namespace phusong::cli
