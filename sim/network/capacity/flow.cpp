#include "sim/network/capacity/flow.h"
#include <stdexcept>

namespace phusong {

std::vector<std::uint32_t> downwards(std::span<FlowNode const> nodes) {
    // Children of each node, in compressed rows; then level by level from the roots.
    std::vector<std::uint32_t> first(nodes.size() + 1, 0), child(nodes.size()), out;
    for (auto const& n : nodes)
        if (n.up != FlowNode::none) ++first[n.up + 1];
    for (std::size_t n = 0; n < nodes.size(); ++n) first[n + 1] += first[n];
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t n = 0; n < nodes.size(); ++n)
        if (nodes[n].up == FlowNode::none)
            out.push_back(n);
        else
            child[next[nodes[n].up]++] = n;
    for (std::size_t i = 0; i < out.size(); ++i)
        for (std::uint32_t c = first[out[i]]; c < first[out[i] + 1]; ++c) out.push_back(child[c]);
    if (out.size() != nodes.size()) throw std::invalid_argument("flow_up: links run in a circle");
    return out;
}

std::vector<double> flow_up(std::span<FlowNode const> nodes) {
    std::vector<double> load;
    for (auto const& n : nodes) load.push_back(n.own_mbps);
    auto const order = downwards(nodes);
    for (auto n = order.rbegin(); n != order.rend(); ++n)
        if (nodes[*n].up != FlowNode::none) load[nodes[*n].up] += load[*n];
    return load;
}

} // namespace phusong
