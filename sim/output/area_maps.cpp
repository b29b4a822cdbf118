#include "sim/output/area_maps.h"
#include "geo/io/atomic_file.h"
#include "geo/io/native_map.h"
#include "sim/output/area_styles.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include "sim/output/signal_style.h"
#include "sim/radio/servers/sinr.h"
#include "sim/radio/servers/technology_class.h"
#include "sim/radio/servers/throughput.h"
#include <limits>

namespace phusong {
namespace {

namespace fs = std::filesystem;
using geo::io::NativeMap;

constexpr std::uint16_t no_number = 65535;
constexpr std::uint8_t no_reason = 0, no_class = 255;

using Tags = std::vector<std::pair<std::string, std::string>>;

/// What the scenario says of the loss, under the names that the map around one site has.
Tags loss_tags(Radio const& radio) {
    auto const text = [](double v) { return fmt::format("{}", v); };
    Tags out{{"MODEL", radio.model},
             {"SHORT_PATH", radio.short_path},
             {"TIME_PERCENT", text(radio.time_percent)},
             {"LOCATION_PERCENT", text(radio.location_percent)},
             {"DELTA_N", text(radio.delta_n)},
             {"N0", text(radio.n0)},
             {"POLARIZATION", radio.polarization},
             {"RX_HEIGHT_M", text(radio.receiver_height_m)},
             {"MARGIN_DB", text(radio.margin_db)},
             {"BUILDING_ENTRY", radio.building_entry}};
    if (radio.building_entry != "none") out.emplace_back("BUILDING_ENTRY_PERCENT", text(radio.building_entry_percent));
    return out;
}

/// What the scenario says of antennas; the table of sites may say otherwise of single ones.
Tags antenna_tags(SiteAntennas const& antenna) {
    auto const text = [](double v) { return fmt::format("{}", v); };
    Tags out{{"SECTORS", fmt::format("{}", antenna.sectors)},
             {"FIRST_AZIMUTH_DEG", text(antenna.first_azimuth_deg)},
             {"ELECTRICAL_TILT_DEG", text(antenna.electrical_tilt_deg)},
             {"MECHANICAL_TILT_DEG", text(antenna.mechanical_tilt_deg)}};
    if (!antenna.pattern.path.empty()) {
        out.emplace_back("ANTENNA_FILE", antenna.pattern.path.filename().string());
        return out;
    }
    Tags const formula{{"HORIZONTAL_BEAMWIDTH_DEG", text(antenna.horizontal_beamwidth_deg)},
                       {"VERTICAL_BEAMWIDTH_DEG", text(antenna.vertical_beamwidth_deg)},
                       {"FRONT_TO_BACK_DB", text(antenna.front_to_back_db)},
                       {"SIDE_LOBE_DB", text(antenna.side_lobe_db)}};
    out.insert(out.end(), formula.begin(), formula.end());
    return out;
}

/// One map on its way to the disk.
struct Sheet {
    std::string file;   ///< without folder and ending
    geo::Message words; ///< what it shows
    std::string unit, style;
    double precision = 0;
    Tags more{}; ///< of its own
};

class Writer {
  public:
    Writer(fs::path const& folder, AreaFacts const& facts) : folder_(folder / "maps"), facts_(facts) {
        make_folder(folder_);
    }
    void write(Sheet const& sheet, geo::Raster const& raster) const {
        auto const file = folder_ / (sheet.file + ".tif");
        geo::io::write_cog(file, raster, *facts_.world.crs, describe(sheet), facts_.creation_options);
        write_style(sheet);
    }
    void write(Sheet const& sheet, NativeMap::Values values, double nodata, double scale = 1) const {
        auto const& g = facts_.world.grid;
        auto const& crs = *facts_.world.crs;
        NativeMap const map{{g.west_m, g.north_m, g.cell_m, g.cell_m, g.rows, g.cols},
                            {crs.wkt(), crs.name(), false, 1},
                            std::move(values),
                            nodata,
                            scale,
                            0};
        auto const file = folder_ / (sheet.file + ".tif");
        geo::io::put_map(file, geo::io::cog_bytes(file, map, describe(sheet), facts_.creation_options));
        write_style(sheet);
    }

