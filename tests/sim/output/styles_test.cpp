// What QGIS draws a result with: parsed as XML, held against the scenario and the layers.
#include "geo/io/gdal_guard.h"
#include "sim/output/area_styles.h"
#include "sim/output/coverage_style.h"
#include "sim/output/layers.h"
#include "sim/output/qml.h"
#include "sim/output/signal_style.h"
#include "tests/sim/output/small_outcome.h"
#include <cpl_error.h>
#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace phusong {
namespace {

using testing::HasSubstr;

/// A style as QGIS reads it. Ill-formed XML fails the test.
struct Xml {
    explicit Xml(std::string const& text) : root(CPLParseXMLString(text.c_str())) {
        EXPECT_TRUE(root && CPLGetLastErrorType() == CE_None) << text;
    }
    CPLXMLTreeCloser root;
    /// The attributes `name` of all elements called `element`, in order.
    std::vector<std::string> all(std::string const& element, std::string const& name) const {
        std::vector<std::string> found;
        gather(root.get(), element, name, found);
        return found;
    }
    static void gather(CPLXMLNode* node, std::string const& element, std::string const& name,
                       std::vector<std::string>& found) {
        for (; node != nullptr; node = node->psNext) {
            if (node->eType == CXT_Element && node->pszValue == element)
                found.emplace_back(CPLGetXMLValue(node, name.c_str(), "-"));
            gather(node->psChild, element, name, found);
        }
    }
};

/// Perceived lightness of "#rrggbb", roughly.
double lightness(std::string const& colour) {
    auto const part = [&](std::size_t at) { return static_cast<double>(std::stoi(colour.substr(at, 2), nullptr, 16)); };
    return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5);
}

class Styles : public testing::Test {
  protected:
    Styles() {
        geo::io::guard_gdal();
        s.world.crs.emplace("EPSG:32648", "test");
        CPLErrorReset();
    }
    test::Small s = test::small();
    std::string signal() const { return signal_qml(s.scenario.radio, Technology::g4); }
};

} // namespace

TEST_F(Styles, SignalClassesTurnAtTheTechnologysOwnThresholdAndWeakBand) {
    s.scenario.radio.budget[index(Technology::g4)].threshold_dbm = -107;
    s.scenario.radio.weak_band_db = 13;
    Xml const xml(signal());
    auto const borders = xml.all("item", "value");
    ASSERT_EQ(borders.size(), 5U);
    // A class ends half a step of 0.1 dB before the first value of the next: -107.0 is good, -107.1 is weak.
    EXPECT_NEAR(std::stod(borders[0]), -120.05, 1e-9);
    EXPECT_NEAR(std::stod(borders[1]), -107.05, 1e-9);
    EXPECT_EQ(borders[4], "inf");
    auto const labels = xml.all("item", "label");
    EXPECT_EQ(labels[0], "Trắng sóng / No signal: < −120 dBm");
    EXPECT_EQ(labels[1], "Lõm sóng / Weak: −120 … −107 dBm");
    EXPECT_THAT(labels[2], HasSubstr("Sóng tốt / Good: −107"));
}

TEST_F(Styles, SignalColoursOnlyGetDarkerSoThatAGreyPrintReadsTheSame) {
    auto const colours = Xml(signal()).all("item", "color");
    for (std::size_t i = 1; i < colours.size(); ++i)
        EXPECT_LT(lightness(colours[i]), lightness(colours[i - 1]) - 10) << colours[i];
}

TEST_F(Styles, TheLastClassOfOverlapTakesEveryGreaterNumberOfSectors) {
    Xml const xml(overlap_qml());
    EXPECT_EQ(xml.all("rasterrenderer", "type"), std::vector<std::string>{"singlebandpseudocolor"});
    auto const borders = xml.all("item", "value"), labels = xml.all("item", "label");
    ASSERT_EQ(borders.size(), 7U);
    EXPECT_EQ(borders.back(), "inf");
    EXPECT_EQ(labels.back(), "≥ 6");
    for (std::size_t i = 0; i + 1 < borders.size(); ++i)
        EXPECT_EQ(std::stod(borders[i]), static_cast<double>(i) + 0.5) << labels[i];
}

TEST_F(Styles, NoClassOfLossIsTakenForThePaper) {
    for (auto const& style : {path_loss_qml(), rsrp_qml(), area_loss_qml()}) {
        auto const colours = Xml(style).all("item", "color");
        for (std::size_t i = 0; i < colours.size(); ++i) {
            EXPECT_LT(lightness(colours[i]), 225) << colours[i];
            if (i == 0) continue;
            bool const darker = style == rsrp_qml();
            EXPECT_GT((lightness(colours[i]) - lightness(colours[i - 1])) * (darker ? -1 : 1), 5) << colours[i];
        }
    }
}

TEST_F(Styles, EveryLayerOfThePlanHasOneAndItsColumnIsThere) {
    for (auto const& layer : plan_layers(s.world, s.scenario, s.outcome)) {
        Xml const xml(layer.style_qml);
        auto const column = xml.all("renderer-v2", "attr").at(0);
        bool const there =
            std::any_of(layer.columns.begin(), layer.columns.end(), [&](auto const& c) { return c.name == column; });
        EXPECT_TRUE(there) << layer.name << ' ' << column;
        auto rows = xml.all("category", "symbol");
        for (auto const& row : xml.all("range", "symbol")) rows.push_back(row);
        EXPECT_EQ(rows, xml.all("symbol", "name")) << layer.name;
    }
}

TEST_F(Styles, EveryValueOfAStyledColumnHasARowInTheLegend) {
    for (auto const& layer : plan_layers(s.world, s.scenario, s.outcome)) {
        Xml const xml(layer.style_qml);
        auto const legend = xml.all("category", "value");
        if (legend.empty()) continue; // classes of numbers
        std::size_t column = 0;
        while (layer.columns[column].name != xml.all("renderer-v2", "attr").at(0)) ++column;
        for (auto const& row : layer.rows) {
            auto const& value = row.values[column];
            auto const text = std::holds_alternative<std::string>(value)
                                  ? std::get<std::string>(value)
                                  : std::to_string(std::get<std::int64_t>(value));
            EXPECT_THAT(legend, testing::Contains(text)) << layer.name;
        }
    }
}

TEST_F(Styles, VillageStatesDifferInShapeAndYearsOnlyGetLighter) {
    auto const layers = plan_layers(s.world, s.scenario, s.outcome);
    EXPECT_EQ(Xml(layers[1].style_qml).all("category", "value"), (std::vector<std::string>{"good", "weak", "none"}));
    for (auto const* shape : {"circle", "diamond", "square"}) EXPECT_THAT(layers[1].style_qml, HasSubstr(shape));
    EXPECT_EQ(Xml(layers[3].style_qml).all("category", "value"), (std::vector<std::string>{"2021", "2022"}));
    EXPECT_THAT(layers[3].style_qml, HasSubstr("68,1,84,255"));
}

TEST_F(Styles, LabelsWithMarksOfXmlSurvive) {
    auto const text = categories_qml(MarkKind::marker, "a\"b", {{"x<y", {"\"R&D\" > 1", {}, "circle", 2}}});
    EXPECT_EQ(Xml(text).all("category", "label").at(0), "\"R&D\" > 1");
    EXPECT_EQ(Xml(text).all("category", "value").at(0), "x<y");
    EXPECT_EQ(Xml(text).all("renderer-v2", "attr").at(0), "a\"b");
}

} // namespace phusong
