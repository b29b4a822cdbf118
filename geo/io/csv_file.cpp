#include "geo/io/csv_file.h"
#include "geo/io/atomic_file.h"
#include "geo/io/text_check.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace phusong::geo::io {
namespace {

inline constexpr std::size_t most_problems = 20;

/// Whether a spreadsheet would work the text out, or would were it not for apostrophes in front: one that begins with
/// = + - @, or as they are in East Asian width, after blanks, and is no number. Source: OWASP, CSV Injection.
bool looks_like_a_formula(std::string_view text) {
    auto const rest = text.substr(std::min(text.find_first_not_of("' \t\r\n"), text.size()));
    static constexpr std::array<std::string_view, 8> beginnings{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    if (std::ranges::none_of(beginnings, [&](auto beginning) { return rest.starts_with(beginning); })) return false;
    double value = 0;
    auto const [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    bool const number = error == std::errc{} && stop == rest.data() + rest.size() && std::isfinite(value);
    return rest.size() > 1 && !number; // a dash alone is a dash
}

/// Walks through the bytes once. RFC 4180, section 2; a quote may open only at the start of a cell.
class CsvScanner {
  public:
    CsvScanner(std::string_view bytes, std::string const& name, std::size_t max_cell_bytes, Problems& problems)
        : bytes_(bytes), name_(name), max_cell_bytes_(max_cell_bytes), problems_(problems) {}

    [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }

    [[nodiscard]] CsvTable::Row row() {
        CsvTable::Row row{line_, {}};
        do row.cells.push_back(cell());
        while (take(','));
        end_of_line();
        return row;
    }

    /// True when a line without any cell, or with `mark` in front, was passed over.
    [[nodiscard]] bool skip_line(char mark = '\n') {
        if (at_end() || (peek() != mark && peek() != '\n' && bytes_.substr(at_, 2) != "\r\n")) return false;
        while (!at_end() && peek() != '\n') ++at_;
        end_of_line();
        return true;
    }

  private:
    [[nodiscard]] char peek() const { return bytes_[at_]; }
    bool take(char c) {
        if (at_end() || peek() != c) return false;
        ++at_;
        return true;
    }
    void end_of_line() {
        if (take('\r') && (at_end() || peek() != '\n'))
            problem(line_, say("có dấu CR lẻ giữa dòng", "holds a lone CR"),
                    say("lưu lại tệp với kết thúc dòng LF hoặc CRLF", "save with LF or CRLF line ends"));
        take('\n');
        ++line_;
    }
    [[nodiscard]] std::string cell() {
        auto const start_line = line_;
        std::string text = take('"') ? quoted() : plain();
        if (text.size() > max_cell_bytes_)
            problem(start_line, say("có ô dài quá {} byte", "holds a cell over {} bytes", max_cell_bytes_),
                    say("kiểm tra dấu ngoặc kép và dấu phẩy", "check the quotes and commas"));
        if (text.starts_with('\'') && looks_like_a_formula(text)) text.erase(0, 1);
        return text;
    }
    [[nodiscard]] std::string plain() {
        auto const end = std::min(bytes_.find_first_of(",\r\n", at_), bytes_.size());
        std::string text(bytes_.substr(at_, end - at_));
        at_ = end;
        if (text.find('"') != std::string::npos)
            problem(line_, say("có dấu ngoặc kép giữa ô", "holds a quote inside a cell"),
                    say("đặt cả ô trong ngoặc kép và viết đôi: \"5\"\" ống\"",
                        "quote the whole cell and double it: \"5\"\" pipe\""));
        return text;
    }
    [[nodiscard]] std::string quoted() {
        auto const start_line = line_;
        std::string text;
        for (;;) {
            auto const end = bytes_.find('"', at_);
            auto const piece = bytes_.substr(at_, std::min(end, bytes_.size()) - at_);
            line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
            text += piece;
            at_ = std::min(end, bytes_.size());
            if (!take('"')) {
                problem(start_line, say("mở ngoặc kép mà không đóng", "opens a quote that is never closed"),
                        say("thêm dấu \" ở cuối ô", "add a \" at the end of the cell"));
                return text;
            }
            if (!take('"')) break;
            text += '"';
        }
        if (!at_end() && peek() != ',' && peek() != '\n' && peek() != '\r') {
            problem(line_, say("có chữ sau dấu ngoặc kép đóng", "has text after a closing quote"),
                    say("viết đôi dấu ngoặc kép trong ô: \"\"", "double quotes inside a cell: \"\""));
            (void)plain();
        }
        return text;
    }
    void problem(std::size_t line, Message what, Message hint) {
        problems_.push_back({fmt::format("{}:{}", name_, line), std::move(what), std::move(hint)});
    }

    std::string_view bytes_;
    std::string const& name_;
    std::size_t max_cell_bytes_;
    Problems& problems_;
    std::size_t at_ = 0, line_ = 1;
};

void check_header(CsvTable const& table, std::size_t line, Problems& problems) {
    auto const where = fmt::format("{}:{}", table.name, line);
    for (auto const* separator : {";", "\t"})
        if (table.columns.size() == 1 && table.columns[0].find(*separator) != std::string::npos)
            problems.push_back(
                {where, say("các cột không cách nhau bằng dấu phẩy", "the columns are not separated by commas"),
                 say("lưu lại với dấu phẩy, và số viết 700.5", "save with commas, and write numbers as 700.5")});
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        for (std::size_t j = i + 1; j < table.columns.size(); ++j)
            if (!table.columns[i].empty() && table.columns[i] == table.columns[j])
                problems.push_back({where, say("cột “{}” có hai lần", "column “{}” is there twice", table.columns[i]),
                                    say("đổi tên hoặc bỏ một cột", "rename or drop one of them")});
}

void read_rows(CsvScanner& scan, CsvTable& table, Problems& problems) {
    while (!scan.at_end() && problems.size() < most_problems) {
        if (scan.skip_line()) continue;
        auto row = scan.row();
        if (row.cells.size() != table.columns.size())
            problems.push_back({fmt::format("{}:{}", table.name, row.line),
                                say("có {} ô, tiêu đề có {} cột", "has {} cells, the header has {} columns",
                                    row.cells.size(), table.columns.size()),
                                say("số viết với dấu chấm thập phân (104.97); chữ có dấu phẩy đặt trong ngoặc kép",
                                    "write numbers with a point (104.97); put text with a comma in quotes")});
        table.rows.push_back(std::move(row));
    }
}

} // namespace

std::optional<std::size_t> CsvTable::column(std::string_view wanted) const {
    auto const found = std::find(columns.begin(), columns.end(), wanted);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

CsvTable parse_csv(std::string_view bytes, std::string const& shown_name, std::size_t max_cell_bytes) {
    if (auto problem = not_text(bytes, shown_name)) throw InputError({*problem});
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    CsvTable table{shown_name, {}, {}};
    Problems problems;
    CsvScanner scan(bytes, shown_name, max_cell_bytes, problems);
    while (scan.skip_line('#')) {
    }
    if (scan.at_end())
        throw InputError({{shown_name, say("trống, không có dòng tiêu đề", "is empty and has no header line"),
                           say("dòng đầu phải ghi tên các cột", "the first line must name the columns")}});
    auto header = scan.row();
    table.columns = std::move(header.cells);
    check_header(table, header.line, problems);
    if (problems.empty()) read_rows(scan, table, problems);
    throw_if_any(std::move(problems));
    return table;
}

CsvTable read_csv(std::filesystem::path const& file, std::string const& shown_name, std::size_t max_cell_bytes) {
    constexpr std::size_t largest_bytes = std::size_t{1} << 30; // a table is read at once
    return parse_csv(read_file(file, largest_bytes), shown_name, max_cell_bytes);
}

std::string csv_cell(std::string_view text) {
    std::string const marked = fmt::format("{}{}", looks_like_a_formula(text) ? "'" : "", text);
    bool const blank_edge = !marked.empty() && (marked.front() == ' ' || marked.back() == ' ' ||
                                                marked.front() == '\t' || marked.back() == '\t');
    bool const comment = marked.starts_with('#'); // else a first cell would make the line a comment
    if (!blank_edge && !comment && marked.find_first_of(",\"\r\n") == std::string::npos) return marked;
    std::string out = "\"";
    for (char const c : marked) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

} // namespace phusong::geo::io
