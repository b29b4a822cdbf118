#include "tools/cli/batch_words.h"
#include "geo/io/csv_file.h"
#include "geo/number_text.h"
#include "sim/adoption/adoption.h"
#include "sim/output/labels.h"
#include "tools/cli/json_text.h"
#include <algorithm>
#include <fmt/ranges.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

bool has_maps(fs::path const& folder) {
    return std::ranges::any_of(fs::directory_iterator(folder),
                               [](auto const& entry) { return entry.path().extension() == ".tif"; });
}

bool counts_error(study::Study const& study) {
    return std::ranges::any_of(study.options, [](auto const& o) { return o.scenario.radio.error_sd_db > 0; });
}

struct Written {
    std::string name;
    geo::Message what;
};

/// What a study may write.
std::vector<Written> files_of(study::Study const& study) {
    auto const error = counts_error(study) ? geo::Message{"tính cả sai số dự báo", "error of prediction counted"}
                                           : geo::Message{"coi dự báo là đúng", "predictions taken as exact"};
    return {
        {"study.vi.xlsx",
         {"chỉ tiêu, mục tiêu, điều gì quyết định (Excel)", "the same as study.en.xlsx, in Vietnamese"}},
        {"study.en.xlsx", {"như study.vi.xlsx, bằng tiếng Anh", "figures, goals, what they hang on (Excel)"}},
        {"runs.csv", {"mỗi lượt một dòng (Excel)", "one line a run (Excel)"}},
        {"percentiles.csv",
         {"P10, P50, P90 và xác suất đạt từng mục tiêu (sóng như dự báo)",
          "P10, P50, P90 and the probability of each goal (signal as predicted)"}},
        {"sensitivity.csv", {"khóa không chắc chắn nào làm thay đổi điều gì", "which uncertain key moves what"}},
        {"regret.csv", {"mỗi phương án kém phương án tốt nhất bao nhiêu", "how far each option stays behind the best"}},
        {"villages.csv",
         {"thôn nào được phục vụ trong bao nhiêu phần các lượt", "which village is served in what share of the runs"}},
        {"probability.gpkg",
         {"xác suất có sóng tốt của từng thôn, cho QGIS", "each village's probability of good signal, for QGIS"}},
        {"probability_*.tif",
         {fmt::format("xác suất phủ sóng từng ô đất, {}, cho QGIS", error.vi),
          fmt::format("the probability of coverage of every cell, {}, for QGIS", error.en)}},
        {"villages_probability.csv", {"xác suất đó ở trung tâm từng thôn", "the same at each village's hall"}},
        {"failed.csv", {"lượt lỗi và lý do", "runs that failed, and why"}},
        {"study.db", {"tất cả (SQLite)", "everything (SQLite)"}},
    };
}

/// Keys of errors that the scenario knows and the option does not draw.
std::vector<std::string> undrawn_errors(study::Option const& option) {
    std::vector<std::string> missing;
    auto const look = [&](std::string const& key, double error) {
        if (error > 0 && std::ranges::find(option.uncertain, key, &study::Uncertain::key) == option.uncertain.end())
            missing.push_back(key);
    };
    for (auto const kind : services) {
        auto const& service = service_of(option.scenario.adoption, kind);
        if (service.base_per_100 == 0) continue;
        look(fmt::format("adoption.{}.growth_shift_points", service_names[index(kind)]), service.growth_error_points);
        look(fmt::format("adoption.{}.ceiling_shift_share", service_names[index(kind)]), service.ceiling_error_share);
    }
    return missing;
}

} // namespace

geo::Message size_of(study::Study const& study) {
    auto const number = [](auto count) { return static_cast<std::int64_t>(count); };
    auto const options = geo::counted(number(study.options.size()), "option", "options");
    if (study.draws == 0) return {fmt::format("{} phương án", study.options.size()), options};
    return {fmt::format("{} phương án × {} lần rút = {} lượt tính", study.options.size(), study.draws, study.runs()),
            fmt::format("{} × {} = {}", options, geo::counted(study.draws, "draw", "draws"),
                        geo::counted(number(study.runs()), "run", "runs"))};
}

