#include "sim/scenario/toml_text.h"
#include <fmt/format.h>

namespace phusong::toml_text {
namespace {

enum class Inside { nothing, comment, basic, literal, long_basic, long_literal };

/// Walks over the text once, knowing only what is a string, what is a comment and what is neither.
class Scan {
  public:
    Scan(std::string_view text, std::string const& name) : text_(text), name_(name) {}

    geo::Problems run() {
        while (i_ < text_.size()) {
            std::size_t const length = step_length();
            auto const character = text_.substr(i_, length);
            if (character == "\n")
                new_line();
            else
                look_at(character);
            advance(skip_ > length ? skip_ : length);
            skip_ = 0;
        }
        check_header_closed();
        return std::move(problems_);
    }

  private:
    std::size_t step_length() const {
        auto const first = static_cast<unsigned char>(text_[i_]);
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    void advance(std::size_t bytes) {
        bool const line_end = text_[i_] == '\n';
        at_ = line_end ? Place{at_.line + 1, 1}
                       : Place{at_.line, at_.column + (bytes == skip_ ? static_cast<int>(bytes) : 1)};
        i_ += bytes;
    }

    void new_line() {
        check_header_closed();
        if (inside_ == Inside::comment || inside_ == Inside::basic || inside_ == Inside::literal)
            inside_ = Inside::nothing;
        line_started_ = told_line_ = false;
        dots_ = 0;
    }

    void look_at(std::string_view character) {
        if (inside_ == Inside::comment) return;
        if (combining_mark(character)) tell_decomposed();
        switch (inside_) {
        case Inside::nothing:
            return look_outside(character);
        case Inside::basic:
        case Inside::long_basic:
            if (character == "\\" && i_ + 1 < text_.size() && text_[i_ + 1] != '\n' &&
                static_cast<unsigned char>(text_[i_ + 1]) < 0x80) {
                skip_ = 2;
                return;
            }
            return look_for_end('"', inside_ == Inside::long_basic);
        default:
            return look_for_end('\'', inside_ == Inside::long_literal);
        }
    }

    void look_for_end(char quote, bool three) {
        if (text_[i_] != quote || (three && !three_at(quote))) return;
        inside_ = Inside::nothing;
        if (three) skip_ = 3;
    }

    void look_outside(std::string_view character) {
        if (character.size() > 1) return tell_outside(character);
        char const c = character[0];
        if (c == '#')
            inside_ = Inside::comment;
        else if (c == '"' || c == '\'')
            open_string(c);
        else
            look_at_structure(c);
        if (c != ' ' && c != '\t' && c != '\r' && c != '#') line_started_ = true;
    }

    void open_string(char quote) {
        bool const three = three_at(quote);
        if (three) skip_ = 3;
        if (quote == '"')
            inside_ = three ? Inside::long_basic : Inside::basic;
        else
            inside_ = three ? Inside::long_literal : Inside::literal;
    }

    void look_at_structure(char c) {
        if (c == '[' && !line_started_ && open_brackets_ == 0)
            header_ = at_;
        else if (c == '[' && header_.column == 0)
            ++open_brackets_;
        else if (c == ']' && header_.column != 0)
            header_closed_ = true;
        else if (c == ']' && open_brackets_ > 0)
            --open_brackets_;
        if (c == '.')
            ++dots_;
        else if (c == '=' || c == ',' || c == '[' || c == '{' || c == '}')
            dots_ = 0;
        if (dots_ == max_depth)
            tell_once(geo::say("khóa lồng quá {} tầng", "key nested more than {} levels deep", max_depth), {});
    }

    /// toml++ 3.3 stops the whole program at a lone `[`.
    void check_header_closed() {
        if (header_.column != 0 && !header_closed_)
            problems_.push_back({where(name_, header_),
                                 {"tiêu đề bảng thiếu dấu ]", "table header without its ]"},
                                 {"Viết [tên_bảng] trên một dòng", "write [table_name] on one line"}});
        header_ = {0, 0};
        header_closed_ = false;
    }

    bool three_at(char quote) const { return text_.substr(i_, 3) == std::string(3, quote); }

    /// U+0300 to U+036F.
    static bool combining_mark(std::string_view c) {
        return c.size() == 2 && (c[0] == '\xCC' || (c[0] == '\xCD' && static_cast<unsigned char>(c[1]) <= 0xAF));
    }

    void tell_decomposed() {
        tell_once({"chữ và dấu viết rời nhau (Unicode NFD)", "letter and mark written apart (Unicode NFD)"},
                  {"Gõ lại chữ này, hoặc lưu tệp theo dạng dựng sẵn (Unicode NFC)",
                   "type the letter again, or save the file in composed form (Unicode NFC)"});
    }

    void tell_outside(std::string_view c) {
        if (c == "\xEF\xBB\xBF" && i_ == 0) return;
        bool const quote = c == "“" || c == "”" || c == "‘" || c == "’" || c == "„";
        bool const invisible =
            c == "\u00A0" || c == "\u200B" || c == "\u200C" || c == "\u200D" || c == "\uFEFF" || c == "\u202F";
        if (quote)
            return tell_once(geo::say("dấu nháy cong {}", "curly quote {}", c),
                             {"Dùng dấu nháy thẳng \" hoặc '", "use straight quotes \" or '"});
        if (invisible)
            return tell_once({"ký tự trắng lạ, không nhìn thấy được", "unusual blank character that cannot be seen"},
                             {"Xóa nó và gõ dấu cách thường", "delete it and type a plain blank"});
        tell_once(geo::say("ký tự “{}” nằm ngoài dấu nháy", "character “{}” outside quotes", c),
                  {"Khóa viết bằng chữ không dấu như trong bảng tra; văn bản phải ở trong dấu nháy thẳng",
                   "keys are written in plain letters as in the reference; text belongs in straight quotes"});
    }

    void tell_once(geo::Message what, geo::Message hint) {
        if (told_line_) return;
        told_line_ = true;
        problems_.push_back({where(name_, at_), std::move(what), std::move(hint)});
    }

    std::string_view text_;
    std::string const& name_;
    geo::Problems problems_;
    std::size_t i_ = 0, skip_ = 0;
    Place at_, header_{0, 0};
    Inside inside_ = Inside::nothing;
    bool line_started_ = false, told_line_ = false, header_closed_ = false;
    int open_brackets_ = 0, dots_ = 0;
};

} // namespace

geo::Problems check_characters(std::string_view text, std::string const& name) { return Scan(text, name).run(); }

} // namespace phusong::toml_text
