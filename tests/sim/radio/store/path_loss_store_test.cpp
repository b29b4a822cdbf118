#include "geo/io/atomic_file.h"
#include "geo/io/hash.h"
#include "sim/radio/store/path_loss_store.h"
#include <algorithm>
#include <chrono>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace phusong {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t plenty = std::uint64_t{1} << 30;

fs::path scratch() {
    auto const* const info = ::testing::UnitTest::GetInstance()->current_test_info();
    auto const folder = fs::canonical(::testing::TempDir()) / "phusong_radio_store" / info->name();
    fs::remove_all(folder);
    return folder;
}

PathLossKey key(int number) { return key_of({.terrain_sha256 = "5c1f", .model_version = number}); }

/// A window whose every number follows from `number`.
PathLoss loss(int number) {
    PathLoss out{.first_row = 7 * number, .first_col = 3, .rows = 20 + number, .cols = 31, .centi_db = {}};
    for (int i = 0; i < out.rows * out.cols; ++i) out.centi_db.push_back(static_cast<std::uint16_t>(7 * i + number));
    out.centi_db.front() = PathLoss::none;
    return out;
}

bool same(std::optional<PathLoss> const& a, PathLoss const& b) {
    return a && a->first_row == b.first_row && a->first_col == b.first_col && a->rows == b.rows && a->cols == b.cols &&
           a->centi_db == b.centi_db;
}

