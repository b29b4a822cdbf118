#include "tools/cli/batch_flags.h"
#include "tools/cli/exit_code.h"
#include <charconv>

namespace phusong::cli {

Shard read_shard(std::string const& text) {
    if (text.empty()) return {};
    Shard shard;
    auto const* const end = text.data() + text.size();
    auto const number = std::from_chars(text.data(), end, shard.number);
    bool const slash = number.ec == std::errc() && number.ptr != end && *number.ptr == '/';
    auto const of = slash ? std::from_chars(number.ptr + 1, end, shard.of) : number;
    constexpr std::size_t most = 100000;
    if (!slash || of.ec != std::errc() || of.ptr != end || shard.number < 1 || shard.number > shard.of ||
        shard.of > most)
        throw UsageError(
            geo::say("--shard {}: phải là i/n với 1 ≤ i ≤ n", "--shard {}: must be i/n with 1 ≤ i ≤ n", text),
            {"ví dụ: --shard 2/8", "for example: --shard 2/8"});
    return shard;
}

} // namespace phusong::cli
