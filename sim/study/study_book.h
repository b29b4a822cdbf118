#pragma once
#include "geo/io/xlsx_file.h"
#include "geo/message.h"
#include "sim/study/results.h"

namespace phusong::study {

/// The study as a workbook: figures of the last year and goals with their spread, what they hang on, how far each
/// option stays behind the best, villages; the same figures as the tables, shares as percent, money in billion VND. A
/// sheet that would have a head alone is left out.
[[nodiscard]] geo::io::XlsxBook study_book(Results const& results, geo::Language language);

} // namespace phusong::study
