#pragma once
#include <optional>
#include <string>

namespace phusong::cli {

/// Progress for other programs: one JSON object a line, {"stage": "…", "share": 0.25, "left_s": 12.0}. share: of the
/// stage, in [0, 1]. left_s: of the stage, by how long it has taken so far; not there while nothing can be said.
class ProgressLines {
  public:
    /// The next line, with its end, when the stage is another one or a whole percent further; nothing otherwise.
    /// now_s: by any clock that only goes forward.
    [[nodiscard]] std::optional<std::string> next(std::string const& stage, double share, double now_s);

  private:
    std::string stage_;
    int percent_ = -1; ///< told last
    double begun_s_ = 0;
};

} // namespace phusong::cli
