#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace phusong::test {

/// Debian's Chromium without a window, driven through its DevTools pipe.
class Browser {
  public:
    /// Whether there is one on this machine.
    [[nodiscard]] static bool there();
    /// Errors: std::runtime_error when it does not start or stops answering; every wait ends after a minute.
    explicit Browser(std::filesystem::path const& profile);
    Browser(Browser const&) = delete;
    Browser& operator=(Browser const&) = delete;
    ~Browser();

    /// Opens a file and waits until it is loaded.
    void open(std::filesystem::path const& file);
    /// The value of a JavaScript expression. Errors: std::runtime_error with what the page threw.
    [[nodiscard]] nlohmann::json value(std::string const& expression);
    /// The answer to one command of the DevTools protocol.
    nlohmann::json ask(std::string const& method, nlohmann::json const& parameters = nlohmann::json::object());
    /// Addresses that the page asked for, but files opened here and data: addresses; complaints of the console.
    [[nodiscard]] std::vector<std::string> const& requests() const { return requests_; }
    [[nodiscard]] std::vector<std::string> const& complaints() const { return complaints_; }

  private:
    nlohmann::json read();
    void note(nlohmann::json const& event);
    int to_ = -1, from_ = -1, process_ = 0, next_ = 0;
    std::string session_, unread_, opened_;
    bool loaded_ = false;
    std::vector<std::string> requests_, complaints_;
};

} // namespace phusong::test
