#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace phusong::study {

/// What one run gave, as a line of the journal has it.
struct Record {
    std::size_t run = 0;
    bool failed = false;
    std::string why_vi = {}, why_en = {}; ///< of a failed run
    std::vector<double> drawn = {};       ///< values of the option's uncertain keys
    std::vector<double> values = {};      ///< of its indicators
    std::string villages_served = {};     ///< one hexadecimal digit for four villages: good signal in the last year
    /// on_air_text of a draw; empty = as the option's first draw. Never of a study without draws.
    std::string on_air = {};
    std::string communes = {}; ///< commune_text, where it is asked for
};

/// No line break in it; numbers come back as the same bits.
[[nodiscard]] std::string line_of(Record const& record);
[[nodiscard]] std::optional<Record> record_of(std::string_view line);

/// What stands between separators; one part at least.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text, char between);
/// Numbers between blanks; nothing when a part is none.
[[nodiscard]] std::optional<std::vector<double>> numbers_of(std::string_view text);

[[nodiscard]] std::string as_hex(std::vector<bool> const& bits);
[[nodiscard]] bool bit_of(std::string const& hex, std::size_t position);

} // namespace phusong::study
