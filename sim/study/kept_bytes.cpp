#include "sim/study/kept_bytes.h"
#include <bit>
#include <cstring>
#include <type_traits>

namespace phusong::study {
namespace {

static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

/// Values without pointers and without gaps between their members.
template <class T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T> || Is<T, geo::XY> || Is<T, TechnologySet> ||
    Is<T, Reach::HeardAt> || Is<T, VillageId> || Is<T, CommuneId>;
static_assert(sizeof(geo::XY) == 16 && sizeof(Reach::HeardAt) == 8);

struct Writer {
    std::string bytes = {};

    template <Plain T> void one(T const& value) {
        bytes.append(reinterpret_cast<char const*>(&value), sizeof(T)); // NOLINT: bytes of plain numbers
    }
    void one(std::string const& text) {
        one(text.size());
        bytes += text;
    }
    void one(std::vector<bool> const& bits) {
        one(bits.size());
        for (bool const bit : bits) one(bit);
    }
    template <class T> void one(std::vector<T> const& list) {
        one(list.size());
        if constexpr (Plain<T>)
            bytes.append(reinterpret_cast<char const*>(list.data()), list.size() * sizeof(T)); // NOLINT
        else
            for (auto const& item : list) one(item);
    }
    template <class T> void one(T const& other) { parts(*this, other); }
    template <class... T> void operator()(T const&... values) { (one(values), ...); }
};

struct Reader {
    std::string_view left;
    bool good = true;

