// run.json of a folder that says it is a finished run, and the lines of a study's journal.
#include "sim/compare/read_manifest.h"
#include "sim/study/record.h"
#include "tests/fuzz/fuzz.h"
#include <nlohmann/json.hpp>

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const bytes = fuzz::view(data, size);
    (void)fuzz::put("run.json", bytes);
    fuzz::survive([&] {
        try {
            (void)read_manifest(fuzz::folder());
        } catch (Torn const&) {                      // what compare tells of a folder
        } catch (nlohmann::json::exception const&) { // the same
        }
    });
    if (auto const record = study::record_of(bytes)) (void)study::record_of(study::line_of(*record));
    return 0;
}
