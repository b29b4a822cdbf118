#pragma once
#include "sim/scenario/fields.h"

namespace phusong {

/// Where the scenario's value of a key comes from: what its file says beside it, in the file's own language; or that it
/// says nothing, or that the value is the program's own.
[[nodiscard]] geo::Message source_words(Scenario const& scenario, Field const& field);

} // namespace phusong
