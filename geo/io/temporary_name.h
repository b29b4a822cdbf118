#pragma once
#include <string>
#include <string_view>

namespace phusong::geo::io {

/// Hidden name under which `final_name` is made before it is renamed: ".NAME.MACHINE.NUMBER.tmp". `number` is the
/// thread or process that makes it; machines that share a disk do not meet, since each puts its own name in.
[[nodiscard]] std::string temporary_name(std::string_view final_name, int number);

/// Whether a thread or process of this machine made `name` by temporary_name() for `final_name` (empty: for any) and
/// runs no more.
[[nodiscard]] bool left_by_the_dead(std::string_view name, std::string_view final_name = {});

} // namespace phusong::geo::io
