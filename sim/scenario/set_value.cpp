#include "sim/scenario/set_value.h"
#include "geo/suggest.h"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace phusong {
namespace {

using toml_text::Value;
using Kind = Value::Kind;

geo::Message const& name_of(Kind kind) {
    static geo::Message const truth{"đúng/sai (true/false)", "true or false"}, integer{"số nguyên", "a whole number"},
        real{"số có phần lẻ", "a number with a fraction"}, text{"văn bản", "text"}, list{"danh sách", "a list"},
        table{"một bảng", "a table"}, time{"ngày giờ", "a date or time"};
    switch (kind) {
    case Kind::truth:
        return truth;
    case Kind::integer:
        return integer;
    case Kind::real:
        return real;
    case Kind::text:
        return text;
    case Kind::list:
        return list;
    case Kind::time:
        return time;
    case Kind::table:
        break;
    }
    return table;
}

std::string with_unit(double number, std::string const& unit) {
    return unit.empty() || unit == "1" ? fmt::format("{}", number) : fmt::format("{} {}", number, unit);
}

/// One field, one value, and where to complain.
class Setter {
  public:
    Setter(Scenario& scenario, Field const& field, Value const& value, std::string const& where,
           geo::Problems& problems)
        : scenario_(scenario), field_(field), value_(value), where_(where), problems_(problems) {}

    void operator()(bool& (*at)(Scenario&)) const {
        if (value_.kind == Kind::truth)
            at(scenario_) = value_.truth;
        else
            wrong_type(value_);
    }
    void operator()(int& (*at)(Scenario&)) const {
        if (value_.kind != Kind::integer) return wrong_type(value_);
        if (in_range(static_cast<double>(value_.integer))) at(scenario_) = static_cast<int>(value_.integer);
    }
    void operator()(double& (*at)(Scenario&)) const {
        if (is_number(value_) && in_range(number(value_))) at(scenario_) = number(value_);
    }
    void operator()(std::vector<double>& (*at)(Scenario&)) const {
        std::vector<double> numbers;
        for (auto const& item : items()) {
            if (!is_number(item) || !in_range(number(item))) return;
            numbers.push_back(number(item));
        }
        if (numbers.empty() && field_.required) return tell({"là danh sách rỗng", "is an empty list"}, kind_hint());
        at(scenario_) = std::move(numbers);
    }
    void operator()(std::string& (*at)(Scenario&)) const {
        if (value_.kind != Kind::text) return wrong_type(value_);
        bool const known =
            field_.choices.empty() || std::ranges::find(field_.choices, value_.text) != field_.choices.end();
        if (!known) return unknown_choice(value_.text);
        if (static_cast<double>(value_.text.size()) > field_.max)
            return tell(
                geo::say("dài {} byte; nhiều nhất {}", "is {} bytes long; at most {}", value_.text.size(), field_.max),
                {});
        at(scenario_) = value_.text;
    }
    void operator()(Policy& (*at)(Scenario&)) const {
        if (value_.kind != Kind::text) return wrong_type(value_);
        auto const found = std::ranges::find(policy_names, value_.text);
        if (found == policy_names.end()) return unknown_choice(value_.text);
        at(scenario_) = static_cast<Policy>(found - policy_names.begin());
    }
    void operator()(TechnologySet& (*at)(Scenario&)) const {
        TechnologySet set;
        for (auto const& item : items()) {
            if (item.kind != Kind::text) return wrong_type(item);
            auto const found = std::ranges::find(technology_names, item.text);
            if (found == technology_names.end()) return unknown_choice(item.text);
            auto const technology = technologies[static_cast<std::size_t>(found - technology_names.begin())];
            if (set.has(technology))
                return tell(geo::say("có {} hai lần", "names {} twice", item.text), {"Bỏ một", "remove one"});
            set.add(technology);
        }
        if (set.empty()) return tell({"là danh sách rỗng", "is an empty list"}, kind_hint());
        at(scenario_) = set;
    }
    void operator()(InputPath& (*at)(Scenario&)) const {
        if (value_.kind == Kind::text)
            at(scenario_) = {value_.text, where_, {}};
        else
            wrong_type(value_);
    }
    void operator()(std::vector<InputPath>& (*at)(Scenario&)) const {
        std::vector<InputPath> paths;
        for (auto const& item : items()) {
            if (item.kind != Kind::text) return wrong_type(item);
            paths.push_back({item.text, where_, {}});
        }
        at(scenario_) = std::move(paths);
    }

