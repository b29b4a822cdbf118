#include "geo/io/csv_file.h"
#include "geo/number_text.h"
#include "geo/suggest.h"
#include "sim/scenario/checks.h"
#include "sim/scenario/set_value.h"
#include "sim/scenario/text_value.h"
#include "sim/study/front.h"
#include "sim/study/stage_keys.h"
#include "sim/study/study.h"
#include <algorithm>
#include <fmt/ranges.h>
#include <iterator>
#include <set>

namespace phusong::study {
namespace {

using Kind = toml_text::Value::Kind;

/// A scenario file with one override or none, and everything that it asks a study to do.
struct Base {
    std::string file, each;
    ReadScenario read;
    std::vector<std::vector<Setting>> sweep; ///< one list per key, ascending keys
    std::vector<Uncertain> uncertain;
};

struct NamedSettings {
    std::string name;
    std::vector<Setting> settings;
};

/// A list in brackets, since commas part the name of an option too.
std::string shown_value(toml_text::Value const& value) {
    auto text = toml_text::shown(value);
    return value.kind == Kind::list ? fmt::format("[{}]", text) : text;
}

std::vector<std::vector<Setting>> read_sweep(GivenKeys const& table, geo::Problems& problems) {
    std::vector<std::vector<Setting>> sweep;
    for (auto const& [key, given] : table) {
        auto const* field = find_field(key);
        if (!field) {
            problems.push_back(unknown_key(given.where, key));
            continue;
        }
        if (given.value.kind != Kind::list || given.value.items.empty()) {
            problems.push_back({given.where,
                                {"phải là danh sách các giá trị để thử", "must be a list of values to try"},
                                geo::say("ví dụ: {} = [a, b]", "for example: {} = [a, b]", key)});
            continue;
        }
        std::vector<Setting> values;
        for (auto const& item : given.value.items) values.push_back({key, shown_value(item), item, given.where});
        sweep.push_back(std::move(values));
    }
    return sweep;
}

/// Columns are keys; the column `name` names the options. An empty cell leaves the scenario's value.
std::vector<NamedSettings> read_table(std::filesystem::path const& file, geo::Problems& problems) {
    if (file.empty()) return {NamedSettings{}};
    auto const shown = file.generic_string();
    auto const table = geo::io::read_csv(file, shown);
    auto const name_column = table.column("name");
    if (!name_column)
        problems.push_back({shown + ":1",
                            {"thiếu cột name", "lacks the column name"},
                            {"mỗi dòng là một phương án có tên", "each line is an option with a name"}});
    std::vector<NamedSettings> rows;
    std::vector<Field const*> fields;
    for (auto const& column : table.columns) {
        fields.push_back(column == "name" ? nullptr : find_field(column));
        if (column != "name" && !fields.back()) problems.push_back(unknown_key(fmt::format("{}:1", shown), column));
    }
    std::set<std::string> names;
    for (auto const& line : table.rows) {
        NamedSettings row{name_column ? trimmed_text(line.cells[*name_column]) : "", {}};
        auto const at = fmt::format("{}:{}", shown, line.line);
        if (name_column && row.name.empty())
            problems.push_back({at + " name", {"thiếu tên", "has no name"}, {}});
        else if (name_column && !names.insert(row.name).second)
            problems.push_back({at + " name", geo::say("{} đã có ở dòng trên", "{} is on a line above", row.name), {}});
        for (std::size_t c = 0; c < fields.size(); ++c) {
            if (!fields[c] || trimmed_text(line.cells[c]).empty()) continue;
            auto const where = fmt::format("{} {}", at, table.columns[c]);
            if (auto value = value_of_text(*fields[c], line.cells[c], where, problems))
                row.settings.push_back({table.columns[c], trimmed_text(line.cells[c]), std::move(*value), where});
        }
        rows.push_back(std::move(row));
    }
    if (rows.empty()) problems.push_back({shown, {"không có dòng nào", "holds no line"}, {}});
    return rows;
}

/// Every choice of one value per key, the last key running fastest.
std::vector<std::vector<Setting>> product(std::vector<std::vector<Setting>> const& sweep) {
    std::vector<std::vector<Setting>> out{{}};
    for (auto const& values : sweep) {
        std::vector<std::vector<Setting>> longer;
        for (auto const& head : out)
            for (auto const& value : values) {
                longer.push_back(head);
                longer.back().push_back(value);
            }
        out = std::move(longer);
    }
    return out;
}

std::string small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

struct Gatherer {
    Study study = {};
    geo::Problems problems = {};

