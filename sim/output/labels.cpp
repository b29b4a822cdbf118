#include "sim/output/labels.h"
#include <algorithm>
#include <cmath>

namespace phusong {

geo::Message label(SignalState state) {
    switch (state) {
    case SignalState::none:
        return {"trắng sóng", "none"};
    case SignalState::weak:
        return {"lõm sóng", "weak"};
    case SignalState::good:
        return {"sóng tốt", "good"};
    }
    return {};
}

std::string text(TechnologySet set) {
    std::vector<std::string_view> names;
    for (auto const t : technologies)
        if (set.has(t)) names.push_back(name(t));
    return fmt::format("{}", fmt::join(names, "+"));
}

std::vector<std::string> synthetic_layers(World const& world) {
    std::vector<std::string> layers;
    for (auto const& p : world.provenance)
        if (p.synthetic && std::find(layers.begin(), layers.end(), p.layer) == layers.end()) layers.push_back(p.layer);
    return layers;
}

std::string synthetic_note(World const& world, std::string const& separator) {
    return fmt::format("{}", fmt::join(synthetic_layers(world), separator));
}

std::string shown(double value, int decimals, geo::Language language) {
    if (!std::isfinite(value)) return "–";
    bool const vi = language == geo::Language::vi;
    auto const plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    auto const point = std::min(plain.find('.'), plain.size());
    std::string out;
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += vi ? '.' : ',';
        out += plain[i];
    }
    if (point < plain.size()) {
        out += vi ? ',' : '.';
        out += plain.substr(point + 1);
    }
    bool const negative = value < 0 && plain.find_first_of("123456789") != std::string::npos;
    return negative ? fmt::format("−{}", out) : out;
}

} // namespace phusong
