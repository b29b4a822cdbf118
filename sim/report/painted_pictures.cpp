#include "sim/report/painted_pictures.h"
#include "geo/svg/svg_picture.h"
#include "sim/output/labels.h"
#include "sim/report/chart_parts.h"
#include "sim/report/charts.h"
#include "sim/report/map_svg.h"
#include "sim/report/page_sources.h"
#include <algorithm>

namespace phusong::report {
namespace {

constexpr double pixels_per_unit = 3; ///< a chart 540 wide fills an A4 page at 200 dots an inch
constexpr int margin = 12, heading_height = 34, key_height = 20, line_height = 14;
constexpr int map_width = 600;
constexpr std::size_t keys_a_row = 4;
constexpr std::size_t unit_per_letter = 6; ///< of the smallest writing, on the safe side

/// A mark of the chart's, and what it stands for.
struct Key {
    char const* shape; ///< "box", "line", or the path of a village on the map
    char const* css_class;
    std::string words;
};

/// A chart or a map that stands alone.
struct Picture {
    std::string name;
    std::string heading;
    Html chart;
    int width, height; ///< of the chart
    std::vector<Key> keys;
};

/// Broken at blanks into lines of so many letters at most; a longer word stays whole.
std::vector<std::string> broken(std::string const& text, std::size_t letters) {
    auto const length = [](std::string_view part) {
        return static_cast<std::size_t>(
            std::ranges::count_if(part, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    };
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find(' ', at), text.size());
        auto const word = text.substr(at, end - at);
        if (!lines.back().empty() && length(lines.back()) + 1 + length(word) > letters) lines.emplace_back();
        if (!lines.back().empty()) lines.back() += ' ';
        lines.back() += word;
        at = end + 1;
    }
    return lines;
}

std::string source_words(Page const& page) {
    auto const made_up = page.in(synthetic_words(page.source.world));
    auto const name = page.in(title(page.source.scenario));
    return made_up.empty() ? name : fmt::format("{}. {} {}.", name, page.say("Giả định:", "Made up:"), made_up);
}

Html key_mark(Key const& key, double x, double y) {
    std::string_view const shape(key.shape), css_class(key.css_class);
    if (shape == "box") return rect(x + 8, y, 16, 10, key.css_class);
    if (shape == "line")
        return html("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"{}\"/>", px(x), px(x + 24), px(y + 5),
                    px(y + 5), css_class);
    return html("<g class=\"legend\" transform=\"translate({} {}) scale(.22)\"><path class=\"{}\" d=\"{}\"/></g>",
                px(x + 16), px(y + 5), css_class, shape);
}

std::size_t rows_of(std::vector<Key> const& keys) { return (keys.size() + keys_a_row - 1) / keys_a_row; }

Html keys_at(Picture const& picture, double y) {
    Html out;
    auto const a_row = std::min(picture.keys.size(), keys_a_row);
    double const each = static_cast<double>(picture.width) / static_cast<double>(a_row);
    for (std::size_t k = 0; k < picture.keys.size(); ++k) {
        double const x = margin + each * static_cast<double>(k % a_row);
        double const at = y + key_height * static_cast<double>(k / a_row);
        out += key_mark(picture.keys[k], x, at) + text_at(x + 30, at + 9, "key", picture.keys[k].words);
    }
    return out;
}

std::string svg_of(Page const& page, Picture const& picture) {
    int const width = picture.width + 2 * margin;
    auto const lines = broken(source_words(page), static_cast<std::size_t>(picture.width) / unit_per_letter);
    int const keys_y = heading_height + picture.height + 6;
    int const words_y = keys_y + key_height * static_cast<int>(rows_of(picture.keys)) + 12;
    int const height = words_y + line_height * static_cast<int>(lines.size());
    Html out =
        html("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{0}\" height=\"{1}\" viewBox=\"0 "
             "0 {0} {1}\"><style>{2}</style>",
             width, height, Html{std::string(chart_css())});
    out += text_at(margin, 22, "heading", picture.heading);
    out += html("<g transform=\"translate({} {})\">{}</g>", margin, heading_height, picture.chart);
    out += keys_at(picture, keys_y);
    for (std::size_t i = 0; i < lines.size(); ++i)
        out += text_at(margin, words_y + line_height * static_cast<double>(i), "small", lines[i]);
    return (out + html("</svg>\n")).text;
}

Html three_services(Page const& page) {
    Html out;
    int x = 0;
    for (auto const s : services) {
        out += html("<g transform=\"translate({} 0)\">{}</g>", x, service_chart(page, s));
        x += 235;
    }
    return out;
}

Picture map_of(Page const& page, std::size_t y) {
    auto const& frame = page.figures.frame;
    int const year = page.base() + static_cast<int>(y), height = map_width * frame.height() / frame.width();
    return {fmt::format("map_{}", year),
            page.in(geo::say("Sóng di động và các thôn, cuối năm {}", "Mobile signal and villages, end of {}", year)),
            html("<svg width=\"{}\" height=\"{}\">{}</svg>", map_width, height, map_svg(page, y, true)),
            map_width,
            height,
            {{"box", "o-broadband", page.say("sóng 4G/5G tốt", "good 4G or 5G")},
             {"box", "o-good", page.say("chỉ 2G/3G tốt", "good 2G or 3G only")},
             {"box", "o-weak", page.say("sóng yếu", "weak signal")},
             {"box", "o-none", page.say("không có sóng", "no signal")},
             {"M0 0h0", "v-good", page.say("thôn có sóng tốt", "village, good signal")},
             {"M0-22l22 22-22 22-22-22z", "v-weak", page.say("thôn lõm sóng", "village, weak signal")},
             {"M0-32l30 52h-60z", "v-none", page.say("thôn trắng sóng", "village without signal")}}};
}

std::vector<Picture> charts_of(Page const& page) {
    return {{"money",
             page.say("Tiền theo năm và nguồn, tỷ đồng", "Money by year and purse, billion VND"),
             money_chart(page),
             540,
             190,
             {{"box", "operators", page.say("doanh nghiệp", "operators")},
              {"box", "public", page.say("nhà nước", "public purse")},
              {"box", "frame", page.say("tiền có được trong năm", "what the year could spend")}}},
            {"villages",
             page.say("Thôn theo sóng, cuối mỗi năm", "Villages by signal, end of each year"),
             villages_chart(page),
             700,
             170,
             {{"box", "good", page.say("sóng tốt", "good")},
              {"box", "weak", page.say("lõm sóng", "weak")},
              {"box", "none", page.say("trắng sóng", "no signal")}}},
            {"subscribers",
             page.say("Thuê bao trên 100 dân", "Subscribers per 100 people"),
             three_services(page),
             700,
             170,
             {{"line", "line", page.say("có kế hoạch", "with the plan")},
              {"line", "line dashed", page.say("không có kế hoạch", "without the plan")}}}};
}

} // namespace

std::vector<TextFile> painted_pictures(Source const& source) {
    auto const all = figures(source);
    std::vector<TextFile> files;
    for (auto const language : {geo::Language::vi, geo::Language::en}) {
        Page const page{source, all, language};
        auto pictures = charts_of(page);
        for (std::size_t y = 0; y < source.outcome.villages.size(); ++y) pictures.push_back(map_of(page, y));
        for (auto const& picture : pictures)
            files.push_back({fmt::format("pictures/{}.{}.png", picture.name, page.say("vi", "en")),
                             geo::svg::png_of_svg(svg_of(page, picture), pixels_per_unit)});
    }
    return files;
}

} // namespace phusong::report
