#include "sim/solve/hoptree/hop_file.h"
#include "sim/solve/numbers.h"
#include <algorithm>

namespace phusong::solve {

using geo::Message;
using geo::say;

namespace {

constexpr std::int64_t most_nodes = 1'000'000, most_edges = 100'000'000;

class Reader {
  public:
    Reader(std::string_view text, std::string const& shown) : words_(text, shown) {}

    HopFile read() {
        auto& p = out_.problem;
        nodes_ = words_.integer({"số đỉnh", "the number of nodes"}, 1, most_nodes);
        auto const edges = words_.integer({"số cạnh", "the number of edges"}, 0, most_edges);
        p.root = node();
        p.hops = static_cast<std::uint32_t>(words_.integer({"số chặng", "the number of hops"}, 1, most_nodes));
        p.hops = std::min(p.hops, static_cast<std::uint32_t>(std::max<std::int64_t>(1, nodes_ - 1)));
        auto const terminals = words_.integer({"số đỉnh phải nối", "the number of terminals"}, 0, nodes_);
        for (std::int64_t i = 0; i < nodes_; ++i) cost();
        auto const terminals_line = words_.line();
        for (std::int64_t i = 0; i < terminals; ++i) p.terminals.push_back(node());
        std::ranges::sort(p.terminals);
        p.terminals.erase(std::unique(p.terminals.begin(), p.terminals.end()), p.terminals.end());
        std::vector<EdgeEnds> ends;
        for (std::int64_t i = 0; i < edges; ++i) {
            ends.push_back({node(), 0, 0});
            ends.back().b = node();
            cost();
        }
        if (!words_.at_end())
            words_.fail(say("còn thừa “{}” sau cạnh cuối cùng", "“{}” follows the last edge", words_.peek()));
        scale(std::move(ends));
        if (auto const far = out_of_reach(p))
            words_.fail_at(
                terminals_line,
                say("không thể tới đỉnh {} trong {} chặng", "node {} is out of reach in {} hops", *far, p.hops),
                say("tăng số chặng, hoặc thêm cạnh", "allow more hops, or add edges"));
        return std::move(out_);
    }

  private:
    Node node() { return static_cast<Node>(words_.integer({"đỉnh", "a node"}, 0, nodes_ - 1)); }
    void cost() {
        costs_.push_back(words_.decimal({"chi phí", "a cost"}));
        if (costs_.back().mantissa < 0) words_.fail(say("chi phí là số âm", "a cost is negative"));
        out_.digits = std::max(out_.digits, costs_.back().digits);
    }
    void scale(std::vector<EdgeEnds> ends) {
        std::vector<Cost> whole;
        for (auto const& c : costs_) {
            auto const cost = scaled(c, out_.digits);
            if (!cost) words_.fail(say("một số có quá nhiều chữ số", "a number has too many digits"));
            whole.push_back(*cost);
        }
        auto& p = out_.problem;
        p.node_costs.assign(whole.begin(), whole.begin() + nodes_);
        for (std::size_t i = 0; i < ends.size(); ++i) ends[i].cost = whole[static_cast<std::size_t>(nodes_) + i];
        p.graph = make_graph(static_cast<Node>(nodes_), std::move(ends));
    }

    Words words_;
    HopFile out_;
    std::int64_t nodes_ = 0;
    std::vector<Decimal> costs_;
};

} // namespace

HopFile read_hop_file(std::string_view text, std::string const& shown) { return Reader(text, shown).read(); }

} // namespace phusong::solve
