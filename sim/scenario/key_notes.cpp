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
        if (line.empty() || line.starts_with('[')) {
            note_ = {file_, ""};
            in_comment_ = false;
        } else if (line.starts_with('#')) {
            add(trimmed(line.substr(1)));
        } else {
            if (note_.file != nobody) sources[number] = resolved_ ? note_ : with_own_comment(line);
            in_comment_ = false;
            if (resolved_) note_ = {file_, ""}; // speaks of this one value
            resolved_ = false;
        }
    }

    std::map<int, ValueSource> sources;

  private:
    /// What stands above a value and right of it; what stands above others only where the value has nothing of its own.
    ValueSource with_own_comment(std::string_view line) const {
        auto const own = comment_behind(line);
        if (own.empty()) return note_;
        ValueSource both{file_, in_comment_ && !note_.note.empty() ? note_.note + ' ' : std::string()};
        both.note += own;
        cut(both.note);
        return both;
    }

    void add(std::string_view comment) {
        if (!in_comment_) note_ = {file_, ""};
        in_comment_ = true;
        resolved_ = note_.note.empty() && names_a_file(comment);
        if (resolved_) {
            auto const end = comment.find(']');
            note_ = {std::string(comment.substr(mark.size(), end - mark.size())),
                     std::string(trimmed(comment.substr(end + 1)))};
            return;
        }
        if (!note_.note.empty()) note_.note += ' ';
        note_.note += comment;
        cut(note_.note);
    }

    std::string file_;
    ValueSource note_{file_, ""};
    bool in_comment_ = false, resolved_ = false;
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
