#include "sim/output/source_words.h"

namespace phusong {

geo::Message source_words(Scenario const& scenario, Field const& field) {
    auto const source = scenario.sources.find(field.key);
    if (source == scenario.sources.end())
        return {"giả định của dự án này, trừ khi docs/models.md nêu nguồn",
                "assumption of this project, unless docs/models.md states a source"};
    if (!source->second.note.empty()) return {source->second.note, source->second.note};
    if (field.key == "name" || field.key.starts_with("title_")) return {"tên gọi", "a name"}; // needs no source
    return {"tệp không ghi nguồn", "the file states no source"};
}

} // namespace phusong
