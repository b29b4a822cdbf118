#pragma once
#include <atomic>
#include <cstddef>
#include <thread>

namespace phusong::test {

/// Listens on the loopback, at a port that the system chooses, and answers every call with "404 Not Found".
class Listener {
  public:
    /// Errors: std::runtime_error when there is no loopback.
    Listener();
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;
    ~Listener();
    [[nodiscard]] int port() const { return port_; }
    /// Calls since it was last asked. Who has called and ended is counted.
    [[nodiscard]] std::size_t calls();

  private:
    void answer_all();
    int socket_ = -1, port_ = 0;
    std::atomic<std::size_t> calls_ = 0, asked_ = 0, told_ = 0; ///< a question is told when nobody waits any more
    std::atomic<bool> over_ = false;
    std::thread thread_;
};

} // namespace phusong::test
