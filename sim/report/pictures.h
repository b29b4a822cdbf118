#pragma once
#include "geo/io/png_file.h"
#include "sim/radio/radio.h"
#include <optional>

namespace phusong::report {

/// What a picture's pixels are; the number is the index into its palette. Later ones are darker.
enum class Offer : std::uint8_t { outside, none, weak, good, broadband };
inline constexpr std::size_t offer_count = 5;
inline constexpr std::array<char const*, offer_count> offer_colours{"#ffffff", "#f4f1ea", "#f2c14e", "#6aaed6",
                                                                    "#0b4a8f"};

/// One year's coverage by one technology, or by the best of all of them.
struct CoveragePicture {
    int year = 0;
    std::optional<Technology> technology; ///< nothing = any: good stands for 2G or 3G, broadband for 4G or 5G
    geo::io::PalettePicture picture;
};

/// Pictures of a run, small enough for a page. Gathered while the maps exist, because a run does not keep them.
struct CoveragePictures {
    geo::Box box; ///< ground that every picture covers, projected metres
    std::vector<CoveragePicture> list;
};

/// Adds the pictures of one year; `years` of them will come. Every pixel stands for a square block of cells and shows
/// what most of its cells inside communes have (ties: the less).
void take_pictures(CoveragePictures& pictures, int year, int years, SignalMaps const& maps, World const& world,
                   Radio const& radio);

} // namespace phusong::report
