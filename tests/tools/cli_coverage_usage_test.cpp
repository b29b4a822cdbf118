// `coverage` around one site: the command line, and what it refuses.
#include "tests/tools/cli_coverage.h"

namespace phusong::test {
namespace {

TEST_F(Coverage, RefusesTerrainOfOneRowOrOneColumn) {
    write_dem("row.tif", {104.9, 23.0267, 0.0011, 0.0009, 1, 171}, wgs84_reference(), hills);
    write_dem("column.tif", {104.9938, 23.1, 0.0011, 0.0009, 163, 1}, wgs84_reference(), hills);
    for (std::string const mode : {"", " --mode exact"})
        for (std::string const dem : {"row", "column"}) {
            auto const said = ask("--dem " + dem + ".tif --lang en --out map.tif" + site + common + mode);
            EXPECT_EQ(said.code, 3) << said.err;
            EXPECT_THAT(said.err, HasSubstr("2 × 2 at least are needed"));
        }
}

TEST_F(Coverage, WritesOverNothingThatItReadsUnderWhateverName) {
    write_hills();
    auto const dem = contents(here.path / "dem.tif");
    std::filesystem::create_symlink("dem.tif", here.path / "link.tif");
    auto const flags = std::string("--dem dem.tif --overwrite") + site + common;
    for (auto const* out :
         {"--out ./dem.tif", "--out link.tif", "--out m.tif --reason ./m.tif", "--out m.tif --reason ./dem.tif",
          "--out m.qml", "--out m", "--out m.png", "--out m.tif --reason m.tiff"})
        EXPECT_EQ(ask(flags + ' ' + out).code, 2) << out;
    EXPECT_THAT(ask(flags + " --out m.qml").err, HasSubstr("ends in .tif"));
    EXPECT_EQ(contents(here.path / "dem.tif"), dem);
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, KeepsTheEarlierFilesWhenOneOfTheNewCannotBeWritten) {
    write_hills();
    (void)map("--dem dem.tif --reason why.tif");
    auto const before = contents(here.path / "map.tif"), why = contents(here.path / "why.tif");
    auto const said = phusong("coverage --dem dem.tif --model p526 --overwrite --out map.tif --reason why.tif" +
                                  std::string(site) + common,
                              {.folder = here.path, .prefix = "sh -c 'ulimit -f 40; exec \"$0\" \"$@\"'"});
    EXPECT_NE(said.code, 0);
    EXPECT_EQ(contents(here.path / "map.tif"), before);
    EXPECT_EQ(contents(here.path / "why.tif"), why);
}

TEST_F(Coverage, RefusesASiteWithoutTerrainAndSaysWhere) {
    write_hills();
    write_dem("holed.tif", degrees, wgs84_reference(), [](int row, int col) {
        return std::abs(row - 81) < 9 && std::abs(col - 85) < 9 ? gap : hills(row, col);
    });
    auto const outside = ask("--dem dem.tif --site 23.0262,104.9943,37 --out m.tif" + std::string(common));
    EXPECT_EQ(outside.code, 2); // a latitude of 104.99
    EXPECT_THAT(outside.err, HasSubstr("longitude comes first: 104.9943,23.0262,37"));
    auto const far = ask("--dem dem.tif --site 105.9,23.0262,37 --out m.tif" + std::string(common));
    EXPECT_EQ(far.code, 3);
    EXPECT_THAT(far.err, AllOf(HasSubstr("dem.tif"), HasSubstr("105.9, 23.0262 lies outside"),
                               HasSubstr("longitude, latitude")));
    auto const missing = ask("--dem holed.tif --out m.tif" + std::string(site) + common);
    EXPECT_EQ(missing.code, 3);
    EXPECT_THAT(missing.err,
                AllOf(HasSubstr("holed.tif"), HasSubstr("no terrain at the site"), HasSubstr("move the site")));
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, TellsEveryMistakeOfTheCommandLineAtOnce) {
    auto const said = ask("--site 104,23 --quantity rsrp --model itm --mode quick --format png --short-path x "
                          "--radius-km -3 --like a --resolution-m 9 -co FOO=1");
    EXPECT_EQ(said.code, 2);
    for (auto const* part : {"--dem is missing", "--out is missing", "LON,LAT,HEIGHT", "needs --eirp-dbm, or --antenna",
                             "--mode quick", "--format png", "--short-path x", "--radius-km -3",
                             "--like and --resolution-m", "--frequency-mhz is missing", "-co FOO=1", "--mode exact"})
        EXPECT_THAT(said.err, HasSubstr(part));
}

TEST_F(Coverage, KeepsTheFlagsOfItsTwoFormsApart) {
    auto const both = ask("toy.toml -o out --dem dem.tif --frequency-mhz 900");
    EXPECT_EQ(both.code, 2);
    EXPECT_THAT(both.err, HasSubstr("stands beside flags for one site on a DEM"));
    EXPECT_THAT(ask("toy.toml -o out --overwrite").err, HasSubstr("no folder is replaced"));
    for (auto const* flags : {"--year 2021", "--technology 4g", "-o out", "--set seed=3"}) {
        auto const said = ask(flags);
        EXPECT_EQ(said.code, 2);
        EXPECT_THAT(said.err, HasSubstr("the scenario file is missing")) << flags;
    }
}

TEST_F(Coverage, RefusesWhatDoesNotGoTogether) {
    write_hills();
    auto const flags = std::string("--dem dem.tif --out m.tif") + site + common;
    auto const fine =
        ask("--dem dem.tif --out m.tif --frequency-mhz 90 --radius-km 300 --resolution-m 1" + std::string(site));
    EXPECT_EQ(fine.code, 2);
    EXPECT_THAT(fine.err, HasSubstr("rays"));
    auto const tall =
        ask("--dem dem.tif --out m.tif --frequency-mhz 90 --radius-km 3 --short-path ehata_open" + std::string(site));
    EXPECT_EQ(tall.code, 2);
    EXPECT_THAT(tall.err, HasSubstr("--short-path ehata_open"));
    write_dem("classes.tif", degrees, wgs84_reference(), [](int, int) { return -3.0F; });
    auto const classes = ask(flags + " --clutter classes.tif");
    EXPECT_EQ(classes.code, 3);
    EXPECT_THAT(classes.err, AllOf(HasSubstr("classes.tif"), HasSubstr("no clutter height")));
    write_dem("far.tif", {10, 50, 0.01, 0.01, 9, 9}, wgs84_reference(), [](int, int) { return 3.0F; });
    auto const far = ask(flags + " --like far.tif");
    EXPECT_EQ(far.code, 3);
    EXPECT_THAT(far.err, HasSubstr("does not touch the circle"));
    EXPECT_FALSE(std::filesystem::exists(here.path / "m.tif"));
}

TEST_F(Coverage, ReplacesNothingUnlessToldTo) {
    write_hills();
    write(here.path / "map.qml", "mine");
    auto const flags = std::string("--dem dem.tif --out map.tif") + site + common;
    auto const said = ask(flags);
    EXPECT_EQ(said.code, 5);
    EXPECT_THAT(said.err, AllOf(HasSubstr("map.qml"), HasSubstr("--overwrite")));
    EXPECT_EQ(contents(here.path / "map.qml"), "mine");
    EXPECT_FALSE(std::filesystem::exists(here.path / "map.tif"));
    EXPECT_EQ(ask(flags + " --overwrite").code, 0);
    EXPECT_EQ(ask(std::string("--dem dem.tif --out none/map.tif") + site + common).code, 5);
    EXPECT_EQ(ask(std::string("--dem dem.tif --overwrite --out dem.tif") + site + common).code, 2);
}

TEST_F(Coverage, StoppedHalfWayItLeavesNoFile) {
    write_hills();
    std::string said;
    for (int seconds = 1; seconds <= 16 && said.empty(); seconds *= 2) // a busy machine has not begun after one
        said = phusong("coverage --dem dem.tif --mode exact --resolution-m 3 --out m.tif --step-m 3" +
                           std::string(site) + common,
                       {.folder = here.path, .prefix = "timeout -s INT " + std::to_string(seconds)})
                   .err;
    EXPECT_THAT(said, HasSubstr("Stopped as asked"));
    for (auto const& entry : std::filesystem::directory_iterator(here.path))
        EXPECT_THAT(entry.path().filename().string(), testing::AnyOf("dem.tif", "utm.tif"));
}

TEST_F(Coverage, SpeaksVietnamese) {
    write_hills();
    auto const said = phusong("coverage --dem dem.tif --out m.tif" + std::string(site) + common,
                              {.folder = here.path, .environment = "LC_ALL= LANGUAGE= LANG=vi_VN.UTF-8"});
    EXPECT_EQ(said.code, 0);
    EXPECT_THAT(said.out, AllOf(HasSubstr("ngoài bán kính"), HasSubstr("trung vị"), Not(HasSubstr("median"))));
}

} // namespace
} // namespace phusong::test
