#include "sim/solve/cover/site_search.h"
#include <algorithm>

namespace phusong::solve {

namespace {

constexpr std::int64_t patience = 3000; ///< steps without a better cover before the search begins anew at the best

class SiteExchange {
  public:
    SiteExchange(MaxCover const& p, Incidence const& demands_of, std::vector<char> const& may_open, Dice& dice)
        : p_(p), demands_of_(demands_of), dice_(dice), covers_(p.demands()), who_(p.demands()), in_(p.sites()),
          score_(p.sites()), free_from_(p.sites()) {
        for (std::uint32_t s = 0; s < p.sites(); ++s) {
            for (auto d : demands_of_.of(s)) score_[s] += p_.weights[d];
            if (may_open[s]) candidates_.push_back(s);
        }
    }

    std::int64_t run(std::vector<std::uint32_t>& best, SiteSearchLimits const& limits) {
        for (auto s : best) open(s);
        Cost best_weight = weight_ - 1;
        std::int64_t steps = 0, better_at = 0;
        for (; steps < limits.steps && touches_ < limits.touches; ++steps) {
            now_ = steps;
            fill();
            if (weight_ > best_weight) {
                best = open_;
                best_weight = weight_;
                better_at = steps;
                if (best_weight >= limits.good_enough) break;
            }
            if (open_.empty()) break;
            if (steps - better_at >= patience) {
                better_at = steps;
                begin_at(best);
                close_some(1 + std::max<std::uint32_t>(2, static_cast<std::uint32_t>(best.size() / 4)), true);
                continue;
            }
            close_some(closes(), false);
        }
        std::ranges::sort(best);
        return steps;
    }

  private:
    /// One site mostly; more where costs make one site stand for several.
    std::uint32_t closes() {
        auto const drawn = dice_.below(16);
        if (!p_.budget) return drawn == 0 ? 2 : 1;
        return drawn < 8 ? 1 : drawn < 13 ? 2 : 3;
    }
    [[nodiscard]] bool fits(std::uint32_t s) const {
        if (p_.most_sites && std::ssize(open_) >= *p_.most_sites) return false;
        return !p_.budget || cost_ + p_.site_costs[s] <= *p_.budget;
    }
    /// What counts now: weight, or weight per cost.
    [[nodiscard]] double worth(std::uint32_t s, bool per_cost) const {
        auto const weight = static_cast<double>(score_[s]);
        return per_cost ? weight / static_cast<double>(std::max<Cost>(1, p_.site_costs[s])) : weight;
    }

    void open(std::uint32_t s) {
        auto const gain = score_[s];
        in_[s] = 1;
        open_.push_back(s);
        cost_ += p_.site_costs[s];
        weight_ += gain;
        for (auto d : demands_of_.of(s)) {
            if (++covers_[d] == 1)
                score_all(d, -p_.weights[d]);
            else if (covers_[d] == 2)
                score_[who_[d]] -= p_.weights[d];
            who_[d] ^= s;
        }
        score_[s] = gain;
        touches_ += std::ssize(demands_of_.of(s));
    }
    void close(std::uint32_t s) {
        auto const loss = score_[s];
        in_[s] = 0;
        open_.erase(std::ranges::find(open_, s));
        cost_ -= p_.site_costs[s];
        weight_ -= loss;
        for (auto d : demands_of_.of(s)) {
            who_[d] ^= s;
            if (--covers_[d] == 0)
                score_all(d, p_.weights[d]);
            else if (covers_[d] == 1)
                score_[who_[d]] += p_.weights[d];
        }
        score_[s] = loss;
        touches_ += std::ssize(demands_of_.of(s));
    }
    void score_all(std::uint32_t d, Cost weight) {
        auto const sites = p_.sites_of_demand.of(d);
        touches_ += std::ssize(sites);
        for (auto s : sites) score_[s] += weight;
    }

    void begin_at(std::vector<std::uint32_t> const& best) {
        auto const had = open_;
        for (auto s : had) close(s);
        for (auto s : best) open(s);
    }

    /// Opens the best that fit until nothing is gained.
    void fill() {
        bool const per_cost = p_.budget && dice_.below(2) == 0;
        for (;;) {
            std::uint32_t best = nothing;
            double best_worth = 0;
            std::uint32_t ties = 0;
            touches_ += std::ssize(candidates_);
            for (auto s : candidates_) {
                if (in_[s] || free_from_[s] > now_ || score_[s] <= 0 || !fits(s)) continue;
                double const w = worth(s, per_cost);
                if (w < best_worth) continue;
                ties = w > best_worth ? 1 : ties + 1;
                if (ties > 1 && dice_.below(ties) != 0) continue;
                best = s;
                best_worth = w;
            }
            if (best == nothing) return;
            open(best);
            free_from_[best] = now_ + 1 + dice_.below(1 + static_cast<std::uint32_t>(open_.size()) / 4);
        }
    }

    void close_some(std::uint32_t how_many, bool any) {
        bool const per_cost = p_.budget && dice_.below(2) == 0;
        for (std::uint32_t k = 0; k < how_many && !open_.empty(); ++k) {
            std::uint32_t leaving = open_[dice_.below(static_cast<std::uint32_t>(open_.size()))];
            if (!any && k == 0) {
                double least = 1e300;
                for (auto s : open_) {
                    if (free_from_[s] > now_) continue;
                    double const w = worth(s, per_cost) * (0.9 + 0.2 * dice_.share());
                    if (w >= least) continue;
                    least = w;
                    leaving = s;
                }
            }
            close(leaving);
            free_from_[leaving] = now_ + 2 + dice_.below(5 + static_cast<std::uint32_t>(open_.size()) / 2);
        }
    }

    MaxCover const& p_;
    Incidence const& demands_of_;
    Dice& dice_;
    std::vector<std::uint32_t> candidates_, open_;
    std::vector<std::uint32_t> covers_, who_; ///< how many open sites cover a demand; their numbers, xored
    std::vector<char> in_;
    std::vector<Cost> score_;             ///< weight it would add, or, when open, would take away
    std::vector<std::int64_t> free_from_; ///< step from which it may move again
    Cost cost_ = 0, weight_ = 0;
    std::int64_t now_ = 0, touches_ = 0;
};

} // namespace

std::int64_t search_sites(MaxCover const& problem, Incidence const& demands_of_site, std::vector<char> const& may_open,
                          std::vector<std::uint32_t>& chosen, SiteSearchLimits const& limits, Dice& dice) {
    return SiteExchange(problem, demands_of_site, may_open, dice).run(chosen, limits);
}

} // namespace phusong::solve
