#pragma once

namespace phusong::geo::io {

/// libxlsxwriter puts the parts of a workbook into temporary files and never asks whether writing them worked: on a
/// full disk a workbook would lack rows and nobody would know. This program keeps the parts in memory instead. Whether
/// that failed for this thread since the last call, for want of memory.
[[nodiscard]] bool take_part_failure();

} // namespace phusong::geo::io
