#include "sim/output/labels.h"
#include "geo/number_text.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace phusong {

geo::Message label(SignalState state) {
    switch (state) {
    case SignalState::none:
        return {"trắng sóng", "none"};
    case SignalState::weak:
        return {"lõm sóng", "weak"};
    case SignalState::good:
        return {"sóng tốt", "good"};
    }
    return {};
}

geo::Message label(VillageReason const& reason) {
    switch (reason.reason) {
    case Reason::already_served:
        return {"đã có sóng tốt từ năm gốc", "had good signal in the base year"};
    case Reason::built:
        return {"có sóng tốt nhờ dự án của kế hoạch", "good signal by a project of the plan"};
    case Reason::budget_exceeded:
        if (reason.before_plan)
            return {"dự án tốt nhất tự hoàn vốn được, nhưng trước kế hoạch chưa có ai bỏ tiền",
                    "its best project would pay for itself, but before the plan nobody has paid for it"};
        return {"nguồn tiền năm này hoặc các năm sau không đủ cho dự án tốt nhất",
                "a purse is too small for its best project, this year or in later ones"};
    case Reason::not_viable:
        if (reason.before_plan)
            return {"doanh thu không đủ và trước kế hoạch chưa có tiền nhà nước",
                    "revenue does not pay for it and before the plan there is no public money"};
        return {"doanh thu không đủ và không có tiền nhà nước",
                "revenue does not pay for it and there is no public money"};
    case Reason::no_power:
        return geo::say("chờ điện lưới đến năm {}", "waits for the grid until {}", reason.until_year);
    case Reason::lead_time:
        return geo::say("còn trong thời gian chuẩn bị, sớm nhất năm {}", "its lead time is not over before {}",
                        reason.until_year);
    case Reason::no_line_of_sight:
        return {"không vị trí nào nhìn thấy thôn và nối được đường truyền",
                "no place sees the village and can be linked"};
    case Reason::fibre_too_far:
        return {"cáp quang quá xa", "fibre is too far"};
    case Reason::capacity:
        return {"đội thi công đã kín việc trong năm, hoặc đã thử đủ số vị trí (rollout.max_new_places)",
                "the crews are busy this year, or the most places were tried (rollout.max_new_places)"};
    case Reason::too_few_people:
        return {"quá ít người được phục vụ thêm", "too few people would be served"};
    }
    return {};
}

geo::Message short_label(VillageReason const& reason) {
    switch (reason.reason) {
    case Reason::already_served:
        return {"Đã có sóng", "Already served"};
    case Reason::built:
        return {"Được xây", "Built"};
    case Reason::budget_exceeded:
        return {"Thiếu tiền", "Money too short"};
    case Reason::not_viable:
        return {"Không hoàn vốn", "Does not pay"};
    case Reason::no_power:
        return geo::say("Chờ điện đến {}", "No power until {}", reason.until_year);
    case Reason::lead_time:
        return geo::say("Chuẩn bị đến {}", "Lead time until {}", reason.until_year);
    case Reason::no_line_of_sight:
        return {"Không nhìn thấy", "No line of sight"};
    case Reason::fibre_too_far:
        return {"Cáp quá xa", "Fibre too far"};
    case Reason::capacity:
        return {"Hết sức làm", "No capacity"};
    case Reason::too_few_people:
        return {"Quá ít người", "Too few people"};
    }
    return {};
}

geo::Message label(ProjectKind kind) {
    switch (kind) {
    case ProjectKind::new_site:
        return {"trạm mới", "new site"};
    case ProjectKind::add_technology:
        return {"thêm công nghệ vào trạm hiện có", "technology added to a standing site"};
    case ProjectKind::fibre_village:
        return {"cáp quang đến thôn", "fibre to a village"};
    case ProjectKind::relay:
        return {"trạm nhỏ", "small site"};
    case ProjectKind::fixed_wireless:
        return {"Internet cố định qua 4G, 5G", "fixed lines by 4G or 5G"};
    }
    return {};
}

geo::Message label(Viability viability) {
    switch (viability) {
    case Viability::viable:
        return {"doanh nghiệp tự đầu tư được", "pays for itself"};
    case Viability::needs_capex_subsidy:
        return {"cần hỗ trợ vốn một lần", "needs a one-off subsidy"};
    case Viability::needs_opex_subsidy:
        return {"cần hỗ trợ vận hành hằng năm", "needs a yearly subsidy"};
    }
    return {};
}

