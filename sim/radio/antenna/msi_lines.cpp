#include "sim/radio/antenna/msi_lines.h"
#include "geo/io/csv_file.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

constexpr std::size_t most_problems_of_a_cut = 20; // a wrong file is wrong in every line
constexpr double most_attenuation_db = 200;
constexpr std::string_view blanks = " \t\r\v\f";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (auto from = text.find_first_not_of(blanks); from != std::string_view::npos;) {
        auto const to = std::min(text.find_first_of(blanks, from), text.size());
        words.emplace_back(text.substr(from, to - from));
        from = text.find_first_not_of(blanks, to);
    }
    return words;
}

/// Fills one cut row by row and gathers what is wrong.
class CutReader {
  public:
    CutReader(std::string const& file_name, std::string key)
        : key_(std::move(key)), table_{file_name, {key_ + " angle", key_ + " attenuation"}, {}} {}
    void add(MsiLine const& line);
    void tell_missing(std::size_t head_line);
    void tell(geo::Problems& problems);
    AntennaCut values{};

  private:
    void put(geo::io::CsvTable::Row const& row, double angle_deg, float loss_db);
    [[nodiscard]] std::string place(std::size_t line) const { return fmt::format("{}:{}", table_.name, line); }

    std::string key_;
    geo::io::CsvTable table_;
    geo::Problems problems_;
    geo::io::CsvReader csv_{table_, problems_};
    std::array<std::size_t, degrees_around> line_of_{}; ///< 0 = not given
};

void CutReader::add(MsiLine const& line) {
    if (line.words.size() != 2) {
        problems_.push_back({place(line.number),
                             geo::say("có {} cột, phải có hai: góc và suy hao",
                                      "has {} columns, must have two: angle and attenuation", line.words.size()),
                             geo::say("viết như “17 0.42”", "write as in “17 0.42”")});
        return;
    }
    geo::io::CsvTable::Row const row{line.number, line.words};
    auto const before = problems_.size();
    double const angle_deg = csv_.number(row, 0, 0, degrees_around);
    double const loss_db = csv_.number(row, 1, 0, most_attenuation_db);
    if (problems_.size() > before) return;
    if (angle_deg == std::floor(angle_deg))
        put(row, angle_deg, static_cast<float>(loss_db));
    else
        csv_.problem(row, 0, geo::say("{} không phải là độ nguyên", "{} is no whole degree", angle_deg),
                     geo::say("xuất mẫu theo từng độ, từ 0 đến 359", "export the pattern degree by degree, 0 to 359"));
}

void CutReader::put(geo::io::CsvTable::Row const& row, double angle_deg, float loss_db) {
    auto const degree = static_cast<std::size_t>(angle_deg) % degrees_around; // some files close the circle with 360
    if (line_of_[degree] == 0) {
        values[degree] = loss_db;
        line_of_[degree] = row.line;
        return;
    }
    bool const closes_the_circle = row.cells[0].starts_with("360") && values[degree] == loss_db;
    if (closes_the_circle) return;
    csv_.problem(row, 0,
                 geo::say("góc {} đã có ở dòng {} với {} dB, ở đây {} dB",
                          "angle {} stands in line {} already, with {} dB; here it has {} dB", degree, line_of_[degree],
                          values[degree], loss_db),
                 geo::say("giữ một dòng", "keep one of them"));
}

void CutReader::tell_missing(std::size_t head_line) {
    auto const missing = std::ranges::count(line_of_, std::size_t{0});
    if (missing == 0 || !problems_.empty()) return; // a row with a mistake would be told twice
    auto const first = std::ranges::find(line_of_, std::size_t{0}) - line_of_.begin();
    problems_.push_back({place(head_line),
                         geo::say("{} thiếu {} trên 360 góc, trước hết là góc {}",
                                  "{} lacks {} of 360 angles, the first is {}", key_, missing, first),
                         geo::say("mỗi độ từ 0 đến 359 một dòng “góc suy hao”",
                                  "one line “angle attenuation” for each degree from 0 to 359")});
}

void CutReader::tell(geo::Problems& problems) {
    auto const shown = std::min(problems_.size(), most_problems_of_a_cut);
    problems.insert(problems.end(), problems_.begin(), problems_.begin() + static_cast<std::ptrdiff_t>(shown));
    if (shown < problems_.size())
        problems.push_back(
            {table_.name,
             geo::say("{}: còn {} dòng sai nữa", "{}: {} more lines are wrong", key_, problems_.size() - shown),
             geo::say("kiểm tra đúng tệp mẫu anten", "check that it is an antenna pattern")});
}

} // namespace

std::vector<MsiLine> msi_lines(std::string_view text) {
    std::vector<MsiLine> out;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        if (auto words = words_of(text.substr(0, end)); !words.empty()) out.push_back({number, std::move(words)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

bool starts_like_a_number(MsiLine const& line) {
    char const first = line.words.front().front();
    return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
}

AntennaCut read_msi_cut(std::string const& file_name, MsiLine const& head, std::span<MsiLine const> rows,
                        geo::Problems& problems) {
    CutReader cut(file_name, capitals(head.words.front()));
    for (auto const& row : rows) cut.add(row);
    cut.tell_missing(head.number);
    cut.tell(problems);
    return cut.values;
}

} // namespace phusong
