#include "tools/cli/solve_kinds.h"
#include <array>

namespace phusong::cli {

std::span<SolveKind const> solve_kinds() {
    static std::array const kinds{
        SolveKind{"steiner",
                  {"cây nối rẻ nhất giữa các đỉnh đã cho", "the cheapest tree that joins given nodes"},
                  solve_steiner_file},
        SolveKind{"cover",
                  {"phủ mọi hàng với chi phí ít nhất, hoặc phủ nhiều nhất với số trạm hay ngân sách cho trước",
                   "cover all rows at the least cost, or the most weight with so many sites or a budget"},
                  solve_cover_file},
        SolveKind{"hoptree",
                  {"cây rẻ nhất từ gốc, không đường nào quá số chặng cho trước",
                   "the cheapest tree from a root with no path of more than so many edges"},
                  solve_hoptree_file},
        SolveKind{"plan",
                  {"kết nối nơi nào, bằng gì, năm nào, trong ngân sách từng năm",
                   "which place to connect by what in which year, within each year's budget"},
                  solve_plan_file},
        SolveKind{"pcst",
                  {"cây nối đáng giá nhất: cạnh tốn tiền, đỉnh bỏ ngoài mất giá trị",
                   "the tree most worth its cost: edges cost money, nodes left out lose their prizes"},
                  solve_pcst_file},
    };
    return kinds;
}

} // namespace phusong::cli
