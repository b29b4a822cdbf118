#include "sim/network/graph/road_index.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace phusong {

OnRoad RoadIndex::project(Piece const& piece, geo::XY p) {
    auto const foot = geo::foot_on_segment(p, piece.a, piece.b);
    return {piece.edge, piece.start_m + foot.share * geo::distance_m(piece.a, piece.b), foot.distance_m, foot.xy};
}

int RoadIndex::col(double x_m) const {
    return static_cast<int>(std::clamp((x_m - west_m_) / bucket_m_, 0.0, cols_ - 1.0));
}
int RoadIndex::row(double y_m) const {
    return static_cast<int>(std::clamp((y_m - south_m_) / bucket_m_, 0.0, rows_ - 1.0));
}

RoadIndex::RoadIndex(RoadNetwork const& roads) {
    double east_m = 0, north_m = 0;
    for (std::uint32_t e = 0; e < roads.edges.size(); ++e) {
        auto const& line = roads.edges[e].line;
        double start_m = 0;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            if (pieces_.empty()) west_m_ = east_m = line[i].x_m, south_m_ = north_m = line[i].y_m;
            for (geo::XY p : {line[i], line[i + 1]}) {
                west_m_ = std::min(west_m_, p.x_m);
                east_m = std::max(east_m, p.x_m);
                south_m_ = std::min(south_m_, p.y_m);
                north_m = std::max(north_m, p.y_m);
            }
            pieces_.push_back({e, start_m, line[i], line[i + 1]});
            start_m += geo::distance_m(line[i], line[i + 1]);
        }
        length_m_.push_back(start_m);
    }
    if (pieces_.empty()) return;
    // About as many buckets as pieces.
    double const area = std::max(1.0, east_m - west_m_) * std::max(1.0, north_m - south_m_);
    bucket_m_ = std::max({1.0, std::sqrt(area / static_cast<double>(pieces_.size())), (east_m - west_m_) / 2000,
                          (north_m - south_m_) / 2000});
    cols_ = static_cast<int>((east_m - west_m_) / bucket_m_) + 1;
    rows_ = static_cast<int>((north_m - south_m_) / bucket_m_) + 1;
    fill_buckets();
}

/// Puts every piece into all buckets that its bounding box touches: once to count, once to fill.
void RoadIndex::fill_buckets() {
    auto const each_bucket = [&](auto&& visit) {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            auto const [low_x, high_x] = std::minmax(pieces_[i].a.x_m, pieces_[i].b.x_m);
            auto const [low_y, high_y] = std::minmax(pieces_[i].a.y_m, pieces_[i].b.y_m);
            for (int r = row(low_y); r <= row(high_y); ++r)
                for (int c = col(low_x); c <= col(high_x); ++c) visit(static_cast<std::size_t>(r * cols_ + c), i);
        }
    };
    first_.assign(static_cast<std::size_t>(rows_ * cols_) + 1, 0);
    each_bucket([&](std::size_t bucket, std::size_t) { ++first_[bucket + 1]; });
    for (std::size_t b = 0; b + 1 < first_.size(); ++b) first_[b + 1] += first_[b];
    item_.resize(first_.back());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    each_bucket([&](std::size_t bucket, std::size_t i) { item_[next[bucket]++] = i; });
}

void RoadIndex::look(int row, int col, Search const& search, std::optional<OnRoad>& best) const {
    if (row < 0 || row >= rows_ || col < 0 || col >= cols_) return;
    auto const order = [](OnRoad const& x) { return std::tie(x.offroad_m, x.edge, x.along_m); };
    auto const bucket = static_cast<std::size_t>(row * cols_ + col);
    for (std::size_t i = first_[bucket]; i < first_[bucket + 1]; ++i) {
        Piece const& piece = pieces_[item_[i]];
        if (std::ranges::find(search.skip, piece.edge) != search.skip.end()) continue;
        OnRoad const found = project(piece, search.p);
        if (found.offroad_m > search.within_m) continue;
        if (!best || order(found) < order(*best)) best = found;
    }
}

std::optional<OnRoad> RoadIndex::nearest(geo::XY p) const {
    return nearest(p, std::numeric_limits<double>::infinity());
}

