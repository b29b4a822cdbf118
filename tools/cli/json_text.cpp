#include "tools/cli/json_text.h"
#include <regex>

namespace phusong::cli {
namespace {

Json problem_json(geo::Problem const& problem, geo::Language language) {
    Json json{{"where", problem.where}};
    static std::regex const place(R"(^(.+?):(\d{1,9})(?::(\d{1,9}))?(?: .*)?$)");
    std::smatch match;
    if (std::regex_match(problem.where, match, place)) {
        json["file"] = match[1].str();
        json["line"] = std::stoi(match[2]);
        if (match[3].matched) json["column"] = std::stoi(match[3]);
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
