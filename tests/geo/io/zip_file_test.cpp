#include "geo/io/zip_file.h"
#include "tests/geo/io/scratch.h"
#include "tests/support/sheets.h"
#include <gtest/gtest.h>

namespace phusong::geo::io {

TEST(ZipFile, IsReadBackByCodeThatSharesNothingWithTheWriter) {
    std::string content;
    for (int i = 0; i < 5000; ++i) content += "Hà Giang " + std::to_string(i * 7919 % 1013) + '\0';
    auto const file = test::put(test::scratch() / "a.zip", zip_bytes("doc.kml", content));
    auto const files = phusong::test::unzip(file);
    ASSERT_EQ(files.size(), 1U);
    EXPECT_TRUE(files.at("doc.kml") == content);
}

TEST(ZipFile, AnEmptyFileIsAFileToo) {
    auto const file = test::put(test::scratch() / "a.zip", zip_bytes("doc.kml", ""));
    EXPECT_EQ(phusong::test::unzip(file).at("doc.kml"), "");
}

TEST(ZipFile, TheSameFileIsTheSameBytesAndSmall) {
    std::string const content(100'000, 'x');
    EXPECT_EQ(zip_bytes("a", content), zip_bytes("a", content));
    EXPECT_LT(zip_bytes("a", content).size(), 1000U);
}

} // namespace phusong::geo::io
