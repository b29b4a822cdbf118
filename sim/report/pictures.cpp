#include "sim/report/pictures.h"
#include <algorithm>
#include <cmath>

namespace phusong::report {
namespace {

/// Pixels of all pictures together: with the PNG's compression and base64 they stay well under 2 MB of page.
constexpr double most_pixels = 9e6;
constexpr double most_side = 640; ///< px; more is not seen in half an A4 page

Offer offer_of(float dbm, double threshold_dbm, bool broadband) {
    if (std::isnan(dbm)) return Offer::none; // weaker than the weak band, see SignalMaps
    if (double{dbm} < threshold_dbm) return Offer::weak;
    return broadband ? Offer::broadband : Offer::good;
}

Offer offer_at(SignalMaps const& maps, Radio const& radio, std::uint32_t cell, std::optional<Technology> only) {
    Offer best = Offer::none;
    for (auto const t : technologies) {
        auto const& raster = maps.best_dbm[index(t)];
        if ((only && *only != t) || raster.values.size() == 0) continue;
        bool const broadband = t == Technology::g4 || t == Technology::g5;
        best = std::max(best, offer_of(raster.at(cell), radio.budget[index(t)].threshold_dbm, broadband));
    }
    return best;
}

/// What most cells of a block have; cells outside communes count only where there are no others.
std::uint8_t most_of(std::array<int, offer_count> const& count) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < offer_count; ++i)
        if (count[i] > (best == 0 ? 0 : count[best])) best = i;
    return static_cast<std::uint8_t>(best);
}

geo::io::PalettePicture draw(SignalMaps const& maps, World const& world, Radio const& radio, int block,
                             std::optional<Technology> only) {
    auto const& grid = world.grid;
    geo::io::PalettePicture picture{(grid.rows + block - 1) / block, (grid.cols + block - 1) / block, {}, {}};
    for (std::size_t i = 0; i < offer_count; ++i) {
        auto const rgb = std::stoul(std::string(offer_colours[i]).substr(1), nullptr, 16);
        auto const byte = [&](unsigned shift) { return static_cast<std::uint8_t>(rgb >> shift & 255U); };
        picture.palette.push_back({byte(16), byte(8), byte(0), static_cast<std::uint8_t>(i == 0 ? 0 : 255)});
    }
    for (int row = 0; row < grid.rows; row += block)
        for (int col = 0; col < grid.cols; col += block) {
            std::array<int, offer_count> count{};
            for (int r = row; r < std::min(row + block, grid.rows); ++r)
                for (int c = col; c < std::min(col + block, grid.cols); ++c)
                    if (world.commune_of_cell(r, c) != geo::outside)
                        ++count[static_cast<std::size_t>(offer_at(maps, radio, grid.index(r, c), only))];
            picture.pixel.push_back(most_of(count));
        }
    return picture;
}

int block_of(geo::Grid const& grid, int years) {
    double const pictures = years * (1.0 + technology_count);
    double const by_sum = std::sqrt(static_cast<double>(grid.size()) * pictures / most_pixels);
    double const by_side = std::max(grid.rows, grid.cols) / most_side;
    return std::max(1, static_cast<int>(std::ceil(std::max(by_sum, by_side))));
}

} // namespace

void take_pictures(CoveragePictures& pictures, int year, int years, SignalMaps const& maps, World const& world,
                   Radio const& radio) {
    auto const& grid = world.grid;
    int const block = block_of(grid, years);
    auto const blocks = [&](int cells) {
        int const whole = (cells + block - 1) / block * block;
        return whole * grid.cell_m;
    };
    pictures.box = {grid.west_m, grid.north_m - blocks(grid.rows), grid.west_m + blocks(grid.cols), grid.north_m};
    pictures.list.push_back({year, std::nullopt, draw(maps, world, radio, block, std::nullopt)});
    for (auto const t : technologies)
        if (maps.best_dbm[index(t)].values.isFinite().any())
            pictures.list.push_back({year, t, draw(maps, world, radio, block, t)});
}

} // namespace phusong::report
