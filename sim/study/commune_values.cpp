#include "sim/study/commune_values.h"
#include "sim/output/csv_text.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string_view>

namespace phusong::study {
namespace {

constexpr std::array<std::string_view, 5> also_of_the_province{"mobile_per_100", "fixed_per_100", "signal_share",
                                                               "broadband_share", "villages_good_share"};

std::vector<YearFigure> chosen() {
    std::vector<YearFigure> list;
    for (auto const name : also_of_the_province)
        list.push_back(*std::ranges::find(year_figures(), name, &YearFigure::name));
    list.push_back({"villages_fibre_share",
                    "1",
                    {"Tỷ lệ thôn có cáp quang", "Share of villages with fibre"},
                    [](CommuneYear const& c) { return c.villages_fibre / static_cast<double>(c.villages); }});
    return list;
}

int decimals_of(YearFigure const& figure) { return figure.unit == std::string_view("1") ? 5 : 3; }

} // namespace

std::vector<YearFigure> const& commune_figures() {
    static auto const list = chosen();
    return list;
}

std::string commune_text(World const& world, Outcome const& outcome) {
    std::string text;
    for (auto const& commune : commune_years(world, outcome, outcome.villages.size() - 1))
        for (auto const& one : commune_figures())
            text += fmt::format("{}{}", text.empty() ? "" : " ", rounded(one.value(commune), decimals_of(one)));
    return text;
}

} // namespace phusong::study
