#include "sim/study/compute.h"
#include "geo/parallel.h"
#include "sim/run/redraw.h"
#include "sim/run/run.h"
#include "sim/study/commune_values.h"
#include "sim/study/indicators.h"
#include "sim/study/kept_plan.h"
#include "sim/study/on_air.h"
#include "sim/study/shared_ground.h"
#include "sim/study/stage_keys.h"
#include "sim/targets/targets.h"
#include <algorithm>
#include <map>
#include <omp.h>
#include <optional>

namespace phusong::study {
namespace {

geo::Message const stage{"Tính các phương án", "Computing options"};

std::vector<bool> served(Outcome const& outcome) {
    std::vector<bool> good;
    for (auto const& village : outcome.villages.back()) good.push_back(village.state == SignalState::good);
    return good;
}

std::vector<std::vector<Goal>> goals_of(Study const& study) {
    std::vector<std::vector<Goal>> goals;
    for (auto const& option : study.options) goals.push_back(read_goals(option.scenario));
    return goals;
}

/// Runs of a thread between two waits for the disk: what a kill may lose, a second or two of greedy plans, a quarter of
/// redraws, and of the other solvers' plans, each of which takes some seconds, one.
constexpr std::size_t plans_at_once = 16, redraws_at_once = 128, slow_plans_at_once = 1;

struct Computer {
    Work const& work;
    std::function<void(std::vector<Record> const&)> const& keep;
    geo::Progress const& progress;
    std::vector<double> points = draw_points(work.study);
    std::vector<std::vector<Goal>> goals = goals_of(work.study); ///< per option
    SharedGround shared = {};
    std::size_t done = 0, all = static_cast<std::size_t>(std::ranges::count(work.wanted, true));

