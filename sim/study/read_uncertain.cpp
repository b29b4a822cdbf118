#include "geo/suggest.h"
#include "sim/scenario/text_value.h"
#include "sim/study/uncertain.h"
#include <algorithm>
#include <cmath>
#include <fmt/ranges.h>
#include <map>
#include <optional>
#include <set>

namespace phusong::study {
namespace {

using Kind = toml_text::Value::Kind;
using Parts = std::map<std::string, Given>; ///< "distribution", "low", …

std::vector<std::string> const& parts_of(Spread spread) {
    static std::vector<std::string> const bounds{"low", "high"}, corner{"low", "mode", "high"}, bell{"mean", "sd"},
        skew{"median", "sd"};
    return spread == Spread::uniform      ? bounds
           : spread == Spread::triangular ? corner
           : spread == Spread::normal     ? bell
                                          : skew;
}

bool is_number(Field const& field) {
    return std::holds_alternative<double& (*)(Scenario&)>(field.access) ||
           std::holds_alternative<int& (*)(Scenario&)>(field.access) ||
           std::holds_alternative<std::vector<double>& (*)(Scenario&)>(field.access);
}

/// How many draws there are is no matter of chance, and figures of all draws are of the same years.
bool is_common_to_draws(std::string const& key) { return key.ends_with("draws") || key.starts_with("years."); }

/// One key of the table with its parts.
struct PartReader {
    Parts const& parts;
    geo::Problems& problems;
    Uncertain out = {};
    bool sound = true;

    void tell(std::string const& where, geo::Message what, geo::Message hint = {}) {
        sound = false;
        problems.push_back({where, std::move(what), std::move(hint)});
    }
    std::optional<double> number(std::string const& part) {
        auto const found = parts.find(part);
        if (found == parts.end()) {
            tell(out.where, geo::say("thiếu {}", "lacks {}", part),
                 geo::say("phân phối này cần: {}", "this distribution needs: {}",
                          fmt::format("{}", fmt::join(parts_of(out.spread), ", "))));
            return std::nullopt;
        }
        auto const& value = found->second.value;
        double const as_number = value.kind == Kind::integer ? static_cast<double>(value.integer) : value.real;
        bool const numeric = value.kind == Kind::integer || (value.kind == Kind::real && std::isfinite(value.real));
        if (!numeric) {
            tell(found->second.where, {"phải là một con số", "must be a number"});
            return std::nullopt;
        }
        return as_number;
    }
    void read_spread();
    void read_relative();
    void read_numbers();
    void check_parts();
};

void PartReader::read_spread() {
    auto const found = parts.find("distribution");
    auto const text = found == parts.end() ? std::string() : found->second.value.text;
    auto const known = std::ranges::find(spread_names, text);
    if (known == spread_names.end())
        return tell(
            found == parts.end() ? out.where : found->second.where,
            geo::say("distribution phải là một trong: {}", "distribution must be one of: {}",
                     fmt::format("{}", fmt::join(spread_names, ", "))),
            {R"(ví dụ: { distribution = "triangular", low = 0.8, mode = 1, high = 1.4, relative = true })",
             R"(for example: { distribution = "triangular", low = 0.8, mode = 1, high = 1.4, relative = true })"});
    out.spread = static_cast<Spread>(known - spread_names.begin());
}

void PartReader::read_relative() {
    auto const found = parts.find("relative");
    if (found == parts.end()) return;
    if (found->second.value.kind != Kind::truth)
        return tell(found->second.where, {"phải là true hoặc false", "must be true or false"});
    out.relative = found->second.value.truth;
}

void PartReader::read_numbers() {
    for (auto const& part : parts_of(out.spread)) {
        auto const value = number(part);
        if (!value) continue;
        (part == "low"    ? out.low
         : part == "mode" ? out.mode
         : part == "high" ? out.high
         : part == "sd"   ? out.sd
                          : out.mean) = *value;
    }
    if (!sound) return;
    bool const ordered =
        out.spread == Spread::uniform ? out.low <= out.high : out.low <= out.mode && out.mode <= out.high;
    if (out.spread <= Spread::triangular && !ordered)
        tell(out.where, {"các số phải tăng dần: low, mode, high", "the numbers must rise: low, mode, high"});
    if (out.spread >= Spread::normal && !(out.sd > 0)) tell(out.where, {"sd phải lớn hơn 0", "sd must be over 0"});
    if (out.spread == Spread::lognormal && !(out.mean > 0))
        tell(out.where, {"median phải lớn hơn 0", "median must be over 0"});
}

void PartReader::check_parts() {
    std::set<std::string> known{"distribution", "relative"};
    for (auto const& part : parts_of(out.spread)) known.insert(part);
    for (auto const& [part, given] : parts)
        if (!known.contains(part))
            tell(given.where, geo::say("không có {} ở đây", "there is no {} here", part),
                 geo::say("chỉ có: {}", "only: {}", fmt::format("{}", fmt::join(known, ", "))));
}

} // namespace

std::vector<Uncertain> read_uncertain(GivenKeys const& table, geo::Problems& problems) {
    std::map<std::string, Parts> by_key;
    for (auto const& [path, given] : table)
        if (auto const dot = path.rfind('.'); dot != std::string::npos)
            by_key[path.substr(0, dot)].insert_or_assign(path.substr(dot + 1), given);
    std::vector<Uncertain> list;
    for (auto const& [key, parts] : by_key) {
        PartReader reader{parts, problems};
        auto const& first = parts.begin()->second;
        reader.out.key = key;
        reader.out.where = first.where.substr(0, first.where.find(' ')) + " uncertainty." + key;
        reader.out.source = first.source ? first.source->note : "";
        reader.out.field = find_field(key);
        if (!reader.out.field) {
            problems.push_back(unknown_key(reader.out.where, key));
            continue;
        }
        if (!is_number(*reader.out.field)) {
            problems.push_back({reader.out.where, {"không phải khóa có trị số", "is no key with a number"}, {}});
            continue;
        }
        if (is_common_to_draws(key)) {
            problems.push_back({reader.out.where,
                                {"không rút ngẫu nhiên được: mọi lần rút có chung khóa này",
                                 "cannot be drawn: all draws have this in common"},
                                {"đặt một giá trị, hoặc mỗi giá trị một phương án trong [sweep]",
                                 "set one value, or make an option of each in [sweep]"}});
            continue;
        }
        reader.read_spread();
        if (!reader.sound) continue;
        reader.read_relative();
        reader.read_numbers();
        reader.check_parts();
        if (reader.sound) list.push_back(std::move(reader.out));
    }
    return list;
}

} // namespace phusong::study
