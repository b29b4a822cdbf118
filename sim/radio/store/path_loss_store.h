#pragma once
#include "geo/message.h"
#include "sim/radio/store/path_loss_key.h"
#include "sim/radio/sweep/path_loss.h"
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

namespace phusong {

/// Path loss kept in a folder between runs, one file a transmitter and band, named by its key. When the files become
/// more than `max_bytes`, those used longest ago go. A file that is damaged, cut short or something else is removed,
/// told in the remarks, and counts as not there. docs/formats.md describes the file. Errors:  FileError when the folder
/// cannot be written, or a file is there and cannot be read. Threads: several threads and processes may use one folder
/// at once. Each process counts what it writes itself, so
///          several together may for a while keep more than `max_bytes`.
class PathLossStore {
  public:
    /// An empty folder name keeps nothing.
    PathLossStore(std::filesystem::path folder, std::uint64_t max_bytes);

    [[nodiscard]] std::optional<PathLoss> find(PathLossKey const& key);
    /// The file appears whole or not at all. One that alone is larger than `max_bytes` is not kept.
    void put(PathLossKey const& key, PathLoss const& loss);
    /// About files of this machine: for its log, never for a file that run.json lists. They are told once.
    [[nodiscard]] std::vector<geo::Message> take_remarks();

  private:
    [[nodiscard]] std::filesystem::path file_of(PathLossKey const& key) const;
    void remark(geo::Message text);

    std::filesystem::path folder_;
    std::uint64_t max_bytes_;
    std::mutex mutex_;                        ///< of what follows
    std::optional<std::uint64_t> kept_bytes_; ///< as far as this process knows; unknown before the first put
    std::vector<geo::Message> remarks_;
};

} // namespace phusong
