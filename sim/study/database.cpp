#include "geo/io/sqlite_file.h"
#include "sim/study/commune_values.h"
#include "sim/study/results.h"
#include <stdexcept>

namespace phusong::study {
namespace {

using Row = std::vector<geo::io::SqliteValue>;

std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

constexpr std::array table_statements{
    "CREATE TABLE option(option INTEGER PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, changes TEXT NOT NULL, "
    "last_year INTEGER NOT NULL)",
    "CREATE TABLE indicator(option INTEGER NOT NULL, indicator INTEGER NOT NULL, name TEXT NOT NULL, year INTEGER NOT "
    "NULL, unit TEXT NOT NULL, label_vi TEXT NOT NULL, label_en TEXT NOT NULL, goal REAL, PRIMARY KEY(option, "
    "indicator)) WITHOUT ROWID",
    "CREATE TABLE run(run INTEGER PRIMARY KEY, option INTEGER NOT NULL, draw INTEGER, status TEXT NOT NULL, reason_vi "
    "TEXT NOT NULL, reason_en TEXT NOT NULL)",
    "CREATE TABLE drawn(run INTEGER NOT NULL, key TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY(run, key)) WITHOUT "
    "ROWID",
    "CREATE TABLE result(run INTEGER NOT NULL, indicator INTEGER NOT NULL, value REAL, PRIMARY KEY(run, indicator)) "
    "WITHOUT ROWID",
    "CREATE VIEW results AS SELECT run.run, option.name AS option, run.draw, indicator.name AS indicator, "
    "indicator.year, indicator.unit, result.value FROM result JOIN run USING(run) JOIN option USING(option) JOIN "
    "indicator ON indicator.option = run.option AND indicator.indicator = result.indicator"};

void insert_options(geo::io::SqliteFile& db, Results const& results) {
    for (std::size_t o = 0; o < results.study.options.size(); ++o) {
        auto const& option = results.study.options[o];
        db.insert("option",
                  Row{whole(o), option.name, option.file, option.changes, std::int64_t{option.scenario.years.last}});
        for (std::size_t k = 0; k < results.indicators[o].size(); ++k) {
            auto const& i = results.indicators[o][k];
            db.insert("indicator", Row{whole(o), whole(k), i.name, std::int64_t{i.year}, i.unit, i.words.vi, i.words.en,
                                       i.goal ? geo::io::SqliteValue(*i.goal) : geo::io::SqliteValue()});
        }
    }
}

void insert_run(geo::io::SqliteFile& db, Results const& results, Record const& record) {
    auto const each = results.study.draws_each();
    auto const option = record.run / each;
    auto const draw = results.study.draws > 0 ? geo::io::SqliteValue(whole(record.run % each)) : geo::io::SqliteValue();
    db.insert("run", Row{whole(record.run), whole(option), draw, record.failed ? "failed" : "done", record.why_vi,
                         record.why_en});
    auto const& uncertain = results.study.options[option].uncertain;
    for (std::size_t u = 0; u < record.drawn.size(); ++u)
        db.insert("drawn", Row{whole(record.run), uncertain[u].key, record.drawn[u]});
    for (std::size_t k = 0; k < record.values.size(); ++k)
        db.insert("result", Row{whole(record.run), whole(k), record.values[k]});
}

constexpr std::array commune_statements{
    "CREATE TABLE commune(commune INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL)",
    "CREATE TABLE commune_indicator(indicator INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL, label_vi "
    "TEXT "
    "NOT NULL, label_en TEXT NOT NULL)",
    "CREATE TABLE commune_result(run INTEGER NOT NULL, commune INTEGER NOT NULL, indicator INTEGER NOT NULL, value "
    "REAL, "
    "PRIMARY KEY(run, commune, indicator)) WITHOUT ROWID",
    "CREATE VIEW commune_results AS SELECT run.run, option.name AS option, run.draw, commune.code, commune.name AS "
    "commune, commune_indicator.name AS indicator, option.last_year AS year, commune_indicator.unit, "
    "commune_result.value FROM commune_result JOIN run USING(run) JOIN option USING(option) JOIN commune "
    "USING(commune) JOIN commune_indicator USING(indicator)"};

void insert_commune_results(geo::io::SqliteFile& db, Results const& results, std::size_t run) {
    auto const record = whole_record(results, run);
    if (record.failed) return;
    auto const values = numbers_of(record.communes);
    auto const each = commune_figures().size();
    if (!values || values->size() != results.communes.size() * each)
        throw std::logic_error("figures of communes are not one of each");
    for (std::size_t i = 0; i < values->size(); ++i)
        db.insert("commune_result", Row{whole(run), whole(i / each), whole(i % each), (*values)[i]});
}

void insert_communes(geo::io::SqliteFile& db, Results const& results) {
    for (auto const* table : commune_statements) db.execute(table);
    for (std::size_t c = 0; c < results.communes.size(); ++c)
        db.insert("commune", Row{whole(c), results.communes[c].code, results.communes[c].name});
    std::int64_t number = 0;
    for (auto const& one : commune_figures())
        db.insert("commune_indicator", Row{number++, one.name, one.unit, one.words.vi, one.words.en});
    for (std::size_t run = 0; run < results.records.size(); ++run) insert_commune_results(db, results, run);
}

} // namespace

void write_database(std::filesystem::path const& file, Results const& results) {
    geo::io::SqliteFile db(file);
    for (auto const* table : table_statements) db.execute(table);
    insert_options(db, results);
    for (auto const& record : results.records) insert_run(db, results, record);
    if (results.study.communes) insert_communes(db, results);
    db.close();
}

} // namespace phusong::study
