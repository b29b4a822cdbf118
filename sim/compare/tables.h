#pragma once
#include "geo/io/xlsx_file.h"
#include "sim/compare/compare.h"
#include "sim/compare/map_difference.h"
#include <string>

namespace phusong {

/// compare.csv: a row per option; machine names, points, empty where not known.
[[nodiscard]] std::string comparison_csv(Comparison const& comparison);
/// compare.json: all of it.
[[nodiscard]] std::string comparison_json(Comparison const& comparison);
/// compare.html: one offline page without any script.
[[nodiscard]] std::string comparison_html(Comparison const& comparison, std::vector<VillageDifferences> const& villages,
                                          geo::Language language);
/// compare.xlsx: options, differences, goals, levers, villages.
[[nodiscard]] geo::io::XlsxBook
comparison_book(Comparison const& comparison, std::vector<VillageDifferences> const& villages, geo::Language language);
/// The table on screen: the best options first, as many as fit.
[[nodiscard]] std::string comparison_text(Comparison const& comparison, geo::Language language);

/// One value of one criterion for people: 97,3 %, 12,4 (billions of VND), 8; a dash when it is not known.
[[nodiscard]] std::string criterion_text(Criterion criterion, double value, geo::Language language);
/// What stands over such values, with the unit of money in billions.
[[nodiscard]] std::string criterion_head(Criterion criterion, geo::Language language);

/// The end of the folder's name: short, and different where options of one scenario have one title.
[[nodiscard]] std::string short_name(Option const& option);
/// "people 1, money 1" in words.
[[nodiscard]] geo::Message weights_words(Weights const& weights);

/// Whether some option was drawn more than once, so that there is more to tell than medians.
[[nodiscard]] bool has_draws(Comparison const& comparison);
/// P10, P50 and P90 of an option's draws for people: "95,2 % / 97,1 % / 98,0 %"; a dash for a run.
[[nodiscard]] std::string drawn_text(Option const& option, Criterion criterion, geo::Language language);

/// What an option says of one goal: the year, "never", "unknown"; of a study the share of the draws that reach it.
[[nodiscard]] geo::Message goal_words(Option const& option, std::string const& id);
/// Goals of all options, by id in the order met, with the words of the first that has them.
[[nodiscard]] std::vector<std::pair<std::string, geo::Message>> goals_of_all(Comparison const& comparison);
/// One sentence per lever or option that changed nothing; empty when all did.
[[nodiscard]] std::vector<geo::Message> idle_sentences(Comparison const& comparison);

} // namespace phusong
