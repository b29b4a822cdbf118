#include "geo/io/hash.h"
#include "scratch.h"

namespace phusong::geo::io {
namespace {

// Source: FIPS 180-4 examples (NIST, "SHA-256 Example").
TEST(Hash, GivesThePublishedDigests) {
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Hash, OfAFileIsThatOfItsBytes) {
    std::string const bytes(3 * 1024 * 1024 + 7, 'x');
    auto const file = test::put(test::scratch() / "big.bin", bytes);
    EXPECT_EQ(sha256_of_file(file), sha256(bytes));
}

TEST(Hash, NamesTheFileThatIsMissing) {
    auto const text = test::problems_of<FileError>([] { return sha256_of_file("/nowhere/at_all.tif"); });
    EXPECT_NE(text.find("/nowhere/at_all.tif: cannot be read: there is no such file"), std::string::npos) << text;
}

} // namespace
} // namespace phusong::geo::io