    /// Which draw a run is; nothing where none is drawn.
    std::optional<std::uint32_t> draw_of(std::size_t run) const {
        if (work.study.draws == 0) return std::nullopt;
        return static_cast<std::uint32_t>(run % work.study.draws_each());
    }
    Option const& option_of(std::size_t run) const { return work.study.options[run / work.study.draws_each()]; }
    void compute_anew(std::vector<std::size_t> const& runs);
    void compute_fixed(std::vector<std::size_t> const& runs);
    template <class Fill>
    void compute_all(std::vector<std::size_t> const& runs, std::size_t at_once_per_thread, Fill const& fill);
};

/// What is wrong with the disk is no result: the study stops, and the next one computes the run.
template <class Fill> Record filled(std::size_t run, Fill const& fill) {
    Record record{.run = run};
    try {
        fill(record);
    } catch (geo::InputError const& error) {
        record = {.run = run,
                  .failed = true,
                  .why_vi = text(error.problems, geo::Language::vi),
                  .why_en = text(error.problems, geo::Language::en),
                  .on_air = record.on_air}; // of a fixed plan, which others share
    }
    return record;
}

/// fill(record) for every run, a handful at a time, each of which is kept before the next.
template <class Fill>
void Computer::compute_all(std::vector<std::size_t> const& runs, std::size_t at_once_per_thread, Fill const& fill) {
    auto const handful = at_once_per_thread * static_cast<std::size_t>(omp_get_max_threads());
    for (std::size_t first = 0; first < runs.size(); first += handful) {
        geo::tell(progress, stage, static_cast<double>(done) / static_cast<double>(all));
        std::vector<Record> records(std::min(handful, runs.size() - first));
        geo::parallel_for(std::ssize(records), 1, [&](std::ptrdiff_t i) {
            auto const slot = static_cast<std::size_t>(i);
            records[slot] = filled(runs[first + slot], fill);
        });
        keep(records);
        done += records.size();
    }
}

void Computer::compute_anew(std::vector<std::size_t> const& runs) {
    bool const slow =
        std::ranges::any_of(runs, [&](std::size_t run) { return option_of(run).scenario.rollout.solver != "greedy"; });
    compute_all(runs, slow ? slow_plans_at_once : plans_at_once, [&](Record& record) {
        auto const with = drawn(work.study, record.run, points);
        auto const& own_goals = goals[record.run / work.study.draws_each()];
        auto const outcome =
            run_on_kept_plan(*shared.groundwork, *shared.world, with.scenario, own_goals,
                             work.study.draws == 0 ? work.store : Store{}); // a draw's own nobody asks for again
        record.drawn = with.values;
        record.values = indicator_values(*shared.world, with.scenario, outcome, draw_of(record.run));
        record.villages_served = as_hex(served(outcome));
        if (work.study.draws > 0) record.on_air = on_air_text(*shared.world, with.scenario, outcome);
        if (work.study.communes) record.communes = commune_text(*shared.world, outcome);
    });
}

/// `runs` are draws of one option. Where no plan can be made, each of them failed.
void Computer::compute_fixed(std::vector<std::size_t> const& runs) {
    auto const& option = option_of(runs.front());
    Outcome planned;
    try {
        auto const& own_goals = goals[runs.front() / work.study.draws_each()];
        planned = run_on_kept_plan(*shared.groundwork, *shared.world, option.scenario, own_goals, work.store, progress);
    } catch (geo::InputError const& error) {
        return compute_all(runs, redraws_at_once, [&](Record const&) { throw error; });
    }
    std::vector<Outcome> mine(static_cast<std::size_t>(omp_get_max_threads()), planned);
    compute_all(runs, redraws_at_once, [&](Record& record) {
        if (record.run % work.study.draws_each() == 0)
            record.on_air = on_air_text(*shared.world, option.scenario, planned);
        auto const with = drawn(work.study, record.run, points);
        auto& outcome = mine[static_cast<std::size_t>(omp_get_thread_num())];
        redraw(outcome, planned, *shared.world, with.scenario);
        record.drawn = with.values;
        record.values = indicator_values(*shared.world, with.scenario, outcome, draw_of(record.run));
        if (work.study.communes) record.communes = commune_text(*shared.world, outcome);
    });
}

/// Draws of the option may stand on ground of their own.
bool draws_ground(Option const& option) {
    return !std::ranges::all_of(option.uncertain, &leaves_groundwork_alone, &Uncertain::key);
}

/// Wanted runs that stand on the same ground.
struct OnSameGround {
    std::size_t world = 0; ///< its number, as worlds are met
    std::vector<std::size_t> runs = {};
};

/// In the order in which each ground is met first, those in one world together.
std::vector<OnSameGround> by_ground(Computer const& computer) {
    auto const& study = computer.work.study;
    std::map<std::string, std::size_t> group_of, world_of;
    std::vector<OnSameGround> groups;
    std::string ground;
    for (std::size_t run = 0; run < study.runs(); ++run) {
        if (draws_ground(computer.option_of(run)) || run % study.draws_each() == 0)
            ground = groundwork_key(drawn(study, run, computer.points).scenario);
        if (!computer.work.wanted[run]) continue;
        auto const [known, is_new] = group_of.emplace(ground, groups.size());
        if (is_new) {
            auto const world = world_key(drawn(study, run, computer.points).scenario);
            groups.push_back({.world = world_of.emplace(world, world_of.size()).first->second});
        }
        groups[known->second].runs.push_back(run);
    }
    std::ranges::stable_sort(groups, {}, &OnSameGround::world);
    return groups;
}

/// Neighbours that belong to one option.
std::vector<std::vector<std::size_t>> by_option(Study const& study, std::vector<std::size_t> const& runs) {
    std::vector<std::vector<std::size_t>> out;
    for (auto run : runs) {
        if (out.empty() || out.back().front() / study.draws_each() != run / study.draws_each()) out.emplace_back();
        out.back().push_back(run);
    }
    return out;
}

} // namespace

void compute(Work const& work, std::function<void(std::vector<Record> const&)> const& keep,
             geo::Progress const& progress) {
    Computer computer{work, keep, progress};
    for (auto const& [world, runs] : by_ground(computer)) {
        computer.shared.lay(drawn(work.study, runs.front(), computer.points).scenario, work.store,
                            work.study.draws == 0 || !draws_ground(computer.option_of(runs.front())), progress);
        if (!work.study.plan_fixed) {
            computer.compute_anew(runs);
            continue;
        }
        for (auto const& of_option : by_option(work.study, runs)) computer.compute_fixed(of_option);
    }
    geo::tell(progress, stage, 1);
}

} // namespace phusong::study
