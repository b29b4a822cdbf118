#include "sim/solve/pcst/search.h"
#include <algorithm>

namespace phusong::solve::pcst {

/// Nodes around one, nearest by number of edges first.
void Search::gather(Node centre, std::size_t most) {
    near_set_.wipe();
    near_set_.set(centre);
    ball_.assign(1, centre);
    for (std::size_t i = 0; i < ball_.size() && ball_.size() < most; ++i)
        for (auto const& arc : g_.of(ball_[i])) {
            if (near_set_.has(arc.head) || ball_.size() >= most) continue;
            near_set_.set(arc.head);
            ball_.push_back(arc.head);
        }
}

/// Other costs and prizes in the neighbourhood, by up to a quarter.
void Search::shake() {
    constexpr double least_factor = 0.75, range = 0.5;
    least_edge_ = static_cast<Cost>(static_cast<double>(calm_least_edge_) * least_factor);
    dearest_edge_ = 1 + static_cast<Cost>(static_cast<double>(calm_dearest_edge_) * (least_factor + range));
    auto const about = [this](Cost c) {
        return static_cast<Cost>(static_cast<double>(c) * (least_factor + range * dice_.share()));
    };
    for (Node const n : ball_) {
        if (!in_.must(n)) prize_[n] = about(prize_[n]);
        for (auto const& arc : g_.of(n)) cost_[arc.edge] = about(arc.cost * unit_);
        meter_->left -= 4 * static_cast<std::int64_t>(g_.of(n).size()); // random numbers cost more than looks
    }
}

void Search::calm() {
    calm_bounds();
    for (Node const n : ball_) {
        prize_[n] = in_.prize[n] * unit_;
        for (auto const& arc : g_.of(n)) cost_[arc.edge] = arc.cost * unit_;
    }
}

std::int64_t Search::wander() {
    constexpr std::size_t least_ball = 4, most_ball = 28;
    most_part_ = 100;
    most_spread_ = 60;
    std::int64_t tries = 0;
    for (; !meter_->spent(); ++tries, --meter_->rounds) {
        Node centre = dice_.below(g_.nodes());
        for (int i = 0; i < 30 && !tree_.has(centre); ++i) centre = dice_.below(g_.nodes());
        tree_.keep();
        auto const before = tree_.mark();
        gather(centre, least_ball + dice_.below(most_ball - least_ball));
        shake();
        for (Node const n : ball_) enqueue(n);
        settle_queue();
        calm();
        for (Node const n : ball_) enqueue(n);
        tree_.each_change(before, [this](Node n) { enqueue(n); });
        settle_queue();
        if (tree_.value() > before.value) tree_.back_to(before);
        meter_->left -= 200;
    }
    return tries;
}

} // namespace phusong::solve::pcst
