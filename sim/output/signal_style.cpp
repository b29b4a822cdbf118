#include "sim/output/signal_style.h"
#include "sim/output/labels.h"
#include "sim/output/qml.h"
#include <limits>

namespace phusong {
namespace {

/// U+2212, as people write it, and no "-105.0".
std::string dbm(double value) {
    auto const text = fmt::format("{:g}", value);
    return text.starts_with('-') ? "−" + text.substr(1) : text;
}

std::string between(std::string const& words, double from, double to) {
    return fmt::format("{}: {} … {} dBm", words, dbm(from), dbm(to));
}

/// How much over the threshold a signal is, in the two steps that planners call good and very good.
constexpr double step_db = 10;

std::vector<RasterClass> signal_classes(double threshold_dbm, double weak_band_db, Legend legend) {
    auto const good_words = legend({"Sóng tốt", "Good"});
    double const weak = threshold_dbm - weak_band_db, good = threshold_dbm + step_db, best = good + step_db;
    // QGIS counts a value at the upper end of a class to the class; a signal at the threshold is good. Half a step of
    // the map's values lies between the two.
    double const edge = map_step_dbm / 2;
    return {{weak - edge, fmt::format("{}: < {} dBm", legend({"Trắng sóng", "No signal"}), dbm(weak)), "#f0f0f0"},
            {threshold_dbm - edge, between(legend({"Lõm sóng", "Weak"}), weak, threshold_dbm), "#fee391"},
            {good - edge, between(good_words, threshold_dbm, good), "#74add1"},
            {best - edge, between(good_words, good, best), "#2b6ca8"},
            {std::numeric_limits<double>::infinity(), fmt::format("{}: ≥ {} dBm", good_words, dbm(best)), "#08306b"}};
}

} // namespace

std::string signal_qml(Radio const& radio, Technology technology, Legend legend) {
    return raster_classes_qml(
        signal_classes(radio.budget[index(technology)].threshold_dbm, radio.weak_band_db, legend));
}

} // namespace phusong
