#include "geo/parallel.h"

namespace phusong::geo {

void CarriedException::keep(std::ptrdiff_t index) noexcept {
    std::lock_guard const lock(mutex_);
    if (is_behind(index)) return;
    first_ = std::current_exception();
    index_ = index;
}

void CarriedException::rethrow_if_any() const {
    if (first_) std::rethrow_exception(first_);
}

} // namespace phusong::geo