void list_study(study::Study const& study, Screen const& screen) {
    if (screen.json) {
        Json names = Json::array();
        for (auto const& option : study.options) names.push_back({{"name", option.name}, {"changes", option.changes}});
        return screen.data(dump({{"options", names}, {"draws", study.draws}, {"runs", study.runs()}}));
    }
    screen.data(size_of(study).in(screen.language) + '\n');
    for (auto const& option : study.options) screen.data(option.name + '\n');
}

void warn_of_what_is_not_drawn(study::Study const& study, Screen const& screen) {
    if (study.draws == 0) return;
    if (study.dimensions == 0)
        return screen.tell(
            counts_error(study)
                ? say("Bảng [uncertainty] không có khóa nào nên mọi lần rút như nhau, trừ sai số dự báo sóng.",
                      "The table [uncertainty] names no key, so all draws are alike but for the error of predicted "
                      "signal.")
                : say("Bảng [uncertainty] không có khóa nào nên mọi lần rút như nhau.",
                      "The table [uncertainty] names no key, so all draws are alike."));
    for (auto const& option : study.options) {
        auto const missing = undrawn_errors(option);
        if (missing.empty()) continue;
        return screen.tell(
            say("{}: thuê bao có sai số (growth_error_points, ceiling_error_share) mà [uncertainty] không rút: {}. Vì "
                "vậy khoảng P10–P90 ở đây hẹp hơn khoảng mà báo cáo của một lượt chạy nêu.",
                "{}: subscribers have errors (growth_error_points, ceiling_error_share) that [uncertainty] does not "
                "draw: {}. So P10–P90 are narrower here than in the report of a run.",
                option.name, fmt::format("{}", fmt::join(missing, ", "))));
    }
}

void tell_study(fs::path const& folder, std::size_t computed, std::size_t failed, study::Study const& study,
                Screen const& screen) {
    if (screen.json)
        return screen.data(
            dump({{"folder", folder.string()}, {"runs", study.runs()}, {"computed", computed}, {"failed", failed}}));
    if (screen.quiet) return screen.data(folder.string() + '\n');
    std::string files;
    for (auto const& written : files_of(study))
        if (written.name == "probability_*.tif" ? has_maps(folder) : fs::exists(folder / written.name))
            files += fmt::format("  {:<16} {}\n", written.name, written.what.in(screen.language));
    screen.data(say("{}; tính mới {}, lỗi {}\nKết quả trong {}/\n{}",
                    "{}; computed now {}, failed {}\nResults in {}/\n{}", size_of(study).in(screen.language), computed,
                    failed, folder.string(), files)
                    .in(screen.language));
}

void tell_front(fs::path const& folder, Screen const& screen) {
    if (screen.json || screen.quiet) return;
    auto const table = geo::io::read_csv(folder / "front.csv", "front.csv");
    auto text = say("Biên Pareto (người mới có 4G, 5G; tiền của cả hai nguồn; một phần mười số xã kém nhất), đủ bảng ở "
                    "front.csv:\n",
                    "On the front (people newly with 4G or 5G; money of both purses; worst tenth of communes), all in "
                    "front.csv:\n")
                    .in(screen.language);
    auto const of = [&](auto const& row, char const* column) { return row.cells.at(*table.column(column)); };
    auto const number = [&](auto const& row, char const* column) { return std::stod(of(row, column)); };
    for (auto const& row : table.rows)
        if (of(row, "on_front") == "1")
            text += say("  {}: {} người, {} tỷ đồng, {} %\n", "  {}: {} people, {} billion VND, {}%\n",
                        of(row, "option"), shown(number(row, "newly_covered_people"), 0, screen.language),
                        shown(number(row, "spent_vnd") / vnd_per_bn, 1, screen.language),
                        shown(100 * number(row, "worst_tenth_broadband_share"), 1, screen.language))
                        .in(screen.language);
    screen.data(text);
}

} // namespace phusong::cli
