#pragma once
#include "geo/problem.h"
#include "sim/solve/graph.h"
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace phusong::solve {

/// A number as it is written: `digits` decimals, exactly. 12.50 is {1250, 2}.
struct Decimal {
    std::int64_t mantissa = 0;
    int digits = 0;
};

/// `value` in units of 10^-digits; `digits` must be at least its own. Nothing when it does not fit.
[[nodiscard]] std::optional<Cost> scaled(Decimal value, int digits);

/// The other way: whole units of 10^-digits as a number.
[[nodiscard]] double unscaled(Cost cost, int digits);

/// Words of a text of numbers, one after the other, wherever its lines end.
class Words {
  public:
    /// `shown` is the file's name in errors.
    Words(std::string_view text, std::string shown) : text_(text), shown_(std::move(shown)) { skip_space(); }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] std::string_view peek() const; ///< empty at the end
    std::string_view word(geo::Message const& what);
    void skip_line(); ///< the rest of the line

    /// Errors: InputError with the line where the text ends too early, holds no whole number or one out of range.
    std::int64_t integer(geo::Message const& what, std::int64_t min, std::int64_t max);
    /// Errors: the same; at most 9 decimals are kept, an exponent is understood.
    Decimal decimal(geo::Message const& what);

    [[nodiscard]] int line() const { return word_line_; } ///< of the last word
    [[noreturn]] void fail(geo::Message what, geo::Message hint = {}) const {
        fail_at(word_line_, std::move(what), std::move(hint));
    }
    [[noreturn]] void fail_at(int line, geo::Message what, geo::Message hint = {}) const;

  private:
    void skip_space();
    std::string_view text_;
    std::string shown_;
    std::size_t at_ = 0;
    int line_ = 1, word_line_ = 1;
};

} // namespace phusong::solve
