#include "geo/number_text.h"
#include "sim/compare/tables.h"
#include <algorithm>

namespace phusong {
namespace {

constexpr std::size_t most_rows = 30;    ///< of a screen; the rest stands in the files
constexpr std::size_t most_columns = 5;  ///< of options side by side
constexpr std::size_t most_chances = 10; ///< options whose goals are shown, in tables of so many columns

/// Characters on the screen: Vietnamese letters in one code point take one column each.
std::size_t width(std::string const& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string padded(std::string const& text, std::size_t to, bool right) {
    auto const gap = std::string(to - std::min(to, width(text)), ' ');
    return right ? gap + text : text + gap;
}

using Lines = std::vector<std::vector<std::string>>;

std::string aligned(Lines const& lines) {
    std::vector<std::size_t> widths(lines.front().size(), 0);
    for (auto const& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
    std::string out;
    for (auto const& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < line.size(); ++i) text += (i > 0 ? "  " : "") + padded(line[i], widths[i], i > 0);
        out += text.substr(0, text.find_last_not_of(' ') + 1) + '\n';
    }
    return out;
}

/// At most so many characters, with … where more are left out.
std::string cut(std::string const& text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++characters > most) return text.substr(0, i) + "…";
    return text;
}

/// A line for each option shown that changes something its name does not say.
std::string changes_lines(Comparison const& c, geo::Language language) {
    constexpr std::size_t most_characters = 100;
    std::string out;
    for (std::size_t r = 0; r < std::min(c.ranking.size(), most_rows); ++r) {
        auto const& o = c.options[c.ranking[r]];
        if (auto const changes = short_changes(o); !changes.empty())
            out += fmt::format("  {}: {}\n", short_name(o), cut(changes, most_characters));
    }
    if (out.empty()) return out;
    return geo::Message{"Phương án thay đổi gì:\n", "What the options change:\n"}.in(language) + out;
}

/// P10 / P50 / P90 of each option's draws.
Lines drawn_lines(Comparison const& c, geo::Language language) {
    auto const say = [&](char const* vi, char const* en) { return geo::Message{vi, en}.in(language); };
    Lines lines{{say("P10 / P50 / P90", "P10 / P50 / P90"), say("lần rút", "draws"), say("có sóng", "signal"), "4G/5G",
                 say("thôn tốt", "villages"), say("tỷ đồng", "bn VND"), say("mục tiêu", "goals")}};
    for (auto const i : c.ranking) {
        auto const& o = c.options[i];
        if (lines.size() > most_rows || !o.of_study) continue;
        std::vector<std::string> line{short_name(o), std::to_string(o.draws)};
        for (auto const k : {Criterion::signal_share, Criterion::broadband_share, Criterion::villages_good,
                             Criterion::spent_vnd, Criterion::goals_reached})
            line.push_back(drawn_text(o, k, language));
        lines.push_back(std::move(line));
    }
    return lines;
}

/// A row a goal, a column an option.
Lines chance_lines(Comparison const& c, std::span<Option const* const> shown, geo::Language language) {
    constexpr std::size_t most_characters = 70;
    Lines lines{{geo::Message{"Mục tiêu", "Goal"}.in(language)}};
    for (auto const* option : shown) lines.front().push_back(short_name(*option));
    for (auto const& goal : goals_of_all(c)) {
        lines.push_back({cut(shared_goal_text(goal, language), most_characters)});
        for (auto const* option : shown) lines.back().push_back(goal_words(*option, goal.id).in(language));
    }
    return lines;
}

/// Tables of the best options of studies, and how many are left out.
std::string chances(Comparison const& c, geo::Language language) {
    std::vector<Option const*> drawn;
    for (auto const i : c.ranking)
        if (c.options[i].of_study) drawn.push_back(&c.options[i]);
    std::span<Option const* const> rest(drawn);
    auto out = geo::Message{"Xác suất đạt từng mục tiêu (phần số lần rút):\n",
                            "Probability of reaching each goal (share of the draws):\n"}
                   .in(language);
    while (!rest.empty() && drawn.size() - rest.size() < most_chances) {
        auto const n = std::min(rest.size(), most_columns);
        out += aligned(chance_lines(c, rest.first(n), language)) + '\n';
        rest = rest.subspan(n);
    }
    if (!rest.empty())
        out += geo::Message{fmt::format("… còn {} phương án: -o ghi đủ mục tiêu của chúng vào compare.html và "
                                        "compare.xlsx\n",
                                        rest.size()),
                            fmt::format("… {} left out: -o writes the goals of all to compare.html and compare.xlsx\n",
                                        geo::counted(std::ssize(rest), "option", "options"))}
                   .in(language);
    return out;
}

} // namespace

std::string comparison_text(Comparison const& c, geo::Language language) {
    auto const say = [&](char const* vi, char const* en) { return geo::Message{vi, en}.in(language); };
    Lines lines{{say("Phương án", "Option"), say("có sóng", "signal"), "4G/5G", say("xã kém", "worst"),
                 say("thôn tốt", "villages"), say("cần / ngân sách, tỷ đồng", "needed / budget, bn VND"),
                 say("mục tiêu", "goals"), say("đồng/người", "VND/person"), say("điểm", "score"), say("hạng", "rank"),
                 ""}};
    for (auto const i : c.ranking) {
        if (lines.size() > most_rows) break;
        auto const& o = c.options[i];
        std::string marks = c.on_front[i] ? "P" : "";
        if (i == c.baseline) marks += "*";
        std::vector<std::string> line{short_name(o)};
        for (auto const k :
             {Criterion::signal_share, Criterion::broadband_share, Criterion::worst_tenth, Criterion::villages_good})
            line.push_back(criterion_text(k, o.value[index(k)], language));
        line.push_back(spent_of_budget(o, language));
        line.push_back(criterion_text(Criterion::goals_reached, o.value[index(Criterion::goals_reached)], language));
        line.push_back(geo::number_text(c.difference[i].vnd_per_person_with_broadband, 0, language));
        line.push_back(geo::number_text(c.score[i], 3, language));
        line.push_back(std::to_string(c.rank[i]));
        line.push_back(marks);
        lines.push_back(std::move(line));
    }
    auto out = aligned(lines);
    if (c.options.size() > most_rows) {
        auto const more = c.options.size() - most_rows;
        out += geo::Message{fmt::format("… và {} phương án nữa: -o ghi đủ vào compare.html và compare.xlsx\n", more),
                            fmt::format("… and {} more: -o writes all to compare.html and compare.xlsx\n",
                                        geo::counted(static_cast<std::int64_t>(more), "option", "options"))}
                   .in(language);
    }
    out += say(
        "* phương án so sánh; P: không phương án nào hơn cả về người, tiền và công bằng; xã kém: dân có 4G, 5G ở một "
        "phần mười số xã kém nhất; đồng/người: cho mỗi người có 4G, 5G nhiều hơn phương án so sánh\n",
        "* baseline; P: nobody is better in people, money and equity; worst: people with 4G or 5G in the worst-served "
        "tenth of communes; VND/person: for each person with 4G or 5G more than the baseline has\n");
    for (auto const& sentence : shortage_sentences(c)) out += sentence.in(language) + '\n';
    out += score_words(c.weights).in(language) + '\n' + changes_lines(c, language);
    if (has_draws(c)) out += '\n' + aligned(drawn_lines(c, language)) + '\n' + chances(c, language);
    for (auto const& sentence : idle_sentences(c)) out += sentence.in(language) + '\n';
    return out;
}

} // namespace phusong
