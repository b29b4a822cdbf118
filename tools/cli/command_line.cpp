#include "tools/cli/command_line.h"
#include "geo/io/raster_file.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/help.h"
#include "tools/cli/language.h"
#include "tools/cli/number_flag.h"
#include "tools/cli/program.h"
#include "tools/cli/typing_errors.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <limits>
#include <omp.h>
#include <sys/resource.h>

namespace phusong::cli {
namespace {

using geo::say;

/// Texts that CLI11 fills in; turned into Options once everything is known to be there.
struct Typed {
    std::string language, threads, memory, pixels;
};

/// GDAL's -co is one dash and two letters, which CLI11 would read as -c -o.
std::vector<std::string> words_of(int argc, char const* const* argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    for (auto& word : words)
        if (word == "-co") word = "--co";
    return words;
}

int whole_number(std::string const& text, std::string const& option, int min, int max) {
    if (auto const value = whole_of(text, min, max)) return *value;
    throw UsageError(say("{} {}: cần một số nguyên từ {} đến {}", "{} {}: needs a whole number from {} to {}", option,
                         text, min, max));
}

std::string common_group(geo::Language language) { return say("Tùy chọn chung", "Common options").in(language); }

void add_common(CLI::App& app, Options& options, Typed& typed, geo::Language language) {
    auto const group = common_group(language);
    auto const add = [&](auto* option) { option->group(group); };
    app.set_help_flag("-h,--help", say("trang hướng dẫn này", "this help page").in(language))->group(group);
    add(app.add_option("--lang", typed.language, say("ngôn ngữ: vi hoặc en", "language: vi or en").in(language))
            ->type_name("vi|en"));
    add(app.add_flag("--json", options.json,
                     say("kết quả và lỗi dạng JSON trên stdout, tiến độ dạng JSON trên stderr",
                         "results and errors as JSON on stdout, progress as JSON on stderr")
                         .in(language)));
    add(app.add_flag("-q,--quiet", options.quiet, say("chỉ nói khi có lỗi", "speak only of errors").in(language)));
    add(app.add_option(
               "--threads", typed.threads,
               say("số luồng tính (kết quả không đổi)", "threads to compute with (results do not change)").in(language))
            ->type_name("N"));
    add(app.add_option("--mem", typed.memory,
                       say("bộ nhớ nhiều nhất (GiB); cần hơn thì dừng với mã 5",
                           "memory to use at most (GiB); what needs more ends with 5")
                           .in(language))
            ->type_name("GIB"));
    add(app.add_option("--max-pixels", typed.pixels,
                       say("số ô nhiều nhất của một ảnh lưới (mặc định 2147483648)",
                           "pixels of a raster at most (default 2147483648)")
                           .in(language))
            ->type_name("N"));
}

/// The address space bounds what the program and its libraries take, whatever they take it for.
void bound_memory(int gib) {
    auto const bytes = static_cast<rlim_t>(gib) << 30;
    rlimit const bounds{bytes, bytes};
    if (::setrlimit(RLIMIT_AS, &bounds) != 0)
        throw UsageError(say("--mem {}: hệ thống không cho phép", "--mem {}: the system does not allow it", gib));
}

void settle(Typed const& typed, Options& options, Screen& screen) {
    if (!typed.language.empty() && typed.language != "vi" && typed.language != "en")
        throw UsageError(say("--lang {}: chỉ có vi và en", "--lang {}: only vi and en exist", typed.language));
    options.language = screen.language; // found before the command line was read
    if (!typed.threads.empty()) {
        options.threads = whole_number(typed.threads, "--threads", 1, 1024);
        omp_set_num_threads(options.threads);
    }
    if (!typed.memory.empty()) bound_memory(whole_number(typed.memory, "--mem", 1, 1'000'000));
    if (!typed.pixels.empty())
        geo::io::limit_raster_pixels(
            static_cast<std::size_t>(whole_number(typed.pixels, "--max-pixels", 1, std::numeric_limits<int>::max())));
}

void parse(CLI::App& app, int argc, char const* const* argv, std::vector<Verb> const& all) {
    auto const typed = words_of(argc, argv);
    auto words = typed;
    std::reverse(words.begin(), words.end()); // CLI11 takes them last first
    try {
        app.parse(words);
    } catch (CLI::Success const&) {
        throw;
    } catch (CLI::ParseError const& error) {
        refuse_unknown_option(app, typed, all);
        translate(error);
    }
    refuse_extras(app, all);
}

void add_verbs(CLI::App& app, std::vector<Verb> const& all, Options& options, Typed& typed, geo::Language language) {
    for (auto const& verb : all) {
        auto* const sub = app.add_subcommand(verb.name, verb.brief.in(language));
        sub->allow_extras();
        verb.add_options(*sub, options);
        add_common(*sub, options, typed, language);
        dress(*sub, verb, language);
    }
}

} // namespace

int obey(int argc, char const* const* argv, Screen& screen) {
    auto const all = verbs();
    Options options;
    options.language = screen.language;
    options.typed.assign(argv + 1, argv + argc);
    Typed typed;
    CLI::App app;
    app.name("phusong");
    app.allow_extras();
    add_common(app, options, typed, screen.language);
    app.add_flag_callback(
           "--version", [] { throw CLI::CallForVersion("phusong " + program_version(), 0); },
           say("phiên bản", "version").in(screen.language))
        ->group(common_group(screen.language));
    add_verbs(app, all, options, typed, screen.language);
    dress(app, screen.language);
    try {
        parse(app, argc, argv, all);
    } catch (CLI::CallForVersion const& version) {
        screen.data(std::string(version.what()) + '\n');
        return ok;
    } catch (CLI::Success const&) { // --help
        screen.data(help_page(app));
        return ok;
    }
    screen.json = options.json;
    screen.quiet = options.quiet;
    settle(typed, options, screen);
    for (auto const& verb : all)
        if (app.got_subcommand(verb.name)) return verb.act(options, screen);
    if (screen.json)
        throw UsageError(say("thiếu lệnh", "there is no command"), say("xem phusong --help", "see phusong --help"));
    screen.data(help_page(app));
    return usage;
}

} // namespace phusong::cli
