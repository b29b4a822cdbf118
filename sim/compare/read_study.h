#pragma once
#include "sim/compare/read_option.h"

namespace phusong {

/// A folder that `batch` has finished: it holds study.json.
[[nodiscard]] bool is_study(std::string const& folder);

/// Every option of a study, by its tables: values are medians over the draws, with what a tenth and nine tenths of them
/// stay under; a goal is reached where half of the draws reach it. Options have no villages and no maps, and of the
/// scenario only the keys that the study changed. Its files are held against study.json first. Never throws for what it
/// reads.
[[nodiscard]] std::vector<ReadOption> read_study_options(std::string const& folder);

} // namespace phusong
