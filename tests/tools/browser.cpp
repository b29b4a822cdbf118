#include "tests/tools/browser.h"
#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace phusong::test {
namespace {

using Json = nlohmann::json;
constexpr char const* program = "/usr/bin/chromium";
constexpr int most_wait_ms = 60'000;

/// Chromium reads commands from its descriptor 3 and answers on 4.
[[noreturn]] void become_chromium(int commands, int answers, std::string const& profile) {
    int const kept_answers = ::fcntl(answers, F_DUPFD, 10), kept_commands = ::fcntl(commands, F_DUPFD, 10);
    ::dup2(kept_commands, 3);
    ::dup2(kept_answers, 4);
    int const nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, 1);
    ::dup2(nowhere, 2);
    auto const user_data = "--user-data-dir=" + profile;
    std::vector<char const*> arguments{
        program,          "--headless", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--lang=vi",  user_data.c_str()};
    if (::geteuid() == 0) arguments.push_back("--no-sandbox"); // it refuses to run as root otherwise
    arguments.push_back("about:blank");
    arguments.push_back(nullptr);
    ::execv(program, const_cast<char* const*>(arguments.data()));
    ::_exit(127);
}

} // namespace

bool Browser::there() { return ::access(program, X_OK) == 0; }

Browser::Browser(std::filesystem::path const& profile) {
    std::array<int, 2> commands{}, answers{};
    if (::pipe2(commands.data(), O_CLOEXEC) != 0 || ::pipe2(answers.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    process_ = ::fork();
    if (process_ == 0) become_chromium(commands[0], answers[1], profile.string());
    ::close(commands[0]);
    ::close(answers[1]);
    to_ = commands[1];
    from_ = answers[0];
    auto const target = ask("Target.createTarget", {{"url", "about:blank"}})["targetId"];
    session_ = ask("Target.attachToTarget", {{"targetId", target}, {"flatten", true}})["sessionId"];
    for (auto const* const part : {"Page.enable", "Runtime.enable", "Network.enable", "Log.enable"}) ask(part);
}

Browser::~Browser() {
    ::close(to_);
    ::close(from_);
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
}

Json Browser::read() {
    for (;;) {
        if (auto const end = unread_.find('\0'); end != std::string::npos) {
            auto const message = unread_.substr(0, end);
            unread_.erase(0, end + 1);
            return Json::parse(message);
        }
        pollfd waiting{from_, POLLIN, 0};
        if (::poll(&waiting, 1, most_wait_ms) <= 0) throw std::runtime_error("the browser does not answer");
        std::array<char, 65536> buffer{};
        auto const got = ::read(from_, buffer.data(), buffer.size());
        if (got <= 0) throw std::runtime_error("the browser has ended");
        unread_.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

void Browser::note(Json const& event) {
    auto const method = event.value("method", "");
    auto const& said = event.contains("params") ? event["params"] : event;
    if (method == "Page.loadEventFired") loaded_ = true;
    if (method == "Page.javascriptDialogOpening" || method == "Runtime.consoleAPICalled" ||
        method == "Runtime.exceptionThrown" || method == "Log.entryAdded")
        complaints_.push_back(said.dump());
    if (method != "Network.requestWillBeSent") return;
    auto const address = said["request"]["url"].get<std::string>();
    if (address != opened_ && !address.starts_with("data:")) requests_.push_back(address);
}

Json Browser::ask(std::string const& method, Json const& parameters) {
    Json command{{"id", ++next_}, {"method", method}, {"params", parameters}};
    if (!session_.empty()) command["sessionId"] = session_;
    auto const text = command.dump() + '\0';
    for (std::size_t sent = 0; sent < text.size();) {
        auto const now = ::write(to_, text.data() + sent, text.size() - sent);
        if (now <= 0) throw std::runtime_error("the browser does not listen");
        sent += static_cast<std::size_t>(now);
    }
    for (;;) {
        auto answer = read();
        if (answer.value("id", 0) != next_) {
            note(answer);
            continue;
        }
        if (answer.contains("error")) throw std::runtime_error(method + ": " + answer["error"].dump());
        return answer["result"];
    }
}

void Browser::open(std::filesystem::path const& file) {
    opened_ = "file://";
    for (char const c : file.string()) opened_ += c == ' ' ? std::string("%20") : std::string(1, c);
    loaded_ = false;
    ask("Page.navigate", {{"url", opened_}});
    while (!loaded_) note(read());
    // What a page does after loading was put off before this is.
    (void)ask("Runtime.evaluate", {{"expression", "new Promise((done) => setTimeout(done))"}, {"awaitPromise", true}});
}

Json Browser::value(std::string const& expression) {
    auto const answer = ask("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}});
    if (answer.contains("exceptionDetails")) throw std::runtime_error(answer["exceptionDetails"].dump());
    return answer["result"].contains("value") ? answer["result"]["value"] : Json();
}

} // namespace phusong::test
