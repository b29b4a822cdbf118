#include "sim/solve/steiner/net.h"
#include "sim/solve/steiner/queue.h"
#include <algorithm>

namespace phusong::solve {

Net::Net(Reduced from, std::vector<char> const& drop)
    : from_(std::move(from)), of_(from_.graph.nodes()), terminal_(from_.terminals.is), gone_(from_.graph.nodes()),
      queued_(from_.graph.nodes()), terminals_(from_.terminals.list.size()), fixed_(from_.fixed),
      fixed_cost_(from_.fixed_cost), label_(from_.graph.nodes()), label_stamp_(from_.graph.nodes()),
      slot_(from_.graph.nodes(), nothing) {
    links_.reserve(from_.graph.edges.size());
    for (Edge e = 0; e < from_.graph.edges.size(); ++e) {
        auto const& [a, b, cost] = from_.graph.edges[e];
        bool const out = a == b || (!drop.empty() && drop[e] != 0);
        links_.push_back({.a = a, .b = b, .cost = cost, .left = e, .right = nothing, .dead = out});
        if (out) continue;
        of_[a].push_back(e);
        of_[b].push_back(e);
    }
    from_.graph = {}; // large problems: from here on the links are the graph
    for (Node n = static_cast<Node>(of_.size()); n-- > 0;) touch(n);
}

void Net::gather(Node n) {
    std::erase_if(of_[n], [&](Edge e) { return links_[e].dead || (links_[e].a != n && links_[e].b != n); });
}

void Net::touch(Node n) {
    if (queued_[n] || gone_[n]) return;
    queued_[n] = 1;
    queue_.push_back(n);
}

void Net::kill(Edge e) {
    links_[e].dead = true;
    touch(links_[e].a);
    touch(links_[e].b);
}

void Net::add(Node a, Node b, Cost cost, Edge left, Edge right) {
    if (a == b) return;
    auto const e = static_cast<Edge>(links_.size());
    links_.push_back({.a = a, .b = b, .cost = cost, .left = left, .right = right, .dead = false});
    of_[a].push_back(e);
    of_[b].push_back(e);
    touch(a);
    touch(b);
}

void Net::settle(Meter& meter) {
    while (!queue_.empty()) {
        Node const n = queue_.back();
        queue_.pop_back();
        queued_[n] = 0;
        if (!gone_[n]) look(n, meter);
    }
}

void Net::look(Node n, Meter& meter) {
    gather(n);
    auto const& mine = of_[n];
    meter.add(mine.size());
    for (Edge const e : mine) { // of parallel edges the cheapest stays
        Node const m = other(e, n);
        Edge const seen = slot_[m];
        if (seen == nothing) {
            slot_[m] = e;
            continue;
        }
        bool const dearer = links_[e].cost >= links_[seen].cost;
        kill(dearer ? e : seen);
        if (!dearer) slot_[m] = e;
    }
    for (Edge const e : mine) slot_[other(e, n)] = nothing;
    gather(n);
    if (terminal_[n]) {
        leave_terminal(n, meter);
        return;
    }
    if (mine.size() <= 1) {
        for (Edge const e : mine) kill(e);
        gone_[n] = 1;
    } else if (mine.size() == 2) {
        Edge const e = mine[0], f = mine[1];
        gone_[n] = 1;
        links_[e].dead = links_[f].dead = true;
        add(other(e, n), other(f, n), links_[e].cost + links_[f].cost, e, f);
    }
}

/// Contracts the terminal's cheapest edge when some cheapest tree has it: it is the only one, leads to a terminal, or
/// going on from its far end to another terminal costs no more than the second cheapest edge (nearest vertex test,
/// over one edge).
bool Net::leave_terminal(Node n, Meter& meter) {
    auto const& mine = of_[n];
    if (terminals_ < 2 || mine.empty()) return false;
    Edge best = mine[0];
    Cost second = unreachable;
    for (std::size_t i = 1; i < mine.size(); ++i) {
        Cost const cost = links_[mine[i]].cost;
        if (cost < links_[best].cost) {
            second = links_[best].cost;
            best = mine[i];
        } else {
            second = std::min(second, cost);
        }
    }
    Node const far = other(best, n);
    bool certain = mine.size() == 1 || terminal_[far];
    if (!certain && of_[far].size() < 64)
        for (Edge const e : of_[far]) {
            if (links_[e].dead || (links_[e].a != far && links_[e].b != far)) continue;
            Node const next = other(e, far);
            if (next != n && terminal_[next] && links_[best].cost + links_[e].cost <= second) certain = true;
        }
    if (!certain) return false;
    contract(best, n, meter);
    return true;
}

/// The edge goes into every tree; its other end becomes `keep`.
void Net::contract(Edge e, Node keep, Meter& meter) {
    Node const away = other(e, keep);
    links_[e].dead = true;
    fixed_cost_ += links_[e].cost;
    parts_of(e, fixed_);
    if (terminal_[away]) --terminals_;
    terminal_[keep] = 1;
    terminal_[away] = 0;
    gone_[away] = 1;
    meter.add(of_[away].size());
    for (Edge const f : of_[away]) {
        auto& link = links_[f];
        if (link.dead || (link.a != away && link.b != away)) continue;
        (link.a == away ? link.a : link.b) = keep;
        if (link.a == link.b) {
            link.dead = true;
            continue;
        }
        of_[keep].push_back(f);
        touch(other(f, keep));
    }
    of_[away].clear();
    touch(keep);
}

std::size_t Net::drop_long_edges(std::size_t reach, Meter& meter) {
    std::vector<Edge> order;
    for (Edge e = 0; e < links_.size(); ++e)
        if (!links_[e].dead) order.push_back(e);
    std::sort(order.begin(), order.end(), [&](Edge x, Edge y) { // dear ones first: they go most easily
        return links_[x].cost != links_[y].cost ? links_[x].cost > links_[y].cost : x < y;
    });
    // On rasters hardly an edge goes: a sample tells whether it is worth while.
    constexpr std::size_t sample = 2000;
    if (order.size() > 4 * sample) {
        std::size_t hits = 0;
        for (std::size_t i = 0; i < sample; ++i) hits += special_way(order[i * (order.size() / sample)], reach, meter);
        if (hits * 50 < sample) return 0;
    }
    std::size_t dropped = 0;
    for (Edge const e : order)
        if (!links_[e].dead && special_way(e, reach, meter)) {
            kill(e);
            ++dropped;
        }
    return dropped;
}

/// Whether a way joins the edge's ends no stretch of which between terminals is dearer than the edge.
bool Net::special_way(Edge e, std::size_t reach, Meter& meter) {
    Node const start = links_[e].a, goal = links_[e].b;
    Cost const limit = links_[e].cost;
    ++stamp_;
    Queue queue;
    auto const see = [&](Node n, Cost label) {
        if (label > limit || (label_stamp_[n] == stamp_ && label_[n] <= label)) return;
        label_stamp_[n] = stamp_;
        label_[n] = label;
        queue.push(label, n);
    };
    see(start, 0);
    std::size_t scanned = 0;
    while (!queue.empty() && scanned < reach) {
        auto const [d, n] = queue.pop();
        if (d != label_[n]) continue;
        Cost const from = terminal_[n] ? 0 : d;
        scanned += 1 + of_[n].size() / 8;
        meter.add(of_[n].size() + 2);
        for (Edge const f : of_[n]) {
            auto const& link = links_[f];
            if (f == e || link.dead || (link.a != n && link.b != n)) continue;
            Node const m = other(f, n);
            if (m == goal && from + link.cost <= limit) return true;
            if (terminal_[m] && from + link.cost <= limit) {
                see(m, 0);
                continue;
            }
            see(m, from + link.cost);
        }
    }
    return false;
}

void Net::parts_of(Edge e, std::vector<Edge>& out) const {
    std::vector<Edge> stack{e};
    while (!stack.empty()) {
        auto const& link = links_[stack.back()];
        stack.pop_back();
        if (link.right != nothing) {
            stack.push_back(link.left);
            stack.push_back(link.right);
            continue;
        }
        auto const given = from_.of(link.left);
        out.insert(out.end(), given.begin(), given.end());
    }
}

Reduced Net::result() {
    Reduced out;
    out.fixed = fixed_;
    out.fixed_cost = fixed_cost_;
    auto const given = static_cast<Node>(of_.size());
    std::vector<Node> name(given, nothing);
    Node nodes = 0;
    std::vector<Node> terminals;
    for (Node n = 0; n < given; ++n) {
        if (gone_[n] && !terminal_[n]) continue;
        if (terminal_[n]) terminals.push_back(nodes);
        name[n] = nodes++;
    }
    of_ = {};
    std::vector<EdgeEnds> edges;
    out.first.push_back(0);
    for (Edge e = 0; e < links_.size(); ++e) {
        auto const& link = links_[e];
        if (link.dead) continue;
        edges.push_back({name[link.a], name[link.b], link.cost});
        parts_of(e, out.parts);
        out.first.push_back(static_cast<std::uint32_t>(out.parts.size()));
    }
    out.graph = make_graph(nodes, std::move(edges));
    out.terminals = Terminals(nodes, terminals);
    return out;
}

Reduced unreduced(Graph const& g, std::span<Node const> terminals) {
    Reduced out{.graph = g, .terminals = Terminals(g.nodes(), terminals), .first = {}, .parts = {}, .fixed = {}};
    out.first.resize(g.edges.size() + 1);
    out.parts.resize(g.edges.size());
    for (Edge e = 0; e < g.edges.size(); ++e) {
        out.parts[e] = e;
        out.first[e + 1] = e + 1;
    }
    return out;
}

Reduced reduce(Reduced from, std::vector<char> const& drop, std::size_t reach, Meter& meter) {
    auto const edges = from.graph.edges.size();
    Net net(std::move(from), drop);
    net.settle(meter);
    for (int round = 0; reach > 0 && round < 3; ++round) {
        auto const dropped = net.drop_long_edges(reach, meter);
        net.settle(meter);
        if (dropped * 100 < edges) break;
    }
    return net.result();
}

std::vector<Edge> restrict_tree(Reduced const& to, std::vector<char> const& has_given) {
    std::vector<Edge> out;
    for (Edge e = 0; e < to.graph.edges.size(); ++e) {
        bool all = true;
        for (Edge const part : to.of(e)) all = all && has_given[part];
        if (all) out.push_back(e);
    }
    return out;
}

std::vector<Edge> expand(Reduced const& from, std::span<Edge const> tree) {
    std::vector<Edge> out = from.fixed;
    for (Edge const e : tree) {
        auto const parts = from.of(e);
        out.insert(out.end(), parts.begin(), parts.end());
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace phusong::solve
