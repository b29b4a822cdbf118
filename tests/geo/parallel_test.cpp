#include "geo/parallel.h"
#include <atomic>
#include <gtest/gtest.h>
#include <new>
#include <omp.h>
#include <stdexcept>
#include <string>
#include <vector>

namespace phusong::geo {
namespace {

/// What the loop throws on `threads` threads when every index from `first` on throws its own number.
std::string thrown_from(std::ptrdiff_t first, int threads) {
    int const before = omp_get_max_threads();
    omp_set_num_threads(threads);
    std::string text = "nothing";
    try {
        parallel_for(613, 3, [&](std::ptrdiff_t i) {
            if (i >= first) throw std::runtime_error(std::to_string(i));
        });
    } catch (std::runtime_error const& error) {
        text = error.what();
    }
    omp_set_num_threads(before);
    return text;
}

TEST(ParallelFor, CallsTheBodyOnceForEveryIndex) {
    std::vector<int> calls(613, 0);
    parallel_for(613, 5, [&](std::ptrdiff_t i) { ++calls[static_cast<std::size_t>(i)]; });
    EXPECT_EQ(calls, std::vector<int>(613, 1));
    parallel_for(0, 5, [](std::ptrdiff_t) { FAIL(); });
}

TEST(ParallelFor, ThrowsWhatTheLowestIndexThrewForAnyNumberOfThreads) {
    for (int const threads : {1, 2, 3, 7})
        for (std::ptrdiff_t const first : {0, 4, 257, 612})
            EXPECT_EQ(thrown_from(first, threads), std::to_string(first)) << threads << " threads";
}

TEST(ParallelFor, ThrowsTheLowestThoughAHigherOneThrewBefore) {
    int const before = omp_get_max_threads();
    omp_set_num_threads(2);
    std::atomic<bool> late = false; // index 1 throws first: index 0 waits for it, unless one thread has both
    std::string text;
    try {
        parallel_for(2, 1, [&](std::ptrdiff_t i) {
            if (i == 1) {
                late = true;
                throw std::runtime_error("higher");
            }
            while (!late && omp_get_num_threads() > 1) {
            }
            throw std::runtime_error("lower");
        });
    } catch (std::runtime_error const& error) {
        text = error.what();
    }
    omp_set_num_threads(before);
    EXPECT_EQ(text, "lower");
}

TEST(ParallelFor, LetsACallerCatchThatMemoryRanOut) {
    EXPECT_THROW(parallel_for(40, 1, [](std::ptrdiff_t) { throw std::bad_alloc(); }), std::bad_alloc);
}

} // namespace
} // namespace phusong::geo
