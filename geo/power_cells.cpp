#include "geo/power_cells.h"
#include "geo/nearest.h"
#include "geo/problem.h"
#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace phusong::geo {
namespace {

constexpr int disc_corners = 96; // a multiple of 4, so that mirrored input gives mirrored cells
constexpr double pi = std::numbers::pi;
constexpr double wanted_error = 1e-9, accepted_error = 1e-6; // of each area
constexpr int max_steps = 200;
constexpr int max_halvings = 40; ///< of one step; a share below 1e-12 of it moves nothing
constexpr int on_disc = -1;

/// The disc is drawn as a regular polygon of the same area: its corners lie this much outside the circle, its sides
/// this much inside.
double corner_factor() { return std::sqrt(2 * pi / (disc_corners * std::sin(2 * pi / disc_corners))); }
double side_factor() { return corner_factor() * std::cos(pi / disc_corners); }

/// A convex cell relative to its centre. Side k runs from corner k to the next one and belongs to the neighbour
/// `beyond[k]`, or to the disc.
struct Cell {
    Ring corners;
    std::vector<int> beyond;
};

Cell disc(double radius_m) {
    Cell out;
    for (int k = 0; k < disc_corners; ++k) {
        double const angle = 2 * pi * (k + 0.5) / disc_corners;
        out.corners.push_back(
            {radius_m * corner_factor() * std::cos(angle), radius_m * corner_factor() * std::sin(angle)});
        out.beyond.push_back(on_disc);
    }
    return out;
}

/// Keeps the part of `cell` where p · direction <= reach; the new side belongs to `neighbour`.
Cell clip(Cell const& cell, XY direction, double reach_m, int neighbour) {
    std::size_t const n = cell.corners.size();
    std::vector<double> over(n);
    for (std::size_t k = 0; k < n; ++k)
        over[k] = cell.corners[k].x_m * direction.x_m + cell.corners[k].y_m * direction.y_m - reach_m;
    if (std::all_of(over.begin(), over.end(), [](double v) { return v <= 0; })) return cell;
    Cell out;
    auto const add = [&](XY corner, int beyond) {
        out.corners.push_back(corner);
        out.beyond.push_back(beyond);
    };
    for (std::size_t k = 0; k < n; ++k) {
        std::size_t const next = (k + 1) % n;
        XY const a = cell.corners[k], b = cell.corners[next];
        double const t = over[k] / (over[k] - over[next]);
        XY const crossing{a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)};
        if (over[k] <= 0) add(a, cell.beyond[k]);
        if (over[k] <= 0 && over[next] > 0) add(crossing, neighbour);
        if (over[k] > 0 && over[next] <= 0) add(crossing, cell.beyond[k]);
    }
    return out;
}

struct Diagram {
    std::vector<Cell> cells;
    Eigen::VectorXd areas_m2;
};

Diagram diagram(std::vector<XY> const& centres, NearestIndex const& index, Eigen::VectorXd const& weights) {
    double const widest = std::sqrt(std::max(0.0, weights.maxCoeff())) * corner_factor();
    Diagram out;
    out.areas_m2 = Eigen::VectorXd::Zero(weights.size());
    for (std::size_t i = 0; i < centres.size(); ++i) {
        double const w = weights(static_cast<Eigen::Index>(i));
        Cell cell;
        if (w > 0) {
            double const radius = std::sqrt(w);
            cell = disc(radius);
            for (auto const j : index.within(centres[i], radius * corner_factor() + widest)) {
                double const d = distance_m(centres[i], centres[j]);
                if (j == i || cell.corners.empty()) continue;
                XY const direction{(centres[j].x_m - centres[i].x_m) / d, (centres[j].y_m - centres[i].y_m) / d};
                double const reach = (d * d + w - weights(static_cast<Eigen::Index>(j))) / (2 * d); // the power line
                if (reach < radius * corner_factor()) cell = clip(cell, direction, reach, static_cast<int>(j));
            }
        }
        out.areas_m2(static_cast<Eigen::Index>(i)) = area_m2(cell.corners);
        out.cells.push_back(std::move(cell));
    }
    return out;
}

