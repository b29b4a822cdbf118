#include "tools/cli/solve_kinds.h"
#include <array>

namespace phusong::cli {

std::span<SolveKind const> solve_kinds() {
    static std::array const kinds{
        SolveKind{"pcst",
                  {"cây nối đáng giá nhất: cạnh tốn tiền, đỉnh bỏ ngoài mất giá trị",
                   "the tree most worth its cost: edges cost money, nodes left out lose their prizes"},
                  solve_pcst_file},
    };
    return kinds;
}

} // namespace phusong::cli
