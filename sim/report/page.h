#pragma once
#include "sim/report/figures.h"
#include "sim/report/html.h"

namespace phusong::report {

/// One page in one language, while its parts are written.
struct Page {
    Source const& source;
    Figures const& figures;
    geo::Language language;

    [[nodiscard]] std::string const& in(geo::Message const& message) const { return message.in(language); }
    [[nodiscard]] std::string say(char const* vi, char const* en) const {
        return language == geo::Language::vi ? vi : en;
    }
    [[nodiscard]] std::string number(double value, int decimals = 0) const;
    [[nodiscard]] std::string percent(double part, double whole, int decimals = 1) const; ///< dash when whole is 0
    [[nodiscard]] std::string bn(double vnd, int decimals = 1) const;                     ///< in billions, no unit
    [[nodiscard]] int base() const { return source.scenario.years.base; }
    [[nodiscard]] int last() const { return source.scenario.years.last; }
};

[[nodiscard]] geo::Message label(LinkKind kind);
[[nodiscard]] geo::Message commune_kind(std::string const& kind); ///< what is not known stays as it is

/// "new site, microwave 6.8 km, solar power; 1.9 billion VND, 412 people in reach"
[[nodiscard]] std::string candidate_text(Page const& page, std::size_t candidate);
/// What a village's own project or best candidate is, in words; empty when neither is.
[[nodiscard]] std::string story_text(Page const& page, std::size_t village);

/// A heading with an id to jump to.
[[nodiscard]] Html heading(char const* id, std::string const& text);
/// One row: a <th scope="row"> and cells of numbers.
[[nodiscard]] Html number_row(std::string const& head, std::vector<std::string> const& cells);
/// The first `words` columns hold words, the others numbers.
[[nodiscard]] Html header_row(std::vector<std::string> const& cells, std::size_t words);
[[nodiscard]] Html plain_table(std::string const& caption, std::vector<std::string> const& header, Html const& rows);

// The parts of the page, in their order.
[[nodiscard]] Html first_page(Page const& page);
[[nodiscard]] Html decisions_part(Page const& page); ///< what the plan leaves to people
[[nodiscard]] Html goals_part(Page const& page);     ///< of later years: interval, basis, what would close the gap
[[nodiscard]] Html map_part(Page const& page);
[[nodiscard]] Html places_part(Page const& page);   ///< districts, communes
[[nodiscard]] Html villages_part(Page const& page); ///< still without good signal
[[nodiscard]] Html network_part(Page const& page);
/// Of network_part: how the fibre of the projects, of the tree and of second ways hang together, and the price of a
/// kilometre as it is and as it comes out; empty where no tree is planned.
[[nodiscard]] Html fibre_totals(Page const& page);
[[nodiscard]] Html overloaded_sites(Page const& page); ///< of network_part; empty where none is
[[nodiscard]] Html subscribers_part(Page const& page);
[[nodiscard]] Html finance_part(Page const& page);
[[nodiscard]] Html trust_part(Page const& page);
[[nodiscard]] Html provenance_part(Page const& page);

/// What the script of the page needs, as JSON.
[[nodiscard]] std::string data_json(Page const& page);

} // namespace phusong::report
