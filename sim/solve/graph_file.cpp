#include "sim/solve/graph_file.h"
#include "sim/solve/numbers.h"
#include <algorithm>
#include <cctype>

namespace phusong::solve {

using geo::Message;
using geo::say;

namespace {

constexpr std::int64_t most_nodes = 50'000'000, most_edges = 200'000'000;

Message const a_node{"đỉnh", "a node"}, a_cost{"chi phí của cạnh", "an edge's cost"};

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

struct Priced {
    Node node;
    Decimal prize;
    int line;
};
struct Drawn {
    Node a, b;
    Decimal cost;
    int line;
};

class Reader {
  public:
    Reader(std::string_view text, std::string const& shown) : words_(text, shown) {}

    GraphFile read() {
        auto const first = lower(words_.peek());
        if (first == "33d32945" || first == "section")
            read_sections();
        else
            read_plain();
        return finish();
    }

  private:
    Node node() { return static_cast<Node>(words_.integer(a_node, 1, nodes_) - 1); }

    void edge() {
        Drawn e{node(), node(), {}, 0};
        e.cost = words_.decimal(a_cost);
        e.line = words_.line();
        if (e.cost.mantissa < 0)
            words_.fail(say("chi phí của cạnh là số âm", "an edge's cost is negative"),
                        say("chi phí phải từ 0 trở lên", "costs must be 0 or more"));
        edges_.push_back(e);
    }

    void read_plain() {
        nodes_ = words_.integer({"số đỉnh", "the number of nodes"}, 1, most_nodes);
        auto const edges = words_.integer({"số cạnh", "the number of edges"}, 0, most_edges);
        for (std::int64_t i = 0; i < edges; ++i) edge();
        auto const terminals = words_.integer({"số đỉnh phải nối", "the number of terminals"}, 0, nodes_);
        for (std::int64_t i = 0; i < terminals; ++i) out_.terminals.push_back(node());
        if (!words_.at_end())
            words_.fail(
                say("còn thừa “{}” sau đỉnh phải nối cuối cùng", "“{}” follows the last terminal", words_.peek()));
    }

    void read_sections() {
        if (lower(words_.peek()) != "section") words_.skip_line();
        while (!words_.at_end()) {
            auto const key = lower(words_.word({"mục", "a section"}));
            if (key == "eof") return;
            if (key != "section")
                words_.fail(say("“{}”: chờ SECTION hoặc EOF", "“{}”: SECTION or EOF is expected", key));
            auto const name = lower(words_.word({"tên mục", "the section's name"}));
            if (name == "graph")
                read_graph();
            else if (name == "terminals")
                read_terminals();
            else
                pass_over(name);
        }
    }

    /// Coordinates, presolve notes and comments change nothing.
    void pass_over(std::string const& name) {
        if (name != "comment" && name != "comments" && name != "coordinates") out_.unused.push_back(name);
        while (!words_.at_end() && lower(words_.peek()) != "end") words_.skip_line();
        if (!words_.at_end()) (void)words_.word({});
    }

    void read_graph() {
        for (;;) {
            auto const key = lower(words_.word({"END của mục Graph", "END of section Graph"}));
            if (key == "end") return;
            if (key == "nodes")
                nodes_ = words_.integer({"số đỉnh", "the number of nodes"}, 1, most_nodes);
            else if (key == "edges")
                said_ = words_.integer({"số cạnh", "the number of edges"}, 0, most_edges);
            else if (key == "e")
                edge();
            else if (key == "obstacles")
                words_.skip_line();
            else
                words_.fail(say("“{}” không có trong mục Graph của đồ thị vô hướng",
                                "“{}” does not belong into section Graph of an undirected graph", key),
                            say("mỗi cạnh một dòng: E đỉnh đỉnh chi_phí", "one edge a line: E node node cost"));
        }
    }

    void read_terminals() {
        for (;;) {
            auto const key = lower(words_.word({"END của mục Terminals", "END of section Terminals"}));
            if (key == "end") return;
            if (key == "terminals")
                (void)words_.integer({"số đỉnh phải nối", "the number of terminals"}, 0, nodes_);
            else if (key == "t")
                out_.terminals.push_back(node());
            else if (key == "tp")
                prize();
            else if (key == "rootp" || key == "root")
                out_.root = node();
            else
                words_.fail(
                    say("“{}” không có trong mục Terminals", "“{}” does not belong into section Terminals", key));
        }
    }

    void prize() {
        Node const n = node();
        auto const value = words_.decimal({"giá trị của đỉnh", "a node's prize"});
        prizes_.push_back({n, value, words_.line()});
    }

    Cost whole(Decimal value, int line) const {
        auto const cost = scaled(value, out_.digits);
        if (!cost)
            words_.fail_at(line, say("số quá lớn để tính đúng đến {} chữ số thập phân",
                                     "the number is too large to be kept exactly to {} decimals", out_.digits));
        return *cost;
    }

    GraphFile finish() {
        if (said_ && *said_ != static_cast<std::int64_t>(edges_.size()))
            words_.fail(
                say("tệp nói {} cạnh nhưng có {}", "the file says {} edges but holds {}", *said_, edges_.size()),
                say("tệp có thể bị cắt cụt", "the file may be cut short"));
        if (nodes_ == 0) words_.fail(say("không có số đỉnh", "the number of nodes is missing"));
        for (auto const& e : edges_) out_.digits = std::max(out_.digits, e.cost.digits);
        for (auto const& p : prizes_) out_.digits = std::max(out_.digits, p.prize.digits);
        std::vector<EdgeEnds> ends;
        ends.reserve(edges_.size());
        for (auto const& e : edges_) ends.push_back({e.a, e.b, whole(e.cost, e.line)});
        out_.graph = make_graph(static_cast<Node>(nodes_), std::move(ends));
        if (!prizes_.empty()) out_.prizes.assign(static_cast<std::size_t>(nodes_), 0);
        for (auto const& p : prizes_) out_.prizes[p.node] = whole(p.prize, p.line);
        std::ranges::sort(out_.terminals);
        out_.terminals.erase(std::unique(out_.terminals.begin(), out_.terminals.end()), out_.terminals.end());
        return std::move(out_);
    }

    Words words_;
    std::int64_t nodes_ = 0;
    std::optional<std::int64_t> said_; ///< number of edges
    std::vector<Drawn> edges_;
    std::vector<Priced> prizes_;
    GraphFile out_;
};

} // namespace

GraphFile read_graph_file(std::string_view text, std::string const& shown) { return Reader(text, shown).read(); }

} // namespace phusong::solve
