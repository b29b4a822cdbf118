#include "sim/scenario/fields.h"
#include "sim/scenario/set_value.h"
#include <fmt/ranges.h>

namespace phusong {
namespace {

bool has_range(Field const& field) { return field.max > field.min && !is_text(field); }

std::string allowed(Field const& field, geo::Language language) {
    if (!field.choices.empty()) return fmt::format("`{}`", fmt::join(field.choices, "`, `"));
    if (has_range(field)) return fmt::format("{} … {}", field.min, field.max);
    return kind_of(field).in(language);
}

std::string standard(Field const& field, geo::Language language) {
    static geo::Message const required{"**bắt buộc**", "**required**"};
    if (field.required) return required.in(language);
    auto const value = toml_value(field, Scenario{});
    return value == "\"\"" || value == "[]" ? "–" : fmt::format("`{}`", value);
}

} // namespace

std::string reference_markdown(geo::Language language) {
    geo::Message const header{"| Khóa | Đơn vị | Cho phép | Mặc định | Ý nghĩa |\n|---|---|---|---|---|\n",
                              "| Key | Unit | Allowed | Default | Meaning |\n|---|---|---|---|---|\n"};
    std::string out = header.in(language);
    for (auto const& field : fields()) {
        auto const unit = field.unit == "1" ? std::string() : unit_words(field.unit).in(language);
        out += fmt::format("| `{}` | {} | {} | {} | {} |\n", field.key, unit, allowed(field, language),
                           standard(field, language), field.doc.in(language));
    }
    return out;
}

} // namespace phusong