  private:
    void write_style(Sheet const& sheet) const { geo::io::write_file(folder_ / (sheet.file + ".qml"), sheet.style); }
    [[nodiscard]] geo::io::MapDescription describe(Sheet const& sheet) const {
        auto const& id = facts_.identity;
        geo::io::MapDescription out{.band_name = fmt::format("{} / {}", sheet.words.vi, sheet.words.en),
                                    .unit = sheet.unit,
                                    .metadata = {{"PROGRAM", "phusong " + id.program_version},
                                                 {"SCENARIO", id.scenario_name},
                                                 {"TITLE", id.title},
                                                 {"CHANGES", id.changes.empty() ? "no" : id.changes},
                                                 {"INPUT_HASH", id.input_hash},
                                                 {"YEAR", std::to_string(facts_.year)},
                                                 {"DATA", data_note(facts_.world)},
                                                 {"SYNTHETIC", synthetic_tag(facts_.world)}},
                                    .precision = sheet.precision};
        auto const& radio = facts_.scenario.radio;
        for (auto const& tags : {loss_tags(radio), antenna_tags(radio.antenna), sheet.more})
            out.metadata.insert(out.metadata.end(), tags.begin(), tags.end());
        return out;
    }
    fs::path folder_;
    AreaFacts const& facts_;
};

template <class To, class From> std::vector<To> numbers(geo::Array2D<From> const& from, From none, To instead) {
    std::vector<To> out;
    out.reserve(static_cast<std::size_t>(from.size()));
    for (Eigen::Index i = 0; i < from.size(); ++i)
        out.push_back(from.data()[i] == none ? instead : static_cast<To>(from.data()[i]));
    return out;
}

/// The maps of one technology.
class TechnologySheets {
  public:
    TechnologySheets(fs::path const& folder, AreaCoverage const& area, AreaFacts const& facts)
        : writer_(folder, facts), area_(area), facts_(facts), technology_(area.laid.technology),
          channel_(facts.scenario.radio.channel[index(technology_)]) {}

    void write() const {
        write_loss();
        write_servers();
        write_rates();
        write_counts();
    }

