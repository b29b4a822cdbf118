#include "tools/cli/interrupt.h"
#include "tools/cli/exit_code.h"
#include <atomic>
#include <csignal>
#include <ctime>
#include <fmt/format.h>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;

constexpr timespec patience{2, 0}; ///< seconds that a stage gets to reach its next progress report

std::atomic<int> stop{0};
std::atomic<geo::Language> words_in{geo::Language::vi};
std::mutex guard;
fs::path half_written, to_go_on_with; ///< under `guard`

/// The folder is renamed first: whatever is still being written then finds no folder to be written into. What could not
/// be removed is named.
fs::path remove_half_written() {
    std::lock_guard const lock(guard);
    if (half_written.empty()) return {};
    auto const doomed = fs::path(half_written.string() + ".removed");
    std::error_code error;
    fs::rename(half_written, doomed, error);
    if (error) return fs::exists(half_written, error) ? half_written : fs::path();
    fs::remove_all(doomed, error);
    return error ? doomed : fs::path();
}

/// `remains`: what could not be removed.
geo::Message what_is_left(fs::path const& remains) {
    std::lock_guard const lock(guard);
    if (!remains.empty())
        return geo::say("Đã dừng theo yêu cầu; không xóa được thư mục dở dang {}",
                        "Stopped as asked; the half-written folder {} could not be removed", remains.string());
    if (!to_go_on_with.empty())
        return geo::say("Đã dừng theo yêu cầu. Phần đã tính được giữ trong {}: chạy lại cùng lệnh để tính tiếp.",
                        "Stopped as asked. What was computed is kept in {}: run the same command to go on.",
                        to_go_on_with.string());
    return {"Đã dừng theo yêu cầu; không để lại thư mục dở dang.", "Stopped as asked; no half-written folder is left."};
}

/// One line, once, whichever thread comes first; nobody else is to write in between, so not through a buffer.
void remove_and_say_so(geo::Language language) {
    auto const remains = remove_half_written();
    static std::atomic_flag said;
    if (said.test_and_set()) return;
    auto const words = what_is_left(remains);
    std::string const end_of_progress = ::isatty(STDERR_FILENO) == 1 ? "\n" : ""; // that line may be half drawn
    auto const line = end_of_progress + words.in(language) + '\n';
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

void watch(sigset_t signals, geo::Language language) {
    int signal = 0;
    if (::sigwait(&signals, &signal) != 0) return;
    stop = signal;
    (void)::sigtimedwait(&signals, nullptr, &patience); // returns early when asked a second time
    remove_and_say_so(language);
    ::_exit(128 + signal);
}

} // namespace

void watch_signals(geo::Language language) {
    words_in = language;
    (void)std::signal(SIGPIPE, SIG_IGN);
    (void)std::signal(SIGXFSZ, SIG_IGN);
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread(watch, signals, language).detach();
}

int requested_stop() { return stop; }

void remove_when_interrupted(fs::path const& folder) {
    std::lock_guard const lock(guard);
    half_written = folder;
}

void keep_when_interrupted(fs::path const& folder) {
    std::lock_guard const lock(guard);
    to_go_on_with = folder;
}

void give_up(char const* reason) {
    (void)remove_half_written();
    auto const problem = out_of_memory();
    auto const line = fmt::format("{}: {} ({})\n    → {}\n", problem.where, problem.what.in(words_in.load()), reason,
                                  problem.hint.in(words_in.load()));
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
    ::_exit(file_trouble);
}

int finish_stop(geo::Language language) {
    remove_and_say_so(language);
    return 128 + stop;
}

} // namespace phusong::cli
