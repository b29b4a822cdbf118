#pragma once
#include "sim/study/results.h"
#include "sim/world/read.h"
#include "tools/cli/screen.h"
#include <filesystem>

namespace phusong::cli {

/// Maps of the probability of coverage in the last year, one per option and reception, with their styles: the files
/// probability_signal.tif and probability_broadband.tif, "…_2.tif" for option 2 of study.db where there are several;
/// and villages_probability.csv, what they say at the halls. No file when nothing is drawn, or when every draw of an
/// option failed. Errors: FileError; InputError of a world that cannot be read.
void write_probability_maps(std::filesystem::path const& folder, study::Results const& results, Store const& store,
                            Screen const& screen);

} // namespace phusong::cli
