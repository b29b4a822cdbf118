#include "tools/cli/solve_kinds.h"
#include <array>

namespace phusong::cli {

std::span<SolveKind const> solve_kinds() {
    static std::array const kinds{
        SolveKind{"steiner",
                  {"cây nối rẻ nhất giữa các đỉnh đã cho", "the cheapest tree that joins given nodes"},
                  solve_steiner_file},
    };
    return kinds;
}

} // namespace phusong::cli
