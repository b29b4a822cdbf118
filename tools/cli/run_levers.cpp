#include "geo/io/atomic_file.h"
#include "tools/cli/json_text.h"
#include "tools/cli/run.h"
#include <algorithm>
#include <fmt/ranges.h>

namespace phusong::cli {

namespace fs = std::filesystem;
using geo::say;

void extend_by_levers(RunIdentity& identity, Scenario const& scenario, std::vector<study::Lever> const& levers,
                      fs::path const& root) {
    auto const known = named_files(scenario);
    auto compared = identity; // the files that only a lever's scenario names were not read for this run's results
    extend_identity(compared, {}, root, "--levers");
    for (auto const& lever : levers) {
        auto files = lever.without ? named_files(*lever.without) : std::vector<fs::path>{};
        std::erase_if(files, [&](fs::path const& file) { return std::ranges::find(known, file) != known.end(); });
        extend_identity(compared, files, root,
                        "--levers " + (lever.without ? resolved_toml(*lever.without, root) : std::string()));
    }
    identity.input_hash = compared.input_hash;
}

void tell_levers(fs::path const& folder, Scenario const& scenario, std::vector<study::Lever> const& levers,
                 Screen const& screen) {
    if (levers.empty()) return;
    auto const manifest = Json::parse(geo::io::read_file(folder / "run.json"));
    auto const list = [](std::vector<std::string> const& idle) { return fmt::format("{}", fmt::join(idle, "; ")); };
    if (manifest.contains("levers_without_effect")) {
        auto const idle = manifest["levers_without_effect"].get<std::vector<std::string>>();
        auto const said =
            idle.empty()
                ? say("Mỗi thay đổi đều làm ít nhất một bảng khác đi.\n", "Every change changed at least one table.\n")
                : say("Thay đổi không làm bảng nào khác đi (bỏ riêng từng cái): {}\n",
                      "Changes that changed no table (each left out by itself): {}\n", list(idle));
        return screen.data(said.in(screen.language));
    }
    auto const same = study::levers_without_meaning(scenario, levers);
    if (!same.empty())
        screen.tell(say("Đã là như thế khi không nêu, nên không thay đổi gì: {}",
                        "Already so without being given, so nothing is changed by: {}", list(same)));
}

} // namespace phusong::cli
