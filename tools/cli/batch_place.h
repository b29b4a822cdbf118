#pragma once
#include "geo/io/journal.h"
#include "sim/study/results.h"
#include "tools/cli/batch_flags.h"
#include "tools/cli/result_place.h"
#include <filesystem>
#include <string>
#include <vector>

namespace phusong::cli {

/// Everything that decides the records of a study: every option, what it draws, every file it names, the version.
[[nodiscard]] std::string identity_of(study::Study const& study, std::filesystem::path const& project_root);

/// What lies where the study is to be written. Errors: FileError for anything that is not to be replaced.
[[nodiscard]] Place look_at_study(std::filesystem::path const& folder, std::string const& identity, bool overwrite);

/// The folder beside it in which it is computed.
[[nodiscard]] std::filesystem::path unfinished_of(std::filesystem::path const& folder);

/// A study under way: the folder FOLDER.unfinished with its journals, one per part, held by this process.
class Unfinished {
  public:
    /// Makes or finds the folder. Errors: FileError when another study or one of another build of the program lies
    /// there (and not `overwrite`), or when others work in it: several parts may at once, the whole only alone.
    Unfinished(std::filesystem::path const& folder, std::string const& identity, Shard shard, bool overwrite);
    [[nodiscard]] geo::io::Journal& journal() { return journal_; }
    /// Of all journals, whatever part wrote them, by run; a run that two have is the same in both. Without `on_air` and
    /// `communes`: the journals keep these, and `whole` reads them. A run that none has is numbered `runs`.
    [[nodiscard]] std::vector<study::Record> records(std::size_t runs);
    /// All of a run that `records` has found. Errors: FileError.
    [[nodiscard]] study::Record whole(std::size_t run) const;
    void remove();

  private:
    std::filesystem::path folder_;
    geo::io::FolderLock lock_;
    geo::io::Journal journal_;
    struct Place {
        std::size_t file = 0; ///< of files_
        geo::io::JournalPlace place;
    };
    std::vector<std::filesystem::path> files_; ///< journals
    std::vector<Place> places_;                ///< per run, once `records` has been called
};

/// Tables, workbooks and database of a finished study. Errors: FileError.
void write_tables(std::filesystem::path const& folder, study::Results const& results);
/// study.json, which says what the folder holds and lists every file in it: the last one. Errors: FileError.
void write_list(std::filesystem::path const& folder, study::Results const& results, std::string const& identity);

} // namespace phusong::cli
