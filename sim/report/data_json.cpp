#include "sim/output/csv_text.h"
#include "sim/output/labels.h"
#include "sim/report/page.h"
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace phusong::report {
namespace {

using Json = nlohmann::ordered_json;

Json value(double v, int decimals) {
    if (!std::isfinite(v)) return nullptr;
    if (decimals == 0) return std::llround(v);
    return rounded(v, decimals);
}

/// Texts that occur often, each once.
class Dictionary {
  public:
    std::size_t number_of(std::string const& text) {
        auto const [at, fresh] = numbers_.try_emplace(text, list_.size());
        if (fresh) list_.push_back(text);
        return at->second;
    }
    [[nodiscard]] std::vector<std::string> const& list() const { return list_; }

  private:
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> list_;
};

Json pictures(Page const& page) {
    Json out = Json::array();
    for (std::size_t i = 0; i < page.figures.pictures.size(); ++i) {
        auto const& each = page.source.pictures.list[i];
        out.push_back({{"y", each.year},
                       {"t", each.technology ? capital_name(*each.technology) : std::string()},
                       {"src", page.figures.pictures[i]}});
    }
    return out;
}

Json picture_place(Page const& page) {
    auto const& frame = page.figures.frame;
    auto const& box = page.source.pictures.box;
    int const x = frame.x(box.west_m), y = frame.y(box.north_m);
    return {x, y, frame.x(box.east_m) - x, frame.y(box.south_m) - y};
}

/// Columns by year, so that the script needs no keys for each.
Json commune(Page const& page, std::size_t c) {
    auto const& commune = page.source.world.communes[c];
    Json years = Json::array();
    for (auto const& y : page.figures.communes[c].years)
        years.push_back({value(y.people, 0), value(100 * y.people_with_signal / y.people, 1),
                         value(100 * y.people_with_broadband / y.people, 1),
                         value(100 * y.people_with_fibre / y.people, 1), y.villages_good, y.villages_weak,
                         y.villages_none, value(y.per_100(ServiceKind::mobile), 1),
                         value(y.per_100(ServiceKind::fixed), 1)});
    return {{"c", commune.code},
            {"n", commune.name},
            {"k", page.in(commune_kind(commune.kind))},
            {"d", commune.district},
            {"x", page.figures.frame.x(commune.seat.x_m)},
            {"y", page.figures.frame.y(commune.seat.y_m)},
            {"t", years}};
}

/// Name, code, commune, x, y, people of the last year, states by year as digits (0 none, 1 weak, 2 good), reasons by
/// year, fibre by year as digits, project or best candidate, whether it is made up.
Json village(Page const& page, std::size_t v, Dictionary& reasons) {
    auto const& source = page.source;
    auto const& village = source.world.villages[v];
    std::string states, fibre;
    Json why = Json::array();
    for (std::size_t y = 0; y < source.outcome.villages.size(); ++y) {
        states += static_cast<char>('0' + static_cast<int>(source.outcome.villages[y][v].state));
        fibre += source.outcome.village_fibre[y][v] ? '1' : '0';
        why.push_back(reasons.number_of(page.in(label(source.outcome.plan.reason[y][v]))));
    }
    bool const served = source.outcome.villages.front()[v].state == SignalState::good;
    return {village.name,
            village.code,
            village.commune.value,
            page.figures.frame.x(village.xy.x_m),
            page.figures.frame.y(village.xy.y_m),
            value(village.people * source.world.growth_since_census(page.last()), 0),
            states,
            why,
            fibre,
            served ? std::string() : story_text(page, v),
            village.synthetic ? 1 : 0};
}

Json sites(Page const& page) {
    Json out = Json::array();
    for (auto const& site : page.source.world.sites)
        out.push_back({page.figures.frame.x(site.xy.x_m), page.figures.frame.y(site.xy.y_m), text(site.technologies)});
    return out;
}

/// Year, kind, x, y, path of the new link ("" = none), words.
Json projects(Page const& page) {
    Json out = Json::array();
    auto const& outcome = page.source.outcome;
    for (std::size_t p = 0; p < outcome.plan.projects.size(); ++p) {
        auto const& project = outcome.plan.projects[p];
        auto const& c = outcome.candidates.list[project.candidate];
        out.push_back({project.year, static_cast<int>(c.kind), page.figures.frame.x(c.xy.x_m),
                       page.figures.frame.y(c.xy.y_m), static_cast<int>(c.link.kind),
                       path_of(c.link.line, page.figures.frame)});
    }
    return out;
}

Json words(Page const& page) {
    Json out = Json::object();
    auto const word = [&](char const* key, char const* vi, char const* en) { out[key] = page.say(vi, en); };
    word("year", "Năm", "Year");
    word("layer", "Vùng phủ", "Coverage");
    word("any", "mọi công nghệ", "any technology");
    word("show", "Hiện", "Show");
    word("villages", "thôn", "villages");
    word("sites", "trạm hiện có", "today's sites");
    word("projects", "dự án đến năm này", "projects up to this year");
    word("in", "Phóng to", "Zoom in");
    word("out", "Thu nhỏ", "Zoom out");
    word("all", "Cả tỉnh", "Whole province");
    word("map", "Bản đồ tương tác", "Interactive map");
    word("press", "Bấm vào một xã hoặc thôn.", "Press a commune or a village.");
    word("people", "Dân", "People");
    word("signal", "Sóng tốt, % dân", "Good signal, % of people");
    word("broadband", "4G/5G, %", "4G/5G, %");
    word("fibre", "Cáp quang, %", "Fibre, %");
    word("states", "Thôn tốt / lõm / trắng", "Villages good / weak / none");
    word("mobile", "Di động trên 100", "Mobile per 100");
    word("fixed", "Internet cố định trên 100", "Fixed Internet per 100");
    word("state", "Sóng", "Signal");
    word("why", "Vì sao", "Why");
    word("cable", "Cáp quang", "Fibre");
    word("yes", "có", "yes");
    word("no", "chưa", "no");
    word("s0", "trắng sóng", "none");
    word("s1", "lõm sóng", "weak");
    word("s2", "sóng tốt", "good");
    word("way", "Dự án hoặc phương án rẻ nhất tính theo người", "Its project, or the cheapest way per person");
    word("noway", "Không tìm được phương án nào.", "No way was found.");
    word("made", "Tên hoặc vị trí thôn này là giả định.", "The name or place of this village is made up.");
    word("of", "thuộc", "in");
    word("subscribers",
         "Thuê bao tính theo xã; xem chuyện của xã:", "Subscribers are counted by commune; see its story:");
    word("sort", "Xếp theo", "Sort by");
    word("rows", "hàng", "rows");
    word("close", "Đóng", "Close");
    return out;
}

} // namespace

std::string data_json(Page const& page) {
    Dictionary reasons;
    Json communes = Json::array(), villages = Json::array();
    for (std::size_t c = 0; c < page.figures.communes.size(); ++c) communes.push_back(commune(page, c));
    for (std::size_t v = 0; v < page.figures.stories.size(); ++v) villages.push_back(village(page, v, reasons));
    auto const& frame = page.figures.frame;
    Json const data{
        {"base", page.base()},          {"last", page.last()},       {"size", {frame.width(), frame.height()}},
        {"words", words(page)},         {"reasons", reasons.list()}, {"communes", communes},
        {"villages", villages},         {"sites", sites(page)},      {"projects", projects(page)},
        {"place", picture_place(page)}, {"pictures", pictures(page)}};
    return data.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace phusong::report
