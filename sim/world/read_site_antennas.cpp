#include "geo/io/project_root.h"
#include "geo/suggest.h"
#include "sim/world/reading.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace phusong {
namespace {

constexpr std::array antenna_columns{"azimuths_deg", "tilt_deg", "antenna"};
constexpr std::size_t most_sectors = 12; ///< far more than any mast carries in one band

/// A number with a point, the whole text.
std::optional<double> number_in(std::string_view text) {
    double value = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return value + 0.0; // -0 becomes 0
}

/// "0;120;240". A Problem for each part that is no azimuth.
std::vector<double> read_azimuths(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::size_t column) {
    std::vector<double> out;
    std::string const& text = csv.text(row, column);
    if (text.empty()) return out;
    for (std::size_t from = 0; from <= text.size();) {
        auto const to = std::min(text.find(';', from), text.size());
        auto const part = text.substr(from, to - from);
        auto const azimuth = number_in(part);
        if (!azimuth || !(*azimuth >= 0 && *azimuth <= 360))
            csv.problem(
                row, column,
                geo::say("“{}” không phải góc phương vị trong [0, 360]", "“{}” is no azimuth in [0, 360]", part),
                geo::say("viết như 0;120;240", "write as in 0;120;240"));
        else
            out.push_back(*azimuth);
        from = to + 1;
    }
    if (out.size() > most_sectors)
        csv.problem(row, column,
                    geo::say("có {} cung, nhiều nhất {}", "has {} sectors, at most {}", out.size(), most_sectors));
    return out;
}

/// The pattern's file must lie at or below the folder of the table that names it.
std::filesystem::path read_pattern_path(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::size_t column,
                                        std::filesystem::path const& folder) {
    auto const& text = csv.text(row, column);
    if (text.empty()) return {};
    auto const checked = geo::io::check_path(text, folder, {{folder}}, {});
    if (checked.problem) csv.problem(row, column, checked.problem->what, checked.problem->hint);
    return checked.path.value_or(std::filesystem::path());
}

} // namespace

SiteAntennaReader::SiteAntennaReader(Reading& reading, geo::io::CsvTable const& table)
    : csv_(table, reading.problems), folder_(reading.scenario.world.sites.path.parent_path()) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < antenna_columns.size(); ++i) {
        columns_[i] = table.column(antenna_columns[i]);
        if (!columns_[i]) missing.emplace_back(antenna_columns[i]);
    }
    for (auto const& name : table.columns) { // nobody would notice that a column was not read
        bool const known = std::ranges::find(antenna_columns, name) != antenna_columns.end();
        if (auto const near = known ? std::nullopt : geo::nearest_name(name, missing))
            reading.problems.push_back(
                {table.name,
                 geo::say("cột “{}” gần giống {}, không rõ có phải không", "column “{}” is nearly called {}", name,
                          *near),
                 geo::say("đổi tên thành {}, hoặc tên khác hẳn", "call it {}, or something quite different", *near)});
    }
}

void SiteAntennaReader::read(geo::io::CsvTable::Row const& row, Site& site) {
    auto const filled = [&](std::size_t i) { return columns_[i] && !csv_.text(row, *columns_[i]).empty(); };
    if (columns_[0]) site.azimuths_deg = read_azimuths(csv_, row, *columns_[0]);
    if (filled(1)) site.tilt_deg = csv_.number(row, *columns_[1], -10, 20);
    if (columns_[2]) site.antenna = read_pattern_path(csv_, row, *columns_[2], folder_);
}

} // namespace phusong
