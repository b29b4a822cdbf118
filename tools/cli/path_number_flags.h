#pragma once
#include "geo/message.h"
#include "tools/cli/path_flags.h"
#include <span>

namespace phusong::cli {

/// One flag of `path` that takes a number: its row says everything about it.
struct NumberFlag {
    char const *name, *shown;
    geo::Message what;
    double min, max;
    bool p526, free_space; ///< whether these models ask for it; P.1812 asks for all
    void (*set)(PathQuery&, double);
};

[[nodiscard]] std::span<NumberFlag const> number_flags();

} // namespace phusong::cli
