#include "geo/io/gdal_guard.h"
#include "tools/cli/exit_code.h"
#include "tools/cli/json_text.h"
#include "tools/cli/language.h"
#include "tools/cli/program.h"
#include "tools/cli/verb.h"
#include <cstdlib>
#include <filesystem>
#include <fmt/ranges.h>
#include <omp.h>
#include <unistd.h>

namespace phusong::cli {
namespace {

namespace fs = std::filesystem;
using geo::say;

/// One line of the report.
struct Finding {
    std::string key;
    geo::Message name;
    Json value;
    bool sound = true;
};

std::string environment(char const* variable) {
    char const* const value = std::getenv(variable);
    return value ? value : "";
}

Json gibibytes(std::uintmax_t bytes) { return std::round(static_cast<double>(bytes) / (1 << 30) * 10) / 10; }

std::uintmax_t memory_bytes(int pages_key) {
    auto const pages = ::sysconf(pages_key), size = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uintmax_t>(pages) * static_cast<std::uintmax_t>(size) : 0;
}

std::vector<Finding> look_around() {
    auto const gdal = geo::io::gdal_facts();
    std::error_code error;
    auto const here = fs::current_path(error);
    auto const space = fs::space(".", error);
    bool const writable = ::access(".", W_OK) == 0;
    auto const shipped = shipped_files();
    constexpr std::uintmax_t enough = std::uintmax_t{1} << 30; // a default run writes under 100 MiB
    return {
        {"version", say("phiên bản", "version"), program_version()},
        {"compiler", say("trình biên dịch", "compiler"), __VERSION__},
        {"gdal", say("GDAL", "GDAL"), gdal.gdal_version, !gdal.gdal_version.empty()},
        {"proj", say("PROJ", "PROJ"), gdal.proj_version, !gdal.proj_version.empty()},
        {"drivers", say("định dạng đọc ghi được", "formats"), gdal.drivers, !gdal.drivers.empty()},
        {"language", say("ngôn ngữ theo môi trường", "language of the environment"),
         language_of_environment() == geo::Language::vi ? "vi" : "en"},
        {"locale", say("LANGUAGE, LC_ALL, LANG", "LANGUAGE, LC_ALL, LANG"),
         fmt::format("{}, {}, {}", environment("LANGUAGE"), environment("LC_ALL"), environment("LANG"))},
        {"threads", say("số luồng tính", "threads"), omp_get_max_threads()},
        {"memory_gib", say("bộ nhớ (GiB)", "memory (GiB)"), gibibytes(memory_bytes(_SC_PHYS_PAGES))},
        {"memory_free_gib", say("bộ nhớ trống (GiB)", "free memory (GiB)"), gibibytes(memory_bytes(_SC_AVPHYS_PAGES))},
        {"folder", say("thư mục hiện tại", "current folder"), here.string()},
        {"disk_free_gib", say("đĩa trống (GiB)", "free disk (GiB)"), gibibytes(space.available),
         space.available > enough},
        {"folder_writable", say("ghi được vào thư mục hiện tại", "current folder is writable"), writable, writable},
        {"shipped_files", say("kịch bản và dữ liệu kèm theo", "shipped scenarios and data"),
         shipped ? Json(shipped->string()) : Json(nullptr), shipped.has_value()}};
}

std::string shown(Json const& value, geo::Language language) {
    if (value.is_null()) return say("không thấy", "not found").in(language);
    if (value.is_boolean()) return (value.get<bool>() ? say("có", "yes") : say("không", "no")).in(language);
    if (value.is_array()) return fmt::format("{}", fmt::join(value.get<std::vector<std::string>>(), " "));
    return value.is_string() ? value.get<std::string>() : value.dump();
}

int act_on_doctor(Options const&, Screen const& screen) {
    Json report = Json::object();
    std::string text;
    bool sound = true;
    for (auto const& finding : look_around()) {
        report[finding.key] = finding.value;
        text += fmt::format("{} {}: {}\n", finding.sound ? "✓" : "✗", finding.name.in(screen.language),
                            shown(finding.value, screen.language));
        sound = sound && finding.sound;
    }
    report["sound"] = sound;
    screen.data(screen.json ? dump(report) : text);
    return sound ? ok : file_trouble;
}

} // namespace

Verb doctor_verb() {
    return {
        .name = "doctor",
        .brief = {"xem máy này có gì: phiên bản, bộ nhớ, đĩa, quyền ghi",
                  "what this machine has: versions, memory, disk, access"},
        .page =
            {"Cho biết phiên bản chương trình và thư viện, ngôn ngữ, số luồng, bộ nhớ, đĩa trống và quyền ghi.\n"
             "Dòng có ✗ là điều cần sửa (mã kết thúc 5).",
             "Shows the versions of the program and its libraries, language, threads, memory, free disk and access.\n"
             "A line with ✗ needs attention (exit code 5)."},
        .examples = {"  phusong doctor\n  phusong doctor --json", "  phusong doctor\n  phusong doctor --json"},
        .add_options = no_options,
        .act = act_on_doctor};
}

} // namespace phusong::cli
