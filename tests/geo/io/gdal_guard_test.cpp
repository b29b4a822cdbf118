#include "geo/io/gdal_guard.h"
#include "scratch.h"
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cstdlib>
#include <gdal.h>

namespace phusong::geo::io {
namespace {

TEST(GdalGuard, KeepsOnlyTheDriversTheProgramNeeds) {
    std::vector<std::string> const wanted{"COG",     "CSV", "ESRI Shapefile", "FlatGeobuf", "GPKG", "GTiff",
                                          "GeoJSON", "MEM", "Memory",         "OSM",        "PNG",  "SRTMHGT"};
    EXPECT_EQ(gdal_facts().drivers, wanted);
    EXPECT_EQ(gdal_facts().gdal_version.front(), '3');
    EXPECT_EQ(gdal_facts().proj_version.front(), '9');
}

TEST(GdalGuard, LeavesNoVirtualFileSystemButTheOneInMemory) {
    guard_gdal();
    test::put(test::scratch() / "a.txt", "inside");
    auto const file = (test::scratch() / "a.txt").string();
    test::put(file, "inside");
    char** const prefixes = VSIGetFileSystemsPrefixes();
    int refused = 0;
    for (char** prefix = prefixes; *prefix; ++prefix) {
        if (!**prefix || std::string(*prefix) == "/vsimem/") continue;
        for (auto const& name : {std::string(*prefix) + file, std::string(*prefix) + "0_3," + file}) {
            VSIStatBufL status;
            EXPECT_NE(VSIStatL(name.c_str(), &status), 0) << name;
            EXPECT_EQ(VSIFOpenL(name.c_str(), "rb"), nullptr) << name;
            EXPECT_EQ(VSIFOpenL(name.c_str(), "wb"), nullptr) << name;
        }
        ++refused;
    }
    CSLDestroy(prefixes);
    EXPECT_GE(refused, 20);
}

TEST(GdalGuard, RefusesToFetch) {
    guard_gdal();
    (void)take_gdal_messages();
    auto* const result = CPLHTTPFetch("http://127.0.0.1:9/x", nullptr);
    ASSERT_NE(result, nullptr);
    EXPECT_NE(result->nStatus, 0);
    CPLHTTPDestroyResult(result);
    ASSERT_EQ(take_gdal_messages().size(), 1u);
}

TEST(GdalGuard, SaysEachMessageOnceWithACount) {
    guard_gdal();
    (void)take_gdal_messages();
    for (int i = 0; i < 193; ++i) CPLError(CE_Warning, CPLE_AppDefined, "field too wide");
    CPLError(CE_Failure, CPLE_AppDefined, "broken");
    EXPECT_EQ(take_gdal_messages(), (std::vector<std::string>{"field too wide (×193)", "broken"}));
    EXPECT_TRUE(take_gdal_messages().empty());
}

TEST(GdalGuard, ForgetsTheEnvironment) {
    guard_gdal();
    EXPECT_EQ(std::getenv("GDAL_DRIVER_PATH"), nullptr);
    EXPECT_STREQ(CPLGetConfigOption("GDAL_PAM_ENABLED", ""), "NO");
    EXPECT_STREQ(CPLGetConfigOption("PROJ_NETWORK", ""), "OFF");
}

} // namespace
} // namespace phusong::geo::io
