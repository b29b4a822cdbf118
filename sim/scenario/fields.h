#pragma once
#include "geo/message.h"
#include "sim/scenario/scenario.h"
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace phusong {

/// How a field is reached in a Scenario. Plain function pointers, so a row of the table is plain data.
using Access =
    std::variant<double& (*)(Scenario&), int& (*)(Scenario&), bool& (*)(Scenario&), std::string& (*)(Scenario&),
                 Policy& (*)(Scenario&), InputPath& (*)(Scenario&), std::vector<InputPath>& (*)(Scenario&),
                 std::vector<double>& (*)(Scenario&), TechnologySet& (*)(Scenario&)>;

/// One key of a scenario file. The same row parses, checks, documents, writes back and emits the JSON Schema.
struct Field {
    std::string key; ///< "radio.4g.frequency_mhz"
    Access access;
    double min = 0, max = 0;               ///< for numbers, and for each number of a list
    std::string unit;                      ///< "MHz", "1" for shares and counts, empty for text
    bool required = false;                 ///< no default: some file must give it (all prices and facts are required)
    geo::Message doc;                      ///< one sentence in each language, without the full stop
    std::vector<std::string> choices = {}; ///< allowed texts, when only these are
};

/// All fields, in the order in which the reference lists them. Keys are unique (a test says so), and every member of a
/// Scenario has exactly one row (another test says so).
[[nodiscard]] std::span<Field const> fields();

/// The row of a dotted key, or nullptr.
[[nodiscard]] Field const* find_field(std::string_view key);

/// The value of a field as it stands in a scenario file: 900, true, "EPSG:32648", [30, 40]. Numbers read back as the
/// same bits. Paths are written relative to `folder`, or canonical without one, or as given when never checked.
[[nodiscard]] std::string toml_value(Field const& field, Scenario const& scenario,
                                     std::filesystem::path const& folder = {});

/// A unit in words of both languages; the same where they do not differ ("MHz").
[[nodiscard]] geo::Message unit_words(std::string const& unit);

[[nodiscard]] std::string json_schema();                              ///< draft-07, `phusong schema`
[[nodiscard]] std::string reference_markdown(geo::Language language); ///< the key table, `phusong reference`

} // namespace phusong
