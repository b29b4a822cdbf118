#pragma once
#include <string_view>

namespace phusong::report {

// The page's style and script, as they lie in sim/report/page/ (put into the program when it is built).

[[nodiscard]] std::string_view page_css();
[[nodiscard]] std::string_view page_js();

} // namespace phusong::report
