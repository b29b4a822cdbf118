#pragma once
#include "sim/scenario/read.h"
#include "sim/study/uncertain.h"
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace phusong::study {

/// One value of one key, as a file or a table gave it.
struct Setting {
    std::string key, shown; ///< "finance.discount_rate", "0.08"
    toml_text::Value value;
    std::string where;
};

/// A scenario as files, --with, --set and one table of settings make it. Everything but the draws.
struct Option {
    std::string name;      ///< "balanced", "balanced, low_budget, finance.discount_rate=0.08"
    std::string changes;   ///< against its file
    std::string file;      ///< as given
    std::string each = {}; ///< the override that makes it another option of the file; empty = none
    Scenario scenario;     ///< without the sources of its values
    std::vector<Uncertain> uncertain;
};

/// What the command line asks.
struct StudyOptions {
    ReadOptions read;
    std::vector<std::string> each; ///< overrides that become an option each, beside the one without
    std::filesystem::path table;   ///< CSV of overrides; empty = none
    std::vector<double> front;     ///< shares of the budgets that are tried with every policy (front.h); empty = none
    int draws = -1;                ///< −1 = as the first scenario says
    std::string sampling, plan;    ///< empty = as the first scenario says
    bool communes = false;
};

/// Options × draws. Run r is draw r % draws_each() of option r / draws_each().
struct Study {
    std::vector<Option> options;
    int draws = 0; ///< 0 = every option once, as its file has it
    Sampling sampling = Sampling::latin_hypercube;
    std::size_t dimensions = 0; ///< different keys that are drawn
    bool plan_fixed = false;    ///< the plan of each option is made once and meets what is drawn
    bool communes = false;      ///< every run keeps figures of every commune; all options have the same communes
    [[nodiscard]] std::size_t draws_each() const { return draws == 0 ? 1 : static_cast<std::size_t>(draws); }
    [[nodiscard]] std::size_t runs() const { return options.size() * draws_each(); }
};

/// Reads everything and checks every option. Errors: InputError with every problem of every file, table and option.
[[nodiscard]] Study read_study(std::vector<std::string> const& files, StudyOptions const& options);

/// What an option's draw is: the scenario with its uncertain keys set, and their values in the option's order.
struct Drawn {
    Scenario scenario;
    std::vector<double> values;
};
/// The same draw gives the same numbers to every option. `points`: draw_points of the study.
[[nodiscard]] Drawn drawn(Study const& study, std::size_t run, std::vector<double> const& points);

/// Numbers in (0, 1) for the draws of a study. Shape: [draw · dimensions + dimension].
[[nodiscard]] std::vector<double> draw_points(Study const& study);
/// Gives every key that some option draws its dimension, by ascending key.
void number_dimensions(Study& study);

} // namespace phusong::study
