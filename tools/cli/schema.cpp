#include "sim/scenario/fields.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

int act_on_schema(Options const&, Screen const& screen) {
    auto const text = json_schema();
    screen.data(text.ends_with('\n') ? text : text + '\n');
    return ok;
}

} // namespace

Verb schema_verb() {
    return {
        .name = "schema",
        .brief = {"JSON Schema của tệp kịch bản", "JSON Schema of the scenario file"},
        .page = {"In ra JSON Schema (draft-07) của tệp kịch bản, để trình soạn thảo nhắc khóa và báo lỗi khi gõ.",
                 "Prints the JSON Schema (draft-07) of the scenario file, so that an editor can suggest keys and mark "
                 "mistakes as you type."},
        .examples = {"  phusong schema > kịch-bản.schema.json", "  phusong schema > scenario.schema.json"},
        .add_options = no_options,
        .act = act_on_schema};
}

} // namespace phusong::cli
