#include "sim/report/map_svg.h"
#include "sim/output/labels.h"

namespace phusong::report {
namespace {

Html picture(Page const& page, int year) {
    auto const& pictures = page.source.pictures;
    auto const& frame = page.figures.frame;
    for (std::size_t i = 0; i < pictures.list.size(); ++i) {
        auto const& each = pictures.list[i];
        if (each.year != year || each.technology) continue;
        auto const& box = pictures.box;
        int const x = frame.x(box.west_m), y = frame.y(box.north_m);
        return html("<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" class=\"pixels\" "
                    "href=\"{}\"/>",
                    x, y, frame.x(box.east_m) - x, frame.y(box.south_m) - y, page.figures.pictures[i]);
    }
    return {};
}

/// Every village in this state as one path: a dot, a diamond or a triangle.
Html villages(Page const& page, std::size_t year_index, SignalState state) {
    std::string path;
    auto const& frame = page.figures.frame;
    auto const& signals = page.source.outcome.villages[year_index];
    auto const& all = page.source.world.villages;
    for (std::size_t v = 0; v < all.size(); ++v) {
        if (signals[v].state != state) continue;
        int const x = frame.x(all[v].xy.x_m), y = frame.y(all[v].xy.y_m);
        if (state == SignalState::good)
            path += fmt::format("M{} {}h0", x, y);
        else if (state == SignalState::weak)
            path += fmt::format("M{} {}l22 22-22 22-22-22z", x, y - 22);
        else
            path += fmt::format("M{} {}l30 52h-60z", x, y - 32);
    }
    return html("<path class=\"v-{}\" d=\"{}\"/>", label(state).en, path);
}

Html outlines(Page const& page) {
    Html out = html("<g id=\"outlines\" class=\"outline\">");
    for (std::size_t c = 0; c < page.figures.outlines.size(); ++c)
        out += html("<path id=\"c{}\" d=\"{}\"/>", c, page.figures.outlines[c]);
    return out + html("</g>");
}

Html swatch(char const* css_class, std::string const& words) {
    return html(
        "<li><svg class=\"swatch\" viewBox=\"0 0 24 16\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\" width=\"22\" "
        "height=\"14\" class=\"{}\"/></svg> {}</li>",
        css_class, words);
}

Html shape(char const* css_class, char const* path, std::string const& words) {
    return html("<li><svg class=\"swatch\" viewBox=\"-40 -40 80 80\" aria-hidden=\"true\"><path class=\"{}\" "
                "d=\"{}\"/></svg> {}</li>",
                css_class, path, words);
}

} // namespace

Html map_svg(Page const& page, std::size_t year_index, bool with_outlines) {
    auto const& frame = page.figures.frame;
    int const year = page.base() + static_cast<int>(year_index);
    auto const title =
        page.in(geo::say("Vùng phủ sóng và thôn, cuối năm {}", "Coverage and villages, end of {}", year));
    Html out = html("<svg class=\"map\" role=\"img\" viewBox=\"0 0 {} {}\"><title>{}</title>\n", frame.width(),
                    frame.height(), title);
    out += picture(page, year);
    out += with_outlines ? outlines(page) : html("<use href=\"#outlines\"/>");
    for (auto const state : {SignalState::good, SignalState::weak, SignalState::none})
        out += villages(page, year_index, state);
    return out + html("</svg>\n");
}

Html map_legend(Page const& page) {
    return html("<ul class=\"legend\">") + swatch("o-broadband", page.say("sóng 4G/5G tốt", "good 4G or 5G signal")) +
           swatch("o-good", page.say("chỉ có sóng 2G/3G tốt", "good 2G or 3G signal only")) +
           swatch("o-weak", page.say("sóng yếu", "weak signal")) +
           swatch("o-none", page.say("không có sóng", "no signal")) +
           shape("v-good", "M0 0h0", page.say("thôn có sóng tốt", "village with good signal")) +
           shape("v-weak", "M0-22l22 22-22 22-22-22z", page.say("thôn lõm sóng", "village with weak signal")) +
           shape("v-none", "M0-32l30 52h-60z", page.say("thôn trắng sóng", "village without signal")) + html("</ul>\n");
}

} // namespace phusong::report
