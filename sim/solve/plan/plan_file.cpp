#include "sim/solve/plan/plan_file.h"
#include "sim/solve/numbers.h"
#include <algorithm>

namespace phusong::solve {

using geo::Message;
using geo::say;

namespace {

constexpr std::int64_t most_places = 1'000'000, most_years = 100;

/// Decimals of one kind, brought to one scale when all are read.
class Scaled {
  public:
    void read(Words& words, Message const& what) {
        auto const number = words.decimal(what);
        if (number.mantissa < 0) words.fail(say("số âm", "a negative number"));
        digits = std::max(digits, number.digits);
        numbers_.push_back(number);
    }
    Cost next(Words const& words) {
        auto const cost = scaled(numbers_[next_++], digits);
        if (!cost) words.fail(say("một số có quá nhiều chữ số", "a number has too many digits"));
        return *cost;
    }
    int digits = 0;

  private:
    std::vector<Decimal> numbers_;
    std::size_t next_ = 0;
};

/// A place on a circle of parents, or nothing.
Node on_circle(std::vector<Investment::Place> const& places) {
    std::vector<std::uint32_t> seen_by(places.size(), nothing);
    for (Node start = 0; start < places.size(); ++start)
        for (Node i = start; i != nothing; i = places[i].parent) {
            if (seen_by[i] == start) return i;
            if (seen_by[i] != nothing) break;
            seen_by[i] = start;
        }
    return nothing;
}

} // namespace

PlanFile read_plan_file(std::string_view text, std::string const& shown) {
    Words words(text, shown);
    auto const places = words.integer({"số xã", "the number of places"}, 1, most_places);
    auto const years = words.integer({"số năm", "the number of years"}, 1, most_years);
    Scaled costs, benefits, discounts;
    for (std::int64_t t = 0; t < years; ++t) costs.read(words, {"ngân sách", "a budget"});
    for (std::int64_t t = 0; t < years; ++t) discounts.read(words, {"hệ số chiết khấu", "a discount factor"});
    PlanFile out;
    std::vector<int> lines;
    for (std::int64_t i = 0; i < places; ++i) {
        auto const parent = words.integer({"xã cha", "the parent"}, -1, places - 1);
        lines.push_back(words.line());
        out.problem.places.push_back(
            {.parent = parent < 0 ? nothing : static_cast<Node>(parent), .cost = {}, .benefit = {}});
        for (std::size_t m = 0; m < 2; ++m) {
            costs.read(words, {"chi phí", "a cost"});
            benefits.read(words, {"lợi ích", "a benefit"});
        }
    }
    if (!words.at_end()) words.fail(say("còn thừa “{}” sau xã cuối cùng", "“{}” follows the last place", words.peek()));
    if (auto const i = on_circle(out.problem.places); i != nothing)
        words.fail_at(lines[i],
                      say("các xã cha của xã {} tạo thành vòng tròn", "the parents of place {} lead in a circle", i));
    for (std::int64_t t = 0; t < years; ++t) {
        out.problem.budgets.push_back(costs.next(words));
        out.problem.discounts.push_back(discounts.next(words));
    }
    for (auto& place : out.problem.places)
        for (std::size_t m = 0; m < 2; ++m) {
            place.cost[m] = costs.next(words);
            place.benefit[m] = benefits.next(words);
        }
    out.cost_digits = costs.digits;
    out.value_digits = benefits.digits + discounts.digits + 3; // factors are per mille
    return out;
}

} // namespace phusong::solve
