#pragma once
#include "geo/message.h"
#include <functional>

namespace phusong::geo {

/// Told from time to time which stage runs and which share of it, in [0, 1], is done. Never called from inside a
/// parallel region. May be empty.
using Progress = std::function<void(Message const& stage, double done_share)>;

inline void tell(Progress const& progress, Message const& stage, double done_share) {
    if (progress) progress(stage, done_share);
}

} // namespace phusong::geo
