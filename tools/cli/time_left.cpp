#include "tools/cli/time_left.h"

namespace phusong::cli {

geo::Message time_left(double seconds) {
    if (seconds < 90) return geo::say(" (còn khoảng {:.0f} giây) ", " (about {:.0f} s left) ", seconds);
    if (seconds < 5400) return geo::say(" (còn khoảng {:.0f} phút) ", " (about {:.0f} min left) ", seconds / 60);
    return geo::say(" (còn khoảng {:.1f} giờ) ", " (about {:.1f} h left) ", seconds / 3600);
}

} // namespace phusong::cli
