#include "geo/io/project_root.h"
#include "scratch.h"
#include <sys/stat.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

struct Project {
    fs::path outside = test::scratch(), root = outside / "dự án", base = root / "scenarios";
    AllowedRoots allowed;
    Project() {
        test::put(root / ".phusong-project", "");
        test::put(root / "data" / "communes.csv", "code\n00688\n");
        test::put(base / "balanced.toml", "");
        test::put(outside / "secret.csv", "secret");
        allowed.roots = {fs::canonical(root)};
    }
    [[nodiscard]] CheckedPath check(std::string const& written) const {
        return check_path(written, base, allowed, "balanced.toml:12 data.communes");
    }
    [[nodiscard]] std::string refusal(std::string const& written) const {
        auto const checked = check(written);
        EXPECT_FALSE(checked.path) << written;
        if (!checked.problem) return "accepted";
        EXPECT_EQ(checked.problem->where, "balanced.toml:12 data.communes");
        EXPECT_FALSE(checked.problem->hint.vi.empty());
        return text({*checked.problem}, Language::en);
    }
};

TEST(ProjectRoot, IsTheNearestFolderWithTheMark) {
    Project const project;
    EXPECT_EQ(project_root(project.base / "balanced.toml"), project.root);
    EXPECT_EQ(project_root(project.outside / "alone.toml"), project.outside);
}

TEST(CheckPath, TakesFilesOfTheProjectRelativeToTheScenario) {
    Project const project;
    EXPECT_EQ(project.check("../data/communes.csv").path, project.root / "data/communes.csv");
    EXPECT_EQ(project.check((project.root / "data/communes.csv").string()).path, project.root / "data/communes.csv");
    EXPECT_FALSE(project.check("../data/communes.csv").problem);
}

TEST(CheckPath, FollowsLinksBeforeItDecides) {
    Project const project;
    fs::create_symlink(project.outside / "secret.csv", project.base / "innocent.csv");
    fs::create_symlink(project.outside, project.base / "folder");
    fs::create_symlink("../data/communes.csv", project.base / "fine.csv");
    EXPECT_NE(project.refusal("innocent.csv").find("outside the project"), std::string::npos);
    EXPECT_NE(project.refusal("folder/secret.csv").find("outside the project"), std::string::npos);
    EXPECT_EQ(project.check("fine.csv").path, project.root / "data/communes.csv");
}

TEST(CheckPath, RefusesWaysOut) {
    Project const project;
    for (auto const* const written :
         {"../../secret.csv", "/etc/passwd", "/dev/zero", "../data/../../secret.csv", "/", "../.."}) {
        auto const text = project.refusal(written);
        EXPECT_NE(text.find("lies outside the project folder"), std::string::npos) << text;
        EXPECT_NE(text.find("--allow-path"), std::string::npos) << text;
    }
}

TEST(CheckPath, DoesNotTellWhichFilesExistOutside) {
    Project const project;
    auto const there = project.refusal("../../secret.csv"), missing = project.refusal("../../s3cret.csv");
    EXPECT_EQ(there.substr(there.find("lies")), missing.substr(missing.find("lies")));
}

TEST(CheckPath, DoesNotTakeASiblingFolderWithTheSameBeginningForTheProject) {
    Project const project;
    test::put(project.outside / "dự án 2" / "a.csv", "x");
    EXPECT_NE(project.refusal("../../dự án 2/a.csv").find("outside"), std::string::npos);
}

TEST(CheckPath, AllowsAFolderThatTheCallerNamed) {
    Project project;
    project.allowed.roots.push_back(project.outside / "");
    EXPECT_EQ(project.check("../../secret.csv").path, project.outside / "secret.csv");
}

TEST(CheckPath, RefusesNamesThatGdalWouldTakeForSomethingElse) {
    Project const project;
    for (auto const* const written :
         {"/vsicurl/http://127.0.0.1/a.tif", "/vsizip/a.zip", "http://127.0.0.1/a.tif", "GPKG:a.gpkg:t",
          "MEM:::DATAPOINTER=1", "GTIFF_DIR:1:a.tif", "file:///etc/passwd"})
        EXPECT_NE(project.refusal(written).find("is not the name of a file on the disk"), std::string::npos) << written;
}

TEST(CheckPath, RefusesControlCharactersWithoutRepeatingThem) {
    Project const project;
    for (auto const& written : {std::string("a\nb.csv"), std::string("a\0b.csv", 7), std::string("\x1b[31m.csv")}) {
        auto const text = project.refusal(written);
        EXPECT_NE(text.find("control character"), std::string::npos) << text;
        EXPECT_EQ(text.find('\0'), std::string::npos);
        EXPECT_EQ(text.find('\x1b'), std::string::npos);
    }
    EXPECT_NE(project.refusal("").find("is empty"), std::string::npos);
}

TEST(CheckPath, RefusesFoldersPipesAndMissingFiles) {
    Project const project;
    ASSERT_EQ(::mkfifo((project.base / "pipe").c_str(), 0600), 0);
    EXPECT_NE(project.refusal("pipe").find("not an ordinary file"), std::string::npos);
    EXPECT_NE(project.refusal("../data").find("is a folder"), std::string::npos);
    EXPECT_NE(project.refusal("../data/comunes.csv").find("does not exist"), std::string::npos);
    EXPECT_NE(project.refusal("balanced.toml/x").find("does not exist"), std::string::npos);
}

} // namespace
} // namespace phusong::geo::io
