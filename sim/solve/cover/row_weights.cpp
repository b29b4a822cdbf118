#include "sim/solve/cover/row_weights.h"
#include "sim/solve/cover/leaving_queue.h"
#include <algorithm>

namespace phusong::solve {

namespace {

constexpr std::int64_t queue_touches = 8; ///< what moving within the queue costs, in entries looked at

class RowWeightSearch {
  public:
    RowWeightSearch(SetCover const& problem, Incidence const& rows_of_column, Dice& dice)
        : p_(problem), rows_of_(rows_of_column), dice_(dice), leaving_(problem.columns()), covers_(problem.rows()),
          who_(problem.rows()), row_moved_(problem.rows(), -1), weight_(problem.rows(), 1), open_at_(problem.rows()),
          in_(problem.columns()), score_(problem.columns()), moved_(problem.columns(), -1) {
        for (std::uint32_t r = 0; r < p_.rows(); ++r) open(r);
        for (std::uint32_t c = 0; c < p_.columns(); ++c) score_[c] = static_cast<std::int64_t>(rows_of_.of(c).size());
    }

    std::int64_t run(std::vector<std::uint32_t>& best, RowWeightLimits const& limits) {
        for (auto c : best) add(c);
        Cost best_cost = unreachable;
        std::int64_t steps = 0;
        for (; steps < limits.steps && touches_ < limits.touches; ++steps) {
            while (open_.empty()) {
                if (cost_ < best_cost) keep(best, best_cost);
                if (best_cost <= limits.good_enough || leaving_.empty()) return steps;
                remove(leaving_.top());
            }
            if (!leaving_.empty()) remove(to_leave());
            fresh_from_ = clock_;
            while (!open_.empty()) {
                auto const c = to_enter(open_[dice_.below(static_cast<std::uint32_t>(open_.size()))]);
                if (c == nothing || cost_ + p_.costs[c] >= best_cost) break;
                add(c);
                make_open_rows_heavier();
            }
        }
        if (open_.empty() && cost_ < best_cost) keep(best, best_cost);
        return steps;
    }

  private:
    [[nodiscard]] double per_cost(std::uint32_t c) const {
        // a column for nothing is worth any weight
        return static_cast<double>(score_[c]) / std::max(1e-3, static_cast<double>(p_.costs[c]));
    }
    void open(std::uint32_t r) {
        open_at_[r] = static_cast<std::uint32_t>(open_.size());
        open_.push_back(r);
    }
    void close(std::uint32_t r) {
        auto const last = open_.back();
        open_[open_at_[r]] = last;
        open_at_[last] = open_at_[r];
        open_.pop_back();
    }
    void weigh_columns(std::uint32_t r, std::int64_t weight) {
        auto const columns = p_.columns_of_row.of(r);
        touches_ += static_cast<std::int64_t>(columns.size());
        for (auto c : columns) score_[c] += weight;
    }

    void add(std::uint32_t c) {
        if (in_[c]) return;
        auto const worth = score_[c]; // what it covers anew is what it would lose
        ++clock_;
        in_[c] = 1;
        cost_ += p_.costs[c];
        touches_ += static_cast<std::int64_t>(rows_of_.of(c).size());
        for (auto r : rows_of_.of(c)) {
            row_moved_[r] = clock_;
            if (++covers_[r] == 1) {
                close(r);
                weigh_columns(r, -weight_[r]);
            } else if (covers_[r] == 2) {
                auto const other = who_[r];
                score_[other] -= weight_[r];
                touches_ += queue_touches;
                leaving_.change(other, per_cost(other));
            }
            who_[r] ^= c;
        }
        score_[c] = worth;
        moved_[c] = clock_;
        leaving_.put(c, per_cost(c), clock_);
    }

    void remove(std::uint32_t c) {
        auto const worth = score_[c];
        ++clock_;
        in_[c] = 0;
        cost_ -= p_.costs[c];
        leaving_.take(c);
        touches_ += static_cast<std::int64_t>(rows_of_.of(c).size());
        for (auto r : rows_of_.of(c)) {
            who_[r] ^= c;
            if (--covers_[r] == 0) {
                open(r);
                weigh_columns(r, weight_[r]);
            } else if (covers_[r] == 1) {
                auto const other = who_[r];
                score_[other] += weight_[r];
                touches_ += queue_touches;
                leaving_.change(other, per_cost(other));
            }
            row_moved_[r] = clock_;
        }
        score_[c] = worth;
        moved_[c] = clock_;
    }

    /// The one on top, but not what has just come in.
    std::uint32_t to_leave() {
        auto const first = leaving_.top();
        if (moved_[first] <= fresh_from_) return first;
        auto const key = leaving_.key(first);
        auto const moved = leaving_.moved(first);
        leaving_.take(first);
        auto const second = leaving_.empty() ? first : leaving_.top();
        leaving_.put(first, key, moved);
        return second;
    }

    /// A column that left may come back once something in one of its rows has moved since.
    [[nodiscard]] bool may_enter(std::uint32_t c) {
        if (moved_[c] < 0) return true;
        for (auto r : rows_of_.of(c)) {
            ++touches_;
            if (row_moved_[r] > moved_[c]) return true;
        }
        return false;
    }

    std::uint32_t to_enter(std::uint32_t row) {
        std::uint32_t best = nothing;
        double best_worth = -1;
        auto const columns = p_.columns_of_row.of(row);
        touches_ += static_cast<std::int64_t>(columns.size());
        for (auto c : columns) {
            double const worth = per_cost(c);
            if (worth < best_worth || (worth == best_worth && best != nothing && moved_[c] >= moved_[best])) continue;
            if (!may_enter(c)) continue;
            best = c;
            best_worth = worth;
        }
        return best;
    }

    void make_open_rows_heavier() {
        for (auto r : open_) {
            ++weight_[r];
            weigh_columns(r, 1);
        }
    }

    void keep(std::vector<std::uint32_t>& best, Cost& best_cost) {
        best.clear();
        for (std::uint32_t c = 0; c < p_.columns(); ++c)
            if (in_[c]) best.push_back(c);
        best_cost = cost_;
    }

    SetCover const& p_;
    Incidence const& rows_of_;
    Dice& dice_;
    LeavingQueue leaving_;
    std::vector<std::uint32_t> covers_, who_; ///< how many chosen columns cover a row; their numbers, xored
    std::vector<std::int64_t> row_moved_, weight_;
    std::vector<std::uint32_t> open_, open_at_;
    std::vector<char> in_;
    std::vector<std::int64_t> score_, moved_; ///< weight it would cover, or, when chosen, would leave open
    Cost cost_ = 0;
    std::int64_t clock_ = 0, fresh_from_ = 0, touches_ = 0; ///< moves so far; before the last columns came in; work
};

} // namespace

std::int64_t search_with_row_weights(SetCover const& problem, Incidence const& rows_of_column,
                                     std::vector<std::uint32_t>& chosen, RowWeightLimits const& limits, Dice& dice) {
    return RowWeightSearch(problem, rows_of_column, dice).run(chosen, limits);
}

} // namespace phusong::solve
