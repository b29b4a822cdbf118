#include "tools/cli/solve_kinds.h"
#include <array>

namespace phusong::cli {

std::span<SolveKind const> solve_kinds() {
    static std::array const kinds{
        SolveKind{"cover",
                  {"phủ mọi hàng với chi phí ít nhất, hoặc phủ nhiều nhất với số trạm hay ngân sách cho trước",
                   "cover all rows at the least cost, or the most weight with so many sites or a budget"},
                  solve_cover_file},
    };
    return kinds;
}

} // namespace phusong::cli
