#include "geo/suggest.h"
#include <algorithm>
#include <cctype>
#include <vector>

namespace phusong::geo {
namespace {

std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

} // namespace

int edit_distance(std::string_view a, std::string_view b) {
    std::vector<int> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int const replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::optional<std::string> nearest_name(std::string_view wrong, std::span<std::string const> names) {
    constexpr std::size_t longest = 200; // a longer name is no slip of the finger, and the table below would be large
    if (wrong.size() > longest) return std::nullopt;
    std::optional<std::string> best;
    int best_distance = static_cast<int>(wrong.size()) / 3 + 2;
    for (auto const& name : names) {
        int const distance = edit_distance(folded(wrong), folded(name));
        if (distance < best_distance) {
            best = name;
            best_distance = distance;
        }
    }
    return best;
}

} // namespace phusong::geo
