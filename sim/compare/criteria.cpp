#include "geo/problem.h"
#include "geo/suggest.h"
#include "sim/compare/compare.h"
#include <charconv>
#include <cmath>
#include <fmt/ranges.h>

namespace phusong {

using geo::say;

std::span<CriterionWords const> criteria() {
    static std::vector<CriterionWords> const all{
        {"signal_share", {"Dân có sóng", "People with signal"}, true, true},
        {"broadband_share", {"Dân có 4G, 5G", "People with 4G or 5G"}, true, true},
        {"worst_tenth_broadband_share",
         {"Dân có 4G, 5G ở một phần mười số xã kém nhất", "People with 4G or 5G in the worst-served tenth of communes"},
         true,
         true},
        {"fibre_share", {"Dân có cáp quang", "People with fibre"}, true, true},
        {"villages_good_share", {"Thôn sóng tốt", "Villages with good signal"}, true, true},
        {"mobile_per_100", {"Thuê bao di động trên 100 dân", "Mobile subscribers per 100 people"}},
        {"fixed_per_100", {"Thuê bao Internet cố định trên 100 dân", "Fixed Internet subscribers per 100 people"}},
        {"goals_reached", {"Mục tiêu đạt", "Goals reached"}},
        {"projects", {"Dự án", "Projects"}, false},
        {"spent_vnd", {"Tổng tiền cần (đồng)", "Money needed in all (VND)"}, false, false, true},
        {"operators_vnd", {"Doanh nghiệp cần chi (đồng)", "Needed from operators (VND)"}, false, false, true},
        {"public_vnd", {"Nhà nước cần chi (đồng)", "Needed from the state (VND)"}, false, false, true}};
    return all;
}

std::map<std::string, Criterion> const& weight_names() {
    static std::map<std::string, Criterion> const names{
        {"people", Criterion::broadband_share}, {"signal", Criterion::signal_share},
        {"equity", Criterion::worst_tenth},     {"fibre", Criterion::fibre_share},
        {"villages", Criterion::villages_good}, {"subscribers", Criterion::mobile_per_100},
        {"goals", Criterion::goals_reached},    {"money", Criterion::spent_vnd},
        {"public_money", Criterion::public_vnd}};
    return names;
}

Weights usual_weights() { return {{"people", 1}, {"money", 1}, {"equity", 1}}; }

namespace {

geo::Problem unknown_weight(std::string const& name) {
    std::vector<std::string> names;
    for (auto const& [known, criterion] : weight_names()) names.push_back(known);
    auto const near = geo::nearest_name(name, names);
    auto const list = fmt::format("{}", fmt::join(names, ", "));
    return {"--weights", say("không có trọng số “{}”", "there is no weight “{}”", name),
            near ? say("Có phải là {}? Hiện có: {}", "did you mean {}? There are: {}", *near, list)
                 : say("Hiện có: {}", "there are: {}", list)};
}

std::optional<double> weight_of(std::string const& text) {
    double value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

} // namespace

Weights read_weights(std::string const& text) {
    Weights weights;
    geo::Problems problems;
    double whole = 0;
    for (std::size_t from = 0; from <= text.size();) {
        auto const comma = std::min(text.find(',', from), text.size());
        auto const part = text.substr(from, comma - from);
        from = comma + 1;
        auto const equals = std::min(part.find('='), part.size());
        auto const name = part.substr(0, equals);
        auto const value = weight_of(part.substr(std::min(equals + 1, part.size())));
        if (!weight_names().contains(name)) problems.push_back(unknown_weight(name));
        if (!value)
            problems.push_back(
                {"--weights",
                 say("“{}”: cần một số không âm sau dấu =", "“{}”: needs a number from 0 on after =", part),
                 {"Ví dụ: people=3,money=1", "for example: people=3,money=1"}});
        weights[name] = value.value_or(0);
        whole += value.value_or(0);
    }
    if (problems.empty() && whole <= 0)
        problems.push_back({"--weights", {"mọi trọng số đều bằng 0", "all weights are 0"}, {}});
    geo::throw_if_any(std::move(problems));
    return weights;
}

} // namespace phusong
