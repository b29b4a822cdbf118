#include "geo/random.h"
#include "sim/radio/antenna/read_msi.h"
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <vector>

namespace phusong {
namespace {

std::string problems_of(std::string const& text) {
    try {
        (void)parse_msi(text, "kathrein.msi");
    } catch (geo::InputError const& error) {
        for (auto const& problem : error.problems) {
            EXPECT_NE(problem.what.vi, problem.what.en);
            EXPECT_EQ(problem.hint.vi.empty(), problem.hint.en.empty());
        }
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return {};
}

void expect_in(std::string const& part, std::string const& text) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

/// A file with a value of its own in every row: 0.01 dB a degree across, 0.02 down.
struct Msi {
    std::string head = "NAME Kathrein 742 215\nMAKE Kathrein\nFREQUENCY 1855\nH_WIDTH 65\nV_WIDTH 7.2\n"
                       "FRONT_TO_BACK 27\nGAIN 15.35 dBd\nTILT 4\nPOLARIZATION +45\nCOMMENT made for a test\n";
    std::vector<std::string> across, down;
    std::string line_end = "\n";

    Msi() {
        for (int i = 0; i < 360; ++i) {
            across.push_back(fmt::format("{} {:.2f}", i, 0.01 * i));
            down.push_back(fmt::format("{} {:.2f}", i, 0.02 * i));
        }
    }
    [[nodiscard]] std::string text() const {
        std::string out = head + fmt::format("HORIZONTAL {}\n", across.size());
        for (auto const& row : across) out += row + "\n";
        out += fmt::format("VERTICAL {}\n", down.size());
        for (auto const& row : down) out += row + "\n";
        std::string ended;
        for (char const c : out) c == '\n' ? ended += line_end : ended += c;
        return ended;
    }
};

void expect_the_usual_cuts(AntennaPattern const& p) {
    for (std::size_t i : {0U, 1U, 17U, 359U}) {
        EXPECT_NEAR(p.horizontal_db[i], 0.01 * static_cast<double>(i), 1e-6) << i;
        EXPECT_NEAR(p.vertical_db[i], 0.02 * static_cast<double>(i), 1e-6) << i;
    }
}

TEST(ReadMsi, TakesNameGainTiltAndBothCuts) {
    auto const p = parse_msi(Msi().text(), "a.msi");
    EXPECT_EQ(p.name, "Kathrein 742 215");
    EXPECT_NEAR(p.gain_dbi, 17.5, 1e-9);
    EXPECT_EQ(p.electrical_tilt_deg, 4);
    expect_the_usual_cuts(p);
}

TEST(ReadMsi, TakesGainInBothUnitsAndWithoutOneAsOverADipole) {
    Msi file;
    for (auto const& [line, gain_dbi] : {std::pair{"GAIN 17.3 dBi\n", 17.3},
                                         {"gain\t17.3\tDBI\n", 17.3},
                                         {"GAIN 17.3\n", 19.45},
                                         {"GAIN 17.3 dBd\n", 19.45}}) {
        file.head = line;
        EXPECT_NEAR(parse_msi(file.text(), "a.msi").gain_dbi, gain_dbi, 1e-9) << line;
    }
    file.head = "GAIN 17.3 dBm\n";
    expect_in("kathrein.msi:1 GAIN: has the unit “dBm”", problems_of(file.text()));
}

TEST(ReadMsi, TakesTheTiltFromEitherLine) {
    Msi file;
    file.head = "GAIN 15\nTILT ELECTRICAL\nELECTRICAL_TILT 6.5\n";
    EXPECT_EQ(parse_msi(file.text(), "a.msi").electrical_tilt_deg, 6.5);
    file.head = "GAIN 15\n";
    EXPECT_EQ(parse_msi(file.text(), "a.msi").electrical_tilt_deg, 0);
    file.head = "GAIN 15\nTILT 6,5\n";
    expect_in("kathrein.msi:2 TILT: is “6,5”", problems_of(file.text()));
}

TEST(ReadMsi, TakesWindowsLineEndsTabsDecimalsAByteOrderMarkAndAnyOrderOfRows) {
    Msi file;
    file.line_end = "\r\n";
    std::reverse(file.across.begin(), file.across.end());
    file.down[17] = "  17.00\t0.340\t";
    expect_the_usual_cuts(parse_msi("\xEF\xBB\xBF" + file.text(), "a.msi"));
}

TEST(ReadMsi, TakesACircleThatIsClosedBy360) {
    Msi file;
    file.across.push_back("360 0.00");
    expect_the_usual_cuts(parse_msi(file.text(), "a.msi"));
    file.across.back() = "360 0.07";
    expect_in("kathrein.msi:372 HORIZONTAL angle: angle 0 stands in line 12 already", problems_of(file.text()));
}

TEST(ReadMsi, TakesLinesThatMakersAddAnywhere) {
    Msi file;
    file.head += "X_PORT 4\nWHATEVER\n";
    file.across.back() += "\nREMARK between the cuts";
    file.down.back() += "\nEND OF FILE";
    expect_the_usual_cuts(parse_msi(file.text(), "a.msi"));
}

TEST(ReadMsi, RefusesAnAngleThatIsMissingOrComesTwice) {
    Msi file;
    file.across.erase(file.across.begin() + 41);
    expect_in("kathrein.msi:11: HORIZONTAL lacks 1 of 360 angles, the first is 41", problems_of(file.text()));
    file.across.insert(file.across.begin() + 41, "40 0.4");
    expect_in("kathrein.msi:53 HORIZONTAL angle: angle 40 stands in line 52 already", problems_of(file.text()));
}

TEST(ReadMsi, GathersEveryMistakeWithItsLine) {
    Msi file;
    file.head = "NAME two\nGAIN lots\n";
    file.across[3] = "3";
    file.across[4] = "4 0,04";
    file.across[5] = "5.5 0.05";
    file.across[6] = "abc 0.06";
    file.down[7] = "7 -0.14";
    file.down[8] = "8 1 2";
    file.down[9] = "9 nan";
    auto const text = problems_of(file.text());
    expect_in("kathrein.msi:2 GAIN: is “lots”", text);
    expect_in("kathrein.msi:7: has 1 columns, must have two", text);
    expect_in("kathrein.msi:8 HORIZONTAL attenuation: is “0,04”", text);
    expect_in("write 0.04", text);
    expect_in("kathrein.msi:9 HORIZONTAL angle: 5.5 is no whole degree", text);
    expect_in("kathrein.msi:10 HORIZONTAL angle: is “abc”", text);
    expect_in("kathrein.msi:372 VERTICAL attenuation: is “-0.14”", text);
    expect_in("kathrein.msi:373: has 3 columns", text);
    expect_in("kathrein.msi:374 VERTICAL attenuation: is “nan”", text);
}

TEST(ReadMsi, SaysWhatAFileThatIsNoPatternLacks) {
    auto const text = problems_of("hello\n");
    for (auto const* const part : {"GAIN is missing", "HORIZONTAL is missing", "VERTICAL is missing"})
        expect_in(part, text);
}

TEST(ReadMsi, RefusesACutThatComesTwice) {
    Msi file;
    auto const once = file.text();
    expect_in("kathrein.msi:733 HORIZONTAL: stands in line 11 already",
              problems_of(once + once.substr(once.find("HORIZONTAL"))));
}

TEST(ReadMsi, DoesNotTellAThousandTimesThatAFileIsWrong) {
    Msi file;
    for (auto& row : file.across) row += " 9 9";
    auto const text = problems_of(file.text());
    expect_in("HORIZONTAL: 340 more lines are wrong", text);
}

TEST(ReadMsi, RefusesWhatIsNoText) {
    expect_in("NUL byte", problems_of(std::string("GAIN\0 3", 7)));
    expect_in("UTF-8", problems_of("COMMENT 5\xB0 tilt\n" + Msi().text()));
    expect_in("UTF-16", problems_of("\xFF\xFEG"));
}

TEST(ReadMsi, ReadsAFileAndRefusesOneOfMoreThanAMegabyte) {
    auto const file = std::filesystem::path(::testing::TempDir()) / "phusong_read_msi_test.msi";
    std::ofstream(file) << Msi().text();
    expect_the_usual_cuts(read_msi(file, "a.msi"));
    std::ofstream(file, std::ios::app) << std::string(std::size_t{1} << 20, '\n');
    EXPECT_THROW((void)read_msi(file, "a.msi"), geo::FileError);
    std::filesystem::remove(file);
}

TEST(ReadMsi, GivesAPatternOrAnInputErrorForAnyDamage) {
    auto const whole = Msi().text();
    std::size_t refused = 0;
    for (std::uint32_t i = 0; i < 700; ++i) {
        auto text = whole;
        auto const draw = [&](std::uint32_t n) {
            return geo::uniform({.seed = 77, .purpose = 5, .entity = i, .draw = n});
        };
        for (std::uint32_t k = 0; k < 1 + i % 5; ++k) {
            auto const at = static_cast<std::size_t>(draw(3 * k) * static_cast<double>(text.size()));
            text[at] = static_cast<char>(draw(3 * k + 1) * 127);
            if (i % 3 == 0) text.erase(at, static_cast<std::size_t>(draw(3 * k + 2) * 400));
        }
        try {
            auto const p = parse_msi(text, "damaged.msi");
            for (float const loss_db : p.horizontal_db) EXPECT_GE(loss_db, 0);
        } catch (geo::InputError const& error) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 300U);
}

} // namespace
} // namespace phusong
