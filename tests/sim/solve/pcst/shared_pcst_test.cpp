#include "geo/io/atomic_file.h"
#include "sim/solve/graph_file.h"
#include "sim/solve/numbers.h"
#include "sim/solve/pcst/pcst.h"
#include <filesystem>
#include <gtest/gtest.h>

namespace phusong::solve {
namespace {

struct Known {
    char const* file;
    double value;
};

class KnownPcst : public testing::TestWithParam<Known> {};

TEST_P(KnownPcst, ReachesAndProvesTheBestValue) {
    std::string const path = std::string(PHUSONG_SOURCE_DIR "/../shared/validation/graph/") + GetParam().file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared instances are not here";
    auto const file = read_graph_file(geo::io::read_file(path), path);
    auto const tree = solve_pcst({file.graph, file.prizes, file.terminals, file.root}, {});
    EXPECT_NEAR(unscaled(tree.value(), file.digits), GetParam().value, 1e-6);
    EXPECT_EQ(tree.lower_bound, tree.value());
}

INSTANTIATE_TEST_SUITE_P(Shared, KnownPcst,
                         testing::Values(Known{"C05-A.stp", 1080}, Known{"C10-B.stp", 1069}, Known{"K100.stp", 135511},
                                         Known{"P100.stp", 803300}, Known{"i101M1.stp", 109271.502783}));

} // namespace
} // namespace phusong::solve
