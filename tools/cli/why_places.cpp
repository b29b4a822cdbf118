#include "tools/cli/why_places.h"
#include "geo/problem.h"
#include "geo/suggest.h"
#include "geo/vietnamese_order.h"
#include <algorithm>

namespace phusong::cli {
namespace {

using geo::say;

constexpr std::size_t most_listed = 20;

/// A village, or a commune.
struct NamedPlace {
    std::string code, name;
    geo::Message what; ///< "commune, Đồng Văn"
    bool commune = false;
    std::uint32_t number = 0;
};

std::vector<NamedPlace> named_places(World const& world) {
    std::vector<NamedPlace> all;
    for (std::uint32_t c = 0; c < world.communes.size(); ++c) {
        auto const& commune = world.communes[c];
        all.push_back({commune.code, commune.name, say("xã, {}", "commune, {}", commune.district), true, c});
    }
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        auto const& village = world.villages[v];
        auto const& commune = world.communes[village.commune.value].name;
        all.push_back({village.code, village.name, say("thôn, xã {}", "village, {}", commune), false, v});
    }
    return all;
}

std::string without_brackets(std::string const& name) { return name.substr(0, name.find(" (")); }

template <class Meant> std::vector<NamedPlace> those(std::vector<NamedPlace> const& places, Meant const& meant) {
    std::vector<NamedPlace> found;
    std::ranges::copy_if(places, std::back_inserter(found), meant);
    return found;
}

/// The strictest way of reading that finds anything.
std::vector<NamedPlace> found(std::vector<NamedPlace> const& places, std::string const& wanted) {
    auto const plain = geo::plain_letters(wanted);
    auto all = those(places, [&](NamedPlace const& p) { return p.code == wanted; });
    if (all.empty())
        all =
            those(places, [&](NamedPlace const& p) { return p.name == wanted || without_brackets(p.name) == wanted; });
    if (all.empty())
        all = those(places, [&](NamedPlace const& p) {
            return geo::plain_letters(p.name) == plain || geo::plain_letters(without_brackets(p.name)) == plain;
        });
    return all;
}

/// A seat is often called as its commune, which holds it: the commune is meant.
void drop_villages_called_as_their_commune(std::vector<NamedPlace>& meant, World const& world) {
    auto const communes = those(meant, [](NamedPlace const& p) { return p.commune; });
    std::erase_if(meant, [&](NamedPlace const& p) {
        return !p.commune && std::ranges::any_of(communes, [&](NamedPlace const& commune) {
            return world.villages[p.number].commune == CommuneId{commune.number};
        });
    });
}

[[noreturn]] void refuse_none(std::vector<NamedPlace> const& places, std::string const& wanted) {
    std::vector<std::string> known;
    for (auto const& place : places) {
        known.push_back(place.code);
        known.push_back(place.name);
    }
    auto const near = geo::nearest_name(wanted, known);
    throw geo::InputError(
        {{wanted,
          {"không phải mã hay tên của thôn hay xã nào", "is the code or the name of no village and no commune"},
          !near ? say("xem cột mã và tên trong tables/villages.csv", "see the codes and names in tables/villages.csv")
                : say("ý bạn là {}?", "did you mean {}?", *near)}});
}

[[noreturn]] void refuse_several(std::vector<NamedPlace> const& meant, std::string const& wanted) {
    geo::Message list;
    for (std::size_t i = 0; i < std::min(meant.size(), most_listed); ++i) {
        auto const& p = meant[i];
        auto const* const between = i == 0 ? "" : "; ";
        list.vi += fmt::format("{}{} ({}: {})", between, p.code, p.what.vi, p.name);
        list.en += fmt::format("{}{} ({}: {})", between, p.code, p.what.en, p.name);
    }
    if (meant.size() > most_listed) {
        list.vi += "; …";
        list.en += "; …";
    }
    throw geo::InputError({{wanted,
                            say("là tên của {} nơi", "is the name of {} places", meant.size()),
                            {fmt::format("dùng mã: {}", list.vi), fmt::format("use the code: {}", list.en)}}});
}

} // namespace

std::vector<VillageId> villages_meant(World const& world, std::string const& code_or_name) {
    auto const places = named_places(world);
    auto meant = found(places, code_or_name);
    if (meant.empty()) refuse_none(places, code_or_name);
    drop_villages_called_as_their_commune(meant, world);
    if (meant.size() > 1) refuse_several(meant, code_or_name);
    if (!meant.front().commune) return {VillageId{meant.front().number}};
    std::vector<VillageId> villages;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v)
        if (world.villages[v].commune == CommuneId{meant.front().number}) villages.push_back(VillageId{v});
    return villages;
}

} // namespace phusong::cli
