#include "sim/run/named_first.h"
#include <fmt/ranges.h>
#include <ranges>

namespace phusong {

std::string named_first(std::vector<std::string> const& list) {
    constexpr std::size_t named = 5;
    return fmt::format("{}{}", fmt::join(list | std::views::take(named), ", "), list.size() > named ? ", …" : "");
}

} // namespace phusong
