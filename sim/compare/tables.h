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
/// One difference with its sign. Of shares in percentage points, +1,2: a share that grows from 50 % to 51 % grows by
/// one point and by two percent of itself.
[[nodiscard]] std::string difference_text(Criterion criterion, double value, geo::Language language);
/// What stands over such differences: "Dân có sóng (điểm %)".
[[nodiscard]] std::string difference_head(Criterion criterion, geo::Language language);

/// The end of the folder's name: short, and different where options of one scenario have one title.
[[nodiscard]] std::string short_name(Option const& option);
/// What the option changes against its file and neither its name nor its title says, each key without its first part:
/// "discount_rate=0.08; mobile.ceiling_share=0.9". Empty where there is nothing to say.
[[nodiscard]] std::string short_changes(Option const& option);
/// How the score comes about, by which weights, and whether anybody has chosen them.
[[nodiscard]] geo::Message score_words(Weights const& weights);
/// "12,4 / 20,0": what both purses need of their budget, in billions of VND; without budgets what they need alone.
[[nodiscard]] std::string spent_of_budget(Option const& option, geo::Language language);

/// One sentence for each option and purse whose budget is too small for what the plan needs: a plan that is made meets
/// dearer prices in the draws of a study. Empty where money is enough.
[[nodiscard]] std::vector<geo::Message> shortage_sentences(Comparison const& comparison);

/// "So sánh 2 phương án".
[[nodiscard]] geo::Message title_of(Comparison const& comparison);

/// Whether some option was drawn more than once, so that there is more to tell than medians.
[[nodiscard]] bool has_draws(Comparison const& comparison);
/// P10, P50 and P90 of an option's draws for people: "95,2 % / 97,1 % / 98,0 %"; a dash for a run.
[[nodiscard]] std::string drawn_text(Option const& option, Criterion criterion, geo::Language language);

/// What an option says of one goal: the year, "never", "unknown"; of a study the share of the draws that reach it,
/// which is called a probability, as goals are percents themselves.
[[nodiscard]] geo::Message goal_words(Option const& option, std::string const& id);
/// A goal that some option has, with the words of the first that has it.
struct SharedGoal {
    std::string id;
    geo::Message label;
    int year = 0;
    bool base_check = false; ///< of the base year: what the data must reproduce, and no merit of a plan
};
/// "75 % hộ gia đình có đường Internet (2025)".
[[nodiscard]] std::string shared_goal_text(SharedGoal const& goal, geo::Language language);
/// Goals of all options by id: the last year's first, checks of the base year last, otherwise in the order met.
[[nodiscard]] std::vector<SharedGoal> goals_of_all(Comparison const& comparison);
/// One sentence per lever or option that changed nothing; empty when all did.
[[nodiscard]] std::vector<geo::Message> idle_sentences(Comparison const& comparison);

} // namespace phusong