    /// Room for that many items is left; every item takes a byte at least.
    bool take(std::size_t items, std::size_t bytes_each) {
        good = good && items <= left.size() / bytes_each;
        return good;
    }
    template <Plain T> void one(T& value) {
        if (!take(1, sizeof(T))) return;
        std::memcpy(&value, left.data(), sizeof(T));
        left.remove_prefix(sizeof(T));
    }
    std::size_t length() {
        std::size_t size = 0;
        one(size);
        return size;
    }
    void one(std::string& text) {
        auto const size = length();
        if (!take(size, 1)) return;
        text = left.substr(0, size);
        left.remove_prefix(size);
    }
    void one(std::vector<bool>& bits) {
        auto const size = length();
        if (!take(size, 1)) return;
        for (std::size_t i = 0; i < size; ++i) bits.push_back(left[i] != 0);
        left.remove_prefix(size);
    }
    template <class T> void one(std::vector<T>& list) {
        constexpr std::size_t each = Plain<T> ? sizeof(T) : 1;
        auto const size = length();
        if (!take(size, each)) return;
        list.resize(size);
        if constexpr (Plain<T>) {
            if (size > 0) std::memcpy(list.data(), left.data(), size * each);
            left.remove_prefix(size * each);
        } else {
            for (auto& item : list) one(item);
        }
    }
    template <class T> void one(T& other) { parts(*this, other); }
    template <class... T> void operator()(T&... values) { (one(values), ...); }
};

// What each struct is made of, for both ways. A member more, and its line does not compile.

template <class Way, class T, std::size_t n> void parts(Way& way, std::array<T, n>& list) {
    for (auto& item : list) way(item);
}
template <class Way, class T, std::size_t n> void parts(Way& way, std::array<T, n> const& list) {
    for (auto const& item : list) way(item);
}
template <class Way> void parts(Way& way, Is<Reach> auto& it) {
    auto& [people_cells, halls, heard] = it;
    way(people_cells, halls, heard);
}
template <class Way> void parts(Way& way, Is<PointSignals> auto& it) {
    auto& [good, hall_dbm] = it;
    way(good, hall_dbm);
}
/// Lines to homes, link, power, years, payers and cost come with the prices; `good` is merged from reach.
template <class Way> void parts(Way& way, Is<Candidate> auto& it) {
    auto& [kind, village, commune, xy, site, technologies, mast_height_m, reach, fixed_line_share, link, solar,
           grid_year, earliest_year, payers, cost, good] = it;
    way(kind, village, commune, xy, site, technologies, mast_height_m, reach);
}
template <class Way> void parts(Way& way, Is<Relay> auto& it) {
    auto& [xy, mast_height_m] = it;
    way(xy, mast_height_m);
}
template <class Way> void parts(Way& way, Is<Link> auto& it) {
    auto& [kind, length_km, capex_vnd, opex_vnd_per_year, line, from, availability_share, capacity_mbps, relay,
           priced_km] = it;
    way(kind, length_km, capex_vnd, opex_vnd_per_year, line, from, availability_share, capacity_mbps, relay, priced_km);
}
template <class Way> void parts(Way& way, Is<LinkOptions> auto& it) {
    auto& [fibre, microwave, vsat, fibre_too_far, no_line_of_sight] = it;
    way(fibre, microwave, vsat, fibre_too_far, no_line_of_sight);
}
template <class Way> void parts(Way& way, Is<Survey> auto& it) {
    auto& [new_sites, upgrades, fibre, new_site_links, fibre_links, not_tried] = it;
    way(new_sites, upgrades, fibre, new_site_links, fibre_links, not_tried);
}
template <class Way> void parts(Way& way, Is<StandingSignals> auto& it) {
    auto& [wanted, margin_db] = it;
    way(wanted, margin_db);
}
template <class Way> void parts(Way& way, Is<Appraisal> auto& it) {
    auto& [npv_vnd, viability, capex_subsidy_vnd, opex_subsidy_vnd_per_year, operator_capex_vnd, net_revenue_vnd,
           revenue_vnd, replacement_vnd] = it;
    way(npv_vnd, viability, capex_subsidy_vnd, opex_subsidy_vnd_per_year, operator_capex_vnd, net_revenue_vnd,
        revenue_vnd, replacement_vnd);
}
template <class Way> void parts(Way& way, Is<Project> auto& it) {
    auto& [candidate, year, appraisal, new_people, new_broadband_people, upgraded_people, new_villages] = it;
    way(candidate, year, appraisal, new_people, new_broadband_people, upgraded_people, new_villages);
}
template <class Way> void parts(Way& way, Is<PurseYear> auto& it) {
    auto& [year, budget_vnd, carried_vnd, available_vnd, capex_vnd, recurring_vnd] = it;
    way(year, budget_vnd, carried_vnd, available_vnd, capex_vnd, recurring_vnd);
}
template <class Way> void parts(Way& way, Is<VillageReason> auto& it) {
    auto& [reason, until_year, before_plan] = it;
    way(reason, until_year, before_plan);
}
template <class Way> void parts(Way& way, Is<Plan> auto& it) {
    auto& [projects, operators, public_purse, each_operator, reason, unbuilt, worth, bound] = it;
    way(projects, operators, public_purse, each_operator, reason, unbuilt, worth, bound);
}
template <class T> void parts(Writer& way, std::optional<T> const& it) {
    way(it.has_value());
    if (it) way(*it);
}
template <class T> void parts(Reader& way, std::optional<T>& it) {
    bool there = false;
    way(there);
    if (there) way(it.emplace());
}

template <class... T> std::string written(T const&... values) {
    Writer writer;
    writer(values...);
    return std::move(writer.bytes);
}
/// Whether the bytes were these values, no more and no less.
template <class... T> bool read_all(std::string_view bytes, T&... values) {
    Reader reader{bytes};
    reader(values...);
    return reader.good && reader.left.empty();
}

} // namespace

std::string bytes_of(Groundwork const& ground) { return written(ground.points, ground.survey); }
std::string bytes_of(StandingSignals const& standing) { return written(standing); }
std::string bytes_of(Plan const& plan) { return written(plan); }

std::optional<KeptGround> ground_of(std::string_view bytes) {
    KeptGround ground;
    if (!read_all(bytes, ground.points, ground.survey)) return std::nullopt;
    return ground;
}

std::optional<StandingSignals> standing_of(std::string_view bytes) {
    StandingSignals standing;
    if (!read_all(bytes, standing)) return std::nullopt;
    return standing;
}

std::optional<Plan> plan_in(std::string_view bytes) {
    Plan plan;
    if (!read_all(bytes, plan)) return std::nullopt;
    return plan;
}

} // namespace phusong::study
