#include "geo/io/hash.h"
#include "geo/io/text_check.h"
#include "geo/io/vector_file.h"
#include "geo/power_cells.h"
#include "sim/world/reading.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace phusong {
namespace {

constexpr double tolerated_area_share = 0.2; ///< the layer's total against the official one; more means a wrong CRS

double official_area_km2(World const& world) {
    double sum = 0;
    for (auto const& commune : world.communes) sum += commune.area_km2;
    return sum;
}

double drawn_area_km2(World const& world) {
    double sum = 0;
    for (auto const& commune : world.communes) sum += geo::area_m2(commune.boundary) * 1e-6;
    return sum;
}

/// Two seats at one place: power cells cannot part them, and the table is wrong anyway.
bool seats_differ(Reading& reading) {
    std::map<std::pair<double, double>, std::string> code_at;
    bool fine = true;
    for (auto const& commune : reading.world.communes) {
        auto const [twin, fresh] = code_at.emplace(std::pair(commune.seat.x_m, commune.seat.y_m), commune.code);
        if (fresh) continue;
        fine = false;
        reading.problems.push_back(
            {reading.scenario.world.communes.written,
             geo::say("xã {} và xã {} có cùng một điểm trung tâm", "communes {} and {} have the same seat",
                      twin->second, commune.code),
             geo::say("sửa seat_lon, seat_lat, hoặc cho ranh giới thật ở world.commune_polygons",
                      "mend seat_lon, seat_lat, or give real boundaries in world.commune_polygons")});
    }
    return fine;
}

void make_cells(Reading& reading) {
    auto& communes = reading.world.communes;
    std::vector<geo::XY> seats;
    std::vector<double> areas_m2;
    for (auto const& commune : communes) {
        seats.push_back(commune.seat);
        areas_m2.push_back(commune.area_km2 * 1e6);
    }
    try {
        auto cells = geo::power_cells(seats, areas_m2);
        for (std::size_t i = 0; i < communes.size(); ++i) communes[i].boundary = std::move(cells[i]);
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
    }
    reading.world.provenance.push_back(
        {"boundaries",
         reading.scenario.world.communes.name(),
         {},
         true,
         geo::say("ranh giới giả định: mỗi xã một ô đúng bằng diện tích chính thức quanh trung tâm xã",
                  "made-up boundaries: each commune a cell of exactly its official area around its seat")});
}

/// Every shape joined to its commune; what does not join is counted once per kind, with all the codes.
struct Join {
    std::vector<std::string> extra, twice, missing, not_areas;
};

Join join(geo::io::VectorLayer const& layer, std::string const& field, std::vector<Commune>& communes) {
    Join out;
    std::set<std::string> seen;
    for (auto const& shape : layer.shapes) {
        auto const found = shape.fields.find(field);
        std::string const code = found == shape.fields.end() ? std::string{} : found->second;
        auto const commune =
            std::find_if(communes.begin(), communes.end(), [&](auto const& c) { return c.code == code; });
        if (!seen.insert(code).second)
            out.twice.push_back(code);
        else if (commune == communes.end())
            out.extra.push_back(code);
        else if (shape.polygons.empty())
            out.not_areas.push_back(code);
        else
            commune->boundary = shape.polygons;
    }
    for (auto const& commune : communes)
        if (!seen.contains(commune.code)) out.missing.push_back(commune.code);
    std::sort(out.extra.begin(), out.extra.end());
    return out;
}

/// An extra code that is a missing one but for zeros in front: a spreadsheet or a column of numbers dropped them.
bool zeros_are_lost(Join const& join) {
    return std::ranges::any_of(join.extra, [&](auto const& extra) {
        return std::ranges::any_of(join.missing, [&](auto const& code) {
            return without_zeros(code) == without_zeros(extra) && !extra.empty();
        });
    });
}

void report(Join const& join, Reading& reading, std::string const& where) {
    auto const hint =
        zeros_are_lost(join)
            ? geo::say("lớp hoặc bảng xã mất số 0 ở đầu mã: cột mã phải là văn bản, như 00688",
                       "the layer or the table of communes lost leading zeros: the column of codes must be text, as in "
                       "00688")
            : geo::say("lớp ranh giới phải cùng thời điểm và cùng hệ mã với bảng xã; trường mã là "
                       "world.commune_code_field",
                       "the layer must be of the same date and use the same codes as the table of communes; the field "
                       "of the code is world.commune_code_field");
    if (!join.missing.empty())
        reading.problems.push_back(
            {where, geo::say("thiếu {} xã: {}", "{} communes are missing: {}", join.missing.size(), list(join.missing)),
             hint});
    if (!join.not_areas.empty())
        reading.problems.push_back(
            {where,
             geo::say("{} xã không được vẽ thành vùng: {}", "{} communes are not drawn as areas: {}",
                      join.not_areas.size(), list(join.not_areas)),
             geo::say("mỗi xã phải là một hình đa giác", "each commune must be a polygon")});
    if (!join.extra.empty())
        reading.problems.push_back(
            {where,
             geo::say("thừa {} mã không có trong bảng xã: {}", "{} codes are not in the table of communes: {}",
                      join.extra.size(), list(join.extra)),
             hint});
    if (!join.twice.empty())
        reading.problems.push_back(
            {where, geo::say("{} mã lặp lại: {}", "{} codes come twice: {}", join.twice.size(), list(join.twice)),
             hint});
}

bool has_field(geo::io::VectorLayer const& layer, std::string const& field, Reading& reading,
               std::string const& where) {
    std::set<std::string> names;
    for (auto const& shape : layer.shapes)
        for (auto const& [name, value] : shape.fields) names.insert(name);
    if (names.contains(field)) return true;
    std::vector<std::string> const all(names.begin(), names.end());
    auto hint = geo::io::did_you_mean(field, all);
    if (hint.en.empty())
        hint = geo::say("đặt world.commune_code_field là một trong: {}", "set world.commune_code_field to one of: {}",
                        list(all));
    reading.problems.push_back({where, geo::say("không có trường “{}”", "has no field “{}”", field), hint});
    return false;
}

/// How far each commune's seat lies outside the box of its outline; 0 inside.
std::vector<double> seats_outside_m(std::vector<Commune> const& communes) {
    std::vector<double> out;
    for (auto const& commune : communes) {
        auto const box = geo::bounds({commune.boundary});
        double const dx = std::max({box.west_m - commune.seat.x_m, 0.0, commune.seat.x_m - box.east_m});
        double const dy = std::max({box.south_m - commune.seat.y_m, 0.0, commune.seat.y_m - box.north_m});
        out.push_back(std::hypot(dx, dy));
    }
    return out;
}

/// A layer in a wrong CRS lies elsewhere as a whole. Told once here, or every village would be told to lie outside.
/// Where it is so, the outlines are taken back, so that nothing is held against them.
bool check_place(Reading& reading, std::string const& where, std::string const& crs_name) {
    auto& communes = reading.world.communes;
    auto far_m = seats_outside_m(communes);
    auto const outside = static_cast<std::size_t>(std::ranges::count_if(far_m, [](double m) { return m > 0; }));
    if (2 * outside <= communes.size()) return true;
    std::ranges::sort(far_m);
    reading.problems.push_back(
        {where,
         geo::say("ranh giới không nằm ở chỗ các xã: trung tâm của {} trên {} xã ở ngoài ranh giới của xã mình, thường "
                  "cách {:.1f} km; lớp ghi hệ tọa độ {}",
                  "the outlines do not lie where the communes are: the seats of {} of {} communes are outside their "
                  "outline, commonly by {:.1f} km; the layer states the CRS {}",
                  outside, communes.size(), far_m[far_m.size() / 2] / 1e3, crs_name),
         geo::say("gán đúng hệ tọa độ cho lớp trong QGIS; hoặc seat_lon, seat_lat hay mã xã của bảng xã bị sai",
                  "assign the right CRS to the layer in QGIS; or seat_lon, seat_lat or the codes of the table of "
                  "communes are wrong")});
    for (auto& commune : communes) commune.boundary.clear();
    return false;
}

void check_area(Reading& reading, std::string const& where, std::string const& crs_name) {
    double const drawn = drawn_area_km2(reading.world), official = official_area_km2(reading.world);
    if (std::abs(drawn / official - 1) <= tolerated_area_share) return;
    reading.problems.push_back(
        {where,
         geo::say("tổng diện tích vẽ là {:.1f} km² nhưng diện tích chính thức là {:.1f} km²",
                  "the drawn area is {:.1f} km² but the official one is {:.1f} km²", drawn, official),
         geo::say("có thể lớp này ghi sai hệ tọa độ ({})", "the layer probably states a wrong CRS ({})", crs_name)});
}

void read_layer(Reading& reading) {
    auto const& file = reading.scenario.world.commune_polygons;
    try {
        auto const layer = geo::io::read_vector(file.path, file.where, reading.crs);
        reading.world.provenance.push_back({"boundaries", file.name(), geo::io::sha256_of_file(file.path), false, {}});
        if (!has_field(layer, reading.scenario.world.commune_code_field, reading, file.where)) return;
        auto const joined = join(layer, reading.scenario.world.commune_code_field, reading.world.communes);
        report(joined, reading, file.where);
        if (joined.missing.empty() && joined.not_areas.empty() && check_place(reading, file.where, layer.crs_name))
            check_area(reading, file.where, layer.crs_name);
    } catch (geo::InputError const& e) {
        reading.problems.insert(reading.problems.end(), e.problems.begin(), e.problems.end());
    }
}

} // namespace

void read_boundaries(Reading& reading) {
    if (reading.world.communes.empty()) return;
    if (reading.scenario.world.commune_polygons.given())
        read_layer(reading);
    else if (seats_differ(reading) && reading.problems.empty())
        make_cells(reading);
}

} // namespace phusong
