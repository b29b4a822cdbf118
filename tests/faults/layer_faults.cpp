// Faults 38 to 40: layers, and inputs that others use meanwhile.
#include "geo/io/csv_file.h"
#include "geo/io/gdal_guard.h"
#include "geo/io/vector_file.h"
#include "tests/faults/fault.h"
#include "tests/tools/cli_program.h"
#include <sqlite3.h>
#include <stdexcept>

namespace phusong::test {
namespace {

namespace fs = std::filesystem;
using geo::io::OutLayer;

constexpr auto layer = "data/toy/v.gpkg";

/// The table of villages as a layer of points, named by the scenario.
void put_layer(fs::path const& project) {
    geo::io::guard_gdal();
    geo::io::Crs const crs("EPSG:32648", "the test");
    auto const table = geo::io::read_csv(project / "data/toy/villages.csv", "villages");
    OutLayer out{.name = "villages", .title = {}, .columns = {}, .rows = {}};
    for (auto const& column : table.columns)
        out.columns.push_back({column == "lon" || column == "lat" ? column + "_deg" : column});
    for (auto const& row : table.rows) {
        OutLayer::Row made;
        made.point = crs.project({std::stod(row.cells[3]), std::stod(row.cells[4])});
        for (auto const& cell : row.cells) made.values.emplace_back(cell);
        out.rows.push_back(std::move(made));
    }
    geo::io::write_gpkg(project / layer, {out}, crs);
    text("scenario.toml", "villages.csv", "v.gpkg")(project);
}

/// The layer, changed by statements of SQL as another program would.
Inject sql(std::string statements) {
    return both(put_layer, [=](fs::path const& project) {
        sqlite3* base = nullptr;
        char* error = nullptr;
        sqlite3_open((project / layer).c_str(), &base);
        if (sqlite3_exec(base, statements.c_str(), nullptr, nullptr, &error) != SQLITE_OK)
            throw std::logic_error(error ? error : "SQL");
        sqlite3_close(base);
    });
}

/// One outline of a commune: WKT rings as given.
Inject outlines(std::string const& ring) {
    return both(whole("data/toy/b.csv", "code,wkt\n90001,\"POLYGON ((" + ring + "))\"\n"),
                line("scenario.toml", "cell_m", "cell_m = 90\ncommune_polygons = \"data/toy/b.csv\""));
}

std::vector<Fault> of_geopackages() {
    return {
        {38, "Sound", put_layer, "check scenario.toml", 0, "đúng", "sound"},
        {38, "Truncated", both(put_layer, shell("truncate -s 20000 data/toy/v.gpkg")), "check scenario.toml", 3,
         "v.gpkg", "v.gpkg"},
        {38, "LogLeftBehind", both(put_layer, whole("data/toy/v.gpkg-wal", "pending")), "check scenario.toml", 3,
         "đóng tệp trong QGIS", "close it in QGIS and run again"},
        {38,
         "LockedByAnother",
         both(put_layer, nothing()),
         "check scenario.toml",
         0,
         "đúng",
         "sound",
         {},
         {},
         "flock -x data/toy/v.gpkg timeout 60"},
        {38, "WrongApplication", sql("PRAGMA application_id = 7"), "check scenario.toml", 0, "đúng", "sound"},
        {38, "NoLayer", sql("DELETE FROM gpkg_contents"), "check scenario.toml", 3, "v.gpkg", "v.gpkg"},
        {38, "EmptyLayer", sql("DROP TRIGGER IF EXISTS rtree_villages_geom_delete; DELETE FROM villages"),
         "check scenario.toml", 3, "không có điểm nào", "holds no point"},
        {38, "ViewForATable",
         sql("ALTER TABLE villages RENAME TO hidden; CREATE VIEW villages AS SELECT * FROM hidden, "
             "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n)"),
         "check scenario.toml", 3, "v.gpkg", "holds the view or virtual table “villages”"},
        {38, "BrokenBlobs",
         sql("DROP TRIGGER IF EXISTS rtree_villages_geom_update1; DROP TRIGGER IF EXISTS rtree_villages_geom_update2; "
             "DROP TRIGGER IF EXISTS rtree_villages_geom_update3; DROP TRIGGER IF EXISTS rtree_villages_geom_update4; "
             "DROP TRIGGER IF EXISTS rtree_villages_geom_update6; DROP TRIGGER IF EXISTS rtree_villages_geom_update7; "
             "UPDATE villages SET geom = x'4750'"),
         "check scenario.toml", 3, "v.gpkg", "v.gpkg"},
    };
}

std::vector<Fault> of_outlines() {
    return {
        {38, "BowTie", outlines("104.9 23, 105 23.1, 105 23, 104.9 23.1, 104.9 23"), "check scenario.toml", 3, "b.csv",
         "b.csv"},
        {38, "UnclosedRing", outlines("104.9 23, 105 23.1, 105 23"), "check scenario.toml", 3, "b.csv", "b.csv"},
        {38, "Curve",
         both(outlines("104.9 23, 105 23, 105 23.1, 104.9 23"),
              all_text("data/toy/b.csv", "POLYGON ((104.9 23, 105 23, 105 23.1, 104.9 23))",
                       "CURVEPOLYGON (CIRCULARSTRING (104.9 23, 105 23.1, 104.9 23))")),
         "check scenario.toml", 3, "commune_polygons", "commune_polygons"},
        {38, "NotANumber", outlines("104.9 23, nan 23.1, 105 23, 104.9 23"), "check scenario.toml", 3, "b.csv",
         "b.csv"},
    };
}

std::vector<Fault> of_others() {
    return {
        // As soon as results are being made, somebody saves the table anew.
        {39,
         "InputChangedDuringTheRun",
         shell("(until ls -d .out.*.tmp; do sleep 0.05; done; echo >> data/toy/villages.csv) > /dev/null 2>&1 &"),
         "run scenario.toml -o out",
         3,
         "đã thay đổi",
         "has changed",
         {},
         {"out"}},
        {40,
         "InputsMayNotBeWritten",
         shell("chmod -R a-w data"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {},
         {},
         "",
         "",
         true},
    };
}

} // namespace

std::vector<Fault> layer_faults() {
    std::vector<Fault> all;
    for (auto const& some : {of_geopackages(), of_outlines(), of_others()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace phusong::test
