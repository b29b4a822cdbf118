#include "geo/io/temporary_name.h"
#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

constexpr std::string_view ending = ".tmp";

/// Letters and digits of the machine's name, at most 32, so that the file's name stays short and has its own dots.
std::string machine() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) name[0] = '\0';
    auto out = std::string(name.data()).substr(0, 32);
    for (char& c : out)
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) c = '-';
    return out;
}

/// Killed, but its parent has not asked yet how it ended. Source: proc(5), /proc/[pid]/stat: "pid (name) state …".
bool is_zombie(int number) {
    std::ifstream in(fmt::format("/proc/{}/stat", number));
    std::string const line{std::istreambuf_iterator<char>(in), {}};
    auto const name_end = line.rfind(") ");
    return name_end != std::string::npos && line.compare(name_end + 2, 1, "Z") == 0;
}

bool runs_no_more(int number) { return (::kill(number, 0) != 0 && errno == ESRCH) || is_zombie(number); }

} // namespace

std::string temporary_name(std::string_view final_name, int number) {
    return fmt::format(".{}.{}.{}{}", final_name, machine(), number, ending);
}

bool left_by_the_dead(std::string_view name, std::string_view final_name) {
    if (!name.starts_with('.') || !name.ends_with(ending)) return false;
    name.remove_suffix(ending.size());
    auto const dot = name.rfind('.');
    int number = 0;
    auto const [stop, error] = std::from_chars(name.data() + dot + 1, name.data() + name.size(), number);
    if (error != std::errc{} || stop != name.data() + name.size() || number <= 0) return false;
    auto const front = name.substr(0, dot);
    auto const here = fmt::format(".{}", machine());
    if (!front.ends_with(here) || front.size() <= here.size()) return false;
    if (!final_name.empty() && front != fmt::format(".{}{}", final_name, here)) return false;
    return runs_no_more(number);
}

} // namespace phusong::geo::io
