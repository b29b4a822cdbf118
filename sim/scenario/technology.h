#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace phusong {

enum class Technology : std::uint8_t { g2, g3, g4, g5 };
inline constexpr std::size_t technology_count = 4;
inline constexpr std::array<Technology, technology_count> technologies{Technology::g2, Technology::g3, Technology::g4,
                                                                       Technology::g5};
inline constexpr std::array<std::string_view, technology_count> technology_names{"2g", "3g", "4g", "5g"};

[[nodiscard]] constexpr std::size_t index(Technology t) { return static_cast<std::size_t>(t); }
[[nodiscard]] constexpr std::string_view name(Technology t) { return technology_names[index(t)]; }

/// A set of technologies, one bit each.
struct TechnologySet {
    std::uint8_t bits = 0;
    [[nodiscard]] constexpr bool has(Technology t) const { return (bits >> index(t) & 1U) != 0; }
    constexpr void add(Technology t) { bits = static_cast<std::uint8_t>(bits | 1U << index(t)); }
    [[nodiscard]] constexpr bool empty() const { return bits == 0; }
    [[nodiscard]] constexpr int count() const {
        int n = 0;
        for (auto t : technologies) n += has(t) ? 1 : 0;
        return n;
    }
    friend constexpr bool operator==(TechnologySet, TechnologySet) = default;
};

/// 4G or 5G among them.
[[nodiscard]] constexpr bool has_broadband(TechnologySet set) {
    return set.has(Technology::g4) || set.has(Technology::g5);
}

} // namespace phusong
