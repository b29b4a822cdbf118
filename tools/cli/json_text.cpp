#include "tools/cli/json_text.h"
#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace phusong::cli {
namespace {

struct Place {
    std::string_view file;
    int line = 0;
    std::optional<int> column;
};

/// Takes “:NUMBER” off the front of `text`; leaves it alone where there is none.
std::optional<int> take_number(std::string_view& text) {
    constexpr std::size_t most_digits = 9;
    if (!text.starts_with(':')) return std::nullopt;
    int number = 0;
    auto const* const first = text.data() + 1;
    auto const* const last = text.data() + std::min(text.size(), 1 + most_digits);
    auto const [end, error] = std::from_chars(first, last, number);
    if (error != std::errc{} || *first == '-') return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// “FILE:LINE”, “FILE:LINE:COLUMN”, either with “ KEY” after it; file names may hold colons and blanks themselves.
std::optional<Place> place_in(std::string_view where) {
    for (auto colon = where.find(':', 1); colon != where.npos; colon = where.find(':', colon + 1)) {
        auto rest = where.substr(colon);
        auto const line = take_number(rest);
        if (!line) continue;
        auto const column = take_number(rest);
        if (rest.empty() || rest.front() == ' ') return Place{where.substr(0, colon), *line, column};
    }
    return std::nullopt;
}

Json problem_json(geo::Problem const& problem, geo::Language language) {
    Json json{{"where", problem.where}};
    if (auto const place = place_in(problem.where)) {
        json["file"] = place->file;
        json["line"] = place->line;
        if (place->column) json["column"] = *place->column;
    }
    json["message"] = problem.what.in(language);
    if (!problem.hint.in(language).empty()) json["hint"] = problem.hint.in(language);
    return json;
}

} // namespace

Json problems_json(geo::Problems const& problems, geo::Language language) {
    Json list = Json::array();
    for (auto const& p : problems) list.push_back(problem_json(p, language));
    return list;
}

std::string error_json(geo::Problems const& problems, int exit_code, geo::Language language) {
    return dump({{"error", {{"exit_code", exit_code}, {"problems", problems_json(problems, language)}}}});
}

std::string dump(Json const& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

} // namespace phusong::cli
