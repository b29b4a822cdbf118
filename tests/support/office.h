#pragma once
#include <filesystem>
#include <string>

namespace phusong::test {

/// LibreOffice is installed.
[[nodiscard]] bool office_is_here();
inline constexpr auto no_office = "LibreOffice is not installed; tools/test office installs it";

/// Opens files (quoted for the shell) in LibreOffice and keeps what it sees of them in `folder`, in the format `as`,
/// which is also its home. `more`: further options. Result: true when it ended well, within five minutes.
[[nodiscard]] bool open_in_office(std::string const& files, std::string const& as, std::filesystem::path const& folder,
                                  std::string const& more = {});

/// Comma, quotes, UTF-8, text as it is; every sheet into a file of its own.
inline constexpr auto sheets_as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

} // namespace phusong::test
