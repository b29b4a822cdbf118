#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "sim/output/manifest.h"
#include "tests/sim/output/small_outcome.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace phusong {
namespace {

namespace fs = std::filesystem;

class Manifest : public testing::Test {
  protected:
    Manifest() {
        fs::remove_all(folder);
        fs::create_directories(folder / "tables");
        geo::io::write_file(folder / "plan.gpkg", "layers");
        geo::io::write_file(folder / "tables/money.csv", "year,purse\n2021,public\n");
        geo::io::write_file(folder / "timing.json", "{}");
        geo::io::write_file(folder / "run.json", manifest_json(folder, s.world, identity));
    }
    ~Manifest() override { fs::remove_all(folder); }

    static RunIdentity make_identity() {
        RunIdentity i;
        i.program_version = "0.7.3";
        i.scenario_name = "hai-xã";
        i.changes = "low_budget";
        i.input_hash = "5eed";
        i.inputs = {{"data/sites.csv", "aa11"}};
        return i;
    }
    test::Small const s = test::small();
    RunIdentity const identity = make_identity();
    fs::path const folder = test::own_folder();
};

} // namespace

TEST_F(Manifest, ListsEveryOutputWithItsHashButNotTheTiming) {
    auto const json = nlohmann::json::parse(geo::io::read_file(folder / "run.json"));
    EXPECT_EQ(json["outputs_sha256"]["tables/money.csv"], geo::io::sha256("year,purse\n2021,public\n"));
    EXPECT_EQ(json["changes"], "low_budget");
    EXPECT_EQ(json["outputs_sha256"].size(), 2U);
    EXPECT_EQ(json["inputs_sha256"]["data/sites.csv"], "aa11");
    EXPECT_EQ(json["synthetic_layers"], nlohmann::json::array({"villages", "sites"}));
}

TEST_F(Manifest, ListsEveryInputUnderANameOfItsOwn) {
    auto two = identity;
    two.inputs = {{"dem.tif", "aa11"}, {"dem.tif (2)", "bb22"}};
    auto const json = nlohmann::json::parse(manifest_json(folder, s.world, two));
    EXPECT_EQ(json["inputs_sha256"]["dem.tif"], "aa11");
    EXPECT_EQ(json["inputs_sha256"]["dem.tif (2)"], "bb22");
}

TEST_F(Manifest, VerifiesWhenNothingChanged) {
    EXPECT_TRUE(is_complete(folder, identity));
    geo::io::write_file(folder / "timing.json", "{\"seconds\": 9}");
    geo::io::write_file(folder / "notes of the planner.txt", "mine");
    EXPECT_TRUE(is_complete(folder, identity));
}

TEST_F(Manifest, DoesNotVerifyWhenAFileWasEdited) {
    geo::io::write_file(folder / "tables/money.csv", "year,purse\n2021,operators\n");
    EXPECT_FALSE(is_complete(folder, identity));
}

TEST_F(Manifest, DoesNotVerifyWhenAFileIsMissing) {
    fs::remove(folder / "plan.gpkg");
    EXPECT_FALSE(is_complete(folder, identity));
}

TEST_F(Manifest, DoesNotVerifyForOtherInputsOrAnotherVersion) {
    auto other = identity;
    other.input_hash = "0dd";
    EXPECT_FALSE(is_complete(folder, other));
    other = identity;
    other.program_version = "0.7.4";
    EXPECT_FALSE(is_complete(folder, other));
}

TEST_F(Manifest, DoesNotVerifyWhenItIsTruncatedOrStrange) {
    auto const whole = geo::io::read_file(folder / "run.json");
    for (std::string const& text :
         {whole.substr(0, whole.size() / 2), std::string(), std::string("[3]"), std::string("{\"format\": 1}")}) {
        geo::io::write_file(folder / "run.json", text);
        EXPECT_FALSE(is_complete(folder, identity)) << text;
    }
    fs::remove(folder / "run.json");
    EXPECT_FALSE(is_complete(folder, identity));
}

} // namespace phusong
