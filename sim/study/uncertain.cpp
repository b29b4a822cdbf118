#include "sim/study/uncertain.h"
#include "geo/random.h"
#include <algorithm>
#include <cmath>

namespace phusong::study {
namespace {

double triangular(double low, double mode, double high, double probability) {
    if (!(high > low)) return low;
    double const turn = (mode - low) / (high - low);
    if (probability < turn) return low + std::sqrt(probability * (high - low) * (mode - low));
    return high - std::sqrt((1 - probability) * (high - low) * (high - mode));
}

/// Inside the range of the field, and whole where the field is.
struct Put {
    Field const& field;
    Scenario& scenario;
    double drawn;
    bool relative;

    double inside(double value) const { return std::clamp(value, field.min, field.max); }
    void operator()(double& (*member)(Scenario&)) const {
        double& value = member(scenario);
        value = inside(relative ? value * drawn : drawn);
    }
    void operator()(int& (*member)(Scenario&)) const {
        int& value = member(scenario);
        value = static_cast<int>(std::lround(inside(relative ? value * drawn : drawn)));
    }
    void operator()(std::vector<double>& (*member)(Scenario&)) const {
        for (double& value : member(scenario)) value = inside(relative ? value * drawn : drawn);
    }
    template <class Other> void operator()(Other) const {}
};

/// The numbers that a key has.
struct OwnValues {
    Scenario& scenario;
    std::vector<double> operator()(double& (*member)(Scenario&)) const { return {member(scenario)}; }
    std::vector<double> operator()(int& (*member)(Scenario&)) const { return {static_cast<double>(member(scenario))}; }
    std::vector<double> operator()(std::vector<double>& (*member)(Scenario&)) const { return member(scenario); }
    template <class Other> std::vector<double> operator()(Other) const { return {}; }
};

} // namespace

void check_ranges(Scenario const& scenario, std::vector<Uncertain> const& uncertain, geo::Problems& problems) {
    auto copy = scenario; // a row reaches its member for writing
    for (auto const& u : uncertain) {
        if (u.relative || u.spread > Spread::triangular) continue;
        for (double const value : std::visit(OwnValues{copy}, u.field->access))
            if (value < u.low || value > u.high) {
                problems.push_back(
                    {u.where,
                     geo::say("giá trị của kịch bản, {}, nằm ngoài khoảng {} … {}",
                              "the scenario's own value, {}, lies outside {} … {}", value, u.low, u.high),
                     {"sửa khoảng, hoặc viết relative = true với các hệ số: khoảng sẽ đổi theo giá trị",
                      "change the range, or write relative = true with factors: it moves with the value"}});
                break;
            }
    }
}

double quantile(Uncertain const& u, double probability) {
    switch (u.spread) {
    case Spread::uniform:
        return u.low + probability * (u.high - u.low);
    case Spread::triangular:
        return triangular(u.low, u.mode, u.high, probability);
    case Spread::normal:
        return u.mean + u.sd * geo::inverse_normal(probability);
    case Spread::lognormal:
        return u.mean * std::exp(u.sd * geo::inverse_normal(probability));
    }
    return 0;
}

double set_drawn(Scenario& scenario, Uncertain const& uncertain, double probability) {
    double const value = quantile(uncertain, probability);
    std::visit(Put{*uncertain.field, scenario, value, uncertain.relative}, uncertain.field->access);
    return value;
}

} // namespace phusong::study
