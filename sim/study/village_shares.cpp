#include "geo/io/csv_file.h"
#include "sim/study/results.h"
#include <algorithm>
#include <fmt/format.h>

namespace phusong::study {
namespace {

/// Runs among which a village is looked at, and those of them in which it has good signal.
struct Share {
    std::int64_t runs = 0, served = 0;
    void add(Record const& record, std::size_t village) {
        ++runs;
        served += bit_of(record.villages_served, village) ? 1 : 0;
    }
    [[nodiscard]] std::string text() const {
        return runs > 0 ? fmt::format("{}", static_cast<double>(served) / static_cast<double>(runs)) : "";
    }
};

/// How many goals a run reaches; -1 of one that failed.
double goals_reached(Results const& results, Record const& record) {
    if (record.failed) return -1;
    auto const& list = results.indicators[record.run / results.study.draws_each()];
    auto const found = std::ranges::find(list, "goals_reached", &Indicator::name);
    return found == list.end() ? -1 : record.values.at(static_cast<std::size_t>(found - list.begin()));
}

/// Per run: it reaches as many goals as any other of its draw.
std::vector<bool> good_runs(Results const& results) {
    auto const draws = results.study.draws_each();
    std::vector<double> most(draws, 0);
    for (auto const& record : results.records)
        most[record.run % draws] = std::max(most[record.run % draws], goals_reached(results, record));
    std::vector<bool> good;
    for (auto const& record : results.records)
        good.push_back(!record.failed && goals_reached(results, record) >= most[record.run % draws]);
    return good;
}

} // namespace

std::string villages_csv(Results const& results) {
    std::string text = "village,name,runs,served_runs,served_share,good_runs,served_good_runs,served_good_share\n";
    if (results.study.plan_fixed) return text;
    auto const good = good_runs(results);
    for (std::size_t v = 0; v < results.village_codes.size(); ++v) {
        Share all, of_good;
        for (auto const& record : results.records) {
            if (!record.failed) all.add(record, v);
            if (good[record.run]) of_good.add(record, v);
        }
        text += fmt::format("{},{},{},{},{},{},{},{}\n", geo::io::csv_cell(results.village_codes[v]),
                            geo::io::csv_cell(results.village_names[v]), all.runs, all.served, all.text(), of_good.runs,
                            of_good.served, of_good.text());
    }
    return text;
}

geo::io::OutLayer probability_layer(Results const& results) {
    using Type = geo::io::OutLayer::Column::Type;
    geo::io::OutLayer layer{.name = "coverage_probability",
                            .title = "Good signal in the last year: share of the draws",
                            .geometry = geo::io::OutLayer::Geometry::point,
                            .columns = {{"option", Type::text},
                                        {"code", Type::text},
                                        {"name", Type::text},
                                        {"draws", Type::integer},
                                        {"probability", Type::real}},
                            .rows = {}};
    if (results.study.draws == 0 || results.study.plan_fixed) return layer;
    for (std::size_t o = 0; o < results.study.options.size(); ++o)
        for (std::size_t v = 0; v < results.village_codes.size(); ++v) {
            Share share;
            for (std::size_t draw = 0; draw < results.study.draws_each(); ++draw)
                if (auto const& record = results.records[o * results.study.draws_each() + draw]; !record.failed)
                    share.add(record, v);
            geo::io::OutLayer::Value probability;
            if (share.runs > 0) probability = static_cast<double>(share.served) / static_cast<double>(share.runs);
            layer.rows.push_back({.polygons = {},
                                  .lines = {},
                                  .point = results.village_places[v],
                                  .values = {results.study.options[o].name, results.village_codes[v],
                                             results.village_names[v], share.runs, probability}});
        }
    return layer;
}

} // namespace phusong::study