std::optional<OnRoad> RoadIndex::nearest(geo::XY p, double within_m, std::span<std::uint32_t const> skip) const {
    Search const search{p, within_m, skip};
    std::optional<OnRoad> best;
    if (pieces_.empty()) return best;
    int const r0 = row(p.y_m), c0 = col(p.x_m);
    for (int ring = 0; ring <= std::max(rows_, cols_); ++ring) {
        // Nothing in this ring or beyond is nearer than its inner edge, wherever in (or beyond) its bucket p lies.
        double const beyond_m = (ring - 1) * bucket_m_;
        if (beyond_m > within_m || (best && best->offroad_m < beyond_m)) break;
        for (int c = c0 - ring; c <= c0 + ring; ++c) {
            look(r0 - ring, c, search, best);
            if (ring > 0) look(r0 + ring, c, search, best);
        }
        for (int r = r0 - ring + 1; r < r0 + ring; ++r) {
            look(r, c0 - ring, search, best);
            look(r, c0 + ring, search, best);
        }
    }
    return best;
}

/// The point where two straight pieces meet, when it lies in this bucket and is no common end of their roads. Pieces in
/// one line never meet.
std::optional<RoadCrossing> RoadIndex::meet(Piece const& one, Piece const& two, std::size_t bucket) const {
    if (one.edge == two.edge) return {};
    double const ux = one.b.x_m - one.a.x_m, uy = one.b.y_m - one.a.y_m;
    double const vx = two.b.x_m - two.a.x_m, vy = two.b.y_m - two.a.y_m;
    double const wx = two.a.x_m - one.a.x_m, wy = two.a.y_m - one.a.y_m;
    double const area = ux * vy - uy * vx;
    if (area == 0) return {};
    double const s = (wx * vy - wy * vx) / area, t = (wx * uy - wy * ux) / area;
    if (!(s >= 0 && s <= 1 && t >= 0 && t <= 1)) return {};
    double const x_m = one.a.x_m + s * ux, y_m = one.a.y_m + s * uy;
    if (bucket != static_cast<std::size_t>(row(y_m) * cols_ + col(x_m))) return {};
    RoadCrossing const found{one.edge, two.edge, one.start_m + s * std::hypot(ux, uy),
                             two.start_m + t * std::hypot(vx, vy)};
    constexpr double same_place_m = 0.01;
    auto const is_end = [&](std::uint32_t edge, double along_m) {
        return along_m <= same_place_m || length_m_[edge] - along_m <= same_place_m;
    };
    if (is_end(found.edge_1, found.along_1_m) && is_end(found.edge_2, found.along_2_m)) return {};
    return found;
}

std::vector<RoadCrossing> RoadIndex::crossings() const {
    std::vector<RoadCrossing> out;
    for (std::size_t bucket = 0; bucket + 1 < first_.size(); ++bucket)
        for (std::size_t i = first_[bucket]; i < first_[bucket + 1]; ++i)
            for (std::size_t j = i + 1; j < first_[bucket + 1]; ++j)
                if (auto const found = meet(pieces_[item_[i]], pieces_[item_[j]], bucket)) out.push_back(*found);
    std::sort(out.begin(), out.end());
    return out;
}

geo::Polyline part(geo::Polyline const& line, double from_m, double to_m) {
    double const low = std::min(from_m, to_m), high = std::max(from_m, to_m);
    auto const at = [](geo::XY a, geo::XY b, double share) {
        return geo::XY{a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)};
    };
    geo::Polyline out;
    double start = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        double const length = geo::distance_m(line[i], line[i + 1]), end = start + length;
        bool const last = i + 2 == line.size();
        if (length > 0 && end >= low && start <= high) {
            auto const point = [&](double along) {
                return at(line[i], line[i + 1], std::min(1.0, (along - start) / length));
            };
            if (out.empty()) out.push_back(point(std::max(low, start)));
            if (end <= high && !last)
                out.push_back(line[i + 1]);
            else
                out.push_back(point(std::min(high, end)));
        }
        if (end >= high && !out.empty()) break;
        start = end;
    }
    if (from_m > to_m) std::reverse(out.begin(), out.end());
    return out;
}

} // namespace phusong