  private:
    [[nodiscard]] Sheet sheet(std::string const& what, geo::Message const& words, std::string unit, std::string style,
                              double precision = 0) const {
        auto const tech = capital_name(technology_);
        auto const& budget = facts_.scenario.radio.budget[index(technology_)];
        return {.file = fmt::format("{}_{}_{}", what, name(technology_), facts_.year),
                .words = {fmt::format("{} {} {}", words.vi, tech, facts_.year),
                          fmt::format("{} {} {}", words.en, tech, facts_.year)},
                .unit = std::move(unit),
                .style = std::move(style),
                .precision = precision,
                .more = {{"TECHNOLOGY", tech},
                         {"FREQUENCY_MHZ", fmt::format("{}", budget.frequency_mhz)},
                         {"EIRP_DBM", fmt::format("{}", budget.eirp_dbm)},
                         {"THRESHOLD_DBM", fmt::format("{}", budget.threshold_dbm)},
                         {"WEAKEST_DBM", fmt::format("{:.2f}", area_.laid.settings.weakest_dbm)}}};
    }
    void write_loss() const {
        writer_.write(
            sheet("path_loss", {"Suy hao tới trạm mạnh nhất", "Path loss to the best server"}, "dB", area_loss_qml()),
            numbers<std::uint16_t>(area_.serving.loss_centi_db, PathLoss::none, no_number), no_number, 0.01);
    }
    void write_servers() const {
        static constexpr std::array ranks{"", "_second", "_third"};
        static constexpr std::array vi{"nhất", "nhì", "ba"}, en{"best", "second", "third"};
        auto const colours = sectors_qml(area_.laid, facts_.sites);
        auto const signal_style = signal_qml(facts_.scenario.radio, technology_);
        for (std::size_t rank = 0; rank < ranks.size(); ++rank) {
            int const number = static_cast<int>(rank);
            writer_.write(sheet(std::string("signal") + ranks[rank],
                                geo::say("Sóng của cung mạnh {0}", "Signal of the {1} server", vi[rank], en[rank]),
                                "dBm", signal_style, map_step_dbm),
                          power_dbm(area_.servers, number));
            writer_.write(sheet(std::string("server") + ranks[rank],
                                geo::say("Cung mạnh {0}", "Sector of the {1} server", vi[rank], en[rank]), "1",
                                colours),
                          numbers<std::uint16_t>(sector_of_cell(area_.servers, number), -1, no_number), no_number);
        }
    }
    void write_rates() const {
        auto ratio = sheet("sinr", {"SINR có tải", "SINR under load"}, "dB", sinr_qml(), 0.1);
        ratio.more.emplace_back("LOAD_SHARE", fmt::format("{}", channel_.load_share));
        ratio.more.emplace_back("NOISE_DBM", fmt::format("{:.2f}", area_.laid.noise_dbm));
        auto const sinr = sinr_db(area_.servers, area_.laid.noise_dbm);
        writer_.write(ratio, sinr);
        if (channel_.most_bps_per_hz == 0) return;
        LinkCurve const curve{channel_.bound_share, channel_.least_sinr_db, channel_.most_bps_per_hz};
        writer_.write(
            sheet("throughput", {"Tốc độ khi dùng một mình", "Rate of a lone user"}, "Mbit/s", throughput_qml(), 0.1),
            throughput_mbps(sinr, curve, {channel_.bandwidth_mhz, channel_.data_share}));
    }
    [[nodiscard]] geo::Array2D<std::int32_t> overlap_on_ground() const {
        auto out = overlap_count(area_.servers);
        for (Eigen::Index i = 0; i < out.size(); ++i)
            if (std::isnan(facts_.world.terrain_m.values.data()[i])) out.data()[i] = -1;
        return out;
    }
    void write_counts() const {
        writer_.write(
            sheet("overlap", {"Số cung từ ngưỡng trở lên", "Sectors at or above the threshold"}, "1", overlap_qml()),
            numbers<std::uint16_t>(overlap_on_ground(), -1, no_number), no_number);
        writer_.write(sheet("reason", {"Vì sao", "Why"}, "1", serving_reason_qml()),
                      numbers<std::uint8_t>(area_.serving.reason, no_reason, no_reason), no_reason);
    }

    Writer writer_;
    AreaCoverage const& area_;
    AreaFacts const& facts_;
    Technology technology_;
    Channel const& channel_;
};

} // namespace

void write_area_maps(fs::path const& folder, AreaCoverage const& area, AreaFacts const& facts) {
    TechnologySheets(folder, area, facts).write();
}

void write_technology_map(fs::path const& folder, std::array<geo::Raster, technology_count> const& best_dbm,
                          AreaFacts const& facts) {
    std::array<TechnologySignal, technology_count> signals;
    for (auto const t : technologies)
        if (best_dbm[index(t)].values.size() > 0)
            signals[index(t)] = {&best_dbm[index(t)], facts.scenario.radio.budget[index(t)].threshold_dbm};
    auto classes = technology_class(signals);
    for (Eigen::Index i = 0; i < classes.size(); ++i)
        if (std::isnan(facts.world.terrain_m.values.data()[i])) classes.data()[i] = no_class;
    Writer(folder, facts)
        .write({.file = fmt::format("technology_{}", facts.year),
                .words = geo::say("Công nghệ mới nhất dùng được {}", "Newest usable technology {}", facts.year),
                .unit = "1",
                .style = technology_class_qml()},
               numbers<std::uint8_t>(classes, no_class, no_class), no_class);
}

} // namespace phusong
