#include "sim/output/area_results.h"
#include "geo/io/atomic_file.h"
#include "sim/output/files.h"
#include "sim/output/labels.h"
#include "sim/output/manifest.h"
#include "sim/output/tables.h"
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

using Json = nlohmann::ordered_json;

void note_gaps(AreaResult& to, AreaPart const& part) {
    auto const tech = capital_name(part.technology);
    if (part.sites_without_terrain > 0)
        to.notes.push_back(geo::say("{} trạm {} đứng nơi thiếu địa hình, không được tính",
                                    "{} sites of {} stand where terrain is missing and are left out",
                                    part.sites_without_terrain, tech));
    if (part.samples_without_terrain > 0)
        to.notes.push_back(
            geo::say("{}: {} cặp trạm và ô có địa hình thiếu trên đường truyền; nơi đó coi như không có sóng",
                     "{}: terrain is missing on the way between {} pairs of site and cell; no signal is assumed there",
                     tech, part.samples_without_terrain));
    if (part.sites == 0) to.notes.push_back(geo::say("không trạm nào có {}", "no site has {}", tech));
}

Json covered_json(Covered const& all, Covered const& part, double percent, double growth) {
    return {{"location_percent", percent},
            {"people", std::llround(part.people * growth)},
            {"people_share", all.people > 0 ? Json(rounded(part.people / all.people, 4)) : Json()},
            {"villages", part.villages},
            {"area_km2", rounded(part.area_km2, 2)}};
}

Json part_json(AreaPart const& part, AreaQuestion const& question, double growth) {
    Json levels = Json::array();
    for (auto const& level : part.levels) {
        auto const sum = sum_of(level);
        Json places = Json::array();
        for (std::size_t p = 0; p < sum.at.size(); ++p)
            places.push_back(covered_json(sum.all, sum.at[p], question.location_percents[p], growth));
        levels.push_back({{"threshold_dbm", level.threshold_dbm}, {"covered", places}});
    }
    return {{"technology", name(part.technology)},
            {"sites", part.sites},
            {"sectors", part.sectors},
            {"sites_without_terrain", part.sites_without_terrain},
            {"samples_without_terrain", part.samples_without_terrain},
            {"levels", levels}};
}

Json messages_json(std::vector<geo::Message> const& messages) {
    Json out = Json::array();
    for (auto const& m : messages) out.push_back({{"vi", m.vi}, {"en", m.en}});
    return out;
}

/// Why these figures are not those of `run` on the same scenario.
geo::Message difference_to_run() {
    return geo::say(
        "Khác với run: ở đây trạm có các cung với giản đồ và góc ngẩng (radio.antenna, bảng trạm), run coi mọi hướng "
        "như "
        "nhau; ở đây giữ sóng tới mức yếu hơn và cả ngoài ranh giới các xã. radio.antenna.sectors = 1 cho sóng của run",
        "Not as in run: here sites have sectors with pattern and tilt (radio.antenna, table of sites), run takes all "
        "directions alike; here signals are kept down to a lower level, and beyond the communes too. "
        "radio.antenna.sectors = 1 gives the signal of run");
}

std::string line(AreaPart const& part, AreaQuestion const& question, double growth, geo::Language language) {
    auto const shown_number = [&](double value, int decimals) { return shown(value, decimals, language); };
    std::string out;
    for (auto const& level : part.levels) {
        auto const sum = sum_of(level);
        for (std::size_t p = 0; p < sum.at.size(); ++p) {
            auto const& c = sum.at[p];
            out += geo::say("{} ≥ {} dBm, {:g} % nơi: {} km² ({} %), {} người ({} %), {}/{} thôn\n",
                            "{} ≥ {} dBm, {:g} % of places: {} km² ({} %), {} people ({} %), {}/{} villages\n",
                            capital_name(part.technology), shown_number(level.threshold_dbm, 0),
                            question.location_percents[p], shown_number(c.area_km2, 0),
                            shown_number(100 * c.area_km2 / sum.all.area_km2, 1), shown_number(c.people * growth, 0),
                            shown_number(100 * c.people / sum.all.people, 1), c.villages, sum.all.villages)
                       .in(language);
        }
    }
    return out;
}

} // namespace

void take_area(AreaResult& result, std::filesystem::path const& folder, AreaCoverage const& area, Places const& places,
               AreaFacts const& facts) {
    auto const technology = area.laid.technology;
    AreaPart part;
    part.technology = technology;
    part.sites = area.laid.sites.size();
    part.sites_without_terrain = area.laid.sites_without_terrain;
    part.samples_without_terrain = area.samples_without_terrain;
    for (auto const& site : area.laid.sites) part.sectors += site.group.sectors.size();
    auto& best_dbm = result.best_dbm[index(technology)];
    best_dbm = power_dbm(area.servers, 0);
    part.levels = area_levels(best_dbm, technology, places, result.question, facts);
    result.sectors.add(area, facts);
    if (part.sites > 0) write_area_maps(folder, area, facts); // maps of nothing say nothing
    note_gaps(result, part);
    result.parts.push_back(std::move(part));
}

void write_area_results(std::filesystem::path const& folder, AreaResult const& result, AreaFacts const& facts) {
    write_technology_map(folder, result.best_dbm, facts);
    auto const tables = folder / "tables";
    make_folder(tables);
    std::vector<AreaLevel> levels;
    for (auto const& part : result.parts) levels.insert(levels.end(), part.levels.begin(), part.levels.end());
    geo::io::write_file(tables / "coverage.csv", coverage_csv(levels, result.question, facts));
    geo::io::write_file(tables / "sectors.csv", result.sectors.text());
    geo::io::write_file(tables / "provenance.csv", provenance_csv(facts.world));
    geo::io::write_file(folder / "summary.json", area_summary_json(result, facts));
    geo::io::write_file(folder / "scenario.resolved.toml", facts.identity.resolved_scenario);
    geo::io::write_file(folder / "run.json", manifest_json(folder, facts.world, facts.identity));
}

std::string area_summary_text(AreaResult const& result, AreaFacts const& facts, geo::Language language) {
    double const growth = facts.world.growth_since_census(facts.year);
    std::string out =
        geo::say("{}: vùng phủ sóng năm {}\n", "{}: coverage of {}\n", title(facts.scenario).in(language), facts.year)
            .in(language);
    for (auto const& part : result.parts) out += line(part, result.question, growth, language);
    out += difference_to_run().in(language) + '\n';
    if (auto const made = synthetic_words(facts.world).in(language); !made.empty())
        out += geo::say("Dữ liệu tổng hợp, không phải số đo: {}\n", "Synthetic, not measured: {}\n", made).in(language);
    return out;
}

std::string area_summary_json(AreaResult const& result, AreaFacts const& facts) {
    double const growth = facts.world.growth_since_census(facts.year);
    Json parts = Json::array();
    for (auto const& part : result.parts) parts.push_back(part_json(part, result.question, growth));
    auto notes = facts.world.notes;
    notes.insert(notes.end(), result.notes.begin(), result.notes.end());
    notes.push_back(difference_to_run());
    Json const summary{{"scenario", facts.scenario.name},
                       {"title", {{"vi", title(facts.scenario).vi}, {"en", title(facts.scenario).en}}},
                       {"changes", facts.scenario.changes},
                       {"year", facts.year},
                       {"technologies", parts},
                       {"synthetic_layers", synthetic_layers(facts.world)},
                       {"notes", messages_json(notes)}};
    return summary.dump(2) + '\n';
}

} // namespace phusong
