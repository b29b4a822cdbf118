#include "sim/solve/plan/annealing.h"
#include <algorithm>
#include <cmath>

namespace phusong::solve {

namespace {

constexpr double last_heat_share = 5e-3; ///< of the first
constexpr std::int64_t cooled_every = 1000;

class Annealing {
  public:
    Annealing(Investment const& p, std::vector<Choice> const& choices, std::vector<Build> const& builds, Dice& dice)
        : p_(p), choices_(choices), dice_(dice), builds_(p.places.size()), left_(p.budgets), built_in_(p.years()),
          at_(p.places.size()), children_(p.places.size()), worth_(p.years()) {
        for (Node i = 0; i < p.places.size(); ++i)
            if (p.places[i].parent != nothing) children_[p.places[i].parent].push_back(i);
        Cost years = 0;
        for (auto t = p.years(); t-- > 0;) worth_[t] = years += p.discounts[t];
        for (Node i = 0; i < builds.size(); ++i)
            if (builds[i].year != nothing) put(i, builds[i]);
        journal_.clear();
    }

    void run(std::vector<Build>& best, std::int64_t moves, double heat) {
        Cost best_value = value_;
        double mean = 0;
        for (auto const& [place, build] : choices_)
            mean += static_cast<double>(value(place, build)) / static_cast<double>(choices_.size());
        double const first = heat * mean + 1e-9;
        temperature_ = first;
        double const cooling =
            std::pow(last_heat_share, static_cast<double>(cooled_every) / static_cast<double>(moves + 1));
        for (std::int64_t move = 0; move < moves; ++move) {
            if (move % cooled_every == cooled_every - 1) temperature_ *= cooling;
            Cost const before = value_;
            if (!try_move() || !accepts(value_ - before))
                undo();
            else if (value_ > best_value) {
                best_value = value_;
                best = builds_;
            }
            journal_.clear();
        }
    }

  private:
    struct Change {
        Node place;
        Build before;
    };

    [[nodiscard]] bool accepts(Cost gain) {
        return gain >= 0 || dice_.share() < std::exp(static_cast<double>(gain) / temperature_);
    }
    [[nodiscard]] Cost cost(Node i, Means m) const { return p_.places[i].cost[static_cast<std::size_t>(m)]; }
    [[nodiscard]] Cost value(Node i, Build b) const {
        return worth_[b.year] * p_.places[i].benefit[static_cast<std::size_t>(b.means)];
    }
    [[nodiscard]] bool has_fibre_by(Node i, std::uint32_t year) const {
        return builds_[i].year != nothing && builds_[i].means == Means::fibre && builds_[i].year <= year;
    }

    void put(Node i, Build b) {
        journal_.push_back({i, builds_[i]});
        lay(i, b);
    }
    void lay(Node i, Build b) {
        auto const was = builds_[i];
        if (was.year != nothing) {
            value_ -= value(i, was);
            left_[was.year] += cost(i, was.means);
            auto& list = built_in_[was.year];
            at_[list.back()] = at_[i];
            list[at_[i]] = list.back();
            list.pop_back();
        }
        builds_[i] = b;
        if (b.year == nothing) return;
        value_ += value(i, b);
        left_[b.year] -= cost(i, b.means);
        at_[i] = static_cast<std::uint32_t>(built_in_[b.year].size());
        built_in_[b.year].push_back(i);
    }
    void undo() {
        for (auto change = journal_.rbegin(); change != journal_.rend(); ++change) lay(change->place, change->before);
    }

    /// The first year in which a child of i has fibre: i must have it by then.
    [[nodiscard]] std::uint32_t needed_by(Node i) const {
        std::uint32_t first = nothing;
        for (auto c : children_[i])
            if (builds_[c].means == Means::fibre) first = std::min(first, builds_[c].year);
        return first;
    }

