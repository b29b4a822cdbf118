#include "sim/adoption/adoption.h"
#include <algorithm>
#include <cmath>

namespace phusong {
namespace {

double logit(double share) { return std::log(share / (1 - share)); }
double gompit(double share) { return -std::log(-std::log(share)); }

/// Both links turn their curve into the line rate · (years − midpoint).
template <class Link> TakeUpCurve straight(CurveShape shape, double share, double share_before, Link link) {
    TakeUpCurve curve;
    curve.shape = shape;
    curve.rate_per_year = link(share) - link(share_before);
    curve.midpoint_years = -link(share) / curve.rate_per_year;
    return curve;
}

/// The logarithm falls along a line.
TakeUpCurve falling(double share, double share_before) {
    TakeUpCurve curve;
    curve.shape = CurveShape::falling;
    curve.rate_per_year = std::log(share / share_before);
    curve.midpoint_years = -std::log(share) / curve.rate_per_year;
    return curve;
}

/// Bass through `share` now, for a given imitation: (F + p/q) / (1 − F) grows by exp(p + q) a year and is p/q at its
/// beginning.
TakeUpCurve bass(double share, double innovation, double imitation) {
    TakeUpCurve curve;
    curve.shape = CurveShape::bass;
    curve.innovation_per_year = innovation;
    curve.rate_per_year = innovation + imitation;
    curve.midpoint_years =
        -std::log((innovation + imitation * share) / (innovation * (1 - share))) / curve.rate_per_year;
    return curve;
}

/// More imitation, steeper now: halving finds the one that was at `share_before` a year ago.
TakeUpCurve bass_through(double share, double share_before, double innovation) {
    constexpr int halvings = 60;
    double low = 0, high = 1;
    while (bass(share, innovation, high).take_up(-1) > share_before && high < 1e3) high *= 2;
    for (int k = 0; k < halvings; ++k) {
        double const middle = (low + high) / 2;
        (bass(share, innovation, middle).take_up(-1) > share_before ? low : high) = middle;
    }
    return bass(share, innovation, high);
}

} // namespace

TakeUpCurve curve_through(CurveShape shape, double share, double share_before, double innovation_per_year) {
    if (share_before > share) return falling(share, share_before);
    switch (shape) {
    case CurveShape::logistic:
        return straight(shape, share, share_before, logit);
    case CurveShape::gompertz:
        return straight(shape, share, share_before, gompit);
    case CurveShape::bass:
    case CurveShape::falling:
        break;
    }
    return bass_through(share, share_before, innovation_per_year);
}

} // namespace phusong
