#include "sim/scenario/key_notes.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong {
namespace {

/// A note that is longer is cut: a line of a scenario file has a limit, and a cell of a table a reader.
constexpr std::size_t max_note_bytes = 1500;

std::string_view trimmed(std::string_view text) {
    auto const from = text.find_first_not_of(" \t\r"), to = text.find_last_not_of(" \t\r");
    return from == std::string_view::npos ? std::string_view{} : text.substr(from, to - from + 1);
}

void cut(std::string& note) {
    if (note.size() <= max_note_bytes) return;
    auto end = max_note_bytes;
    while (end > 0 && (static_cast<unsigned char>(note[end]) & 0xC0) == 0x80) --end;
    note.resize(end);
    note += "…";
}

constexpr std::string_view mark = "source [";
constexpr std::string_view nobody = "default"; // the program's own value

/// Whether a comment line is of the form that source_comment writes.
bool names_a_file(std::string_view comment) {
    return comment.starts_with(mark) && comment.find(']') != std::string_view::npos;
}

std::string without_bracket(std::string file) {
    std::ranges::replace(file, ']', ')');
    return file;
}

/// The comment behind a value, if any: after a # that stands in no string.
std::string_view comment_behind(std::string_view line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote == '"' && line[i] == '\\')
            ++i; // an escaped letter
        else if (quote != 0)
            quote = line[i] == quote ? '\0' : quote;
        else if (line[i] == '"' || line[i] == '\'')
            quote = line[i];
        else if (line[i] == '#')
            return trimmed(line.substr(i + 1));
    }
    return {};
}

class Scan {
  public:
    explicit Scan(std::string const& file) : file_(without_bracket(file)) {}

    void take(std::string_view line, int number) {
        if (line.empty()) {
            if (under_head_ && !above_.empty()) of_section_ = fmt::format("[{}] {}", section_, above_);
            forget();
        } else if (line.starts_with('[')) {
            begin_section(line);
        } else if (line.starts_with('#')) {
            if (!line.starts_with("#:")) add(trimmed(line.substr(1))); // "#:schema" is for editors
        } else {
            take_value(line, number);
            forget();
        }
    }

    std::map<int, ValueSource> sources;

  private:
    void forget() {
        above_.clear();
        resolved_from_.clear();
        resolved_ = under_head_ = false;
    }

    void begin_section(std::string_view line) {
        forget();
        auto const from = line.find_first_not_of('['), to = line.find(']');
        section_ = trimmed(line.substr(std::min(from, line.size()), to == std::string_view::npos ? to : to - from));
        auto const behind = comment_behind(line);
        of_section_ = behind.empty() ? std::string() : fmt::format("[{}] {}", section_, behind);
        cut(of_section_);
        under_head_ = true;
    }

    void take_value(std::string_view line, int number) {
        if (resolved_ && resolved_from_ == nobody) return;
        ValueSource source{resolved_ ? resolved_from_ : file_, above_};
        if (auto const behind = comment_behind(line); !resolved_ && !behind.empty()) {
            if (!source.note.empty()) source.note += ' ';
            source.note += behind;
        }
        if (source.note.empty() && !resolved_) source.note = of_section_;
        cut(source.note);
        sources[number] = std::move(source);
    }

    void add(std::string_view comment) {
        if (above_.empty() && names_a_file(comment)) {
            auto const end = comment.find(']');
            resolved_ = true;
            resolved_from_ = comment.substr(mark.size(), end - mark.size());
            above_ = trimmed(comment.substr(end + 1));
            return;
        }
        if (!above_.empty()) above_ += ' ';
        above_ += comment;
        cut(above_);
    }

    std::string file_, section_;
    std::string of_section_; ///< what is said of all keys of the section, with its name
    std::string above_;      ///< comment lines right above
    std::string resolved_from_;
    bool resolved_ = false;   ///< the line above is one that source_comment wrote
    bool under_head_ = false; ///< nothing but comments since the section's head
};

} // namespace

std::map<int, ValueSource> notes_of_lines(std::string_view toml, std::string const& file) {
    Scan scan(file);
    int number = 0;
    while (!toml.empty()) {
        auto const end = std::min(toml.find('\n'), toml.size());
        scan.take(trimmed(toml.substr(0, end)), ++number);
        toml.remove_prefix(std::min(end + 1, toml.size()));
    }
    return std::move(scan.sources);
}

std::string source_comment(ValueSource const* source) {
    if (source == nullptr) return fmt::format("# {}{}]", mark, nobody);
    return fmt::format("# {}{}]{}{}", mark, source->file, source->note.empty() ? "" : " ", source->note);
}

} // namespace phusong
