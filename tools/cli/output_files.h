#pragma once
#include "geo/problem.h"
#include <string>
#include <vector>

namespace phusong::cli {

/// Single files that a verb is going to write, held against what it reads and against each other before anything is
/// computed. A file is itself under every name: ./a.tif, x/../a.tif, a link to it.
class OutputFiles {
  public:
    explicit OutputFiles(bool overwrite) : overwrite_(overwrite) {}
    /// Empty names are nobody's. `flag` is what the user typed before the name.
    void read(std::string flag, std::string file);
    void write(std::string flag, std::string file);
    /// Errors: UsageError where a file would be two things; FileError where there is no folder for one, or where
    ///         something is there that nobody allowed to be replaced.
    void check() const;

  private:
    struct Named {
        std::string flag, file;
    };
    void check_collisions() const;
    std::vector<Named> read_, written_;
    bool overwrite_ = false;
};

} // namespace phusong::cli
