#include "sim/study/probability_maps.h"
#include "sim/study/kept_groundwork.h"
#include "sim/study/on_air.h"
#include "sim/study/stage_keys.h"
#include <algorithm>
#include <map>

namespace phusong::study {
namespace {

/// Draws of one option that stand on the same ground.
struct SameGround {
    Scenario scenario;
    std::vector<std::size_t> runs; ///< that did not fail
};

std::vector<SameGround> by_ground(Results const& results, std::size_t option) {
    auto const& study = results.study;
    auto const points = draw_points(study);
    bool const differs = std::ranges::any_of(study.options[option].uncertain, [](Uncertain const& uncertain) {
        return !leaves_groundwork_alone(uncertain.key) || uncertain.key.starts_with("radio.");
    });
    std::map<std::string, std::size_t> place;
    std::vector<SameGround> grounds;
    std::string key;
    for (std::size_t draw = 0; draw < study.draws_each(); ++draw) {
        auto const& record = results.records[option * study.draws_each() + draw];
        if (differs || draw == 0) key = map_key(drawn(study, record.run, points).scenario);
        auto const at = place.emplace(key, grounds.size()).first->second;
        if (at == grounds.size()) grounds.push_back({drawn(study, record.run, points).scenario, {}});
        if (!record.failed) grounds[at].runs.push_back(record.run);
    }
    return grounds;
}

/// `first_on_air`: of the option's first draw, which holds for draws that name nothing.
ServedDraws served_on(Results const& results, SameGround const& draws, std::string const& first_on_air,
                      MapGround const& ground, geo::Progress const& progress) {
    OnAir air{.transmitters = {}, .draws = draws.runs.size(), .place = {}};
    air.transmitters[0].radio = draws.scenario.radio;
    air.transmitters[1].radio = relay_radio(draws.scenario);
    for (std::size_t i = 0; i < draws.runs.size(); ++i) {
        auto const own = whole_record(results, draws.runs[i]).on_air;
        air.add(own.empty() ? first_on_air : own, i);
    }
    return served_draws(*ground.shared.world, draws.scenario.radio, ground.standing, air.transmitters, air.draws,
                        progress);
}

[[noreturn]] void refuse_grids(Option const& option) {
    throw geo::InputError(
        {{option.file,
          {"rút ngẫu nhiên những khóa làm các lưới ô khác nhau nên không có một bản đồ chung",
           "draws keys that change the grid of cells, so there is no map of all draws"},
          {"thêm --no-maps; những gì đã tính được giữ lại", "add --no-maps; what was computed is kept"}}});
}

} // namespace

void MapGround::lay(Scenario const& scenario, Store const& store, bool for_later, geo::Progress const& progress) {
    shared.lay_world(scenario, store, progress);
    auto key = map_key(scenario);
    if (standing_is == key) return;
    standing = standing_on_maps(*shared.world, scenario, store, for_later, progress);
    standing_is = std::move(key);
}

ProbabilityMaps probability_maps(Results const& results, std::size_t option, MapGround& ground, Store const& store,
                                 geo::Progress const& progress) {
    ProbabilityMaps maps;
    ServedDraws sum;
    geo::Grid grid;
    auto const first_on_air = whole_record(results, option * results.study.draws_each()).on_air;
    auto const grounds = by_ground(results, option);
    for (auto const& draws : grounds) {
        if (draws.runs.empty()) continue;
        ground.lay(draws.scenario, store, grounds.size() == 1, progress); // a draw's own ground nobody asks for again
        if (maps.draws == 0) grid = ground.shared.world->grid;
        if (grid != ground.shared.world->grid) refuse_grids(results.study.options[option]);
        auto served = served_on(results, draws, first_on_air, ground, progress);
        maps.draws += draws.runs.size();
        for (auto r : receptions) {
            auto& all = sum[index(r)];
            if (all.empty())
                all = std::move(served[index(r)]);
            else
                for (std::size_t cell = 0; cell < all.size(); ++cell) all[cell] += served[index(r)][cell];
        }
    }
    for (auto r : receptions) {
        if (maps.draws == 0) break;
        maps.served[index(r)] = geo::Raster(grid);
        for (std::uint32_t cell = 0; cell < sum[index(r)].size(); ++cell)
            maps.served[index(r)].at(cell) = static_cast<float>(sum[index(r)][cell] / static_cast<double>(maps.draws));
        sum[index(r)] = {}; // it is as large as two maps
    }
    return maps;
}

} // namespace phusong::study
