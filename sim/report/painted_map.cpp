#include "sim/report/painted_map.h"
#include "sim/report/simplify.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace phusong::report {
namespace {

constexpr int longest_side = 1800;         ///< px
constexpr double outline_tolerance_m = 30; ///< less than a pixel of a province
enum Paint : std::uint8_t { outline = offer_count, white, black, amber, red };

using geo::io::PalettePicture;

/// The coverage enlarged by a whole factor, which lines and marks are painted on.
struct Canvas {
    PalettePicture picture;
    geo::Box box;
    double px_m = 1;

    void dot(int x, int y, Paint paint) {
        if (x < 0 || y < 0 || x >= picture.cols || y >= picture.rows) return;
        picture
            .pixel[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.cols) + static_cast<std::size_t>(x)] =
            paint;
    }
    [[nodiscard]] int x(geo::XY p) const { return static_cast<int>(std::floor((p.x_m - box.west_m) / px_m)); }
    [[nodiscard]] int y(geo::XY p) const { return static_cast<int>(std::floor((box.north_m - p.y_m) / px_m)); }

    void line(geo::XY a, geo::XY b) {
        int const dx = x(b) - x(a), dy = y(b) - y(a), steps = std::max({std::abs(dx), std::abs(dy), 1});
        for (int i = 0; i <= steps; ++i)
            dot(x(a) + static_cast<int>(std::lround(double{1} * dx * i / steps)),
                y(a) + static_cast<int>(std::lround(double{1} * dy * i / steps)), outline);
    }
    /// Every pixel within `reach` for which `inside(dx, dy)` holds.
    template <class Inside> void mark(geo::XY at, int reach, Paint paint, Inside const& inside) {
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx)
                if (inside(dx, dy)) dot(x(at) + dx, y(at) + dy, paint);
    }
};

Canvas enlarged(PalettePicture const& small, geo::Box const& box) {
    int const factor = std::max(1, longest_side / std::max(small.rows, small.cols));
    Canvas canvas{{small.rows * factor, small.cols * factor, {}, small.palette}, box, 1};
    canvas.px_m = (box.east_m - box.west_m) / canvas.picture.cols;
    for (auto const& colour : {std::array<std::uint8_t, 4>{0x5a, 0x64, 0x70, 255},
                               {255, 255, 255, 255},
                               {28, 36, 48, 255},
                               {0xf2, 0xc1, 0x4e, 255},
                               {0xb3, 0x26, 0x1e, 255}})
        canvas.picture.palette.push_back(colour);
    for (int y = 0; y < canvas.picture.rows; ++y)
        for (int x = 0; x < canvas.picture.cols; ++x)
            canvas.picture.pixel.push_back(small.pixel[static_cast<std::size_t>(y / factor * small.cols + x / factor)]);
    return canvas;
}

void paint_village(Canvas& canvas, geo::XY at, SignalState state) {
    auto const disc = [](int r) { return [r](int dx, int dy) { return dx * dx + dy * dy <= r * r; }; };
    auto const diamond = [](int r) { return [r](int dx, int dy) { return std::abs(dx) + std::abs(dy) <= r; }; };
    auto const triangle = [](int r) { return [r](int dx, int dy) { return dy <= r && 2 * std::abs(dx) <= dy + r; }; };
    switch (state) {
    case SignalState::good:
        canvas.mark(at, 2, white, disc(2));
        break;
    case SignalState::weak:
        canvas.mark(at, 7, black, diamond(7));
        canvas.mark(at, 5, amber, diamond(5));
        break;
    case SignalState::none:
        canvas.mark(at, 9, white, triangle(9));
        canvas.mark(at, 6, red, triangle(6));
        break;
    }
}

PalettePicture painted(Source const& source, CoveragePicture const& coverage,
                       std::vector<geo::MultiPolygon> const& outlines) {
    auto canvas = enlarged(coverage.picture, source.pictures.box);
    for (auto const& shape : outlines)
        for (auto const& polygon : shape)
            for (std::size_t i = 0; i < polygon.outer.size(); ++i)
                canvas.line(polygon.outer[i], polygon.outer[(i + 1) % polygon.outer.size()]);
    auto const& signals = source.outcome.villages[static_cast<std::size_t>(coverage.year - source.scenario.years.base)];
    for (auto const state : {SignalState::good, SignalState::weak, SignalState::none})
        for (std::size_t v = 0; v < signals.size(); ++v)
            if (signals[v].state == state) paint_village(canvas, source.world.villages[v].xy, state);
    return std::move(canvas.picture);
}

} // namespace

std::vector<TextFile> painted_maps(Source const& source) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto const& commune : source.world.communes) shapes.push_back(commune.boundary);
    auto const outlines = simplify(shapes, outline_tolerance_m);
    std::vector<TextFile> files;
    for (auto const& coverage : source.pictures.list)
        if (!coverage.technology)
            files.push_back({fmt::format("pictures/map_{}.png", coverage.year),
                             geo::io::png_bytes(painted(source, coverage, outlines))});
    return files;
}

} // namespace phusong::report
