#include "tools/cli/progress_lines.h"
#include "tools/cli/json_text.h"
#include <algorithm>
#include <cmath>

namespace phusong::cli {

std::optional<std::string> ProgressLines::next(std::string const& stage, double share, double now_s) {
    share = std::clamp(share, 0.0, 1.0);
    if (stage != stage_) {
        stage_ = stage;
        percent_ = -1;
        begun_s_ = now_s;
    }
    int const percent = static_cast<int>(std::floor(100 * share));
    if (percent <= percent_) return std::nullopt;
    percent_ = percent;
    Json line{{"stage", stage}, {"share", percent / 100.0}};
    double const spent_s = now_s - begun_s_;
    if (share > 0 && spent_s > 0) line["left_s"] = std::round(10 * spent_s * (1 - share) / share) / 10;
    return line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace phusong::cli
