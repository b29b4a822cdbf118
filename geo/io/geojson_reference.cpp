#include "geo/io/geojson_reference.h"
#include <cpl_json.h>
#include <ogr_spatialref.h>

namespace phusong::geo::io {
namespace {

/// Finds the value of a member of the outermost object without building the rest, which may be hundreds of megabytes.
/// Broken text may give a wrong answer, never a wrong read; GDAL refuses it later.
class MemberFinder {
  public:
    explicit MemberFinder(std::string_view text) : text_(text) {}

    [[nodiscard]] std::string_view value_of(std::string_view wanted) {
        int depth = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            char const c = text_[at];
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
            if (c != '"') continue;
            auto const end = string_end(at);
            bool const is_wanted = depth == 1 && text_.substr(at + 1, end - at - 1) == wanted;
            at = end;
            if (is_wanted && colon_follows(at)) return value_from(at);
        }
        return {};
    }

  private:
    [[nodiscard]] std::size_t string_end(std::size_t quote) const {
        for (auto at = quote + 1; at < text_.size(); ++at) {
            if (text_[at] == '\\')
                ++at;
            else if (text_[at] == '"')
                return at;
        }
        return text_.size();
    }
    [[nodiscard]] bool colon_follows(std::size_t& at) const {
        auto const next = text_.find_first_not_of(" \t\r\n", at + 1);
        if (next == std::string_view::npos || text_[next] != ':') return false;
        at = next + 1;
        return true;
    }
    [[nodiscard]] std::string_view value_from(std::size_t start) const {
        int depth = 0;
        for (auto at = start; at < text_.size(); ++at) {
            char const c = text_[at];
            if (c == '"')
                at = string_end(at);
            else if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            if (depth < 0 || (depth == 0 && c == ',')) return text_.substr(start, at - start);
        }
        return text_.substr(start);
    }
    std::string_view text_;
};

bool is_known(std::string const& name) {
    OGRSpatialReference reference;
    return reference.SetFromUserInput(name.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS) ==
           OGRERR_NONE;
}

} // namespace

GeoJsonReference geojson_reference(std::string_view text) {
    auto const value = MemberFinder(text).value_of("crs");
    if (value.empty()) return GeoJsonReference::none;
    CPLJSONDocument document;
    if (!document.LoadMemory(std::string(value))) return GeoJsonReference::unusable;
    auto const crs = document.GetRoot();
    auto const properties = crs.GetObj("properties");
    auto const type = crs.GetString("type");
    if (type == "name" && is_known(properties.GetString("name"))) return GeoJsonReference::named;
    if (type == "EPSG" && is_known("EPSG:" + properties.GetString("code"))) return GeoJsonReference::named;
    return GeoJsonReference::unusable;
}

} // namespace phusong::geo::io
