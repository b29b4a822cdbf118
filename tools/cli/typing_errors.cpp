#include "tools/cli/typing_errors.h"
#include "geo/suggest.h"
#include "tools/cli/exit_code.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <utility>

namespace phusong::cli {
namespace {

using geo::say;

std::optional<std::string> nearest_word(CLI::App const& app, std::string const& wrong, std::vector<Verb> const& all) {
    std::vector<std::string> names;
    if (wrong.rfind('-', 0) == 0) {
        for (auto const* option : app.get_options())
            for (auto const& name : option->get_lnames()) names.push_back("--" + name);
    } else {
        for (auto const& verb : all) names.push_back(verb.name);
    }
    return geo::nearest_name(wrong.substr(0, wrong.find('=')), names);
}

[[noreturn]] void refuse_word(CLI::App const& app, std::string const& wrong, std::vector<Verb> const& all) {
    auto const near = nearest_word(app, wrong, all);
    auto hint =
        near ? say("có phải là {}?", "did you mean {}?", *near)
             : say("xem {0} --help", "see {0} --help", app.get_parent() ? "phusong " + app.get_name() : "phusong");
    if (wrong.rfind('-', 0) == 0) throw UsageError(say("không có tùy chọn {}", "there is no option {}", wrong), hint);
    if (app.get_parent())
        throw UsageError(say("thừa tham số “{}”", "unexpected argument “{}”", wrong),
                         say("xem phusong {} --help", "see phusong {} --help", app.get_name()));
    throw UsageError(say("không có lệnh “{}”", "there is no command “{}”", wrong), hint);
}

/// "--a requires --b" as {"--a", "--b"}.
std::pair<std::string, std::string> around(std::string const& what, std::string const& middle) {
    auto const at = std::min(what.find(middle), what.size());
    return {what.substr(0, at), what.substr(std::min(at + middle.size(), what.size()))};
}

/// The verb that was typed, or the program itself.
CLI::App const& addressed(CLI::App& app, std::vector<std::string> const& words) {
    for (auto const& word : words)
        for (auto const* const sub : app.get_subcommands({}))
            if (sub->get_name() == word) return *sub;
    return app;
}

} // namespace

void refuse_extras(CLI::App const& app, std::vector<Verb> const& all) {
    auto const* at = &app;
    for (auto const* sub : app.get_subcommands()) at = sub;
    auto const extras = app.remaining(/*recurse=*/true);
    if (!extras.empty()) refuse_word(*at, extras.front(), all);
}

[[noreturn]] void translate(CLI::ParseError const& error) {
    std::string const what = error.what();
    auto const is = [&](char const* name) { return error.get_name() == name; };
    if (is("ArgumentMismatch"))
        throw UsageError(
            say("{}: cần đúng một giá trị đi kèm", "{}: needs exactly one value", what.substr(0, what.find(':'))));
    if (is("ConversionError")) {
        auto const [option, value] = around(around(what, ": ").second, " = ");
        throw UsageError(say("{}: “{}” không phải là số", "{}: “{}” is no number", option, value));
    }
    if (is("RequiresError")) {
        auto const [option, other] = around(what, " requires ");
        throw UsageError(say("{} chỉ có nghĩa khi có {}", "{} means nothing without {}", option, other));
    }
    if (is("ExcludesError")) {
        auto const [option, other] = around(what, " excludes ");
        throw UsageError(say("{} không đi cùng {}", "{} does not go with {}", option, other));
    }
    if (is("ValidationError")) throw UsageError(say("{}", "{}", what));
    throw UsageError(say("dòng lệnh không hiểu được: {}", "the command line cannot be understood: {}", what));
}

void refuse_unknown_option(CLI::App& app, std::vector<std::string> const& words, std::vector<Verb> const& all) {
    auto const& at = addressed(app, words);
    for (auto const& word : words) {
        if (word == "--") return;
        bool const one_letter = word.size() > 1 && word[0] == '-' && word[1] != '-';
        auto const name = one_letter ? word.substr(0, 2) : word.substr(0, word.find('='));
        if (word.rfind('-', 0) != 0 || word == "-") continue;
        if (!at.get_option_no_throw(name) && !app.get_option_no_throw(name)) refuse_word(at, word, all);
    }
}

} // namespace phusong::cli
