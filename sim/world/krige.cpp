#include "sim/world/krige.h"
#include <Eigen/Cholesky>
#include <algorithm>

namespace phusong {
namespace {

constexpr std::size_t neighbours = 20;
constexpr double table_step_m = 20, table_end_m = 120'000;

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor, neighbours, neighbours>;
using Vector = Eigen::Matrix<double, Eigen::Dynamic, 1, Eigen::ColMajor, neighbours, 1>;

std::vector<geo::XY> places(std::vector<Known> const& known) {
    std::vector<geo::XY> out;
    for (auto const& k : known) out.push_back(k.xy);
    return out;
}

} // namespace

Kriging::Kriging(std::vector<Known> known, ReliefScales const& scales, double nugget_m2)
    : known_(std::move(known)), index_(places(known_)), nugget_m2_(nugget_m2) {
    double const sill = relief_semivariogram(scales, table_end_m * 2);
    for (int step = 0; step * table_step_m <= table_end_m; ++step)
        covariance_.push_back(sill - relief_semivariogram(scales, step * table_step_m));
}

double Kriging::covariance(double distance_m) const noexcept {
    double const at = distance_m / table_step_m;
    auto const k = static_cast<std::size_t>(at);
    if (k + 1 >= covariance_.size()) return covariance_.back();
    double const share = at - static_cast<double>(k);
    return covariance_[k] + share * (covariance_[k + 1] - covariance_[k]);
}

Kriging::Estimate Kriging::at(geo::XY p) const {
    auto const near = index_.nearest(p, neighbours);
    auto const n = static_cast<Eigen::Index>(near.size());
    Matrix c(n, n);
    Vector to_p(n), values(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        Known const& a = known_[near[static_cast<std::size_t>(i)]];
        values(i) = a.value;
        to_p(i) = covariance(geo::distance_m(a.xy, p));
        for (Eigen::Index j = 0; j <= i; ++j)
            c(i, j) = covariance(geo::distance_m(a.xy, known_[near[static_cast<std::size_t>(j)]].xy));
        c(i, i) += nugget_m2_;
    }
    Eigen::LLT<Matrix> const cholesky(c); // reads the lower triangle only
    Vector const solved_ones = cholesky.solve(Vector::Ones(n));
    double const mean = solved_ones.dot(values) / solved_ones.sum();
    Vector const residual = values - Vector::Constant(n, mean);
    Vector const solved = cholesky.solve(residual);
    return {mean + to_p.dot(solved), geo::distance_m(known_[near.front()].xy, p)};
}

} // namespace phusong
