// Scenario text, as a whole scenario and as a value of --set.
#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include "sim/scenario/text_value.h"
#include "sim/scenario/toml_text.h"
#include "tests/fuzz/fuzz.h"

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const bytes = fuzz::view(data, size);
    fuzz::survive([&] { (void)toml_text::parse(bytes, "s.toml"); });
    auto const file = fuzz::put("s.toml", bytes);
    fuzz::survive([&] { (void)read_scenario(file, {}); });
    auto const& all = fields();
    if (size == 0) return 0;
    geo::Problems problems;
    (void)value_of_text(all[data[0] % all.size()], std::string(bytes.substr(1)), "--set", problems);
    return 0;
}
