#pragma once
#include <string_view>

namespace phusong::report {

// The page's style and script, as they lie in sim/report/page/ (put into the program when it is built).

[[nodiscard]] std::string_view page_css();  ///< chart_css is a part of it
[[nodiscard]] std::string_view chart_css(); ///< of the charts alone
[[nodiscard]] std::string_view page_js();

} // namespace phusong::report
