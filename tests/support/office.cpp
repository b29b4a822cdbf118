#include "tests/support/office.h"
#include <cstdlib>
#include <fmt/format.h>

namespace phusong::test {

bool office_is_here() { return std::system("command -v soffice >/dev/null 2>&1") == 0; }

bool open_in_office(std::string const& files, std::string const& as, std::filesystem::path const& folder,
                    std::string const& more) {
    std::filesystem::create_directories(folder);
    // A locale that is not installed would leave it without letters beyond ASCII, in names of files too.
    auto const command = fmt::format("HOME='{0}' LC_ALL=C.UTF-8 timeout 300 soffice --headless {3} --convert-to '{1}' "
                                     "--outdir '{0}' {2} >/dev/null 2>&1",
                                     folder.string(), as, files, more);
    return std::system(command.c_str()) == 0;
}

} // namespace phusong::test
