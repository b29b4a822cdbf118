#include "tools/cli/coverage_flags.h"
#include "sim/radio/carrier.h"
#include "sim/radio/models/climate.h"
#include "tools/cli/coverage_number_flags.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/options.h"
#include "tools/cli/run.h"
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <stdexcept>

namespace phusong::cli {

using geo::say;

namespace {

bool is_tif(std::string const& file) {
    auto ending = std::filesystem::path(file).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending == ".tif" || ending == ".tiff";
}

/// Reads the flags one by one and gathers what is wrong.
class CoverageReader {
  public:
    explicit CoverageReader(Options const& options) : options_(options), flags_(options.coverage) {}

    CoverageQuery read() {
        read_files();
        read_words();
        read_numbers(coverage_number_flags(), flags_.numbers, query_, problems_);
        for (auto const* const flag : {"--frequency-mhz", "--radius-km"})
            if (flags_.numbers.count(flag) == 0) missing(flag);
        check_together();
        if (query_.model == PathModel::itm)
            check_itm({query_.site.height_m, query_.rx_height_m, query_.n0.value_or(RadioClimate{}.n0)}, query_.itm,
                      problems_);
        if (problems_.empty()) check_short_path();
        if (!problems_.empty()) throw UsageError(problems_);
        return query_;
    }

  private:
    void wrong(geo::Message what, geo::Message hint = {}) {
        problems_.push_back({"", std::move(what), std::move(hint)});
    }
    void missing(std::string const& flag) { wrong(say("thiếu {}", "{} is missing", flag)); }

    void read_files() {
        query_.dems = flags_.dems, query_.like = flags_.like, query_.clutter = flags_.clutter,
        query_.antenna = flags_.antenna;
        query_.out = flags_.out, query_.reason = flags_.reason;
        if (query_.dems.empty()) missing("--dem");
        if (query_.out.empty()) missing("--out");
        if (flags_.site.empty())
            missing("--site");
        else
            for (auto const& site : place_of(flags_.site, problems_)) query_.site = site;
        for (auto const& [file, flag] : {std::pair{query_.out, "--out"}, {query_.reason, "--reason"}})
            if (!file.empty() && !is_tif(file))
                wrong(say("{} {}: bản đồ là GeoTIFF", "{} {}: maps are GeoTIFF", flag, file),
                      say("đặt tên có đuôi .tif; màu cho QGIS nằm cạnh, đuôi .qml",
                          "give it a name that ends in .tif; the colours for QGIS lie beside it, in .qml"));
    }

    /// Whether the second of two words was typed.
    bool is_second(char const* flag, std::string const& typed, char const* first, char const* second) {
        if (typed != first && typed != second)
            wrong(say("{} {}: chỉ có {} và {}", "{} {}: there are {} and {}", flag, typed, first, second));
        return typed == second;
    }

    void read_words() {
        query_.model = model_of(flags_.model, problems_);
        query_.polarisation = polarisation_of(flags_.polarization, problems_);
        query_.itm.around.climate = climate_of(flags_.climate, problems_);
        query_.exact = is_second("--mode", flags_.mode, "sweep", "exact");
        query_.rsrp = is_second("--quantity", flags_.quantity, "path_loss", "rsrp");
        query_.centi_db = is_second("--format", flags_.format, "float32", "uint16");
        query_.short_path_name = flags_.short_path;
        query_.short_path = short_path_model(flags_.short_path);
        if (!query_.short_path && flags_.short_path != "none")
            wrong(say("--short-path {}: chỉ có none, free_space, rma, uma, ehata_open, ehata_suburban, ehata_urban",
                      "--short-path {}: there are none, free_space, rma, uma, ehata_open, ehata_suburban, ehata_urban",
                      flags_.short_path));
        if (!flags_.climate.empty() && query_.model != PathModel::itm) query_.idle.emplace_back("--climate");
    }

    void check_together() {
        if (!query_.like.empty() && query_.resolution_m)
            wrong(say("--like và --resolution-m: chỉ một trong hai", "--like and --resolution-m: only one of the two"));
        check_power();
        if (query_.exact && flags_.numbers.count("--ray-density") != 0) query_.idle.emplace_back("--ray-density");
        if (query_.model == PathModel::itm && !query_.exact)
            wrong(
                say("--model itm --mode sweep: ITM tính thống kê của cả mặt cắt, không gộp được dọc tia",
                    "--model itm --mode sweep: ITM takes statistics of whole profiles, which do not grow along a ray"),
                say("thêm --mode exact", "add --mode exact"));
        bool const sees_clutter = query_.model == PathModel::p1812 || query_.model == PathModel::p526;
        if (!sees_clutter && !query_.clutter.empty()) query_.idle.emplace_back("--clutter");
        try {
            check_creation_options(options_.creation_options);
        } catch (UsageError const& error) {
            problems_.insert(problems_.end(), error.problems.begin(), error.problems.end());
        }
    }

    /// What is radiated is given as EIRP alike in all directions, or as an antenna and the power that it is fed.
    void check_power() {
        bool const antenna = !query_.antenna.empty();
        for (auto const* const flag :
             {"--power-dbm", "--azimuth-deg", "--tilt-deg", "--electrical-tilt-deg", "--feeder-loss-db"})
            if (!antenna && flags_.numbers.count(flag) != 0)
                wrong(say("{}: cần --antenna", "{}: needs --antenna", flag));
        if (antenna && query_.eirp_dbm)
            wrong(say("--eirp-dbm và --antenna: chỉ một trong hai", "--eirp-dbm and --antenna: only one of the two"));
        if (query_.rsrp && antenna && !query_.power_dbm)
            wrong(say("--antenna cần --power-dbm", "--antenna needs --power-dbm"));
        if (query_.rsrp && !antenna && !query_.eirp_dbm)
            wrong(say("--quantity rsrp cần --eirp-dbm, hoặc --antenna và --power-dbm",
                      "--quantity rsrp needs --eirp-dbm, or --antenna and --power-dbm"));
        if (query_.rsrp && antenna)
            std::erase(query_.idle, "--effective-earth-factor"); // its depression counts with it
        if (!query_.rsrp && query_.eirp_dbm) query_.idle.emplace_back("--eirp-dbm");
        if (!query_.rsrp && antenna) query_.idle.emplace_back("--antenna");
    }

    void check_short_path() {
        if (!query_.short_path) return;
        ShortPathLink const link{query_.frequency_mhz, query_.site.height_m, query_.rx_height_m, 0, true};
        try {
            (void)limited_short_path_loss_db(*query_.short_path, short_path_inner_km, link);
        } catch (std::invalid_argument const& error) {
            wrong(say("--short-path {}: không dùng được với tần số hoặc chiều cao này ({})",
                      "--short-path {}: does not know this frequency or height ({})", query_.short_path_name,
                      std::string(error.what())));
        }
    }

    Options const& options_;
    CoverageFlags const& flags_;
    CoverageQuery query_;
    geo::Problems problems_;
};

} // namespace

CoverageQuery coverage_query(Options const& options) { return CoverageReader(options).read(); }

} // namespace phusong::cli
