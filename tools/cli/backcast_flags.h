#pragma once
#include <string>

namespace phusong::cli {

/// What was typed after `backcast`, as text; empty where not given.
struct BackcastFlags {
    std::string until, ahead, curve, ceiling, out;
};

} // namespace phusong::cli
