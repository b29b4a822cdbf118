#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "geo/problem.h"
#include "sim/output/output.h"
#include "tests/sim/output/small_outcome.h"
#include <filesystem>
#include <gtest/gtest.h>

namespace phusong {
namespace {

namespace fs = std::filesystem;

class Identity : public testing::Test {
  protected:
    Identity() {
        fs::remove_all(root);
        scenario = project_at(root);
    }
    ~Identity() override { fs::remove_all(root); }

    static InputPath input(fs::path const& file) { return {"data/" + file.filename().string(), "x.toml:3", file}; }
    static Scenario project_at(fs::path const& folder) {
        fs::create_directories(folder / "data");
        Scenario s;
        s.name = "hai-xã";
        for (auto const* name : {"sites.csv", "roads.shp", "roads.dbf", "other.csv"})
            geo::io::write_file(folder / "data" / name, std::string("bytes of ") + name);
        s.world.sites = input(folder / "data/sites.csv");
        s.world.roads = input(folder / "data/roads.shp");
        return s;
    }
    std::string hash() const { return identify(scenario, root, "0.7.3").input_hash; }
    fs::path const root = test::own_folder();
    Scenario scenario;
};

} // namespace

TEST_F(Identity, ListsEveryFileOnceWithTheCompanionsOfAShapefile) {
    auto const inputs = identify(scenario, root, "0.7.3").inputs;
    ASSERT_EQ(inputs.size(), 3U);
    EXPECT_EQ(inputs[0].file, "data/roads.dbf");
    EXPECT_EQ(inputs[2].file, "data/sites.csv");
}

TEST_F(Identity, ListsTheCompanionsOfAShapefileInCapitals) {
    for (auto const* name : {"TRACKS.SHP", "TRACKS.DBF", "TRACKS.SHX"})
        geo::io::write_file(root / "data" / name, std::string("bytes of ") + name);
    scenario.world.roads = input(root / "data/TRACKS.SHP");
    auto const inputs = identify(scenario, root, "0.7.3").inputs;
    ASSERT_EQ(inputs.size(), 4U);
    EXPECT_EQ(inputs[0].file, "data/TRACKS.DBF");
    EXPECT_EQ(inputs[2].file, "data/TRACKS.SHX");
}

TEST_F(Identity, TellsFilesOfOneNameOutsideTheProjectApartWithoutTellingTheirFolders) {
    // The folders sort against the order of the scenario, and the project's own dem.tif keeps its name.
    auto const outside = [&](fs::path const& folder) {
        fs::create_directories(root / folder);
        geo::io::write_file(root / folder / "dem.tif", "heights of " + folder.filename().string());
        return input(root / folder / "dem.tif");
    };
    auto const project = root / "project";
    Scenario s = project_at(project);
    s.world.terrain = {outside("z/west"), outside("a/east"), outside("project")};
    auto const inputs = identify(s, project, "0.7.3").inputs;
    ASSERT_EQ(inputs.size(), 6U);
    EXPECT_EQ(inputs[3].file, "dem.tif");
    EXPECT_EQ(inputs[3].sha256, geo::io::sha256("heights of project"));
    EXPECT_EQ(inputs[4].file, "dem.tif (2)");
    EXPECT_EQ(inputs[4].sha256, geo::io::sha256("heights of west"));
    EXPECT_EQ(inputs[5].file, "dem.tif (3)");
    EXPECT_EQ(inputs[5].sha256, geo::io::sha256("heights of east"));
}

TEST_F(Identity, ChangesWithAnyInputTheVersionTheScenarioAndTheMapOptions) {
    auto const before = hash();
    EXPECT_EQ(hash(), before);
    EXPECT_NE(identify(scenario, root, "0.7.4").input_hash, before);
    EXPECT_NE(identify(scenario, root, "0.7.3", {"COMPRESS=ZSTD"}).input_hash, before);
    geo::io::write_file(root / "data/other.csv", "not named by the scenario");
    EXPECT_EQ(hash(), before);
    geo::io::write_file(root / "data/roads.dbf", "changed");
    EXPECT_NE(hash(), before);
    auto const changed = hash();
    scenario.seed = 7;
    EXPECT_NE(hash(), changed);
}

TEST_F(Identity, DoesNotDependOnWhereTheProjectLies) {
    auto const elsewhere = root / "deep/er";
    auto const moved = project_at(elsewhere);
    EXPECT_EQ(identify(moved, elsewhere, "0.7.3").input_hash, hash());
}

TEST_F(Identity, AFileThatVanishedIsAFileError) {
    fs::remove(root / "data/sites.csv");
    EXPECT_THROW((void)hash(), geo::FileError);
}

} // namespace phusong
