#pragma once
#include <bit>
#include <cstdint>
#include <hwy/targets.h>

namespace phusong::test {

/// Calls body(name) once for every instruction set that this processor has and the program was compiled for, the best
/// first; afterwards all are allowed again.
template <class Body> void on_each_target(Body const& body) {
    std::int64_t const all = hwy::SupportedTargets() & HWY_TARGETS;
    for (std::int64_t left = all; left != 0; left &= left - 1) {
        std::int64_t const target = left & -left;
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(target);
        body(hwy::TargetName(target));
    }
    hwy::SetSupportedTargetsForTest(0);
    hwy::GetChosenTarget().DeInit();
}

} // namespace phusong::test