  private:
    /// The items of a list, or the value alone.
    std::span<Value const> items() const {
        return value_.kind == Kind::list ? std::span<Value const>(value_.items) : std::span<Value const>(&value_, 1);
    }
    static double number(Value const& v) { return v.kind == Kind::integer ? static_cast<double>(v.integer) : v.real; }
    bool is_number(Value const& v) const {
        bool const yes = v.kind == Kind::integer || v.kind == Kind::real;
        if (!yes) wrong_type(v);
        return yes;
    }
    bool finite(double n) const {
        if (!std::isfinite(n))
            tell({"không phải là một số hữu hạn", "is not a finite number"},
                 {"Viết một con số; nan và inf không dùng được", "write a number; nan and inf have no meaning here"});
        else if (n == 0 && std::signbit(n))
            tell({"là âm không (-0.0)", "is minus zero (-0.0)"}, {"Viết 0", "write 0"});
        else
            return true;
        return false;
    }
    bool in_range(double n) const {
        if (!finite(n)) return false;
        bool const inside = n >= field_.min && n <= field_.max;
        auto const words = unit_words(field_.unit);
        if (!inside)
            tell({fmt::format("là {}; phải nằm trong khoảng từ {} đến {}", with_unit(n, words.vi), field_.min,
                              with_unit(field_.max, words.vi)),
                  fmt::format("is {}; must lie between {} and {}", with_unit(n, words.en), field_.min,
                              with_unit(field_.max, words.en))},
                 range_hint(n));
        return inside;
    }
    /// 8 where a share is asked for is mostly 8 %.
    geo::Message range_hint(double n) const {
        double const share = n / 100;
        if (!(field_.max <= 1 && n > field_.max && share >= field_.min && share <= field_.max)) return field_.doc;
        return {fmt::format("có phải là {} ({} %)? Tỷ lệ viết từ 0 đến 1. {}", share, n, field_.doc.vi),
                fmt::format("did you mean {} ({} %)? Shares are written from 0 to 1. {}", share, n, field_.doc.en)};
    }
    void wrong_type(Value const& v) const {
        auto const is = name_of(v.kind), wanted = kind_of(field_);
        tell({fmt::format("là {}; phải là {}", is.vi, wanted.vi), fmt::format("is {}; must be {}", is.en, wanted.en)},
             wrong_type_hint(v));
    }
    geo::Message wrong_type_hint(Value const& v) const {
        bool const looks_numeric = v.kind == Kind::text && !v.text.empty() &&
                                   v.text.find_first_not_of("+-0123456789.,_ ") == std::string::npos;
        if (looks_numeric && !is_text(field_))
            return {"Bỏ dấu nháy; phần thập phân viết bằng dấu chấm", "remove the quotes; write a point for decimals"};
        return field_.doc;
    }
    geo::Message kind_hint() const {
        auto const wanted = kind_of(field_);
        return {"Viết " + wanted.vi, "write " + wanted.en};
    }
    void unknown_choice(std::string const& text) const {
        auto const near = geo::nearest_name(text, field_.choices);
        auto const all = fmt::format("{}", fmt::join(field_.choices, ", "));
        geo::Message const hint =
            near ? geo::say("Có phải là {}? Các lựa chọn: {}", "did you mean {}? The choices: {}", *near, all)
                 : geo::say("Các lựa chọn: {}", "the choices: {}", all);
        tell(geo::say("là {}, không có trong các lựa chọn", "is {}, which is none of the choices",
                      toml_text::quoted(text)),
             hint);
    }
    void tell(geo::Message what, geo::Message hint) const {
        problems_.push_back({where_, std::move(what), std::move(hint)});
    }

    Scenario& scenario_;
    Field const& field_;
    Value const& value_;
    std::string const& where_;
    geo::Problems& problems_;
};

struct KindName {
    geo::Message operator()(bool& (*)(Scenario&)) const { return {"true hoặc false", "true or false"}; }
    geo::Message operator()(int& (*)(Scenario&)) const { return {"số nguyên", "a whole number"}; }
    geo::Message operator()(double& (*)(Scenario&)) const { return {"một con số", "a number"}; }
    geo::Message operator()(std::string& (*)(Scenario&)) const { return {"văn bản trong dấu nháy", "text in quotes"}; }
    geo::Message operator()(Policy& (*)(Scenario&)) const { return {"văn bản trong dấu nháy", "text in quotes"}; }
    geo::Message operator()(InputPath& (*)(Scenario&)) const {
        return {"đường dẫn trong dấu nháy", "a path in quotes"};
    }
    geo::Message operator()(std::vector<InputPath>& (*)(Scenario&)) const {
        return {"danh sách đường dẫn trong dấu nháy", "a list of paths in quotes"};
    }
    geo::Message operator()(TechnologySet& (*)(Scenario&)) const {
        return {"danh sách công nghệ, ví dụ [\"2g\", \"4g\"]", "a list of technologies, as in [\"2g\", \"4g\"]"};
    }
    geo::Message operator()(std::vector<double>& (*)(Scenario&)) const {
        return {"một con số hoặc danh sách số", "a number or a list of numbers"};
    }
};

} // namespace

void set_value(Scenario& scenario, Field const& field, Value const& value, std::string const& where,
               geo::Problems& problems) {
    std::visit(Setter(scenario, field, value, where, problems), field.access);
}

geo::Message kind_of(Field const& field) { return std::visit(KindName{}, field.access); }

bool is_text(Field const& field) {
    return !std::holds_alternative<double& (*)(Scenario&)>(field.access) &&
           !std::holds_alternative<int& (*)(Scenario&)>(field.access) &&
           !std::holds_alternative<bool& (*)(Scenario&)>(field.access) &&
           !std::holds_alternative<std::vector<double>& (*)(Scenario&)>(field.access);
}

} // namespace phusong
