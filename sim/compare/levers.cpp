#include "sim/compare/levers.h"
#include <algorithm>
#include <set>

namespace phusong {
namespace {

std::string const& value_of(Option const& option, std::string const& key) {
    static std::string const none;
    auto const found = option.keys.find(key);
    return found == option.keys.end() ? none : found->second;
}

/// Keys that do not have one value in all options.
std::vector<std::string> differing_keys(std::vector<Option> const& options) {
    std::set<std::string> keys;
    for (auto const& option : options)
        for (auto const& [key, value] : option.keys) keys.insert(key);
    std::vector<std::string> differing;
    for (auto const& key : keys)
        if (std::ranges::any_of(options,
                                [&](Option const& o) { return value_of(o, key) != value_of(options[0], key); }))
            differing.push_back(key);
    return differing;
}

/// Everything but one key, as text that is equal only where all of it is.
std::string rest(Option const& option, std::vector<std::string> const& keys, std::string const& without) {
    std::string all;
    for (auto const& key : keys)
        if (key != without) all += value_of(option, key) + '\n';
    return all;
}

} // namespace

std::vector<std::string> changed_keys(Option const& a, Option const& b) {
    std::vector<std::string> changed;
    for (auto const& key : differing_keys({a, b})) changed.push_back(key);
    return changed;
}

std::vector<Lever> levers(std::vector<Option> const& options) {
    std::vector<Lever> all;
    auto const keys = differing_keys(options);
    for (auto const& key : keys) {
        std::map<std::string, std::vector<std::size_t>> alike; // but for this key
        for (std::size_t i = 0; i < options.size(); ++i) alike[rest(options[i], keys, key)].push_back(i);
        Lever lever{key};
        for (auto const& [text, group] : alike)
            for (std::size_t a = 0; a < group.size(); ++a)
                for (std::size_t b = a + 1; b < group.size(); ++b) {
                    auto const &one = options[group[a]], &other = options[group[b]];
                    if (value_of(one, key) == value_of(other, key)) continue;
                    ++lever.pairs;
                    lever.without_effect += one.results == other.results ? 1U : 0U;
                }
        if (lever.pairs > 0) all.push_back(lever);
    }
    return all;
}

std::vector<Idle> idle_options(std::vector<Option> const& options, std::size_t baseline) {
    std::vector<Idle> all;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i == baseline || options[i].results != options[baseline].results) continue;
        all.push_back({i, changed_keys(options[baseline], options[i])});
    }
    return all;
}

} // namespace phusong
