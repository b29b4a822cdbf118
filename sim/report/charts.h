#pragma once
#include "sim/report/page.h"

namespace phusong::report {

// Charts as SVG, with their numbers as text that can be selected. Sizes in CSS pixels of a page 700 wide.

/// Money by year: operators plain, the public purse hatched; a frame behind each bar shows what could be spent.
[[nodiscard]] Html money_chart(Page const& page);
/// Villages by signal, a bar a year.
[[nodiscard]] Html villages_chart(Page const& page);
[[nodiscard]] std::string service_title(Page const& page, ServiceKind service);
/// One service's subscribers per 100 people: with the plan, and as a dashed line without it.
[[nodiscard]] Html service_chart(Page const& page, ServiceKind service);

/// Round step for about `count` marks up to `most`: 1, 2 or 5 times a power of ten.
[[nodiscard]] double axis_step(double most, int count);

} // namespace phusong::report
