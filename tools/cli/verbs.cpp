#include "tools/cli/verb.h"

namespace phusong::cli {

using geo::say;

std::vector<Verb> verbs() {
    return {new_verb(), check_verb(), run_verb(), schema_verb(), reference_verb(), doctor_verb()};
}

void add_files(CLI::App& app, Options& options, std::string const& shown, geo::Message const& what) {
    app.add_option(shown, options.files, what.in(options.language))->type_name(" ");
}

void add_scenario_options(CLI::App& app, Options& options) {
    auto const group = say("Kịch bản", "Scenario").in(options.language);
    auto const one_each = [&](CLI::Option* option, char const* shown) {
        option->allow_extra_args(false)->type_name(shown)->group(group);
        return option;
    };
    one_each(
        app.add_option("--with", options.read.with,
                       say("áp dụng các bảng [override.TÊN] theo thứ tự", "apply the tables [override.NAME] in order")
                           .in(options.language)),
        "A,B")
        ->delimiter(',');
    one_each(
        app.add_option(
            "--set", options.read.set,
            say("thay một giá trị; dùng được nhiều lần", "replace one value; may be repeated").in(options.language)),
        "KEY=VALUE");
    one_each(
        app.add_option("--allow-path", options.read.allow,
                       say("cho phép đọc thêm thư mục ngoài dự án", "allow reading one more folder outside the project")
                           .in(options.language)),
        "DIR");
}

} // namespace phusong::cli
