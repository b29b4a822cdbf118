#include "tools/cli/help.h"
#include "tools/cli/exit_code.h"
#include <CLI/CLI.hpp>

namespace phusong::cli {
namespace {

using geo::Message, geo::say;

Message program_page() {
    return {
        "phusong – phủ sóng vùng cao: mô phỏng và lập kế hoạch mạng viễn thông cho một tỉnh\n\n"
        "Từ một tệp kịch bản (TOML), chương trình tính vùng phủ sóng, kế hoạch xây trạm và cáp từng năm, số thuê\n"
        "bao từng xã, tiền của từng nguồn, và so với các mục tiêu của tỉnh; rồi viết bản đồ (mở bằng QGIS) và\n"
        "bảng (mở bằng Excel) vào một thư mục.",
        "phusong – covering the highlands: simulate and plan the telecom networks of a province\n\n"
        "From one scenario file (TOML) the program computes coverage, the yearly plan of sites and fibre, the\n"
        "subscribers of every commune, the money of each purse, and holds it against the province's goals; then it\n"
        "writes maps (for QGIS) and tables (for Excel) into one folder."};
}

Message program_examples() {
    return {"Ví dụ:\n"
            "  phusong new tỉnh-tôi                        một dự án nhỏ để bắt đầu\n"
            "  phusong check tỉnh-tôi/scenario.toml        mọi lỗi của kịch bản, trong chưa đầy một giây\n"
            "  phusong run tỉnh-tôi/scenario.toml          chạy, ghi bản đồ và bảng vào runs/…\n"
            "  phusong run x.toml --set finance.discount_rate=0.08 --with low_budget\n"
            "  phusong run --help                          hướng dẫn của một lệnh",
            "Examples:\n"
            "  phusong new my-province                     a small project to start from\n"
            "  phusong check my-province/scenario.toml     every mistake of a scenario, in under a second\n"
            "  phusong run my-province/scenario.toml       compute; maps and tables go to runs/…\n"
            "  phusong run x.toml --set finance.discount_rate=0.08 --with low_budget\n"
            "  phusong run --help                          the help page of one command"};
}

/// CLI11's page, without its "..." after options that may be repeated, and with GDAL's way of writing -co.
class PageFormatter : public CLI::Formatter {
  public:
    std::string make_option_name(CLI::Option const* option, bool is_positional) const override {
        return option->check_name("--co") ? "-co" : CLI::Formatter::make_option_name(option, is_positional);
    }
    std::string make_option_opts(CLI::Option const* option) const override {
        auto const& type = option->get_type_name();
        return type.empty() || type == " " ? "" : " " + type;
    }
    std::string make_option_usage(CLI::Option const* option) const override {
        return make_option_name(option, true) + (option->get_expected_max() > 1 ? "…" : "");
    }
};

/// CLI11 leaves two empty lines between groups.
std::string without_double_gaps(std::string text) {
    for (auto at = text.find("\n\n\n"); at != std::string::npos; at = text.find("\n\n\n")) text.erase(at, 1);
    return text;
}

void set_words(CLI::App& app, geo::Language language) {
    auto const formatter = std::make_shared<PageFormatter>();
    formatter->column_width(36);
    formatter->label("Usage", say("Cách dùng", "Usage").in(language));
    formatter->label("Positionals", say("Tham số", "Arguments").in(language));
    formatter->label("OPTIONS", say("TÙY CHỌN", "OPTIONS").in(language));
    formatter->label("SUBCOMMAND", say("LỆNH", "COMMAND").in(language));
    app.formatter(formatter);
}

} // namespace

void dress(CLI::App& app, geo::Language language) {
    set_words(app, language);
    app.description(program_page().in(language) + "\n");
    app.footer(program_examples().in(language) + "\n\n" + exit_code_table().in(language));
    for (auto* const sub : app.get_subcommands({})) sub->group(say("Lệnh", "Commands").in(language));
}

void dress(CLI::App& app, Verb const& verb, geo::Language language) {
    set_words(app, language);
    app.description(verb.brief.in(language) + "\n");
    app.footer(verb.page.in(language) + "\n\n" + say("Ví dụ:", "Examples:").in(language) + '\n' +
               verb.examples.in(language) + "\n\n" + exit_code_table().in(language));
}

std::string help_page(CLI::App const& app) { return without_double_gaps(app.help()); }

} // namespace phusong::cli
