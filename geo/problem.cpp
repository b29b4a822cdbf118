#include "geo/problem.h"

namespace phusong::geo {

std::string text(Problems const& problems, Language language) {
    std::string out;
    for (auto const& problem : problems) {
        if (!out.empty()) out += '\n';
        out += problem.where.empty() ? problem.what.in(language) : problem.where + ": " + problem.what.in(language);
        if (!problem.hint.in(language).empty()) out += "\n    → " + problem.hint.in(language);
    }
    return out;
}

Failure::Failure(Problems list) : std::runtime_error(text(list, Language::en)), problems(std::move(list)) {}

void throw_if_any(Problems problems) {
    if (!problems.empty()) throw InputError(std::move(problems));
}

} // namespace phusong::geo
