#include "tests/sim/radio/sweep/scene.h"
#include "tests/support/each_target.h"
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <omp.h>
#include <string>

namespace phusong {
namespace {

using test::link;
using test::Scene;

/// Mountains with clutter, a bay, and a hole, so that every branch of the kernels has work.
Scene rough_scene() {
    Scene scene;
    scene.coast = true;
    for (int r = 171; r < 175; ++r)
        for (int c = 80; c < 87; ++c) scene.terrain.values(r, c) = geo::no_data;
    return scene;
}

struct Maps {
    std::vector<PathLoss> loss;
    std::vector<std::uint8_t> reasons;

    bool operator==(Maps const& other) const {
        return reasons == other.reasons &&
               std::ranges::equal(loss, other.loss, {}, &PathLoss::centi_db, &PathLoss::centi_db);
    }
};

Maps maps(Scene const& scene, SweepFrame const& frame, std::vector<SweepModel> const& models, bool clutter) {
    SweepGround const ground{scene.ground(clutter), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    Maps out;
    out.loss =
        sweep(frame, ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, models, {}, &out.reasons);
    return out;
}

std::vector<SweepModel> bands(double p_percent, bool clutter) {
    std::vector<SweepModel> out;
    for (double f : {0.7, 1.8, 3.5}) out.push_back(sweep_model(link(f, p_percent), clutter));
    out[1].short_path = ShortPathModel::ehata_suburban;
    return out;
}

/// The scene's rasters as if their cells were parts of a degree.
SweepFrame sphere(Scene const& scene) {
    GeographicGrid const grid{104.7, 23.3, 1 / 1200., 1 / 1200., scene.terrain.grid.rows, scene.terrain.grid.cols};
    return sphere_frame(grid, grid, 104.7 + 121.37 / 1200, 23.3 - 133.81 / 1200, scene.radius_km);
}

/// Every combination that takes a branch of its own: rare times, clutter, zones, the sphere.
void for_each_kind(std::function<void(std::function<Maps()> const&, std::string const&)> const& check) {
    Scene scene = rough_scene();
    for (bool coast : {false, true})
        for (bool clutter : {false, true})
            for (double p : {1., 50.})
                for (bool on_sphere : {false, true}) {
                    scene.coast = coast;
                    auto const frame = on_sphere ? sphere(scene) : scene.frame();
                    auto const name = "coast " + std::to_string(coast) + ", clutter " + std::to_string(clutter) +
                                      ", p " + std::to_string(p) + ", sphere " + std::to_string(on_sphere);
                    check([&] { return maps(scene, frame, bands(p, clutter), clutter); }, name);
                }
}

TEST(SweepBytes, AreTheSameForAnyNumberOfThreads) {
    int const ordinary = omp_get_max_threads();
    for_each_kind([](std::function<Maps()> const& run, std::string const& name) {
        omp_set_num_threads(1);
        auto const one = run();
        EXPECT_GT(std::ranges::count(one.reasons, 2), 5000) << name; // diffraction
        for (int threads : {2, 3}) {
            omp_set_num_threads(threads);
            EXPECT_TRUE(run() == one) << threads << " threads, " << name;
        }
    });
    omp_set_num_threads(ordinary);
}

TEST(SweepBytes, AreTheSameInsideALoopThatIsParallelAlready) {
    Scene const scene = rough_scene();
    SweepGround const ground{scene.ground(true), scene.terrain.values.data(), nullptr, scene.terrain.grid.cols};
    SweepAntenna const antenna{geo::bilinear(scene.terrain, scene.xy), scene.radius_km};
    auto const models = bands(1, true);
    auto const shared = sweep(scene.frame(), ground, antenna, models),
               alone = sweep(scene.frame(), ground, antenna, models, {.all_threads = false});
    for (std::size_t m = 0; m < models.size(); ++m) EXPECT_EQ(shared[m].centi_db, alone[m].centi_db);
}

TEST(SweepBytes, OfABandDoNotDependOnTheOtherBandsOrTheirOrder) {
    Scene const scene = rough_scene();
    for (double p : {1., 50.}) {
        auto const all = bands(p, true);
        auto const together = maps(scene, scene.frame(), all, true);
        for (std::size_t m = 0; m < all.size(); ++m)
            EXPECT_EQ(maps(scene, scene.frame(), {all[m]}, true).loss[0].centi_db, together.loss[m].centi_db);
        auto const other = maps(scene, scene.frame(), {all[2], all[0], all[1]}, true);
        EXPECT_EQ(other.loss[0].centi_db, together.loss[2].centi_db);
        EXPECT_EQ(other.loss[1].centi_db, together.loss[0].centi_db);
        EXPECT_EQ(other.loss[2].centi_db, together.loss[1].centi_db);
    }
}

/// Receivers are computed sixteen together: who the others are must not matter.
TEST(SweepBytes, OfACellDoNotDependOnWhichOthersAreWanted) {
    Scene scene = rough_scene();
    for (bool coast : {false, true})
        for (double p : {1., 50.}) {
            scene.coast = coast;
            auto const models = bands(p, true);
            auto const all = maps(scene, scene.frame(), models, true);
            std::vector<std::uint8_t> wanted(scene.terrain.grid.size());
            for (std::uint32_t cell = 0; cell < wanted.size(); ++cell) wanted[cell] = cell * 2654435761U >> 30 == 1;
            SweepGround const ground{scene.ground(true), scene.terrain.values.data(), wanted.data(),
                                     scene.terrain.grid.cols};
            auto const some =
                sweep(scene.frame(), ground, {geo::bilinear(scene.terrain, scene.xy), scene.radius_km}, models);
            std::size_t compared = 0, other = 0;
            for (std::size_t m = 0; m < models.size(); ++m)
                for (std::size_t at = 0; at < some[m].centi_db.size(); ++at)
                    if (some[m].centi_db[at] != PathLoss::none) {
                        ++compared;
                        other += some[m].centi_db[at] != all.loss[m].centi_db[at] ? 1U : 0U;
                    }
            EXPECT_GT(compared, 20000U);
            EXPECT_EQ(other, 0U) << "coast " << coast << ", p " << p;
        }
}

TEST(SweepBytes, AreTheSameOnEveryInstructionSet) {
    std::vector<std::string> compared;
    for_each_kind([&](std::function<Maps()> const& run, std::string const& name) {
        auto const best = run();
        compared.clear();
        test::on_each_target([&](std::string const& target) {
            compared.push_back(target);
            EXPECT_TRUE(run() == best) << target << ", " << name;
        });
    });
    for (auto const& target : compared) std::printf("the same bytes on %s\n", target.c_str());
    auto const plain = [](std::string const& target) { return target == "SCALAR" || target == "EMU128"; };
    EXPECT_EQ(std::ranges::count_if(compared, plain), HWY_ARCH_X86); // what runs where no instruction set is known
    EXPECT_GE(compared.size(), 2U);
}

} // namespace
} // namespace phusong
