#include "sim/solve/cover/cover_file.h"
#include "sim/solve/numbers.h"
#include <algorithm>

namespace phusong::solve {

using geo::Message;
using geo::say;

namespace {

constexpr std::int64_t most = 100'000'000;

enum class Form { rows, columns, maximal };

Message const a_cost{"chi phí", "a cost"}, a_weight{"trọng số", "a weight"}, a_count{"số phần tử", "a count"},
    a_number{"số thứ tự", "a number"};

class Reader {
  public:
    Reader(std::string_view text, std::string const& shown) : words_(text, shown) {}

    CoverFile read(Form form) {
        auto const rows = words_.integer({"số hàng", "the number of rows"}, 1, most);
        auto const columns = words_.integer({"số cột", "the number of columns"}, 1, most);
        out_.maximal = form == Form::maximal;
        if (out_.maximal) out_.sites = words_.integer({"số trạm", "the number of sites"}, 0, most);
        if (form == Form::columns)
            read_by_columns(rows, columns);
        else
            read_by_rows(rows, columns);
        if (!words_.at_end())
            words_.fail(say("còn thừa “{}” sau số cuối cùng", "“{}” follows the last number", words_.peek()));
        out_.costs = whole(costs_, out_.cost_digits);
        out_.weights = whole(weights_, out_.weight_digits);
        refuse_empty_rows();
        return std::move(out_);
    }

  private:
    Decimal amount(Message const& what) {
        auto const read = words_.decimal(what);
        if (read.mantissa < 0) words_.fail(say("số âm", "a negative number"));
        return read;
    }

    void read_by_rows(std::int64_t rows, std::int64_t columns) {
        for (std::int64_t j = 0; j < columns; ++j) costs_.push_back(amount(a_cost));
        std::int64_t const base = out_.maximal ? 0 : 1;
        auto& in = out_.columns_of_row;
        for (std::int64_t i = 0; i < rows; ++i) {
            weights_.push_back(out_.maximal ? amount(a_weight) : Decimal{1, 0});
            auto const count = words_.integer(a_count, 0, columns);
            lines_.push_back(words_.line());
            auto const begin = std::ssize(in.members);
            for (std::int64_t k = 0; k < count; ++k)
                in.members.push_back(
                    static_cast<std::uint32_t>(words_.integer(a_number, base, columns - 1 + base) - base));
            std::sort(in.members.begin() + begin, in.members.end());
            in.members.erase(std::unique(in.members.begin() + begin, in.members.end()), in.members.end());
            in.first.push_back(static_cast<std::uint32_t>(in.members.size()));
        }
    }

    void read_by_columns(std::int64_t rows, std::int64_t columns) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::int64_t j = 0; j < columns; ++j) {
            costs_.push_back(amount(a_cost));
            auto const count = words_.integer(a_count, 0, rows);
            for (std::int64_t k = 0; k < count; ++k)
                pairs.emplace_back(static_cast<std::uint32_t>(words_.integer(a_number, 1, rows) - 1),
                                   static_cast<std::uint32_t>(j));
        }
        weights_.assign(static_cast<std::size_t>(rows), {1, 0});
        lines_.assign(static_cast<std::size_t>(rows), 1);
        out_.columns_of_row = make_incidence(static_cast<std::uint32_t>(rows), std::move(pairs));
    }

    std::vector<Cost> whole(std::vector<Decimal> const& numbers, int& digits) {
        for (auto const& n : numbers) digits = std::max(digits, n.digits);
        std::vector<Cost> out;
        for (auto const& n : numbers) {
            auto const cost = scaled(n, digits);
            if (!cost) words_.fail(say("một số có quá nhiều chữ số", "a number has too many digits"));
            out.push_back(*cost);
        }
        return out;
    }

    void refuse_empty_rows() {
        if (out_.maximal) return;
        for (std::uint32_t i = 0; i < out_.columns_of_row.groups(); ++i)
            if (out_.columns_of_row.of(i).empty())
                words_.fail_at(lines_[i], say("không cột nào phủ hàng {}", "no column covers row {}", i + 1));
    }

    Words words_;
    CoverFile out_;
    std::vector<Decimal> costs_, weights_;
    std::vector<int> lines_;
};

/// How many words the first line has that has any.
int words_of_first_line(std::string_view text) {
    auto const begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return 0;
    auto const line = text.substr(begin, text.find('\n', begin) - begin);
    int words = 0;
    bool inside = false;
    for (char c : line) {
        bool const space = c == ' ' || c == '\t' || c == '\r';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

} // namespace

CoverFile read_cover_file(std::string_view text, std::string const& shown) {
    bool const three = words_of_first_line(text) == 3;
    Form const likely = three ? Form::maximal : Form::rows;
    for (auto form : {likely, Form::rows, Form::maximal, Form::columns}) {
        try {
            return Reader(text, shown).read(form);
        } catch (geo::InputError const&) { // perhaps another form
        }
    }
    return Reader(text, shown).read(likely); // says what is wrong with it
}

} // namespace phusong::solve
