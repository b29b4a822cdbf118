#include "geo/vietnamese_order.h"
#include "sim/output/labels.h"
#include "sim/report/page.h"
#include "sim/report/sortable.h"
#include <algorithm>
#include <numeric>

namespace phusong::report {
namespace {

/// "62,1 → 97,5": the base year's share, then the last one's.
std::vector<SortCell> unit_cells(Page const& page, Unit const& unit) {
    auto const &first = unit.years.front(), &last = unit.years.back();
    auto const share = [&](double part, double whole) {
        double const value = whole > 0 ? 100 * part / whole : 0;
        return SortCell{page.number(whole > 0 ? value : std::nan(""), 1), value};
    };
    auto const count = [&](double value, int decimals = 0) { return SortCell{page.number(value, decimals), value}; };
    return {count(last.people),
            share(first.people_with_signal, first.people),
            share(last.people_with_signal, last.people),
            share(last.people_with_broadband, last.people),
            share(last.people_with_fibre, last.people),
            count(last.villages),
            count(last.villages_weak),
            count(last.villages_none),
            count(last.per_100(ServiceKind::mobile), 1),
            count(last.per_100(ServiceKind::fixed), 1)};
}

std::vector<std::string> unit_columns(Page const& page) {
    auto const at = [&](char const* words, int year) { return fmt::format("{} {}", words, year); };
    bool const vi = page.language == geo::Language::vi;
    return {at(vi ? "Dân" : "People", page.last()),
            at(vi ? "Dân có sóng tốt, %, " : "Good signal, % of people,", page.base()),
            at(vi ? "Dân có sóng tốt, %, " : "Good signal, % of people,", page.last()),
            vi ? "4G/5G, % dân" : "4G/5G, % of people",
            vi ? "Cáp quang, % dân" : "Fibre, % of people",
            vi ? "Thôn" : "Villages",
            vi ? "Thôn lõm sóng" : "Weak signal",
            vi ? "Thôn trắng sóng" : "No signal",
            vi ? "Di động trên 100 dân" : "Mobile per 100",
            vi ? "Internet cố định trên 100 dân" : "Fixed Internet per 100"};
}

/// Indices in the order in which a Vietnamese reader looks for the names.
std::vector<std::size_t> by_name(std::vector<Unit> const& units) {
    std::vector<std::string> keys;
    for (auto const& unit : units) keys.push_back(geo::vietnamese_key(unit.name));
    std::vector<std::size_t> order(units.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](auto a, auto b) { return keys[a] < keys[b]; });
    return order;
}

Html districts(Page const& page) {
    auto columns = unit_columns(page);
    columns.insert(columns.begin(), page.say("Huyện, thành phố", "District"));
    SortTable table("districts", columns, 1);
    for (auto const i : by_name(page.figures.districts)) {
        auto const& unit = page.figures.districts[i];
        table.add({{unit.name, {}}}, unit_cells(page, unit), {});
    }
    return table.html_text(page, page.say("Các huyện", "Districts"), false);
}

Html communes(Page const& page) {
    auto columns = unit_columns(page);
    columns.insert(columns.begin(), {page.say("Xã", "Commune"), page.say("Huyện", "District")});
    SortTable table("communes", columns, 2);
    for (auto const i : by_name(page.figures.communes)) {
        auto const& commune = page.source.world.communes[i];
        table.add({{commune.name, {}}, {commune.district, {}}}, unit_cells(page, page.figures.communes[i]),
                  fmt::format("c{}", i));
    }
    return table.html_text(page, page.say("Các xã, phường, thị trấn", "Communes"), true);
}

} // namespace

Html places_part(Page const& page) {
    return html("<section>") + heading("districts-head", page.say("Theo huyện", "By district")) + districts(page) +
           html("</section><section>") + heading("communes-head", page.say("Theo xã", "By commune")) + communes(page) +
           html("</section>\n");
}

} // namespace phusong::report
