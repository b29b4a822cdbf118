// The database of a study, as a later reader opens it.
#include "geo/io/sqlite_file.h"
#include "tests/fuzz/fuzz.h"

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const bytes = fuzz::view(data, size);
    (void)geo::io::acting_tables(bytes);
    auto const file = fuzz::put("study.db", bytes);
    fuzz::survive([&] { geo::io::read_sqlite(file, "SELECT * FROM run", [](auto const&) {}); });
    return 0;
}
