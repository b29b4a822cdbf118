#include "tools/cli/coverage_scenario_flags.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/number_flag.h"
#include "tools/cli/options.h"
#include "tools/cli/verb.h"
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <charconv>

namespace phusong::cli {
namespace {

using geo::say;

constexpr double usual_store_gib = 8;
constexpr double bytes_per_gib = 1024.0 * 1024 * 1024;

std::vector<std::string> parts_of(std::string const& text) {
    std::vector<std::string> out;
    for (std::size_t from = 0; !text.empty() && from <= text.size();) {
        auto const comma = std::min(text.find(',', from), text.size());
        out.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return out;
}

std::string small(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Reads flags and gathers what is wrong with them.
struct ScenarioFlagReader {
    geo::Problems problems;

    std::optional<double> number(char const* flag, std::string const& text, double min, double max) {
        if (auto const value = number_of(text); value && *value >= min && *value <= max) return value;
        problems.push_back(
            {flag,
             say("“{}” không phải số trong khoảng [{}, {}]", "“{}” is no number in [{}, {}]", text, min, max),
             {}});
        return std::nullopt;
    }
    /// "50,90,95": ascending or not, each once.
    std::vector<double> numbers(char const* flag, std::string const& text, double min, double max) {
        std::vector<double> out;
        for (auto const& part : parts_of(text))
            if (auto const value = number(flag, part, min, max)) {
                if (std::ranges::find(out, *value) != out.end())
                    problems.push_back({flag, say("có {} hai lần", "has {} twice", *value), {}});
                out.push_back(*value);
            }
        return out;
    }
    std::vector<Technology> technologies_of(std::string const& text) {
        TechnologySet set;
        for (auto const& part : parts_of(text)) {
            auto const known = std::ranges::find(technology_names, small(part));
            if (known == technology_names.end())
                problems.push_back({"--technology", say("không có công nghệ “{}”", "there is no technology “{}”", part),
                                    say("viết như 2g,4g", "write as in 2g,4g")});
            else
                set.add(technologies[static_cast<std::size_t>(known - technology_names.begin())]);
        }
        std::vector<Technology> out;
        for (auto const t : technologies)
            if (set.has(t)) out.push_back(t);
        return out;
    }
    std::optional<int> year(std::string const& text) {
        if (text.empty()) return std::nullopt;
        int value = 0;
        auto const* const end = text.data() + text.size();
        auto const [stopped, error] = std::from_chars(text.data(), end, value);
        if (error != std::errc{} || stopped != end)
            problems.push_back({"--year", say("“{}” không phải một năm", "“{}” is no year", text), {}});
        return value;
    }
};

std::string percents_typed(CoverageFlags const& flags) {
    auto const found = flags.numbers.find("--location-percent");
    return found == flags.numbers.end() ? std::string() : found->second;
}

/// What belongs to a map around one site on a DEM, not to a scenario.
void refuse_site_flags(Options const& options, geo::Problems& problems) {
    auto typed = options.coverage;
    typed.numbers.erase("--location-percent");
    if (!(typed == CoverageFlags{}))
        problems.push_back({options.files.front(),
                            say("cùng với cờ dành cho một trạm trên DEM (--dem, --site, --frequency-mhz …)",
                                "stands beside flags for one site on a DEM (--dem, --site, --frequency-mhz …)"),
                            say("kịch bản đã nói những điều đó; bỏ cờ, hoặc dùng --set",
                                "the scenario says these things; drop the flags, or use --set")});
    if (options.overwrite)
        problems.push_back(
            {"--overwrite",
             say("không dùng với kịch bản: không thư mục nào bị thay", "is not for a scenario: no folder is replaced"),
             say("chọn thư mục khác bằng -o", "choose another folder with -o")});
}

} // namespace

void refuse_area_flags(Options const& options) {
    bool const scenario_only = !(options.area == AreaFlags{}) || !options.folder.empty() || options.store ||
                               !options.read.with.empty() || !options.read.set.empty() || !options.read.allow.empty();
    if (scenario_only)
        throw UsageError(say("thiếu tệp kịch bản: -o, --year, --technology, --threshold-dbm, --store, --with, --set "
                             "chỉ dùng với kịch bản",
                             "the scenario file is missing: -o, --year, --technology, --threshold-dbm, --store, "
                             "--with, --set are for a scenario"),
                         say("ví dụ: phusong coverage scenario.toml -o vung-phu; cho một trạm: --dem, --site, --out",
                             "for example: phusong coverage scenario.toml -o coverage; for one site: --dem, --site, "
                             "--out"));
}

void add_area_flags(CLI::App& app, Options& options) {
    auto& flags = options.area;
    auto const group = say("Vùng phủ của kịch bản", "Coverage of a scenario").in(options.language);
    auto const one = [&](char const* flag, std::string& text, char const* shown, geo::Message const& what) {
        app.add_option(flag, text, what.in(options.language))->type_name(shown)->group(group);
    };
    one("--year", flags.year, "YEAR",
        say("cuối năm nào; mặc định năm gốc. Năm sau đó: lập kế hoạch rồi tính cả những gì đã xây",
            "end of which year; default the base year. Later: the plan is made, and what it has built counts"));
    one("--technology", flags.technology, "2g,4g", say("chỉ các công nghệ này", "these technologies only"));
    one("--threshold-dbm", flags.threshold_dbm, "-95,-105",
        say("bảng: các ngưỡng; mặc định ngưỡng của công nghệ và mức sóng yếu nhất",
            "tables: thresholds; default the technology's, and the weakest signal that counts"));
    one("--store-gib", flags.store_gib, "N",
        say("suy hao cất giữ nhiều nhất bấy nhiêu; mặc định {}", "path loss kept at most; default {}",
            usual_store_gib));
    one("-o,--output", options.folder, "DIR", say("thư mục kết quả (bắt buộc)", "folder of the results (required)"));
    add_store(app, options);
}

AreaQuery area_query(Options const& options) {
    auto const& flags = options.area;
    ScenarioFlagReader reader;
    AreaQuery out{.year = reader.year(flags.year),
                  .technologies = reader.technologies_of(flags.technology),
                  .location_percents = reader.numbers("--location-percent", percents_typed(options.coverage), 1, 99),
                  .thresholds_dbm = reader.numbers("--threshold-dbm", flags.threshold_dbm, -140, -40)};
    auto const gib = flags.store_gib.empty() ? usual_store_gib
                                             : reader.number("--store-gib", flags.store_gib, 0, 100'000).value_or(0);
    out.store_bytes = static_cast<std::uint64_t>(gib * bytes_per_gib);
    refuse_site_flags(options, reader.problems);
    if (options.folder.empty())
        reader.problems.push_back({"-o", say("chưa nói ghi vào thư mục nào", "does not say into which folder to write"),
                                   say("ví dụ -o vung-phu", "for example -o coverage")});
    if (!reader.problems.empty()) throw UsageError(reader.problems);
    return out;
}

} // namespace phusong::cli
