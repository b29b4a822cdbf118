#pragma once
#include <cstdint>

namespace phusong::geo {

/// Names one random number: the same key always gives the same number, whatever was drawn before it, on any thread.
struct RandomKey {
    std::uint64_t seed = 0;    ///< the scenario's
    std::uint32_t purpose = 0; ///< what is drawn; one number per use in the code
    std::uint32_t entity = 0;  ///< for whom (village, site, cell…)
    std::uint32_t draw = 0;
};

/// Uniform in the open interval (0, 1). Source: Philox4x32-10 (Salmon et al. 2011), Random123.
[[nodiscard]] double uniform(RandomKey key);

/// Standard normal by the inverse distribution function. Source: Acklam 2003 with one Halley step, |error| < 1e-15.
[[nodiscard]] double normal(RandomKey key);
[[nodiscard]] double inverse_normal(double probability);

} // namespace phusong::geo
