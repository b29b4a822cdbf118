#include "sim/radio/antenna/read_msi.h"
#include "geo/io/atomic_file.h"
#include "geo/io/csv_file.h"
#include "geo/io/text_check.h"
#include "sim/radio/antenna/msi_lines.h"
#include <map>

namespace phusong {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20; // a pattern of 720 lines has about ten thousand
constexpr double dipole_gain_dbi = 2.15;                 // dBd counts from a half-wave dipole: Rec. ITU-R BS.561
constexpr double most_gain_db = 60, most_tilt_deg = 90;
std::string const first_cut = "HORIZONTAL", second_cut = "VERTICAL";

bool is_cut(MsiLine const& line) {
    auto const key = capitals(line.words.front());
    return key == first_cut || key == second_cut;
}

/// One after the last row of numbers before the next cut: what is no number between two rows is a mistake in the cut,
/// what comes after the last one is something of the maker's.
std::size_t end_of_cut(std::span<MsiLine const> lines, std::size_t head) {
    std::size_t end = head + 1;
    for (std::size_t i = end; i < lines.size() && !is_cut(lines[i]); ++i)
        if (starts_like_a_number(lines[i])) end = i + 1;
    return end;
}

/// Gathers what is wrong with one file; throws nothing.
class MsiReader {
  public:
    MsiReader(std::string const& name, geo::Problems& problems) : name_(name), problems_(problems) {}
    [[nodiscard]] AntennaPattern read(std::span<MsiLine const> lines);

  private:
    void header(MsiLine const& line);
    void gain(MsiLine const& line);
    void tilt(MsiLine const& line);
    void once(std::string const& key, MsiLine const& line);
    void tell_absent();
    double number(MsiLine const& line, double min, double max);

    std::string const& name_;
    geo::Problems& problems_;
    AntennaPattern pattern_;
    std::map<std::string, std::size_t> line_of_key_;
};

/// The second word of a line as a number, with the messages that tables have.
double MsiReader::number(MsiLine const& line, double min, double max) {
    geo::io::CsvTable const table{name_, {capitals(line.words.front())}, {}};
    geo::io::CsvReader csv(table, problems_);
    return csv.number({line.number, {line.words.size() > 1 ? line.words[1] : std::string{}}}, 0, min, max);
}

void MsiReader::gain(MsiLine const& line) {
    double const value = number(line, -most_gain_db, most_gain_db);
    auto const unit = line.words.size() > 2 ? capitals(line.words[2]) : "DBD"; // the format's own rule
    if (unit != "DBD" && unit != "DBI")
        problems_.push_back(
            {fmt::format("{}:{} GAIN", name_, line.number),
             geo::say("có đơn vị “{}”", "has the unit “{}”", line.words[2]),
             geo::say("viết dBi hoặc dBd; không ghi đơn vị là dBd", "write dBi or dBd; without a unit it is dBd")});
    pattern_.gain_dbi = unit == "DBI" ? value : value + dipole_gain_dbi;
}

/// TILT holds degrees, or a word for the kind of tilt, whose degrees stand in ELECTRICAL_TILT then.
void MsiReader::tilt(MsiLine const& line) {
    bool const is_a_kind = line.words.size() < 2 || line.words[1].find_first_of("0123456789") == std::string::npos;
    if (is_a_kind && capitals(line.words.front()) == "TILT") return;
    pattern_.electrical_tilt_deg = number(line, -most_tilt_deg, most_tilt_deg);
}

void MsiReader::once(std::string const& key, MsiLine const& line) {
    auto const [before, fresh] = line_of_key_.emplace(key, line.number);
    if (!fresh)
        problems_.push_back({fmt::format("{}:{} {}", name_, line.number, key),
                             geo::say("đã có ở dòng {}", "stands in line {} already", before->second),
                             geo::say("giữ một dòng", "keep one of them")});
}

void MsiReader::header(MsiLine const& line) {
    auto const key = capitals(line.words.front());
    if (key != "NAME" && key != "GAIN" && key != "TILT" && key != "ELECTRICAL_TILT") return; // makers add their own
    once(key, line);
    if (key == "NAME")
        pattern_.name = fmt::format("{}", fmt::join(line.words.begin() + 1, line.words.end(), " "));
    else if (key == "GAIN")
        gain(line);
    else
        tilt(line);
}

void MsiReader::tell_absent() {
    for (auto const& key : {std::string("GAIN"), first_cut, second_cut})
        if (!line_of_key_.contains(key))
            problems_.push_back({name_, geo::say("thiếu {}", "{} is missing", key),
                                 geo::say("kiểm tra đúng tệp mẫu anten MSI (Planet)",
                                          "check that it is an antenna pattern in the MSI (Planet) format")});
}

AntennaPattern MsiReader::read(std::span<MsiLine const> lines) {
    for (std::size_t i = 0; i < lines.size();) {
        if (!is_cut(lines[i])) {
            header(lines[i++]);
            continue;
        }
        auto const key = capitals(lines[i].words.front());
        auto const end = end_of_cut(lines, i);
        once(key, lines[i]);
        (key == first_cut ? pattern_.horizontal_db : pattern_.vertical_db) =
            read_msi_cut(name_, lines[i], lines.subspan(i + 1, end - i - 1), problems_);
        i = end;
    }
    tell_absent();
    if (pattern_.name.empty()) pattern_.name = name_;
    return pattern_;
}

} // namespace

AntennaPattern parse_msi(std::string_view bytes, std::string const& shown_name) {
    geo::Problems problems;
    if (auto problem = geo::io::not_text(bytes, shown_name)) problems.push_back(*problem);
    geo::throw_if_any(problems);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto const lines = msi_lines(bytes);
    auto pattern = MsiReader(shown_name, problems).read(lines);
    geo::throw_if_any(std::move(problems));
    return pattern;
}

AntennaPattern read_msi(std::filesystem::path const& file, std::string const& shown_name) {
    return parse_msi(geo::io::read_file(file, most_bytes), shown_name);
}

} // namespace phusong
