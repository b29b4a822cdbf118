#include "tests/faults/fault.h"
#include "tests/tools/cli_program.h"
#include <cstdlib>
#include <fmt/format.h>
#include <stdexcept>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;

/// A fault that is not there tests nothing.
std::size_t found(std::size_t at, std::string const& file, std::string const& what) {
    if (at == std::string::npos) throw std::logic_error(fmt::format("{} of the toy holds no “{}”", file, what));
    return at;
}

} // namespace

Inject nothing() {
    return [](fs::path const&) {};
}

Inject line(std::string file, std::string key, std::string line) {
    return [=](fs::path const& project) {
        auto bytes = contents(project / file);
        if (key.empty()) return write(project / file, bytes + line + "\n");
        auto const at = bytes.starts_with(key) ? 0 : found(bytes.find("\n" + key), file, key) + 1;
        write(project / file, bytes.replace(at, bytes.find('\n', at) - at, line));
    };
}

Inject whole(std::string file, std::string bytes) {
    return [=](fs::path const& project) { write(project / file, bytes); };
}

Inject text(std::string file, std::string from, std::string to) {
    return [=](fs::path const& project) {
        auto bytes = contents(project / file);
        write(project / file, bytes.replace(found(bytes.find(from), file, from), from.size(), to));
    };
}

Inject all_text(std::string file, std::string from, std::string to) {
    return [=](fs::path const& project) {
        auto bytes = contents(project / file);
        (void)found(bytes.find(from), file, from);
        for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
            bytes.replace(at, from.size(), to);
        write(project / file, bytes);
    };
}

Inject command(std::string arguments) {
    return [=](fs::path const& project) {
        auto const said = phusong(arguments, {.folder = project});
        if (said.code != 0) throw std::logic_error(fmt::format("{}: {}", arguments, said.err));
    };
}

Inject shell(std::string line) {
    return [=](fs::path const& project) {
        auto const whole = fmt::format("cd '{}' && export PHUSONG='{}' && {}", project.string(), PHUSONG_PROGRAM, line);
        if (std::system(whole.c_str()) != 0) throw std::logic_error("the shell refuses: " + line);
    };
}

Inject both(Inject first, Inject second) {
    return [=](fs::path const& project) { first(project), second(project); };
}

} // namespace phusong::test
