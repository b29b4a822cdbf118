#include "sim/study/idle_levers.h"
#include "sim/run/run.h"
#include "sim/scenario/fields.h"
#include "sim/scenario/text_value.h"
#include "sim/study/shared_ground.h"
#include "sim/targets/targets.h"
#include <algorithm>

namespace phusong::study {
namespace {

geo::Message const levers_stage{"Thử bỏ từng thay đổi", "Trying without each change"};

std::optional<Scenario> scenario_without(std::filesystem::path const& file, ReadOptions const& options) {
    try {
        auto scenario = read_scenario(file, options).scenario;
        scenario.sources.clear();
        return scenario;
    } catch (geo::InputError const&) {
        return std::nullopt; // the others do not hold together without it
    }
}

/// Every key has the same value; what changed it does not count.
bool same_values(Scenario const& a, Scenario const& b) {
    return std::ranges::all_of(fields(), [&](Field const& field) {
        return field.key == "changes" || toml_value(field, a) == toml_value(field, b);
    });
}

bool same_tables(std::vector<TextFile> const& a, std::vector<TextFile> const& b) {
    return std::ranges::equal(
        a, b, [](TextFile const& x, TextFile const& y) { return x.name == y.name && x.text == y.text; });
}

/// Whether a run of the scenario gives these tables.
bool runs_to(std::vector<TextFile> const& tables, Scenario const& scenario, SharedGround& shared, Store const& store,
             geo::Progress const& progress) {
    try {
        shared.lay(scenario, store, true, progress);
        auto const goals = read_goals(scenario);
        auto const outcome = run_on(*shared.groundwork, *shared.world, scenario, goals, Extent::everything, progress);
        return same_tables(result_tables(*shared.world, scenario, outcome), tables);
    } catch (geo::InputError const&) {
        return false;
    }
}

} // namespace

std::vector<Lever> levers(std::filesystem::path const& file, ReadOptions const& options) {
    std::vector<Lever> list;
    auto const add = [&](std::vector<std::string> ReadOptions::*of) {
        for (std::size_t i = 0; i < (options.*of).size(); ++i) {
            auto fewer = options;
            (fewer.*of).erase((fewer.*of).begin() + static_cast<std::ptrdiff_t>(i));
            list.push_back({trimmed_text((options.*of)[i]), scenario_without(file, fewer)});
        }
    };
    add(&ReadOptions::with);
    add(&ReadOptions::set);
    return list;
}

std::vector<std::string> levers_without_meaning(Scenario const& scenario, std::vector<Lever> const& levers) {
    std::vector<std::string> idle;
    for (auto const& lever : levers)
        if (lever.without && same_values(scenario, *lever.without)) idle.push_back(lever.change);
    return idle;
}

std::vector<std::string> levers_without_effect(Scenario const& scenario, std::vector<TextFile> const& tables,
                                               std::vector<Lever> const& levers, Store const& store,
                                               geo::Progress const& progress) {
    std::vector<std::string> idle;
    SharedGround shared;
    for (std::size_t i = 0; i < levers.size(); ++i) {
        auto const part = static_cast<double>(levers.size());
        auto const begun = static_cast<double>(i);
        auto const under = [&](geo::Message const&, double done_share) {
            geo::tell(progress, levers_stage, (begun + done_share) / part); // may be where a stop is noticed
        };
        under({}, 0);
        auto const& without = levers[i].without;
        if (without && (same_values(scenario, *without) || runs_to(tables, *without, shared, store, under)))
            idle.push_back(levers[i].change);
    }
    geo::tell(progress, levers_stage, 1);
    return idle;
}

} // namespace phusong::study
