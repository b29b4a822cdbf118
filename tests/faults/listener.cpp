#include "tests/faults/listener.h"
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace phusong::test {

Listener::Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof here;
    auto* const address = reinterpret_cast<sockaddr*>(&here);
    if (socket_ < 0 || ::bind(socket_, address, size) != 0 || ::listen(socket_, 64) != 0 ||
        ::getsockname(socket_, address, &size) != 0)
        throw std::runtime_error("nothing can listen on the loopback");
    port_ = ntohs(here.sin_port);
    thread_ = std::thread([this] { answer_all(); });
}

Listener::~Listener() {
    over_ = true;
    thread_.join();
    ::close(socket_);
}

void Listener::answer_all() {
    while (!over_) {
        auto const asked = asked_.load();
        int const caller = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
        if (caller < 0) {
            told_ = asked; // who called before the question has been counted
            pollfd waiting{socket_, POLLIN, 0};
            (void)::poll(&waiting, 1, 20);
            continue;
        }
        ++calls_;
        pollfd speaking{caller, POLLIN, 0};
        std::array<char, 4096> request{};
        if (::poll(&speaking, 1, 500) > 0) (void)::read(caller, request.data(), request.size());
        constexpr std::string_view answer = "HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        (void)::send(caller, answer.data(), answer.size(), MSG_NOSIGNAL);
        ::close(caller);
    }
}

std::size_t Listener::calls() {
    auto const question = ++asked_;
    while (told_ < question) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return calls_.exchange(0);
}

} // namespace phusong::test
