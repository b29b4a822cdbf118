#include "sim/scenario/fields.h"
#include "sim/scenario/field_rows.h"
#include <algorithm>
#include <iterator>
#include <map>

namespace phusong {
namespace {

std::vector<Field> all_fields() {
    std::vector<Field> rows;
    for (auto part : {field_rows::general, field_rows::world, field_rows::radio, field_rows::network,
                      field_rows::microwave, field_rows::power, field_rows::fibre, field_rows::links,
                      field_rows::prices, field_rows::rollout, field_rows::adoption, field_rows::finance})
        std::ranges::move(part(), std::back_inserter(rows));
    return rows;
}

} // namespace

std::span<Field const> fields() {
    static std::vector<Field> const rows = all_fields();
    return rows;
}

Field const* find_field(std::string_view key) {
    static auto const by_key = [] {
        std::map<std::string_view, Field const*> index;
        for (auto const& field : fields()) index.emplace(field.key, &field);
        return index;
    }();
    auto const found = by_key.find(key);
    return found == by_key.end() ? nullptr : found->second;
}

geo::Message unit_words(std::string const& unit) {
    static std::map<std::string_view, char const*> const vietnamese{{"VND", "đồng"},
                                                                    {"VND/year", "đồng/năm"},
                                                                    {"VND/month", "đồng/tháng"},
                                                                    {"VND/km", "đồng/km"},
                                                                    {"VND/W", "đồng/W"},
                                                                    {"VND/kWh", "đồng/kWh"},
                                                                    {"days", "ngày"},
                                                                    {"h/day", "giờ/ngày"},
                                                                    {"VND/km/year", "đồng/km/năm"},
                                                                    {"billion VND", "tỷ đồng"},
                                                                    {"year", "năm"},
                                                                    {"years", "năm"},
                                                                    {"1/year", "1/năm"},
                                                                    {"points/year", "điểm/năm"},
                                                                    {"per 100", "trên 100 dân"},
                                                                    {"GB/month", "GB/tháng"},
                                                                    {"1/100 km/year", "lần/100 km/năm"},
                                                                    {"h", "giờ"},
                                                                    {"people", "người"},
                                                                    {"arcsec", "giây cung"}};
    auto const found = vietnamese.find(unit);
    return {found == vietnamese.end() ? unit : found->second, unit};
}

} // namespace phusong
