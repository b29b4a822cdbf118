#pragma once
#include <filesystem>
#include <map>
#include <string>

namespace phusong::test {

/// What the program said and how it ended.
struct Said {
    int code = 0;
    std::string out, err;
};

/// Runs `phusong ARGUMENTS` through the shell in `folder`, without a terminal, in English unless `environment` (as
/// "LANG=vi_VN.UTF-8") says otherwise. `prefix` stands before the program ("timeout -s INT 1").
struct Call {
    std::filesystem::path folder;
    std::string environment = "LC_ALL=C LANGUAGE= LANG=en_US.UTF-8";
    std::string prefix = {};
};
[[nodiscard]] Said phusong(std::string const& arguments, Call const& call);

/// A folder of its own for one test, removed at the end.
struct Folder {
    explicit Folder(std::string const& name);
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder();
    std::filesystem::path path;
};

[[nodiscard]] std::string contents(std::filesystem::path const& file);
void write(std::filesystem::path const& file, std::string const& text);
/// Every file below a folder with its bytes, but timing.json and log.txt.
[[nodiscard]] std::map<std::string, std::string> tree(std::filesystem::path const& folder);

} // namespace phusong::test
