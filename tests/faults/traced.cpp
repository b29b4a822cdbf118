#include "tests/faults/traced.h"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <sstream>

namespace phusong::test {
namespace {

/// The end of the name of a file that is being made: "csv" of "/…/.out.vm.7.tmp/tables/.plan.csv.vm.7.tmp".
std::string kind_of(std::string const& line) {
    if (line.find("out.unfinished") != std::string::npos) return "journal";
    auto const folder = line.find("/.out.");
    if (folder == std::string::npos) return {};
    auto const begin = line.find(".tmp/", folder);
    if (begin == std::string::npos) return "folder";
    auto path = line.substr(begin + 5, line.find_first_of("\">", begin) - begin - 5);
    auto name = path.substr(path.rfind('/') + 1);
    if (name.ends_with(".part")) return "xlsx";
    if (name.starts_with('.'))
        for (int i = 0; i < 3; ++i) name = name.substr(0, name.rfind('.')); // .MACHINE.NUMBER.tmp
    if (line.find("(deleted)") != std::string::npos) return "unnamed";
    auto const dot = name.rfind('.');
    return dot == std::string::npos ? "folder" : name.substr(dot + 1);
}

std::vector<TracedCall> memory_calls(std::vector<std::string> const& lines) {
    std::vector<TracedCall> out;
    for (std::size_t i = (3 * lines.size()) / 4; i < lines.size(); ++i)
        if (lines[i].find("MAP_ANONYMOUS") != std::string::npos) out.emplace_back("memory", i + 1);
    return out;
}

} // namespace

bool can_trace() { return std::system("strace -qq -o /dev/null true 2> /dev/null") == 0; }

TracedCalls traced_calls(std::string const& command, std::filesystem::path const& project) {
    Folder const here("trace");
    auto const log = here.path / "log";
    auto const calls = fmt::format("{}", fmt::join(traced_names, ","));
    (void)phusong(command, {.folder = project,
                            .prefix = fmt::format("strace -f -y -qq -o '{}' -e trace={}", log.string(), calls)});
    std::istringstream in(contents(log));
    std::map<std::string, std::vector<std::string>> lines; // by call, of the first thread: strace counts by thread
    for (std::string line, thread; std::getline(in, line);) {
        auto const number = line.substr(0, line.find(' '));
        if (thread.empty()) thread = number;
        if (number != thread) continue;
        auto const begin = std::min(line.find_first_not_of(' ', number.size()), line.size());
        lines[line.substr(begin, line.find('(') - begin)].push_back(line);
    }
    TracedCalls out{{"mmap", memory_calls(lines["mmap"])}};
    for (auto const* const name : traced_names)
        for (std::size_t i = 0; i < lines[name].size(); ++i)
            if (auto kind = kind_of(lines[name][i]); !kind.empty() && std::string_view(name) != "mmap")
                out[name].emplace_back(std::move(kind), i + 1);
    return out;
}

std::vector<TracedCall> chosen(std::string const& call, std::vector<TracedCall> const& calls) {
    auto const* const said = std::getenv("PHUSONG_FAULTS");
    std::string const round = said ? said : "";
    if (round == "all") return calls;
    std::map<std::string, std::vector<TracedCall>> kinds;
    for (auto const& one : calls) kinds[one.first].push_back(one);
    std::vector<TracedCall> out;
    std::size_t number = calls.size();
    if (call == "write" && round.empty() && !kinds.empty()) {
        auto const& some = std::next(kinds.begin(), static_cast<std::ptrdiff_t>(number % kinds.size()))->second;
        return {some[some.size() / 2]};
    }
    for (auto const& [kind, some] : kinds)
        if (number++ % 20 == 0 || kinds.size() == 1 || round == "kinds") out.push_back(some[some.size() / 2]);
    return out;
}

std::string injection(std::string const& call, std::string const& how, std::size_t k) {
    return fmt::format("strace -f -qq -o /dev/null -e trace={0} -e inject={0}:{1}:when={2}", call, how, k);
}

} // namespace phusong::test
