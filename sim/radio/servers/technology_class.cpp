#include "sim/radio/servers/technology_class.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr std::size_t first_generation = 2;

} // namespace

geo::Array2D<std::uint8_t> technology_class(std::array<TechnologySignal, technology_count> const& signals) {
    geo::Array2D<std::uint8_t> out;
    for (std::size_t t = 0; t < technology_count; ++t) { // newer ones write over older ones
        auto const* const best_dbm = signals[t].best_dbm;
        if (best_dbm == nullptr) continue;
        if (out.size() == 0) out.setZero(best_dbm->grid.rows, best_dbm->grid.cols);
        auto const threshold_dbm = static_cast<float>(signals[t].threshold_dbm);
        for (Eigen::Index cell = 0; cell < out.size(); ++cell) // NaN is below any threshold
            if (best_dbm->values.data()[cell] >= threshold_dbm)
                out.data()[cell] = static_cast<std::uint8_t>(t + first_generation);
    }
    return out;
}

} // namespace phusong
