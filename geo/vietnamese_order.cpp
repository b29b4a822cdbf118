#include "geo/vietnamese_order.h"
#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace phusong::geo {
namespace {

/// One letter: the base in a … z, the mark that makes another letter of it, the tone (0 level … 5 nặng), its case.
/// `base` 0: not a letter of this alphabet.
struct Letter {
    char base = 0, mark = ' ';
    int tone = 0;
    bool capital = false;
};

// Tones as Vietnamese typists write them, in the order of dictionaries; marks: ( breve, ^ circumflex, + horn, - stroke.
constexpr std::string_view tones = " frxsj";

/// The precomposed letters from U+1EA0 to U+1EF9, capitals and small letters in turn: base, mark, tone of each pair.
constexpr std::string_view extended = "a ja ra^sa^fa^ra^xa^ja(sa(fa(ra(xa(je je re xe^se^fe^re^xe^ji ri jo jo "
                                      "ro^so^fo^ro^xo^jo+so+fo+ro+xo+ju ju ru+su+fu"
                                      "+ru+xu+jy fy jy ry x";

/// U+00C0 to U+00DD, as above; three blanks where Vietnamese has no such letter. The small letters lie 32 further.
constexpr std::string_view latin_1 =
    "a fa sa^ a x            e fe se^    i fi s            o fo so^ o x         u fu s      y s";
static_assert(extended.size() == 3 * 45 && latin_1.size() == 3 * 30);

Letter from_table(std::string_view table, std::size_t entry, bool capital) {
    auto const code = table.substr(entry * 3, 3);
    if (code[0] == ' ') return {};
    return {code[0], code[1], static_cast<int>(tones.find(code[2])), capital};
}

Letter letter(char32_t c) {
    if (c >= 'a' && c <= 'z') return {static_cast<char>(c)};
    if (c >= 'A' && c <= 'Z') return {static_cast<char>(c + 32), ' ', 0, true};
    if (c >= 0x1EA0 && c <= 0x1EF9) return from_table(extended, (c - 0x1EA0) / 2, c % 2 == 0);
    if (c >= 0xC0 && c <= 0xDD) return from_table(latin_1, c - 0xC0, true);
    if (c >= 0xE0 && c <= 0xFD) return from_table(latin_1, c - 0xE0, false);
    switch (c) {
    case 0x102:
    case 0x103:
        return {'a', '(', 0, c == 0x102};
    case 0x110:
    case 0x111:
        return {'d', '-', 0, c == 0x110};
    case 0x128:
    case 0x129:
        return {'i', ' ', 3, c == 0x128};
    case 0x168:
    case 0x169:
        return {'u', ' ', 3, c == 0x168};
    case 0x1A0:
    case 0x1A1:
        return {'o', '+', 0, c == 0x1A0};
    case 0x1AF:
    case 0x1B0:
        return {'u', '+', 0, c == 0x1AF};
    default:
        return {};
    }
}

/// Adds a combining mark to the letter before it; false when it is none of ours.
bool combine(Letter& l, char32_t c) {
    switch (c) {
    case 0x300:
        l.tone = 1;
        return true;
    case 0x309:
        l.tone = 2;
        return true;
    case 0x303:
        l.tone = 3;
        return true;
    case 0x301:
        l.tone = 4;
        return true;
    case 0x323:
        l.tone = 5;
        return true;
    case 0x306:
        l.mark = '(';
        return true;
    case 0x302:
        l.mark = '^';
        return true;
    case 0x31B:
        l.mark = '+';
        return true;
    default:
        return false;
    }
}

/// Place of a marked letter after its bare one: a ă â, d đ, e ê, o ô ơ, u ư.
int rank(Letter const& l) {
    if (l.mark == ' ') return 0;
    return (l.base == 'a' && l.mark == '^') || (l.base == 'o' && l.mark == '+') ? 2 : 1;
}

/// Takes one code point off the front; a byte that starts none counts as a code point of its own.
char32_t take(std::string_view& text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::size_t const length = byte(0) < 0xC2 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : byte(0) < 0xF5 ? 4 : 1;
    char32_t c = length == 1 ? byte(0) : byte(0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= text.size() || (byte(i) & 0xC0) != 0x80) {
            c = byte(0);
            text.remove_prefix(1);
            return c;
        }
        c = c << 6 | (byte(i) & 0x3FU);
    }
    text.remove_prefix(length);
    return c;
}

// First bytes of primary weights. Bytes of a weight are never 0, which ends the weights.
constexpr char punctuation_first = 0x02, number_first = 0x10, letter_first = 0x20, other_first = 0x7F;

/// A whole number: first how many digits it has, then the digits, so that bytes compare as values do.
std::string number_weight(std::string_view& text) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    auto const run = text.substr(0, digits);
    text.remove_prefix(digits);
    auto const zeros = run.find_first_not_of('0');
    auto const value = zeros == std::string_view::npos ? std::string_view{} : run.substr(zeros);
    auto const length = std::min<std::size_t>(value.size(), 127 * 127 - 1);
    return {number_first + std::string{static_cast<char>(1 + length / 127), static_cast<char>(1 + length % 127)} +
            std::string(value)};
}

std::string other_weight(char32_t c) {
    if (c < 0x80) return {punctuation_first, static_cast<char>(c + 1)};
    std::string weight{other_first};
    for (int shift = 14; shift >= 0; shift -= 7) weight += static_cast<char>((c >> shift & 0x7F) | 0x80);
    return weight;
}

} // namespace

std::string vietnamese_key(std::string_view utf8) {
    std::string letters, tone_marks, cases;
    for (auto text = utf8; !text.empty();) {
        if (text[0] >= '0' && text[0] <= '9') {
            letters += number_weight(text);
            continue;
        }
        auto const c = take(text);
        auto l = letter(c);
        if (l.base == 0) {
            letters += other_weight(c);
            continue;
        }
        for (auto rest = text; !rest.empty() && combine(l, take(rest));) text = rest;
        letters += static_cast<char>(letter_first + (l.base - 'a') * 3 + rank(l));
        tone_marks += static_cast<char>(1 + l.tone);
        cases += static_cast<char>(l.capital ? 2 : 1);
    }
    return letters + '\0' + tone_marks + '\0' + cases + '\0' + std::string(utf8);
}

std::string plain_letters(std::string_view utf8) {
    std::string plain;
    for (auto text = utf8; !text.empty();) {
        auto const before = text;
        auto l = letter(take(text));
        if (l.base == 0) {
            plain += before.substr(0, before.size() - text.size());
            continue;
        }
        for (auto rest = text; !rest.empty() && combine(l, take(rest));) text = rest;
        plain += l.base;
    }
    return plain;
}

bool vietnamese_less(std::string_view a, std::string_view b) { return vietnamese_key(a) < vietnamese_key(b); }

} // namespace phusong::geo
