#include "geo/io/atomic_file.h"
#include "geo/io/temporary_name.h"
#include "scratch.h"
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace phusong::geo::io {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(fs::path const& folder) {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

TEST(WriteFile, ReplacesTheOldFileAndLeavesNothingElse) {
    auto const folder = test::scratch();
    auto const file = folder / "Hà Giang.csv";
    write_file(file, "old");
    write_file(file, std::string("new\0bytes", 9));
    EXPECT_EQ(read_file(file), std::string("new\0bytes", 9));
    EXPECT_EQ(names_in(folder), std::vector<std::string>{"Hà Giang.csv"});
}

TEST(WriteFile, IsNotDisturbedByALeftoverOfADeadProcess) {
    auto const folder = test::scratch();
    std::ofstream(folder / temporary_name("a.txt", ::gettid())) << "torn";
    write_file(folder / "a.txt", "whole");
    EXPECT_EQ(names_in(folder), std::vector<std::string>{"a.txt"});
}

TEST(WriteFile, LetsThreadsWriteOneFileAtOnce) {
    auto const file = test::scratch() / "shared.bin";
    auto const write = [&](char letter) {
        for (std::size_t i = 0; i < 60; ++i) write_file(file, std::string(20'000 + 700 * i, letter));
    };
    std::thread a(write, 'a'), b(write, 'b');
    for (int i = 0; i < 200; ++i) {
        std::error_code none_yet;
        if (!fs::exists(file, none_yet)) continue;
        auto const bytes = read_file(file);
        ASSERT_EQ(bytes, std::string(bytes.size(), bytes.front())) << "a mixture";
    }
    a.join();
    b.join();
    EXPECT_EQ(read_file(file).size(), 20'000U + 700 * 59);
    EXPECT_EQ(names_in(file.parent_path()), std::vector<std::string>{"shared.bin"});
}

TEST(WriteFile, KeepsTheOldFileWhenTheDiskRefuses) {
    auto const file = test::put(test::scratch() / "map.tif", "old");
    auto const child = ::fork(); // a file size limit stands in for a full disk
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{4096, 4096};
        (void)::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            write_file(file, std::string(50'000, 'x'));
        } catch (FileError const& error) {
            std::string const text = error.what();
            ::_exit(text.find("cannot be written: the file is larger than allowed") == std::string::npos ? 3 : 0);
        }
        ::_exit(2);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_EQ(read_file(file), "old");
    EXPECT_EQ(names_in(file.parent_path()), std::vector<std::string>{"map.tif"});
}

TEST(WriteFile, SaysWhenTheFolderIsMissing) {
    auto const text = test::problems_of<FileError>([] { write_file("/nowhere/out.csv", "x"); });
    EXPECT_NE(text.find("there is no such file or folder"), std::string::npos) << text;
}

TEST(ReadFile, RefusesWhatIsNotAnOrdinaryFile) {
    auto const folder = test::scratch();
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_NE(test::problems_of<FileError>([&] { return read_file(folder / "pipe"); }).find("not an ordinary file"),
              std::string::npos);
    EXPECT_NE(test::problems_of<FileError>([&] { return read_file(folder); }).find("is a folder"), std::string::npos);
    EXPECT_NE(test::problems_of<FileError>([&] { return read_file("/dev/zero"); }).find("not an ordinary file"),
              std::string::npos);
}

TEST(ReadFile, RefusesAFileOverTheLimit) {
    auto const file = test::put(test::scratch() / "long.csv", "1234567");
    EXPECT_EQ(read_file(file, 7), "1234567");
    EXPECT_NE(test::problems_of<FileError>([&] { return read_file(file, 6); }).find("larger than 6 bytes"),
              std::string::npos);
}

TEST(AtomicFolder, AppearsWholeOnCommit) {
    auto const place = test::scratch();
    AtomicFolder folder(place / "runs", false);
    fs::create_directories(folder.working() / "maps");
    write_file(folder.working() / "maps" / "a.tif", "tiff");
    write_file(folder.working() / "run.json", "{}");
    EXPECT_FALSE(fs::exists(place / "runs"));
    folder.commit();
    EXPECT_EQ(names_in(place), std::vector<std::string>{"runs"});
    EXPECT_EQ(read_file(place / "runs" / "maps" / "a.tif"), "tiff");
}

TEST(AtomicFolder, LeavesNothingWithoutCommit) {
    auto const place = test::scratch();
    {
        AtomicFolder folder(place / "runs", false);
        write_file(folder.working() / "run.json", "{}");
        EXPECT_EQ(folder.working().filename().string().front(), '.');
    }
    EXPECT_TRUE(names_in(place).empty());
}

TEST(AtomicFolder, ReplacesAnOldFolderOnlyWhenAskedTo) {
    auto const place = test::scratch();
    test::put(place / "runs" / "old.csv", "old");
    auto const text = test::problems_of<FileError>([&] { AtomicFolder(place / "runs", false); });
    EXPECT_NE(text.find("--overwrite"), std::string::npos) << text;
    AtomicFolder folder((place / "runs/").string(), true);
    write_file(folder.working() / "new.csv", "new");
    EXPECT_TRUE(fs::exists(place / "runs" / "old.csv"));
    folder.commit();
    EXPECT_EQ(names_in(place), std::vector<std::string>{"runs"});
    EXPECT_EQ(names_in(place / "runs"), std::vector<std::string>{"new.csv"});
}

TEST(AtomicFolder, DoesNotOverwriteAFolderThatAppearedMeanwhile) {
    auto const place = test::scratch();
    AtomicFolder folder(place / "runs", false);
    test::put(place / "runs" / "theirs.csv", "theirs");
    EXPECT_NE(test::problems_of<FolderTaken>([&] { folder.commit(); }).find("it exists already"), std::string::npos);
    EXPECT_EQ(read_file(place / "runs" / "theirs.csv"), "theirs");
}

TEST(AtomicFolder, OfTwoThatComeToOnePlaceTheSecondFindsItTaken) {
    auto const place = test::scratch();
    fs::create_directory(place / "runs"); // an empty folder is as good as none
    AtomicFolder first(place / "runs", false);
    write_file(first.working() / "a.csv", "first");
    auto const late = ::fork(); // a process of its own, with a working folder of its own
    if (late == 0) {
        try {
            AtomicFolder second(place / "runs", false);
            write_file(second.working() / "a.csv", "second");
            second.commit();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(late, &status, 0), late);
    EXPECT_EQ(status, 0);
    EXPECT_THROW(first.commit(), FolderTaken);
    EXPECT_EQ(read_file(place / "runs" / "a.csv"), "second");
}

TEST(AtomicFolder, RemovesWhatAKilledProcessLeftButNothingElse) {
    auto const place = test::scratch();
    auto const child = ::fork();
    if (child == 0) {
        AtomicFolder folder(place / "runs", false);
        write_file(folder.working() / "half.csv", "half");
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(names_in(place).size(), 1u);
    auto const living = temporary_name("runs", ::getppid());
    std::string const elsewhere = ".runs.other-machine.999999999.tmp", other = temporary_name("other", 999999999);
    for (auto const& name : {living, std::string(".runs.tmp"), other, elsewhere}) test::put(place / name / "x", "x");
    AtomicFolder folder(place / "runs", false);
    folder.commit();
    auto names = std::vector<std::string>{other, elsewhere, ".runs.tmp", "runs", living};
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names_in(place), names);
    EXPECT_FALSE(fs::exists(place / "runs" / "half.csv"));
}

TEST(AtomicFolder, NeverReplacesAFileOrTheCurrentFolder) {
    auto const place = test::scratch();
    test::put(place / "file", "x");
    EXPECT_NE(test::problems_of<FileError>([&] { AtomicFolder(place / "file", true); }).find("not a folder"),
              std::string::npos);
    EXPECT_NE(test::problems_of<FileError>([&] { AtomicFolder(fs::current_path(), true); }).find("current folder"),
              std::string::npos);
}

} // namespace
} // namespace phusong::geo::io
