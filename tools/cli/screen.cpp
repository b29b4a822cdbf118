#include "tools/cli/screen.h"
#include "geo/io/text_check.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/interrupt.h"
#include "tools/cli/json_text.h"
#include "tools/cli/progress_lines.h"
#include "tools/cli/time_left.h"
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace phusong::cli {
namespace {

/// Draws GDAL's progress line, one per stage.
struct ProgressLine {
    using Clock = std::chrono::steady_clock;
    geo::Language language;
    std::string stage;
    int shown = -1; ///< steps of 2.5 % already drawn; -1 = nothing
    Clock::time_point begun = Clock::now();
    Clock::time_point said = begun; ///< when the time left was last told

    /// Told every ten seconds of a stage, so that short stages look as GDAL's do.
    void tell_time_left(double share) {
        constexpr std::chrono::seconds rarely{10};
        auto const now = Clock::now();
        if (now - said < rarely || share <= 0 || share >= 1) return;
        said = now;
        double const left_s = std::chrono::duration<double>(now - begun).count() * (1 - share) / share;
        std::fputs(time_left(left_s).in(language).c_str(), stderr);
    }

    void draw(int steps) {
        for (int step = shown + 1; step <= steps; ++step)
            step % 4 == 0 ? (void)std::fprintf(stderr, "%d", step / 4 * 10) : (void)std::fputc('.', stderr);
        if (steps == 40) std::fputs(" - done.\n", stderr);
        std::fflush(stderr);
        shown = std::max(shown, steps);
    }
    void operator()(geo::Message const& message, double share) {
        auto const& name = message.in(language);
        if (name != stage) {
            if (shown >= 0 && shown < 40) std::fputc('\n', stderr); // not done yet: it waits for a stage within it
            stage = name;
            shown = -1;
            begun = said = Clock::now();
            std::fprintf(stderr, "%s: ", name.c_str());
        }
        int const steps = std::clamp(static_cast<int>(share * 40), 0, 40);
        if (steps <= shown) return;
        draw(steps);
        tell_time_left(share);
    }
};

/// A person mends the first few and runs again; --json lists all of them.
std::string shortened(geo::Problems const& problems, geo::Language language) {
    constexpr std::size_t most = 20;
    if (problems.size() <= most) return geo::text(problems, language);
    geo::Problems const first(problems.begin(), problems.begin() + most);
    auto const more =
        geo::say("và {} lỗi nữa (xem tất cả: --json)", "and {} more (for all of them: --json)", problems.size() - most);
    return geo::text(first, language) + '\n' + more.in(language);
}

/// A name from a file may neither steer the terminal nor turn around what stands beside it: control characters but line
/// ends and tabs, and marks that embed or override a direction of writing, are shown as �.
std::string for_people(std::string_view text) {
    auto const within = [](std::string_view letter, std::string_view first, std::string_view last) {
        return letter.size() == first.size() && letter >= first && letter <= last;
    };
    std::string out;
    for (std::size_t i = 0, length = 1; i < text.size(); i += length) {
        length = std::max<std::size_t>(geo::io::utf8_length(text.substr(i, 4)), 1);
        auto const letter = text.substr(i, length);
        bool const steers = (within(letter, {"\0", 1}, "\x1F") && letter != "\n" && letter != "\t") ||
                            letter == "\x7F" || within(letter, "\xC2\x80", "\xC2\x9F") ||
                            within(letter, "\u202A", "\u202E") || within(letter, "\u2066", "\u2069");
        out += steers ? "\uFFFD" : letter;
    }
    return out;
}

/// One line at once: what reads the other end of a pipe wants it now.
void write_line(std::string const& line) {
    std::fwrite(line.data(), 1, line.size(), stderr);
    std::fflush(stderr);
}

} // namespace

void Screen::data(std::string const& text) const {
    auto const shown = json || quiet ? text : for_people(text);
    std::fwrite(shown.data(), 1, shown.size(), stdout);
}

void Screen::tell(geo::Message const& message) const {
    if (quiet) return;
    std::fflush(stdout); // so that in a pipe of both nothing stands in the middle of a table
    auto const& text = message.in(language);
    if (json)
        write_line(Json{{"note", text}}.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n');
    else
        std::fprintf(stderr, "%s\n", for_people(text).c_str());
}

void Screen::problems(geo::Problems const& problems, int exit_code) const {
    if (json)
        data(error_json(problems, exit_code, language));
    else
        std::fprintf(stderr, "%s\n", for_people(shortened(problems, language)).c_str());
}

geo::Progress Screen::progress() const {
    bool const draw = !quiet && !json && ::isatty(STDERR_FILENO) == 1, tell_programs = !quiet && json;
    auto const line = std::make_shared<ProgressLine>(ProgressLine{language, {}, -1});
    auto const lines = std::make_shared<ProgressLines>();
    return [draw, tell_programs, line, lines](geo::Message const& stage, double share) {
        if (requested_stop() != 0) throw Interrupted{};
        if (draw) (*line)(stage, share);
        if (!tell_programs) return;
        std::chrono::duration<double> const now = ProgressLine::Clock::now().time_since_epoch();
        if (auto const next = lines->next(stage.in(line->language), share, now.count())) write_line(*next);
    };
}

void flush_stdout() {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
    throw geo::FileError({{"stdout",
                           geo::say("không ghi được kết quả: {}", "the result could not be written: {}",
                                    std::string(std::strerror(errno))),
                           {}}});
}

} // namespace phusong::cli
