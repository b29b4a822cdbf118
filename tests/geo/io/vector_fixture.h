#pragma once
#include "geo/io/crs.h"
#include "scratch.h"

namespace phusong::geo::io::test {

inline Crs const& utm48() {
    static Crs const crs("EPSG:32648", "test");
    return crs;
}

inline std::string collection(std::string const& geometry, std::string const& extra = "",
                              std::string const& fields = "\"code\":\"00688\"") {
    return fmt::format(
        R"({{"type":"FeatureCollection",{}"features":[{{"type":"Feature","properties":{{{}}},"geometry":{}}}]}})",
        extra, fields, geometry);
}

inline std::string const square =
    R"({"type":"Polygon","coordinates":[[[105,22.8],[105.1,22.8],[105.1,22.9],[105,22.9],[105,22.8]]]})";

} // namespace phusong::geo::io::test
