#include "sim/report/map_svg.h"

namespace phusong::report {

// Filled by the page's script; without it, and on paper, the maps of the first page stand.
Html map_part(Page const& page) {
    return html("<section id=\"screen-map\" hidden>") +
           heading("map", page.say("Bản đồ từng năm", "Map year by year")) +
           html("<p class=\"note\">{}</p>\n",
                page.say(
                    "Bấm vào một xã hoặc thôn để xem chuyện của nơi đó. Kéo để di chuyển; lăn chuột hoặc phím + − để "
                    "phóng; phím mũi tên để dời.",
                    "Press a commune or a village for its story. Drag to move; wheel or keys + − to zoom; arrow keys "
                    "to shift.")) +
           html("<div id=\"map-controls\"></div><div class=\"map-and-story\"><div id=\"map-holder\"></div>"
                "<div id=\"story\" role=\"region\" aria-live=\"polite\" aria-label=\"{}\" "
                "tabindex=\"-1\"></div></div>\n",
                page.say("Chuyện của một nơi", "Story of a place")) +
           map_legend(page) + html("</section>\n");
}

} // namespace phusong::report