    /// What reads one file throws all its problems; those of the others are wanted too.
    template <class Read> void gather(Read const& read) {
        try {
            read();
        } catch (geo::InputError const& error) {
            problems.insert(problems.end(), error.problems.begin(), error.problems.end());
        }
    }
    void add_options(Base const& base, std::vector<NamedSettings> const& rows);
    void add_option(Base const& base, NamedSettings const& row, std::vector<Setting> const& swept);
    std::vector<NamedSettings> grid_rows(Base const& base, std::vector<double> const& budget_shares);
    void read_draws(Base const& first, StudyOptions const& asked);
    template <std::size_t N>
    void choose(std::string const& asked, GivenKeys const& table, std::string const& key,
                std::array<char const*, N> const& names, std::size_t& chosen);
};

/// `changed`: keys that the option sets, and where.
void check_drawn(Option const& option, std::map<std::string, std::string> const& changed, geo::Problems& problems) {
    for (auto const& u : option.uncertain)
        if (auto const where = changed.find(u.key); where != changed.end() && !u.relative)
            problems.push_back({where->second,
                                geo::say("{} được rút trong [uncertainty], nên giá trị này không đổi gì",
                                         "{} is drawn in [uncertainty], so this value would change nothing", u.key),
                                {"viết relative = true với các hệ số ở đó: khoảng sẽ đổi theo giá trị",
                                 "write relative = true with factors there: the range moves with the value"}});
    auto others = option.uncertain;
    std::erase_if(others, [&](Uncertain const& u) { return changed.contains(u.key); });
    check_ranges(option.scenario, others, problems);
}

void Gatherer::add_option(Base const& base, NamedSettings const& row, std::vector<Setting> const& swept) {
    Option option{.name = base.read.scenario.name,
                  .changes = {},
                  .file = base.file,
                  .each = base.each,
                  .scenario = base.read.scenario,
                  .uncertain = base.uncertain};
    option.scenario.sources.clear();     // by far the largest part
    option.scenario.uncertainty.clear(); // it is `uncertain`
    if (!base.each.empty()) option.name += ", " + base.each;
    if (!row.name.empty()) option.name += ", " + row.name;
    std::map<std::string, std::string> where;
    for (auto const* list : {&row.settings, &swept})
        for (auto const& setting : *list) {
            set_value(option.scenario, *find_field(setting.key), setting.value, setting.where, problems);
            where.insert_or_assign(setting.key, setting.where);
            auto const change = fmt::format("{}={}", setting.key, setting.shown);
            option.changes += (option.changes.empty() ? "" : "; ") + change;
            if (list == &swept) option.name += ", " + change;
        }
    auto const of_option = [&](std::string const& key) {
        auto const found = where.find(key);
        return found == where.end() ? fmt::format("{} ({}) {}", base.file, option.name, key) : found->second;
    };
    auto& changes = option.scenario.changes;
    if (!option.changes.empty()) changes += (changes.empty() ? "" : "; ") + option.changes;
    if (study.draws > 0) check_drawn(option, where, problems);
    auto found = check_together(option.scenario, of_option);
    std::ranges::move(found, std::back_inserter(problems));
    study.options.push_back(std::move(option));
}

/// A sweep that nobody can wait for is told before its options fill the memory. True when there are not too many.
bool few_enough(Base const& base, std::size_t rows, geo::Problems& problems) {
    constexpr double most_options = 100'000;
    double options = static_cast<double>(rows);
    for (auto const& values : base.sweep) options *= static_cast<double>(values.size());
    if (options <= most_options) return true;
    problems.push_back({base.sweep.empty() ? base.file : base.sweep.front().front().where,
                        geo::say("tạo ra {:.0f} phương án; nhiều nhất {:.0f}", "makes {:.0f} options; at most {:.0f}",
                                 options, most_options),
                        {"bớt giá trị, hoặc rút ngẫu nhiên trong [uncertainty] với draws",
                         "try fewer values, or draw them in [uncertainty] with draws"}});
    return false;
}

void Gatherer::add_options(Base const& base, std::vector<NamedSettings> const& rows) {
    if (!few_enough(base, rows.size(), problems)) return;
    auto const swept = product(base.sweep);
    for (auto const& row : rows)
        for (auto const& choice : swept) add_option(base, row, choice);
}

std::vector<NamedSettings> Gatherer::grid_rows(Base const& base, std::vector<double> const& budget_shares) {
    std::vector<NamedSettings> rows;
    for (auto& point : front_grid(base.read.scenario, budget_shares, problems))
        rows.push_back({std::move(point.name), std::move(point.settings)});
    for (auto const& values : base.sweep) // would win, and the option's name would not be true
        for (auto const& row : rows)
            if (std::ranges::find(row.settings, values.front().key, &Setting::key) != row.settings.end()) {
                problems.push_back(
                    {values.front().where,
                     geo::say("--front đã thử các giá trị của {}", "--front tries values of {} already",
                              values.front().key),
                     {"bỏ khóa này khỏi [sweep], hoặc bỏ --front", "take it out of [sweep], or leave out --front"}});
                break;
            }
    return rows;
}

template <std::size_t N>
void Gatherer::choose(std::string const& asked, GivenKeys const& table, std::string const& key,
                      std::array<char const*, N> const& names, std::size_t& chosen) {
    auto const given = table.find(key);
    auto const text = !asked.empty() ? asked : given != table.end() ? given->second.value.text : std::string();
    if (text.empty() && given == table.end()) return;
    auto const known = std::ranges::find(names, text);
    if (known != names.end())
        chosen = static_cast<std::size_t>(known - names.begin());
    else
        problems.push_back(
            {asked.empty() ? given->second.where : "--" + key,
             geo::say("phải là một trong: {}", "must be one of: {}", fmt::format("{}", fmt::join(names, ", "))),
             {}});
}

void Gatherer::read_draws(Base const& first, StudyOptions const& asked) {
    auto const& table = first.read.uncertainty;
    study.draws = std::max(0, asked.draws);
    constexpr int most_draws = 10'000'000;
    if (auto const given = table.find("draws"); asked.draws < 0 && given != table.end()) {
        auto const& value = given->second.value;
        if (value.kind != Kind::integer || value.integer < 0 || value.integer > most_draws)
            problems.push_back(
                {given->second.where,
                 geo::say("phải là số nguyên từ 0 đến {}", "must be a whole number from 0 to {}", most_draws),
                 {}});
        else
            study.draws = static_cast<int>(value.integer);
    }
    std::size_t sampling = static_cast<std::size_t>(study.sampling), plan = 0;
    choose(asked.sampling, table, "sampling", sampling_names, sampling);
    choose(asked.plan, table, "plan", std::array{"anew", "fixed"}, plan);
    study.sampling = static_cast<Sampling>(sampling);
    study.plan_fixed = plan == 1;
}

/// More runs than memory has room for are told before anything is done with them.
void check_runs(Study const& study, std::string const& where, geo::Problems& problems) {
    constexpr std::size_t most_runs = 10'000'000;
    if (study.options.size() <= most_runs / study.draws_each()) return;
    problems.push_back({where,
                        geo::with_numbers([&](auto number) {
                            return geo::say("{} phương án × {} lần rút; nhiều nhất {} lượt trong một loạt",
                                            "{} options × {} draws; at most {} runs in one study",
                                            number(study.options.size()), number(study.draws_each()),
                                            number(most_runs));
                        }),
                        {"bớt phương án hoặc lần rút, hoặc chia thành nhiều loạt",
                         "try fewer options or draws, or make several studies"}});
}

/// A plan that stays as it is cannot meet other terrain or another year.
void check_fixed(Base const& base, geo::Problems& problems) {
    for (auto const& uncertain : base.uncertain)
        if (!may_change_after_the_plan(uncertain.key))
            problems.push_back(
                {uncertain.where,
                 {"không đổi được khi kế hoạch giữ nguyên (plan = \"fixed\")",
                  "cannot change under a plan that stays as it is (plan = \"fixed\")"},
                 {"viết plan = \"anew\", hoặc chỉ để adoption, finance, prices, power, traffic không chắc chắn",
                  "write plan = \"anew\", or leave only adoption, finance, prices, power, traffic uncertain"}});
}

/// Figures of communes stand under one list of communes.
void check_communes(Study const& study, geo::Problems& problems) {
    auto const& first = study.options.front();
    for (auto const& option : study.options)
        if (option.scenario.world.communes.path != first.scenario.world.communes.path) {
            problems.push_back(
                {option.file,
                 geo::say("--communes: có danh sách xã khác {}", "--communes: has other communes than {}", first.file),
                 {"tính mỗi tỉnh một loạt chạy", "make a study of each province"}});
            return;
        }
}

} // namespace

Study read_study(std::vector<std::string> const& files, StudyOptions const& asked) {
    Gatherer all;
    std::vector<NamedSettings> rows;
    all.gather([&] { rows = read_table(asked.table, all.problems); });
    std::vector<std::string> each{""};
    each.insert(each.end(), asked.each.begin(), asked.each.end());
    std::vector<Base> bases;
    for (auto const& file : files)
        for (auto const& name : each)
            all.gather([&] {
                auto options = asked.read;
                if (!name.empty()) options.with.push_back(name);
                Base base{file, name, read_scenario(file, options), {}, {}};
                base.sweep = read_sweep(base.read.sweep, all.problems);
                base.uncertain = read_uncertain(base.read.uncertainty, all.problems);
                bases.push_back(std::move(base));
            });
    if (!bases.empty()) all.read_draws(bases.front(), asked);
    if (all.study.plan_fixed)
        for (auto const& base : bases) check_fixed(base, all.problems);
    for (auto const& base : bases) all.add_options(base, asked.front.empty() ? rows : all.grid_rows(base, asked.front));
    all.study.communes = asked.communes;
    if (!files.empty()) check_runs(all.study, files.front(), all.problems);
    if (asked.communes && !all.study.options.empty()) check_communes(all.study, all.problems);
    std::set<std::string> names; // some disks and spreadsheets do not know capitals from small letters
    for (auto const& option : all.study.options)
        if (!names.insert(small_letters(option.name)).second)
            all.problems.push_back({option.file,
                                    geo::say("hai phương án cùng tên {}", "two options are called {}", option.name),
                                    {"đổi khóa name của một kịch bản", "change the key name of one scenario"}});
    geo::throw_if_any(std::move(all.problems));
    number_dimensions(all.study);
    return std::move(all.study);
}

} // namespace phusong::study
