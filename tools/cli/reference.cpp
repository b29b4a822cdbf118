#include "sim/scenario/fields.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

Json field_json(Field const& field, geo::Language language) {
    Json json{{"key", field.key}, {"unit", field.unit}, {"required", field.required}, {"doc", field.doc.in(language)}};
    if (field.min < field.max) {
        json["min"] = field.min;
        json["max"] = field.max;
    }
    if (!field.choices.empty()) json["choices"] = field.choices;
    return json;
}

int act_on_reference(Options const&, Screen const& screen) {
    if (!screen.json) {
        screen.data(reference_markdown(screen.language));
        return ok;
    }
    Json list = Json::array();
    for (auto const& field : fields()) list.push_back(field_json(field, screen.language));
    screen.data(dump(list));
    return ok;
}

} // namespace

Verb reference_verb() {
    return {.name = "reference",
            .brief = {"bảng mọi khóa của tệp kịch bản", "the table of all keys of the scenario file"},
            .page = {"In ra mọi khóa của tệp kịch bản: ý nghĩa, đơn vị, khoảng cho phép, giá trị mặc định.",
                     "Prints every key of the scenario file: meaning, unit, allowed range, default."},
            .examples = {"  phusong reference | less\n  phusong reference --json", "  phusong reference | less\n"
                                                                                   "  phusong reference --json"},
            .add_options = no_options,
            .act = act_on_reference};
}

} // namespace phusong::cli
