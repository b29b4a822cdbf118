// The project for QGIS as text; tests/tools/qgis_project_test.py opens one in QGIS itself.
#include "geo/io/atomic_file.h"
#include "geo/io/gdal_guard.h"
#include "sim/output/qgis/layer_xml.h"
#include "sim/output/qgis/project.h"
#include "tests/sim/output/small_outcome.h"
#include <cpl_error.h>
#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using testing::HasSubstr, testing::Not;

std::size_t count(std::string const& text, std::string const& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
    return found;
}

class QgisProject : public testing::Test {
  protected:
    QgisProject() {
        geo::io::guard_gdal();
        s.world.crs.emplace("EPSG:32648", "test");
        identity.input_hash = std::string(64, 'a');
        std::filesystem::create_directories(folder / "maps");
        for (int year = 2020; year <= 2022; ++year)
            for (auto const* technology : {"2g", "4g"})
                geo::io::write_file(folder / "maps" / fmt::format("signal_{}_{}.tif", technology, year), "a map");
        geo::io::write_file(folder / "maps/signal_5g_2022.tif", "a map");
    }
    std::string text() {
        write_project(folder, s.world, s.scenario, s.outcome, identity);
        return geo::io::read_file(folder / "project.qgs");
    }
    test::Small s = test::small();
    RunIdentity identity;
    std::filesystem::path const folder = test::own_folder();
};

} // namespace

TEST_F(QgisProject, IsXmlWhateverTheScenarioIsCalled) {
    s.scenario.title_vi = "A <b>&\"' [% env('HOME') %]";
    auto const project = text();
    CPLErrorReset();
    CPLXMLTreeCloser const tree(CPLParseXMLString(project.c_str()));
    EXPECT_TRUE(tree && CPLGetLastErrorType() == CE_None);
    EXPECT_THAT(project, Not(HasSubstr("<b>")));
    EXPECT_THAT(project, Not(HasSubstr("labelText=\"A &lt;b&gt;&amp;&quot;' [%"))); // QGIS would work it out
    EXPECT_THAT(project, HasSubstr("[ % env"));
}

TEST_F(QgisProject, HasEveryMapAndEveryLayerOfEveryYearWithRelativeSources) {
    auto const project = text();
    EXPECT_EQ(count(project, "<datasource>./maps/"), 7U);
    EXPECT_EQ(count(project, "<datasource>"), count(project, "<datasource>./"));
    EXPECT_THAT(project, Not(HasSubstr(folder.string())));
    for (auto const* name : {"Năm 2020", "Năm 2021", "Năm 2022", "Kế hoạch"})
        EXPECT_EQ(count(project, fmt::format("<layer-tree-group name=\"{}\"", name)), 1U) << name;
}

TEST_F(QgisProject, ShowsTheNewestTechnologyThatEveryYearHas) {
    auto const project = text();
    auto const row = [](char const* id, char const* checked) {
        return testing::ContainsRegex(fmt::format("<layer-tree-layer id=\"{}\"[^>]*checked=\"Qt::{}\"", id, checked));
    };
    EXPECT_THAT(project, row("signal_4g_of_2022", "Checked"));
    EXPECT_THAT(project, row("signal_5g_of_2022", "Unchecked")); // there is none in 2020
    EXPECT_THAT(project, row("signal_2g_of_2022", "Unchecked"));
}

TEST_F(QgisProject, IsTheSameBytesTwiceAndHoldsNoDate) {
    auto const first = text();
    EXPECT_EQ(first, text());
    EXPECT_THAT(first, Not(HasSubstr("saveDateTime")));
}

TEST(QgisLabels, ArePutOutOfReachOfExpressions) {
    EXPECT_EQ(inert("[%x%]"), "[ %x%]");
    EXPECT_EQ(inert("[[%%"), "[[ %%");
    EXPECT_EQ(inert("50 % of [it]"), "50 % of [it]");
}

} // namespace phusong
