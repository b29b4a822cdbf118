#include "geo/io/kept_files.h"
#include "geo/io/temporary_name.h"
#include "scratch.h"
#include <chrono>
#include <sys/wait.h>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

/// A file used `hours` ago.
fs::path put_used(fs::path const& file, std::size_t bytes, int hours) {
    test::put(file, std::string(bytes, 'k'));
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(hours));
    return file;
}

std::vector<std::string> names(std::vector<KeptFile> const& files) {
    std::vector<std::string> out;
    for (auto const& file : files) out.push_back(file.path.filename().string());
    return out;
}

TEST(KeptFiles, AreListedFromTheOneUsedLongestAgoAndByNameWhenUsedAtOnce) {
    auto const folder = test::scratch();
    put_used(folder / "new.loss", 3, 2);
    put_used(folder / "old.loss", 5, 9);
    put_used(folder / "b.loss", 7, 4);
    fs::copy_file(folder / "b.loss", folder / "a.loss");
    fs::last_write_time(folder / "a.loss", fs::last_write_time(folder / "b.loss"));
    put_used(folder / "other.tif", 3, 1);
    put_used(folder / ".half.loss.77.tmp", 3, 1);
    EXPECT_EQ(names(kept_files(folder, ".loss")),
              (std::vector<std::string>{"old.loss", "a.loss", "b.loss", "new.loss"}));
    EXPECT_TRUE(kept_files(folder / "nowhere", ".loss").empty());
}

TEST(KeptFiles, ReadingAFileMakesItTheNewest) {
    auto const folder = test::scratch();
    put_used(folder / "a.loss", 3, 9);
    put_used(folder / "b.loss", 5, 2);
    EXPECT_EQ(read_kept(folder / "a.loss", 99), "kkk");
    EXPECT_EQ(names(kept_files(folder, ".loss")), (std::vector<std::string>{"b.loss", "a.loss"}));
    EXPECT_EQ(read_kept(folder / "c.loss", 99), std::nullopt);
    EXPECT_THROW((void)read_kept(folder / "b.loss", 4), FileError);
}

TEST(KeptFiles, DropTheOnesUsedLongestAgoButNotTheNewest) {
    auto const folder = test::scratch();
    put_used(folder / "a.loss", 30, 9);
    put_used(folder / "b.loss", 50, 7);
    put_used(folder / "c.loss", 70, 3);
    put_used(folder / "d.tif", 900, 9);
    EXPECT_EQ(drop_oldest(folder, ".loss", 120), 120U);
    EXPECT_EQ(names(kept_files(folder, ".loss")), (std::vector<std::string>{"b.loss", "c.loss"}));
    EXPECT_EQ(drop_oldest(folder, ".loss", 60, folder / "b.loss"), 50U);
    EXPECT_EQ(drop_oldest(folder, ".loss", 0, folder / "b.loss"), 50U);
    EXPECT_TRUE(fs::exists(folder / "d.tif"));
}

TEST(KeptFiles, ClearAwayWhatADeadWriterLeftBehindLongAgo) {
    auto const folder = test::scratch();
    auto const dead = ::fork();
    if (dead == 0) ::_exit(0);
    ASSERT_EQ(::waitpid(dead, nullptr, 0), dead);
    auto const half = [&](auto number) { return folder / temporary_name("a.loss", number); };
    put_used(half(dead), 4, 2);
    put_used(half(::getpid()), 4, 2);
    drop_oldest(folder, ".loss", 999);
    EXPECT_FALSE(fs::exists(half(dead)));
    EXPECT_TRUE(fs::exists(half(::getpid()))); // we live
    put_used(half(dead), 4, 0);
    drop_oldest(folder, ".loss", 999);
    EXPECT_TRUE(fs::exists(half(dead))); // perhaps of another machine, still writing
}

} // namespace
} // namespace phusong::geo::io
