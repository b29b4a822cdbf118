#include "geo/nearest.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace phusong::geo {
namespace {

constexpr double points_per_bucket = 2; // measured: 1 to 4 differ by less than a tenth
constexpr int max_buckets_across = 4096;

int bucket_along(double offset_m, double cell_m, int count) {
    return static_cast<int>(std::clamp(std::floor(offset_m / cell_m), 0.0, static_cast<double>(count - 1)));
}

double squared_distance(XY a, XY b) {
    double const dx = a.x_m - b.x_m, dy = a.y_m - b.y_m;
    return dx * dx + dy * dy;
}

} // namespace

NearestIndex::NearestIndex(std::vector<XY> points) : points_(std::move(points)) {
    if (!points_.empty()) {
        auto const [west, east] =
            std::minmax_element(points_.begin(), points_.end(), [](XY a, XY b) { return a.x_m < b.x_m; });
        auto const [south, north] =
            std::minmax_element(points_.begin(), points_.end(), [](XY a, XY b) { return a.y_m < b.y_m; });
        west_m_ = west->x_m;
        south_m_ = south->y_m;
        double const width = east->x_m - west_m_, height = north->y_m - south_m_;
        double const buckets = std::max(1.0, static_cast<double>(points_.size()) / points_per_bucket);
        // Points on one line have no area: then the longer side alone decides.
        cell_m_ = std::max({std::sqrt(width * height / buckets), std::max(width, height) / max_buckets_across, 1e-6});
        cols_ = std::max(1, static_cast<int>(width / cell_m_) + 1);
        rows_ = std::max(1, static_cast<int>(height / cell_m_) + 1);
    }
    auto const bucket_of = [&](XY p) {
        int const row = bucket_along(p.y_m - south_m_, cell_m_, rows_),
                  col = bucket_along(p.x_m - west_m_, cell_m_, cols_);
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(cols_) + static_cast<std::size_t>(col);
    };
    first_.assign(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(cols_) + 1, 0);
    for (XY const p : points_) ++first_[bucket_of(p) + 1];
    for (std::size_t b = 1; b < first_.size(); ++b) first_[b] += first_[b - 1];
    item_.resize(points_.size());
    auto next = first_;
    for (std::size_t i = 0; i < points_.size(); ++i) item_[next[bucket_of(points_[i])]++] = i;
}

std::vector<std::size_t> NearestIndex::nearest(XY p, std::size_t count) const {
    count = std::min(count, points_.size());
    std::vector<std::pair<double, std::size_t>> found;
    if (count == 0) return {};
    int const row0 = bucket_along(p.y_m - south_m_, cell_m_, rows_),
              col0 = bucket_along(p.x_m - west_m_, cell_m_, cols_);
    auto const take = [&](int row, int col) {
        if (row < 0 || row >= rows_ || col < 0 || col >= cols_) return;
        auto const b = static_cast<std::size_t>(row) * static_cast<std::size_t>(cols_) + static_cast<std::size_t>(col);
        for (auto k = first_[b]; k < first_[b + 1]; ++k)
            found.emplace_back(squared_distance(points_[item_[k]], p), item_[k]);
    };
    for (int ring = 0; ring <= std::max(rows_, cols_); ++ring) {
        for (int col = col0 - ring; col <= col0 + ring; ++col) {
            take(row0 - ring, col);
            if (ring > 0) take(row0 + ring, col);
        }
        for (int row = row0 - ring + 1; row < row0 + ring; ++row) {
            take(row, col0 - ring);
            take(row, col0 + ring);
        }
        // No point outside the rings seen so far can be nearer than `safe`.
        double safe = std::numeric_limits<double>::infinity();
        if (col0 - ring > 0) safe = std::min(safe, p.x_m - (west_m_ + (col0 - ring) * cell_m_));
        if (col0 + ring < cols_ - 1) safe = std::min(safe, west_m_ + (col0 + ring + 1) * cell_m_ - p.x_m);
        if (row0 - ring > 0) safe = std::min(safe, p.y_m - (south_m_ + (row0 - ring) * cell_m_));
        if (row0 + ring < rows_ - 1) safe = std::min(safe, south_m_ + (row0 + ring + 1) * cell_m_ - p.y_m);
        if (found.size() < count) continue;
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count - 1), found.end());
        if (safe > 0 && found[count - 1].first < safe * safe) break;
    }
    std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = found[i].second;
    return out;
}

std::vector<std::size_t> NearestIndex::within(XY p, double radius_m) const {
    std::vector<std::size_t> out;
    if (!(radius_m >= 0) || points_.empty()) return out;
    int const west = bucket_along(p.x_m - radius_m - west_m_, cell_m_, cols_);
    int const east = bucket_along(p.x_m + radius_m - west_m_, cell_m_, cols_);
    int const south = bucket_along(p.y_m - radius_m - south_m_, cell_m_, rows_);
    int const north = bucket_along(p.y_m + radius_m - south_m_, cell_m_, rows_);
    for (int row = south; row <= north; ++row)
        for (int col = west; col <= east; ++col) {
            auto const b =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(cols_) + static_cast<std::size_t>(col);
            for (auto k = first_[b]; k < first_[b + 1]; ++k)
                if (squared_distance(points_[item_[k]], p) <= radius_m * radius_m) out.push_back(item_[k]);
        }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace phusong::geo
