#pragma once

namespace phusong {

/// The radio climate of northern Viet Nam, from knowledge of the ITU maps (DN50, N050), not from the maps themselves,
/// which may not be passed on: a guess, to be shown as one. Whoever has the maps gives the figures of the place.
/// Units:   N-units/km through the lowest kilometre; N-units at sea level.
struct RadioClimate {
    double delta_n = 50;
    double n0 = 360;
};

} // namespace phusong
