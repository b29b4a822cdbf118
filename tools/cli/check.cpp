#include "tools/cli/check_inputs.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/verb.h"

namespace phusong::cli {
namespace {

struct Verdict {
    std::string file;
    geo::Problems problems;
    int exit_code = ok;
};

/// The scenario first; with a wrong scenario there is no telling which tables it means.
Verdict check_file(std::string const& file, Options const& options) {
    try {
        auto const read = read_scenario(file, options.read);
        auto const problems = problems_of_inputs(read);
        return {file, problems, problems.empty() ? ok : bad_input};
    } catch (geo::InputError const& error) {
        return {file, error.problems, bad_input};
    } catch (geo::FileError const& error) {
        return {file, error.problems, file_trouble};
    }
}

void tell_verdict(Verdict const& verdict, Screen const& screen) {
    if (verdict.problems.empty()) return screen.tell(geo::say("{}: đúng", "{}: sound", verdict.file));
    screen.problems(verdict.problems, verdict.exit_code);
    screen.tell(geo::say("{}: {} lỗi", "{}: {} problem(s)", verdict.file, verdict.problems.size()));
}

std::string verdicts_json(std::vector<Verdict> const& verdicts, geo::Language language) {
    Json list = Json::array();
    for (auto const& v : verdicts)
        list.push_back({{"file", v.file},
                        {"sound", v.problems.empty()},
                        {"exit_code", v.exit_code},
                        {"problems", problems_json(v.problems, language)}});
    return dump(list);
}

int act_on_check(Options const& options, Screen const& screen) {
    if (options.files.empty())
        throw UsageError(geo::say("thiếu tệp kịch bản", "the scenario file is missing"),
                         geo::say("ví dụ: phusong check scenario.toml", "for example: phusong check scenario.toml"));
    std::vector<Verdict> verdicts;
    int worst = ok;
    for (auto const& file : options.files) {
        verdicts.push_back(check_file(file, options));
        worst = std::max(worst, verdicts.back().exit_code);
        if (!screen.json) tell_verdict(verdicts.back(), screen);
    }
    if (screen.json) screen.data(verdicts_json(verdicts, screen.language));
    return worst;
}

} // namespace

Verb check_verb() {
    return {
        .name = "check",
        .brief = {"tìm mọi lỗi của kịch bản và dữ liệu, không chạy",
                  "find every mistake of scenarios and data, compute nothing"},
        .page =
            {"Đọc kịch bản và các bảng dữ liệu mà nó nêu, báo mọi lỗi cùng lúc: tệp:dòng:cột, sai gì, sửa thế nào.\n"
             "Không tính toán, không ghi gì, không mở tệp nào ngoài thư mục dự án.",
             "Reads scenarios and the tables they name, and reports every mistake at once: file:line:column, what is\n"
             "wrong, what to do. Computes nothing, writes nothing, opens nothing outside the project folder."},
        .examples = {"  phusong check scenarios/ha_giang/*.toml\n  phusong check x.toml --with low_budget --json",
                     "  phusong check scenarios/ha_giang/*.toml\n  phusong check x.toml --with low_budget --json"},
        .add_options =
            [](CLI::App& app, Options& options) {
                add_files(app, options, "FILE",
                          geo::say("một hay nhiều tệp kịch bản TOML", "one or more TOML scenarios"));
                add_scenario_options(app, options);
            },
        .act = act_on_check};
}

} // namespace phusong::cli