geo::Message unit_word(std::string const& unit) {
    if (unit == "per 100 people" || unit == "per 100") return {"trên 100 dân", unit};
    if (unit == "communes") return {"xã", unit};
    if (unit == "points") return {"điểm", unit};
    if (unit == "units") return {"cơ quan", unit};
    if (unit == "villages") return {"thôn", unit};
    if (unit == "pieces") return {"cái", unit};
    if (unit == "people") return {"người", unit};
    if (unit == "subscribers") return {"thuê bao", unit};
    if (unit == "projects") return {"dự án", unit};
    if (unit == "goals") return {"mục tiêu", unit};
    return {unit, unit};
}

geo::Message label(GoalBasis basis) {
    switch (basis) {
    case GoalBasis::published:
        return {"văn bản công bố", "published"};
    case GoalBasis::reading:
        return {"cách hiểu một câu của văn bản", "a published sentence, read as a figure"};
    case GoalBasis::assumption:
        return {"giả định, không văn bản nào công bố", "an assumption, published nowhere"};
    }
    return {};
}

std::string capital_name(Technology technology) {
    std::string out(name(technology));
    for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return out;
}

std::string data_note(World const& world) {
    std::string out;
    for (auto const& p : world.provenance)
        out += fmt::format("{}{}: {}{}", out.empty() ? "" : "; ", p.layer, p.source, p.synthetic ? " (SYNTHETIC)" : "");
    return out;
}

std::string text(TechnologySet set) {
    std::vector<std::string_view> names;
    for (auto const t : technologies)
        if (set.has(t)) names.push_back(name(t));
    return fmt::format("{}", fmt::join(names, "+"));
}

std::vector<std::string> synthetic_layers(World const& world) {
    std::vector<std::string> layers;
    for (auto const& p : world.provenance)
        if (p.synthetic && std::find(layers.begin(), layers.end(), p.layer) == layers.end()) layers.push_back(p.layer);
    return layers;
}

std::string synthetic_note(World const& world, std::string const& separator) {
    return fmt::format("{}", fmt::join(synthetic_layers(world), separator));
}

std::string synthetic_tag(World const& world) {
    auto const made = synthetic_note(world, ", ");
    return made.empty() ? "no" : made;
}

geo::Message synthetic_words(World const& world) { return synthetic_words(synthetic_layers(world)); }

geo::Message layer_word(std::string_view layer) {
    struct Word {
        std::string_view layer, vi, en;
    };
    static constexpr std::array words{Word{"communes", "xã", "communes"},
                                      Word{"boundaries", "ranh giới", "boundaries"},
                                      Word{"villages", "thôn", "villages"},
                                      Word{"roads", "đường", "roads"},
                                      Word{"sites", "trạm", "sites"},
                                      Word{"fibre_nodes", "điểm cáp quang", "fibre nodes"},
                                      Word{"institutions", "bưu cục và cơ quan", "institutions"},
                                      Word{"spot_heights", "điểm độ cao", "spot heights"},
                                      Word{"relief", "dáng địa hình", "relief"},
                                      Word{"clutter", "cây cối và nhà", "trees and houses"},
                                      Word{"radio_zones", "biển, ven biển, đất liền", "sea, coast, land"},
                                      Word{"terrain", "địa hình", "terrain"},
                                      Word{"people", "dân cư", "people"}};
    for (auto const& word : words)
        if (word.layer == layer) return {std::string(word.vi), std::string(word.en)};
    constexpr std::string_view crosswalk = "crosswalk ";
    if (layer.starts_with(crosswalk))
        return {fmt::format("bảng quy đổi {}", layer.substr(crosswalk.size())), std::string(layer)};
    return {std::string(layer), std::string(layer)};
}

geo::Message synthetic_words(std::vector<std::string> const& layers) {
    geo::Message out;
    for (auto const& layer : layers) {
        auto const* const between = out.en.empty() ? "" : ", ";
        auto const word = layer_word(layer);
        out.vi += between + word.vi;
        out.en += between + word.en;
    }
    return out;
}

geo::Message title(Scenario const& scenario) {
    if (scenario.changes.empty()) return {scenario.title_vi, scenario.title_en};
    return {fmt::format("{} (thay đổi: {})", scenario.title_vi, scenario.changes),
            fmt::format("{} (changed: {})", scenario.title_en, scenario.changes)};
}

std::string shown(double value, int decimals, geo::Language language) {
    return geo::number_text(value, decimals, language);
}

} // namespace phusong
