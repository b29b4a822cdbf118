#include "geo/io/atomic_file.h"
#include "geo/io/journal.h"
#include "geo/problem.h"
#include "tests/geo/io/scratch.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace phusong::geo::io {
namespace {

struct Line {
    std::string text;
    JournalPlace place;
};

std::vector<Line> lines_of(std::filesystem::path const& file) {
    std::vector<Line> lines;
    read_journal(file, [&](std::string_view line, JournalPlace place) { lines.push_back({std::string(line), place}); });
    return lines;
}

/// Of 0 to 400 kB, so that many begin in one block of the reader and end in another.
std::string line_number(int number) { return std::string(static_cast<std::size_t>(number * 7919 % 400'000), 'x'); }

TEST(Journal, ReadsItsLinesInOrderAndEachAgainByItsPlace) {
    auto const file = test::scratch() / "journal";
    {
        Journal journal(file);
        for (int i = 0; i < 40; ++i) journal.append(line_number(i));
        journal.flush();
    }
    auto const lines = lines_of(file);
    ASSERT_EQ(lines.size(), 40U);
    for (int i = 39; i >= 0; --i) {
        auto const& line = lines[static_cast<std::size_t>(i)];
        EXPECT_EQ(line.text, line_number(i));
        EXPECT_EQ(journal_line(file, line.place), line.text);
    }
    EXPECT_THROW((void)journal_line(file, {lines[3].place.at + 1, lines[3].place.size}), FileError);
    EXPECT_THROW((void)journal_line(file, {lines[39].place.at, lines[39].place.size + 10}), FileError);
}

TEST(Journal, StopsAtATornLineAndCutsItOffWhenItIsWrittenAgain) {
    auto const file = test::scratch() / "journal";
    {
        Journal journal(file);
        for (auto const* text : {"one", "two", "three"}) journal.append(text);
        journal.flush();
    }
    auto const whole = read_file(file);
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        write_file(file, whole.substr(0, length));
        auto const before = lines_of(file).size();
        EXPECT_EQ(before, static_cast<std::size_t>(std::ranges::count(whole.substr(0, length), '\n')));
        {
            Journal journal(file);
            journal.append("four");
            journal.flush();
        }
        auto const after = lines_of(file);
        ASSERT_EQ(after.size(), before + 1);
        EXPECT_EQ(after.back().text, "four");
    }
    EXPECT_TRUE(lines_of(file.string() + ".none").empty());
}

} // namespace
} // namespace phusong::geo::io
