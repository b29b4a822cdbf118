#pragma once
#include "geo/message.h"
#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace phusong {

/// What options are held against each other by. All but money are of the last year of the plan.
enum class Criterion : std::uint8_t {
    signal_share,    ///< of the people
    broadband_share, ///< of the people, 4G or 5G
    worst_tenth,     ///< of the people of the worst-served tenth of communes, 4G or 5G: equity
    fibre_share,     ///< of the people
    villages_good,   ///< share of villages
    mobile_per_100,  ///< subscribers
    fixed_per_100,
    goals_reached,
    projects,
    spent_vnd, ///< by both purses, whole plan; of a study what it needs, be there money or not
    operators_vnd,
    public_vnd
};
inline constexpr std::size_t criterion_count = 12;
[[nodiscard]] constexpr std::size_t index(Criterion c) { return static_cast<std::size_t>(c); }

struct CriterionWords {
    std::string_view name; ///< in machine files: "broadband_share"
    geo::Message words;
    bool more_is_better = true;
    bool is_share = false, is_money = false;
};
[[nodiscard]] std::span<CriterionWords const> criteria();

/// One goal of one option.
struct GoalYear {
    std::string id;
    geo::Message label;
    int year = 0;                        ///< for which it is set
    bool known = false, reached = false; ///< in the goal's year
    std::optional<int> first_year;       ///< in which the value was as wanted; nothing = in none, or of a study
    std::optional<double> probability;   ///< of a study: share of the draws that reach it
};

/// What a finished run folder, or one option of a finished study, says of itself. Only what all its files, verified,
/// say.
struct Option {
    std::string folder; ///< as given; of a study followed by the option's name
    std::string name, changes;
    geo::Message title;
    std::array<double, criterion_count> value{};                          ///< NaN = not known
    double people = 0, people_with_signal = 0, people_with_broadband = 0; ///< in the last year
    int villages_good = 0, base_year = 0, last_year = 0;
    int communes = 0; ///< 0 = not told, as by a study
    /// Of all planned years together; NaN = not told, as by a study of an older program.
    double operators_budget_vnd = std::numeric_limits<double>::quiet_NaN(),
           public_budget_vnd = std::numeric_limits<double>::quiet_NaN();
    std::vector<GoalYear> goals;
    std::map<std::string, std::string> keys;    ///< of the resolved scenario, values as text
    std::map<std::string, std::string> results; ///< hash of each table that holds results
    std::set<std::string> maps;                 ///< "maps/signal_4g_2025.tif"
    std::vector<std::string> synthetic_layers;
    bool of_study = false; ///< then `value` is the median of the draws, and there are neither villages nor maps
    std::size_t draws = 0; ///< of a study; 1 when nothing is drawn
    std::array<double, criterion_count> p10{}, p90{}; ///< of them
};

/// Reads options side by side; order as given, those of a study in its own. Each folder's run.json or study.json is
/// held against its files first.
/// Errors:  InputError with every folder that is no run, is torn or changed, or is of another format, or that has
///          another number of communes or another base year than the first: of another province.
/// Threads: one folder each.
[[nodiscard]] std::vector<Option> read_options(std::vector<std::string> const& folders);

/// What one option adds to the baseline and what that costs; NaN where it adds nothing or less.
struct Difference {
    std::array<double, criterion_count> value{}; ///< option − baseline
    double people_with_signal = 0, people_with_broadband = 0;
    int villages_good = 0;
    double vnd_per_person_with_signal = 0, vnd_per_person_with_broadband = 0, vnd_per_village = 0;
};

/// Keys (and input files) whose values differ between options that are otherwise alike, and what came of it.
struct Lever {
    std::string key;
    std::size_t pairs = 0, without_effect = 0; ///< pairs of options that differ in this key alone; of equal results
};

/// An option whose results are the baseline's though keys differ.
struct Idle {
    std::size_t option = 0;
    std::vector<std::string> keys;
};

/// What a planner finds important, from names of weights to numbers ≥ 0.
using Weights = std::map<std::string, double>;
/// "people=3,money=1". Errors: InputError (unknown name with a suggestion, not a number, negative, all 0).
[[nodiscard]] Weights read_weights(std::string const& text);
/// people 1, money 1, equity 1: when nobody has said anything else.
[[nodiscard]] Weights usual_weights();
/// The criterion that a weight speaks of.
[[nodiscard]] std::map<std::string, Criterion> const& weight_names();

struct Comparison {
    std::vector<Option> options;
    std::size_t baseline = 0;
    std::vector<Difference> difference; ///< [option]
    std::vector<bool> on_front;         ///< [option] nobody is as good in people, money and equity and better in one
    Weights weights;
    std::vector<double> score;        ///< [option] weighted mean of 0 (worst of all) to 1 (best) by criterion
    std::vector<std::size_t> ranking; ///< options, best first; ties as given
    std::vector<std::size_t> rank;    ///< [option] from 1; shared by options whose scores are shown alike
    std::vector<Lever> levers;        ///< ascending key
    std::vector<Idle> idle;
};

/// Pure. `options` is not empty. Scores and front take differences that mean nothing for none (`levelled`).
[[nodiscard]] Comparison compare(std::vector<Option> options, std::size_t baseline, Weights weights);

} // namespace phusong
