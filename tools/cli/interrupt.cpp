#include "tools/cli/interrupt.h"
#include <atomic>
#include <csignal>
#include <ctime>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

constexpr timespec patience{2, 0}; ///< seconds that a stage gets to reach its next progress report

std::atomic<int> stop{0};
std::mutex guard;
fs::path half_written; ///< under `guard`

/// The folder is renamed first: whatever is still being written then finds no folder to be written into.
void remove_half_written() {
    std::lock_guard const lock(guard);
    if (half_written.empty()) return;
    auto const doomed = fs::path(half_written.string() + ".removed");
    std::error_code ignored;
    fs::rename(half_written, doomed, ignored);
    if (!ignored) fs::remove_all(doomed, ignored);
}

void watch(sigset_t signals) {
    int signal = 0;
    if (::sigwait(&signals, &signal) != 0) return;
    stop = signal;
    (void)::sigtimedwait(&signals, nullptr, &patience); // returns early when asked a second time
    remove_half_written();
    ::_exit(128 + signal);
}

} // namespace

void watch_signals() {
    (void)std::signal(SIGPIPE, SIG_IGN);
    (void)std::signal(SIGXFSZ, SIG_IGN);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread(watch, signals).detach();
}

int requested_stop() { return stop; }

void remove_when_interrupted(fs::path const& folder) {
    std::lock_guard const lock(guard);
    half_written = folder;
}

int finish_stop() {
    remove_half_written();
    return 128 + stop;
}

} // namespace phusong::cli
