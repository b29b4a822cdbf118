#include "sim/world/reading.h"
#include <algorithm>
#include <cmath>
#include <map>

namespace phusong {
namespace {

using geo::say;
constexpr double share_slack = 1e-6; // what decimals in a table may miss of a whole

/// One table while it is read.
struct Crosswalk {
    Reading& reading;
    geo::io::CsvTable const& table;
    std::map<std::string, std::size_t> communes;     ///< by code
    std::map<std::string, Division::Unit> units;     ///< by code
    std::map<std::string, std::size_t> line_of_name; ///< of the row that named a unit
    std::map<std::pair<std::string, std::string>, std::size_t> line_of_part;
    std::vector<double> whole; ///< [commune] sum of its shares

    void take(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::vector<std::size_t> const& at);
    void check_whole();
};

void Crosswalk::take(geo::io::CsvReader& csv, geo::io::CsvTable::Row const& row, std::vector<std::size_t> const& at) {
    auto const &old_code = csv.text(row, at[0]), &code = csv.text(row, at[1]), &name = csv.text(row, at[2]);
    auto const known = communes.find(old_code);
    // No code is suggested in its place: the nearest one is another commune.
    if (known == communes.end())
        csv.problem(row, at[0], say("không có xã mã “{}”", "there is no commune “{}”", old_code));
    if (code.empty()) csv.problem(row, at[1], {"thiếu mã đơn vị mới", "the new unit has no code"});
    double const share = csv.number(row, at[3], 0, 1);
    auto const part = line_of_part.emplace(std::pair(old_code, code), row.line);
    if (!part.second)
        csv.problem(row, at[0],
                    say("xã {} vào đơn vị {} hai lần, lần đầu ở dòng {}",
                        "commune {} goes into {} twice, first in line {}", old_code, code, part.first->second));
    auto& unit = units[code];
    if (line_of_name.emplace(code, row.line).second)
        unit = {code, name, {}};
    else if (unit.name != name)
        csv.problem(row, at[2],
                    say("đơn vị {} đã mang tên “{}” ở dòng {}", "unit {} is called “{}” in line {}", code, unit.name,
                        line_of_name[code]));
    if (known == communes.end()) return;
    whole[known->second] += share;
    if (share > 0) unit.parts.push_back({CommuneId{static_cast<std::uint32_t>(known->second)}, share});
}

void Crosswalk::check_whole() {
    std::vector<std::string> missing;
    for (std::size_t c = 0; c < whole.size(); ++c) {
        auto const& code = reading.world.communes[c].code;
        bool const named =
            std::ranges::any_of(line_of_part, [&](auto const& part) { return part.first.first == code; });
        if (!named)
            missing.push_back(code);
        else if (std::abs(whole[c] - 1) > share_slack)
            reading.problems.push_back({fmt::format("{} {}", table.name, code),
                                        say("các tỷ lệ của xã cộng lại là {:.6g}, phải là 1",
                                            "the shares of the commune add up to {:.6g}, not to 1", whole[c]),
                                        {"Sửa cột share", "mend the column share"}});
    }
    if (!missing.empty())
        reading.problems.push_back({table.name,
                                    say("thiếu các xã: {}", "lacks the communes: {}", list(missing)),
                                    {"Mỗi xã cần ít nhất một dòng", "every commune needs a row"}});
}

/// Shares that add up to 1 but for their last decimals do so exactly as far as numbers can.
void make_whole(Division& division, std::vector<double> const& whole) {
    for (auto& unit : division.units)
        for (auto& part : unit.parts) part.share /= whole[part.commune.value];
}

void read_division(Reading& reading, InputPath const& file) {
    auto const layer = fmt::format("crosswalk {}", file.path.stem().string());
    auto const table = open_table(reading, file, layer);
    if (!table) return;
    geo::io::CsvReader csv(*table, reading.problems);
    auto const columns = csv.columns({"old_code", "new_code", "new_name", "share", "source"});
    if (!columns) return;
    auto const before = reading.problems.size();
    Crosswalk crosswalk{reading, *table, {}, {}, {}, {}, std::vector<double>(reading.world.communes.size(), 0)};
    for (std::size_t c = 0; c < reading.world.communes.size(); ++c)
        crosswalk.communes.emplace(reading.world.communes[c].code, c);
    for (auto const& row : table->rows) crosswalk.take(csv, row, *columns);
    crosswalk.check_whole();
    if (reading.problems.size() != before) return;
    Division division{file.path.stem().string(), {}};
    for (auto& [code, unit] : crosswalk.units) {
        std::ranges::sort(unit.parts, {}, [](auto const& part) { return part.commune.value; });
        division.units.push_back(std::move(unit));
    }
    make_whole(division, crosswalk.whole);
    reading.world.divisions.push_back(std::move(division));
}

} // namespace

void read_divisions(Reading& reading) {
    for (auto const& file : reading.scenario.world.crosswalks) read_division(reading, file);
}

} // namespace phusong
