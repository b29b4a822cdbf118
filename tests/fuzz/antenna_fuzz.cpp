// Antenna patterns in the MSI format.
#include "sim/radio/antenna/read_msi.h"
#include "tests/fuzz/fuzz.h"
#include <cmath>

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::survive([&] {
        auto const pattern = parse_msi(fuzz::view(data, size), "a.msi");
        for (auto const* cut : {&pattern.horizontal_db, &pattern.vertical_db})
            for (auto const loss : *cut)
                if (!(loss >= 0) || !std::isfinite(loss)) __builtin_trap();
        if (!std::isfinite(pattern.gain_dbi)) __builtin_trap();
    });
    return 0;
}
