#include "geo/svg/svg_picture.h"
#include <array>
#include <cmath>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <memory>
#include <stdexcept>

namespace phusong::geo::svg {
namespace {

template <auto release> struct Releases {
    template <class T> void operator()(T* held) const { release(held); }
};
using Drawing = std::unique_ptr<RsvgHandle, Releases<g_object_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Releases<cairo_surface_destroy>>;
using Brush = std::unique_ptr<cairo_t, Releases<cairo_destroy>>;

[[noreturn]] void fail_with(GError* error) {
    std::string const words = error != nullptr ? error->message : "unknown";
    g_clear_error(&error);
    throw std::runtime_error("librsvg cannot draw: " + words);
}

Drawing drawing_of(std::string const& svg) {
    GError* error = nullptr;
    auto const* const bytes = reinterpret_cast<guint8 const*>(svg.data());
    Drawing drawing(rsvg_handle_new_from_data(bytes, svg.size(), &error));
    if (!drawing) fail_with(error);
    return drawing;
}

cairo_status_t append(void* text, unsigned char const* bytes, unsigned int count) {
    static_cast<std::string*>(text)->append(reinterpret_cast<char const*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// What a font must have to write Vietnamese: a letter with two marks, one with a horn and a dot, the barred D.
constexpr std::array<FcChar32, 3> vietnamese{0x1EBF, 0x1EF1, 0x0110};

} // namespace

std::string png_of_svg(std::string const& svg, double scale) {
    auto const drawing = drawing_of(svg);
    double width = 0, height = 0;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(drawing.get(), &width, &height) || !(width > 0) || !(height > 0))
        throw std::runtime_error("an SVG without its size in pixels");
    width = std::ceil(width * scale);
    height = std::ceil(height * scale);
    Surface const surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
    Brush const brush(cairo_create(surface.get()));
    cairo_set_source_rgb(brush.get(), 1, 1, 1);
    cairo_paint(brush.get());
    GError* error = nullptr;
    RsvgRectangle const whole{0, 0, width, height};
    if (!rsvg_handle_render_document(drawing.get(), brush.get(), &whole, &error)) fail_with(error);
    std::string png;
    auto const status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo cannot write a PNG: ") + cairo_status_to_string(status));
    return png;
}

bool has_vietnamese_font() {
    std::unique_ptr<FcCharSet, Releases<FcCharSetDestroy>> const letters(FcCharSetCreate());
    for (auto const letter : vietnamese) FcCharSetAddChar(letters.get(), letter);
    std::unique_ptr<FcPattern, Releases<FcPatternDestroy>> const wanted(FcPatternCreate());
    FcPatternAddCharSet(wanted.get(), FC_CHARSET, letters.get());
    FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
    std::unique_ptr<FcObjectSet, Releases<FcObjectSetDestroy>> const told(FcObjectSetBuild(FC_FILE, nullptr));
    std::unique_ptr<FcFontSet, Releases<FcFontSetDestroy>> const found(FcFontList(nullptr, wanted.get(), told.get()));
    return found && found->nfont > 0;
}

} // namespace phusong::geo::svg