std::vector<fs::path> files_in(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::uint64_t bytes_in(fs::path const& folder) {
    std::uint64_t sum = 0;
    for (auto const& file : files_in(folder)) sum += fs::file_size(file);
    return sum;
}

TEST(PathLossStore, GivesBackWhatWasPutAlsoToAnotherRun) {
    auto const folder = scratch();
    PathLossStore store(folder, plenty);
    EXPECT_EQ(store.find(key(3)), std::nullopt);
    store.put(key(3), loss(3));
    store.put(key(4), loss(4));
    EXPECT_TRUE(same(store.find(key(3)), loss(3)));
    EXPECT_TRUE(same(PathLossStore(folder, plenty).find(key(4)), loss(4)));
    EXPECT_TRUE(store.take_remarks().empty());
    EXPECT_EQ(files_in(folder).size(), 2U);
}

TEST(PathLossStore, KeepsAWindowWithoutCells) {
    PathLossStore store(scratch(), plenty);
    PathLoss const nothing{.first_row = 5, .first_col = 6, .rows = 0, .cols = 0, .centi_db = {}};
    store.put(key(2), nothing);
    EXPECT_TRUE(same(store.find(key(2)), nothing));
}

TEST(PathLossStore, WithoutAFolderKeepsNothing) {
    PathLossStore store({}, plenty);
    store.put(key(3), loss(3));
    EXPECT_EQ(store.find(key(3)), std::nullopt);
}

TEST(PathLossStore, DiscardsAFileWithAnyByteWrongAndSaysSo) {
    auto const folder = scratch();
    PathLossStore store(folder, plenty);
    store.put(key(3), loss(3));
    auto const file = files_in(folder).front();
    auto const whole = geo::io::read_file(file);
    for (std::size_t at = 0; at < whole.size(); at += at < 240 ? 1 : 97) {
        auto wrong = whole;
        wrong[at] = static_cast<char>(wrong[at] ^ 4);
        geo::io::write_file(file, wrong);
        EXPECT_EQ(store.find(key(3)), std::nullopt) << at;
        EXPECT_FALSE(fs::exists(file)) << at;
        auto const remarks = store.take_remarks();
        ASSERT_EQ(remarks.size(), 1U) << at;
        EXPECT_NE(remarks[0].en.find(file.filename().string()), std::string::npos);
        EXPECT_NE(remarks[0].vi, remarks[0].en);
    }
    store.put(key(3), loss(3));
    EXPECT_TRUE(same(store.find(key(3)), loss(3)));
}

TEST(PathLossStore, DiscardsAFileThatIsTornLongerOrAnothers) {
    auto const folder = scratch();
    PathLossStore store(folder, plenty);
    store.put(key(3), loss(3));
    auto const file = files_in(folder).front();
    auto const whole = geo::io::read_file(file);
    store.put(key(4), loss(4));
    fs::remove(file);
    auto const other = geo::io::read_file(files_in(folder).front()); // whole and right, but of another key
    for (auto const& bytes : {whole.substr(0, whole.size() - 2), whole.substr(0, 71), std::string{}, whole + "xx",
                              other, std::string("hello, I am a note")}) {
        geo::io::write_file(file, bytes);
        EXPECT_EQ(store.find(key(3)), std::nullopt) << bytes.size();
        EXPECT_EQ(store.take_remarks().size(), 1U) << bytes.size();
    }
}

TEST(PathLossStore, RefusesAWindowThatIsNotTheSizeOfItsNumbersEvenWithARightChecksum) {
    auto const folder = scratch();
    PathLossStore store(folder, plenty);
    store.put(key(3), loss(3));
    auto const file = files_in(folder).front();
    auto const whole = geo::io::read_file(file);
    for (auto const* const window : {"window 21 3 23 32", "window 21 3 -23 31", "window 21 3 2147483647 2147483647",
                                     "window 21 3 99999999999 31", "window 21 3 23", "windows 21 3 23 31"}) {
        auto rest = whole.substr(72);
        std::string const right = "window 21 3 23 31";
        ASSERT_NE(rest.find(right), std::string::npos);
        rest.replace(rest.find(right), right.size(), window);
        geo::io::write_file(file, "sha256 " + geo::io::sha256(rest) + "\n" + rest);
        EXPECT_EQ(store.find(key(3)), std::nullopt) << window;
    }
}

TEST(PathLossStore, NeverKeepsMoreThanItMay) {
    auto const folder = scratch();
    PathLossStore store(folder, 10'000); // each window has 1.5 to 3.1 kB
    for (int i = 2; i < 30; ++i) {
        store.put(key(i), loss(i));
        EXPECT_LE(bytes_in(folder), 10'000U) << i;
        EXPECT_TRUE(same(store.find(key(i)), loss(i))) << i; // the newest always stays
    }
    EXPECT_GE(files_in(folder).size(), 3U);
    PathLossStore small(folder, 1'000);
    small.put(key(99), loss(9)); // alone too large
    EXPECT_EQ(small.find(key(99)), std::nullopt);
}

TEST(PathLossStore, DropsWhatWasUsedLongestAgo) {
    auto const folder = scratch();
    PathLossStore store(folder, plenty);
    for (int i : {2, 3, 4}) store.put(key(i), loss(i));
    for (auto const& file : files_in(folder))
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(5));
    EXPECT_TRUE(store.find(key(2))); // used now
    PathLossStore tight(folder, bytes_in(folder) + 1'000);
    tight.put(key(5), loss(5));
    EXPECT_TRUE(tight.find(key(2)));
    EXPECT_TRUE(tight.find(key(5)));
    EXPECT_EQ(tight.find(key(3)).has_value() + tight.find(key(4)).has_value(), 1); // one of the old ones had to go
}

TEST(PathLossStore, IsSafeForThreadsThatPutTheSame) {
    auto const folder = scratch();
    PathLossStore store(folder, 20'000);
    auto const work = [&] {
        for (int i = 0; i < 60; ++i) {
            store.put(key(i % 9), loss(i % 9));
            auto const found = store.find(key((i + 4) % 9)); // another thread may have driven it out
            EXPECT_TRUE(!found || same(found, loss((i + 4) % 9)));
        }
    };
    std::thread a(work), b(work), c(work);
    a.join(), b.join(), c.join();
    EXPECT_TRUE(store.take_remarks().empty());
    EXPECT_LE(bytes_in(folder), 20'000U);
}

TEST(PathLossStore, IsSafeForProcessesThatPutTheSame) {
    auto const folder = scratch();
    auto const work = [&]() -> int {
        PathLossStore store(folder, 12'000);
        for (int i = 0; i < 80; ++i) {
            store.put(key(i % 9), loss(i % 9));
            if (auto const found = store.find(key((i + 3) % 9)); found && !same(found, loss((i + 3) % 9))) return 3;
        }
        return store.take_remarks().empty() ? 0 : 4;
    };
    std::vector<pid_t> children;
    for (int i = 0; i < 3; ++i) {
        auto const child = ::fork();
        if (child == 0) {
            int status = 5;
            try {
                status = work();
            } catch (std::exception const&) {
            }
            ::_exit(status);
        }
        children.push_back(child);
    }
    for (auto const child : children) {
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_EQ(WEXITSTATUS(status), 0);
    }
    PathLossStore store(folder, 12'000);
    store.put(key(1), loss(1));
    EXPECT_LE(bytes_in(folder), 12'000U); // and nothing half written is left
}

TEST(PathLossStore, SaysWhenTheFolderCannotBeWritten) {
    auto const folder = scratch();
    fs::create_directories(folder.parent_path());
    geo::io::write_file(folder, "a file stands where the folder should be");
    PathLossStore store(folder, plenty);
    EXPECT_EQ(store.find(key(3)), std::nullopt);
    EXPECT_THROW(store.put(key(3), loss(3)), geo::FileError);
}

} // namespace
} // namespace phusong