/// How the areas answer to the weights. A side shared with j moves outwards by dw_i / (2 d_ij); a side of the disc by
/// dw_i times side_factor / (2 radius). Symmetric and diagonally dominant.
Eigen::SparseMatrix<double> jacobian(Diagram const& now, std::vector<XY> const& centres,
                                     Eigen::VectorXd const& weights) {
    std::vector<Eigen::Triplet<double>> entries;
    for (std::size_t i = 0; i < now.cells.size(); ++i) {
        Cell const& cell = now.cells[i];
        int const row = static_cast<int>(i);
        for (std::size_t k = 0; k < cell.corners.size(); ++k) {
            double const side = distance_m(cell.corners[k], cell.corners[(k + 1) % cell.corners.size()]);
            int const j = cell.beyond[k];
            double const rate = j == on_disc
                                    ? side * side_factor() / (2 * std::sqrt(weights(row)))
                                    : side / (2 * distance_m(centres[i], centres[static_cast<std::size_t>(j)]));
            entries.emplace_back(row, row, rate);
            if (j != on_disc) entries.emplace_back(row, j, -rate);
        }
    }
    auto const n = static_cast<Eigen::Index>(now.cells.size());
    Eigen::SparseMatrix<double> out(n, n);
    out.setFromTriplets(entries.begin(), entries.end());
    return out;
}

Problems check(std::vector<XY> const& centres, std::vector<double> const& areas_m2, NearestIndex const& index) {
    Problems problems;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (!(areas_m2[i] > 0 && std::isfinite(areas_m2[i])))
            problems.push_back({fmt::format("centre {}", i + 1),
                                say("diện tích {} m² phải lớn hơn 0", "area {} m² must be positive", areas_m2[i]),
                                {}});
        auto const same = index.within(centres[i], 1e-3);
        if (same.size() > 1 && same.front() == i)
            problems.push_back({fmt::format("centre {}", i + 1),
                                say("trùng vị trí với tâm {}", "lies at the same place as centre {}", same[1] + 1),
                                say("mỗi ô cần một tâm riêng", "give each cell a centre of its own")});
    }
    return problems;
}

/// Discs that do not touch: every cell has an area to start from, as damped Newton steps need.
Eigen::VectorXd first_weights(std::vector<XY> const& centres, Eigen::VectorXd const& areas_m2,
                              NearestIndex const& index) {
    Eigen::VectorXd weights = areas_m2 / pi;
    if (centres.size() < 2) return weights;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        auto const pair = index.nearest(centres[i], 2);
        double const half = distance_m(centres[pair[0]], centres[pair[1]]) / 2;
        double& w = weights(static_cast<Eigen::Index>(i));
        w = std::min(w, half * half);
    }
    return weights;
}

double worst_error(Diagram const& now, Eigen::VectorXd const& areas_m2) {
    return ((now.areas_m2 - areas_m2).array() / areas_m2.array()).abs().maxCoeff();
}

} // namespace

std::vector<MultiPolygon> power_cells(std::vector<XY> const& centres, std::vector<double> const& areas_m2) {
    if (centres.size() != areas_m2.size())
        throw InputError({{"power_cells",
                           say("{} tâm nhưng {} diện tích", "{} centres but {} areas", centres.size(), areas_m2.size()),
                           {}}});
    if (centres.empty()) return {};
    NearestIndex const index(centres);
    throw_if_any(check(centres, areas_m2, index));
    auto const n = static_cast<Eigen::Index>(centres.size());
    Eigen::VectorXd const wanted = Eigen::Map<Eigen::VectorXd const>(areas_m2.data(), n);
    Eigen::VectorXd weights = first_weights(centres, wanted, index);
    Diagram now = diagram(centres, index, weights);
    double const smallest = std::min(now.areas_m2.minCoeff(), wanted.minCoeff()) / 2; // no cell may ever shrink below
    for (int step = 0; step < max_steps && worst_error(now, wanted) > wanted_error; ++step) {
        Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> const solver(jacobian(now, centres, weights));
        Eigen::VectorXd const move = solver.solve(wanted - now.areas_m2);
        double const error = (wanted - now.areas_m2).norm();
        int halvings = 0;
        for (; halvings < max_halvings; ++halvings) {
            double const share = std::ldexp(1.0, -halvings);
            Eigen::VectorXd const tried = weights + share * move;
            Diagram next = diagram(centres, index, tried);
            if (next.areas_m2.minCoeff() < smallest || (wanted - next.areas_m2).norm() > (1 - share / 2) * error)
                continue;
            weights = tried;
            now = std::move(next);
            break;
        }
        if (halvings == max_halvings) break;
    }
    if (!(worst_error(now, wanted) <= accepted_error))
        throw InputError({{"power_cells",
                           say("không tìm được ô có diện tích đã cho (sai số còn {:.2g})",
                               "found no cells of the given areas (error still {:.2g})", worst_error(now, wanted)),
                           say("hai tâm có thể quá gần nhau", "two centres may lie too close together")}});
    std::vector<MultiPolygon> out;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        Ring ring = now.cells[i].corners;
        for (XY& p : ring) p = {p.x_m + centres[i].x_m, p.y_m + centres[i].y_m};
        out.push_back({Polygon{std::move(ring), {}}});
    }
    return out;
}

} // namespace phusong::geo