    bool try_move() {
        ejected_.clear();
        auto const [i, b] = choices_[dice_.below(static_cast<std::uint32_t>(choices_.size()))];
        if (dice_.below(16) == 0 && builds_[i].year != nothing) return take_out(i);
        if (b == builds_[i]) return false;
        auto const needed = needed_by(i);
        if (needed != nothing && (b.means != Means::fibre || b.year > needed)) {
            if (dice_.below(4) != 0) return false;
            drop_children(i, b);
        }
        put_with_way(i, b);
        return make_room(b.year) && place_ejected();
    }

    bool take_out(Node i) {
        drop_children(i, {});
        eject(i);
        ejected_.clear();
        return place_any();
    }

    /// Fibre below i that could not stand any longer.
    void drop_children(Node i, Build b) {
        for (auto c : children_[i]) {
            if (builds_[c].year == nothing || builds_[c].means != Means::fibre) continue;
            if (b.means == Means::fibre && b.year != nothing && builds_[c].year >= b.year) continue;
            drop_children(c, {});
            eject(c);
        }
    }
    void eject(Node i) {
        ejected_.emplace_back(i, builds_[i]);
        put(i, {});
    }

    void put_with_way(Node i, Build b) {
        put(i, b);
        kept_from_ = i;
        if (b.means != Means::fibre) return;
        for (Node up = p_.places[i].parent; up != nothing && !has_fibre_by(up, b.year); up = p_.places[up].parent)
            put(up, b);
    }
    [[nodiscard]] bool on_way(Node j) const {
        Node up = kept_from_;
        while (up != nothing && up != j) up = p_.places[up].parent;
        return up == j;
    }

    bool make_room(std::uint32_t year) {
        for (int tries = 0; left_[year] < 0; ++tries) {
            auto const& list = built_in_[year];
            if (tries == 12 || list.empty()) return false;
            auto const j = list[dice_.below(static_cast<std::uint32_t>(list.size()))];
            if (on_way(j)) continue;
            if (needed_by(j) != nothing && builds_[j].means == Means::fibre) {
                if (dice_.below(4) != 0) continue;
                drop_children(j, {});
            }
            eject(j);
        }
        return true;
    }

    /// The earliest year with money for it, by the means that it had or the other one.
    void try_place(Node j, Means first) {
        for (Means m : {first, first == Means::fibre ? Means::microwave : Means::fibre}) {
            Node const parent = p_.places[j].parent;
            for (std::uint32_t t = 0; t < p_.years(); ++t) {
                if (left_[t] < cost(j, m)) continue;
                if (m == Means::fibre && parent != nothing && !has_fibre_by(parent, t)) continue;
                return put(j, {t, m});
            }
        }
    }
    bool place_ejected() {
        for (auto k = ejected_.size(); k-- > 0;) try_place(ejected_[k].first, ejected_[k].second.means);
        ejected_.clear();
        return place_any();
    }
    /// Another place may find room.
    bool place_any() {
        for (int tries = 0; tries < 3; ++tries) {
            auto const [i, b] = choices_[dice_.below(static_cast<std::uint32_t>(choices_.size()))];
            if (builds_[i].year == nothing) try_place(i, b.means);
        }
        return true;
    }

    Investment const& p_;
    std::vector<Choice> const& choices_;
    Dice& dice_;
    std::vector<Build> builds_;
    std::vector<Cost> left_;
    std::vector<std::vector<Node>> built_in_; ///< places of each year
    std::vector<std::uint32_t> at_;           ///< where a place stands in that list
    std::vector<std::vector<Node>> children_;
    std::vector<Cost> worth_; ///< discounts of a year and all later ones
    std::vector<Change> journal_;
    std::vector<std::pair<Node, Build>> ejected_;
    Node kept_from_ = nothing;
    Cost value_ = 0;
    double temperature_ = 0;
};

} // namespace

void anneal(Investment const& problem, std::vector<Choice> const& choices, std::vector<Build>& builds,
            std::int64_t moves, double heat, Dice& dice) {
    if (choices.empty()) return;
    Annealing(problem, choices, builds, dice).run(builds, moves, heat);
}

} // namespace phusong::solve
