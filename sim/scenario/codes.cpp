#include "sim/scenario/codes.h"
#include <algorithm>

namespace phusong {

std::vector<std::string> codes_by_comma(std::string const& list) {
    std::vector<std::string> codes;
    for (std::size_t from = 0; from <= list.size();) {
        auto const comma = std::min(list.find(',', from), list.size());
        auto code = list.substr(from, comma - from);
        code.erase(0, code.find_first_not_of(" \t\n"));
        code.erase(code.find_last_not_of(" \t\n") + 1);
        if (!code.empty()) codes.push_back(std::move(code));
        from = comma + 1;
    }
    return codes;
}

} // namespace phusong
