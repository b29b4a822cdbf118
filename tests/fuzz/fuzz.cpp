#include "tests/fuzz/fuzz.h"
#include "geo/io/gdal_guard.h"
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace phusong::fuzz {

namespace fs = std::filesystem;

fs::path folder() {
    static auto const& only = *new fs::path([] { // outlives what runs at the exit
        geo::io::guard_gdal();
        auto const memory = fs::path("/dev/shm");
        auto const made =
            (fs::exists(memory) ? memory : fs::temp_directory_path()) / fmt::format("phusong-fuzz-{}", ::getpid());
        fs::create_directories(made);
        std::ofstream(made / ".phusong-project") << '\n';
        (void)std::atexit([] {
            std::error_code ignored;
            fs::remove_all(folder(), ignored);
        });
        return made;
    }());
    return only;
}

fs::path put(char const* name, std::string_view bytes) {
    auto const file = folder() / name;
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file;
}

} // namespace phusong::fuzz
