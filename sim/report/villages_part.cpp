#include "geo/vietnamese_order.h"
#include "sim/output/labels.h"
#include "sim/report/charts.h"
#include "sim/report/sortable.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <map>

namespace phusong::report {
namespace {

/// Puts villages in order by district, commune and name.
std::string order_key(World const& world, Village const& village) {
    auto const& commune = world.communes[village.commune.value];
    std::string key;
    for (auto const* name : {&commune.district, &commune.name, &village.name}) key += geo::vietnamese_key(*name) + '\0';
    return key;
}

/// Villages without good signal at the end: none before weak, then by district, commune and name.
std::vector<std::size_t> left_out(Page const& page) {
    auto const& world = page.source.world;
    auto const& end = page.source.outcome.villages.back();
    std::vector<std::pair<std::string, std::size_t>> found;
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        if (end[v].state == SignalState::good) continue;
        found.emplace_back(
            fmt::format("{}{}", end[v].state == SignalState::none ? 0 : 1, order_key(world, world.villages[v])), v);
    }
    std::ranges::sort(found);
    std::vector<std::size_t> order;
    for (auto const& [key, v] : found) order.push_back(v);
    return order;
}

std::string state_words(Page const& page, SignalState state) {
    return page.language == geo::Language::vi ? fmt::format("thôn {}", label(state).vi)
           : state == SignalState::none       ? std::string("no signal")
                                              : label(state).en + " signal";
}

Html reasons(Page const& page, std::vector<std::size_t> const& order) {
    std::map<std::string, int> count;
    for (auto const v : order) ++count[page.in(label(page.source.outcome.plan.reason.back()[v]))];
    std::vector<std::pair<int, std::string>> most;
    for (auto const& [words, villages] : count) most.emplace_back(-villages, words);
    std::ranges::sort(most);
    Html rows;
    for (auto const& [villages, words] : most) rows += number_row(words, {page.number(-villages)});
    return plain_table(page.in(geo::say("Lý do, cuối năm {}", "Reasons at the end of {}", page.last())),
                       {page.say("Lý do", "Reason"), page.say("Số thôn", "Villages")}, rows);
}

Html table(Page const& page, std::vector<std::size_t> const& order) {
    auto const& world = page.source.world;
    SortTable table("villages",
                    {page.say("Thôn", "Village"), page.say("Xã", "Commune"), page.say("Huyện", "District"),
                     page.say("Sóng", "Signal"), page.say("Vì sao", "Why"),
                     page.say("Phương án rẻ nhất tính theo người", "Cheapest way per person"),
                     page.in(geo::say("Dân {}", "People {}", page.last()))},
                    6);
    for (auto const v : order) {
        auto const& village = world.villages[v];
        auto const& commune = world.communes[village.commune.value];
        double const people = village.people * world.growth_since_census(page.last());
        auto way = story_text(page, v);
        if (way.empty()) way = page.say("không tìm được", "none found");
        table.add({{village.name, {}},
                   {commune.name, {}},
                   {commune.district, {}},
                   {state_words(page, page.source.outcome.villages.back()[v].state), {}},
                   {page.in(label(page.source.outcome.plan.reason.back()[v])), {}},
                   {way, {}}},
                  {{page.number(people), people}}, fmt::format("v{}", v));
    }
    return table.html_text(page, page.say("Thôn chưa có sóng tốt", "Villages without good signal"), true);
}

/// Villages where a telephone works well and a smartphone does not: by district, commune and name.
Html good_without_4g(Page const& page) {
    auto const& world = page.source.world;
    std::vector<std::pair<std::string, std::string>> found; // sorted by, shown
    int in_all = 0;
    for (std::size_t v = 0; v < world.villages.size(); ++v) {
        auto const& signal = page.source.outcome.villages.back()[v];
        if (signal.broadband_state == SignalState::good) continue;
        ++in_all;
        if (signal.state != SignalState::good) continue;
        auto const& village = world.villages[v];
        auto const& commune = world.communes[village.commune.value];
        found.emplace_back(order_key(world, village),
                           fmt::format("{} ({}, {})", village.name, commune.name, commune.district));
    }
    if (found.empty()) return {};
    std::ranges::sort(found);
    constexpr std::size_t most_names = 60; // the table has all
    std::vector<std::string> names;
    for (auto const& [key, name] : found)
        if (names.size() < most_names) names.push_back(name);
    return html("<p>{}</p>\n",
                page.in(geo::say("Thôn chưa có sóng 4G hay 5G tốt: {}; trong đó chỉ 2G hay 3G là tốt: {}: {}{}.",
                                 "Villages without good 4G or 5G signal: {}; of them with good 2G or 3G: {}: {}{}.",
                                 page.number(in_all), page.number(static_cast<double>(found.size())),
                                 fmt::format("{}", fmt::join(names, "; ")),
                                 found.size() > names.size() ? "; … (tables/villages.csv)" : "")));
}

} // namespace

Html villages_part(Page const& page) {
    auto const order = left_out(page);
    Html out = html("<section>") +
               heading("villages-head",
                       page.in(geo::say("Thôn trắng sóng, lõm sóng còn lại cuối năm {}",
                                        "Villages still without good signal at the end of {}", page.last()))) +
               villages_chart(page);
    out += html("<p class=\"key\"><span class=\"box good-key\"></span>{} <span class=\"box weak-key\"></span>{} <span "
                "class=\"box "
                "none-key\"></span>{}</p>",
                page.say("sóng tốt", "good"), page.say("lõm sóng", "weak"), page.say("trắng sóng", "no signal"));
    if (order.empty())
        out += html("<p>{}</p>", page.say("Không còn thôn nào.", "None are left."));
    else
        out += reasons(page, order) + table(page, order);
    out += good_without_4g(page);
    return out + html("</section>\n");
}

} // namespace phusong::report
