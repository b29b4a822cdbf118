#pragma once
#include "geo/problem.h"
#include "tools/cli/model_choice.h"
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::cli {

/// The whole text as a finite number.
[[nodiscard]] std::optional<double> number_of(std::string_view text);

/// The whole text as a whole number from `min` to `max`.
[[nodiscard]] std::optional<int> whole_of(std::string_view text, int min, int max);

/// One flag that takes a number: its row says everything about it.
template <class Query> struct NumberFlag {
    char const *name, *shown;
    geo::Message what;
    double min, max;
    unsigned models; ///< which ask for it, for_p1812 | …
    void (*set)(Query&, double);
    double itm_max = 0; ///< where ITM takes more than the others; 0 = the same
};

template <auto member, class Query> void put(Query& query, double value) { query.*member = value; }

[[nodiscard]] geo::Problem not_in_range(char const* flag, std::string const& typed, double min, double max);

/// Puts every number that was typed into the query. What is no number or out of range becomes a problem; the names of
/// flags that the query's model does not know are kept in `idle`.
template <class Query>
void read_numbers(std::span<NumberFlag<Query> const> flags, std::map<std::string, std::string> const& typed,
                  Query& query, geo::Problems& problems) {
    for (auto const& flag : flags) {
        auto const found = typed.find(flag.name);
        if (found == typed.end()) continue;
        auto const value = number_of(found->second);
        double const max = query.model == PathModel::itm && flag.itm_max > 0 ? flag.itm_max : flag.max;
        if (!value || *value < flag.min || *value > max) {
            problems.push_back(not_in_range(flag.name, found->second, flag.min, max));
            continue;
        }
        flag.set(query, *value);
        if ((flag.models & bit(query.model)) == 0) query.idle.push_back(flag.name);
    }
}

} // namespace phusong::cli
