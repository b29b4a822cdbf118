#pragma once
#include <cstdint>
#include <vector>

namespace phusong {

/// Whole numbers in place of `parts`, none of them negative, that add up to the whole number next to their sum, so that
/// a printed table adds up: all are rounded down, and those that lost most get one back (largest remainder; ties: the
/// larger part, then the earlier). No number passes its `most`, where given.
[[nodiscard]] std::vector<std::int64_t> whole_parts(std::vector<double> const& parts,
                                                    std::vector<std::int64_t> const& most = {});

} // namespace phusong
