#pragma once
#include "geo/progress.h"
#include "sim/study/record.h"
#include "sim/study/study.h"
#include "sim/world/read.h"
#include <functional>
#include <vector>

namespace phusong::study {

/// What is to be computed, and where layers that were made are kept.
struct Work {
    Study const& study;
    std::vector<bool> wanted; ///< per run
    Store store;
};

/// Computes the wanted runs; what options share is made once: worlds, base years and surveys by the hash of what they
/// depend on, one of each in memory at a time. A run that fails is a record that says why, and stops no other.
/// `keep` gets records a few at a time, in a fixed order, from this thread.
/// Errors:  InputError and FileError of a world that cannot be read.
/// Threads: as OpenMP has them, one run each; records do not depend on their number.
void compute(Work const& work, std::function<void(std::vector<Record> const&)> const& keep,
             geo::Progress const& progress = {});

} // namespace phusong::study
