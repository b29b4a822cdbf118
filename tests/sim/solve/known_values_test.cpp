#include "sim/solve/cover/cover_file.h"
#include "sim/solve/cover/max_cover.h"
#include "sim/solve/cover/set_cover.h"
#include "sim/solve/hoptree/hop_file.h"
#include "sim/solve/plan/plan_file.h"
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

/// Public files with known values lie beside the repository, where they are given.
class KnownValues : public ::testing::Test {
  protected:
    static std::string text_of(std::string const& name) {
        std::ifstream file(folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void SetUp() override {
        if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder << " here";
    }
    static inline std::filesystem::path const folder =
        std::filesystem::path(PHUSONG_SOURCE_DIR) / ".." / "shared" / "validation" / "graph";
    static constexpr int quick = 1;
};

TEST_F(KnownValues, OfSetCoveringAreReached) {
    for (auto const& [name, cost] :
         {std::pair("scp41.txt", 429), std::pair("scpe1.txt", 5), std::pair("scpcyc06.txt", 60)}) {
        auto file = read_cover_file(text_of(name), name);
        auto const found =
            solve_set_cover({file.costs, file.columns_of_row}, {.effort = quick, .iterations = {}, .progress = {}});
        EXPECT_EQ(found.cost, cost) << name;
        EXPECT_LE(found.bound, cost) << name;
    }
}

Cost covered(CoverFile const& file, std::optional<std::int64_t> sites, std::optional<Cost> budget) {
    return solve_max_cover({file.weights, file.costs, file.columns_of_row, sites, budget},
                           {.effort = 1, .iterations = {}, .progress = {}})
        .weight;
}

TEST_F(KnownValues, OfMaximalCoveringAreReached) {
    auto const one = read_cover_file(text_of("mclp_los1.txt"), "mclp_los1.txt");
    EXPECT_EQ(covered(one, 8, {}), 2235);
    EXPECT_EQ(covered(one, {}, 529), 1282);
    auto const two = read_cover_file(text_of("mclp_los2.txt"), "mclp_los2.txt");
    EXPECT_EQ(covered(two, 12, {}), 14905);
    EXPECT_EQ(covered(two, {}, 823), 11286);
}

TEST_F(KnownValues, OfTreesWithFewHopsAreReached) {
    for (auto const& [name, cost] : {std::pair("hop_1.txt", 884), std::pair("hop_2.txt", 1506)}) {
        auto const file = read_hop_file(text_of(name), name);
        auto const found = solve_hop_tree(file.problem, {.effort = quick, .iterations = {}, .progress = {}});
        EXPECT_EQ(found.cost, cost) << name;
        EXPECT_LE(found.bound, cost) << name;
    }
}

TEST_F(KnownValues, OfThePlanOverYearsIsWithinHalfAPercent) {
    auto const file = read_plan_file(text_of("mpi_1.txt"), "mpi_1.txt");
    auto const found = solve_investment(file.problem, {.effort = quick, .iterations = {}, .progress = {}});
    EXPECT_GE(found.value, 379'541'512); // 99.5 % of the best value known to its makers
    EXPECT_GE(found.bound, 381'534'135); // a plan of this worth is known
}

} // namespace
} // namespace phusong::solve
