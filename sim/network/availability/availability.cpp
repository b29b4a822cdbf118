#include "sim/network/availability/availability.h"
#include <algorithm>
#include <limits>
#include <stdexcept>

namespace phusong {
namespace {

constexpr std::size_t most_uncertain = 20;
enum class Mark : std::uint8_t { untouched, open, done };

/// Depth first from a node towards the core.
struct Walk {
    std::span<AvailableNode const> nodes;
    std::vector<Mark> mark;
    std::vector<std::uint32_t> order = {}; // each node after those that it hangs on

    void visit(std::uint32_t n) {
        if (mark[n] == Mark::done) return;
        if (mark[n] == Mark::open) throw std::invalid_argument("the ways of a network lead round in a circle");
        mark[n] = Mark::open;
        for (auto const& way : nodes[n].ways) visit(way.to);
        mark[n] = Mark::done;
        order.push_back(n);
    }
};

Walk walk_of(std::span<AvailableNode const> nodes) { return {nodes, std::vector<Mark>(nodes.size(), Mark::untouched)}; }

/// A link or a node's power that is not always there.
struct Uncertain {
    std::uint32_t node;
    std::size_t way; ///< no_way = the node's power
    double share;
};
constexpr std::size_t no_way = std::numeric_limits<std::size_t>::max();

/// Whether the node is connected when the parts of the set bits work.
bool connected(Walk const& walk, std::vector<Uncertain> const& parts, std::uint32_t state) {
    auto const works = [&](std::uint32_t node, std::size_t way) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (parts[i].node == node && parts[i].way == way) return (state >> i & 1U) != 0;
        return way == no_way ? walk.nodes[node].power_share > 0 : walk.nodes[node].ways[way].link_share > 0;
    };
    std::vector<bool> up(walk.nodes.size(), false);
    for (auto n : walk.order) {
        auto const& ways = walk.nodes[n].ways;
        bool reached = ways.empty();
        for (std::size_t w = 0; w < ways.size(); ++w) reached = reached || (works(n, w) && up[ways[w].to]);
        up[n] = reached && works(n, no_way);
    }
    return up[walk.order.back()];
}

} // namespace

double in_series(std::span<double const> shares) {
    double all = 1;
    for (double share : shares) all *= share;
    return all;
}

double in_parallel(std::span<double const> shares) {
    double none = 1;
    for (double share : shares) none *= 1 - share;
    return 1 - none;
}

std::vector<double> node_availability(std::span<AvailableNode const> nodes) {
    auto walk = walk_of(nodes);
    for (std::uint32_t n = 0; n < nodes.size(); ++n) walk.visit(n);
    std::vector<double> out(nodes.size(), 0);
    for (auto n : walk.order) {
        std::vector<double> ways;
        for (auto const& way : nodes[n].ways) ways.push_back(way.link_share * out[way.to]);
        double const reached = ways.empty() ? 1 : ways.size() == 1 ? ways[0] : in_parallel(ways);
        out[n] = nodes[n].power_share * reached;
    }
    return out;
}

double exact_node_availability(std::span<AvailableNode const> nodes, std::uint32_t node) {
    auto walk = walk_of(nodes);
    walk.visit(node);
    std::vector<Uncertain> parts;
    auto const add = [&](Uncertain part) {
        if (part.share > 0 && part.share < 1) parts.push_back(part);
    };
    for (auto n : walk.order) {
        add({n, no_way, nodes[n].power_share});
        for (std::size_t w = 0; w < nodes[n].ways.size(); ++w) add({n, w, nodes[n].ways[w].link_share});
    }
    if (parts.size() > most_uncertain) throw std::invalid_argument("too many uncertain parts to try all states");
    double total = 0;
    for (std::uint32_t state = 0; state < 1U << parts.size(); ++state) {
        if (!connected(walk, parts, state)) continue;
        double chance = 1;
        for (std::size_t i = 0; i < parts.size(); ++i)
            chance *= (state >> i & 1U) != 0 ? parts[i].share : 1 - parts[i].share;
        total += chance;
    }
    return total;
}

double minutes_out_per_year(double availability_share) { return (1 - availability_share) * 365.25 * 24 * 60; }

} // namespace phusong
