#include "tools/cli/json_text.h"
#include "tools/cli/program.h"
#include "tools/cli/run.h"
#include <omp.h>

namespace phusong::cli {

void Diary::stage(std::string name) {
    if (stages_.empty() || stages_.back().first != name) stages_.emplace_back(std::move(name), Clock::now());
}

std::string Diary::timing_json() const {
    auto const seconds = [](Clock::time_point from, Clock::time_point to) {
        return std::round(std::chrono::duration<double>(to - from).count() * 1000) / 1000;
    };
    auto const now = Clock::now();
    Json stages = Json::array();
    for (std::size_t i = 0; i < stages_.size(); ++i) {
        auto const end = i + 1 < stages_.size() ? stages_[i + 1].second : now;
        stages.push_back({{"stage", stages_[i].first}, {"seconds", seconds(stages_[i].second, end)}});
    }
    return dump({{"version", program_version()},
                 {"threads", omp_get_max_threads()},
                 {"seconds", seconds(begun_, now)},
                 {"stages", stages}});
}

std::string log_text(World const& world, Outcome const& outcome, std::vector<std::string> const& gdal_messages) {
    std::string text;
    for (auto const* notes : {&world.remarks, &world.notes, &outcome.notes})
        for (auto const& note : *notes) text += note.vi + "\n  " + note.en + '\n';
    for (auto const& message : gdal_messages) text += "GDAL: " + message + '\n';
    return text;
}

} // namespace phusong::cli
