#pragma once
#include <atomic>
#include <cstddef>
#include <exception>
#include <limits>
#include <mutex>

namespace phusong::geo {

/// What was thrown by the bodies of a parallel loop, kept until the loop is over: an exception that leaves an OpenMP
/// region ends the process (std::bad_alloc too).
class CarriedException {
  public:
    /// To be called in a catch block. Of several exceptions that of the lowest index is kept.
    void keep(std::ptrdiff_t index) noexcept;
    /// A lower index has thrown already, so what `index` does no longer matters.
    [[nodiscard]] bool is_behind(std::ptrdiff_t index) const noexcept { return index > index_.load(); }
    /// To be called after the loop, outside of the region.
    void rethrow_if_any() const;

  private:
    std::mutex mutex_;
    std::exception_ptr first_;
    std::atomic<std::ptrdiff_t> index_ = std::numeric_limits<std::ptrdiff_t>::max();
};

/// Calls body(i) for every i in [0, n); the threads take `chunk` of them at a time.
/// Errors:  what the body threw, if several threw that of the lowest index, whatever the number of threads. Bodies of
///          higher indices may then have been left out.
/// Threads: OpenMP, so whoever includes this lists OpenMP::OpenMP_CXX in PRIVATE_USES; a body writes only what belongs
///          to its index.
template <class Body> void parallel_for(std::ptrdiff_t n, int chunk, Body const& body) {
    CarriedException thrown;
#pragma omp parallel for schedule(dynamic, chunk)
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        try {
            if (!thrown.is_behind(i)) body(i);
        } catch (...) {
            thrown.keep(i);
        }
    }
    thrown.rethrow_if_any();
}

} // namespace phusong::geo
