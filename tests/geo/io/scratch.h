#pragma once
#include "geo/io/atomic_file.h"
#include "geo/problem.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace phusong::geo::io::test {

/// An empty folder of this test's own, under the test run's temporary folder.
inline std::filesystem::path scratch() {
    auto const* const info = ::testing::UnitTest::GetInstance()->current_test_info();
    auto const folder = std::filesystem::canonical(::testing::TempDir()) / "phusong_geo_io" /
                        (std::string(info->test_suite_name()) + "_" + info->name());
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::filesystem::path put(std::filesystem::path const& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    write_file(file, bytes);
    return file;
}

/// All problems of the Failure that `call` throws, as English text; fails the test when it throws none.
template <class Error, class Call> std::string problems_of(Call&& call) {
    try {
        (void)call();
    } catch (Error const& error) {
        for (auto const& problem : error.problems) {
            EXPECT_FALSE(problem.what.vi.empty());
            EXPECT_NE(problem.what.vi, problem.what.en);
            EXPECT_EQ(problem.hint.vi.empty(), problem.hint.en.empty());
        }
        return error.what();
    } catch (std::exception const& other) {
        ADD_FAILURE() << "another error: " << other.what();
        return {};
    }
    ADD_FAILURE() << "no error";
    return {};
}

inline void expect_in(std::string const& part, std::string const& text) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

} // namespace phusong::geo::io::test
