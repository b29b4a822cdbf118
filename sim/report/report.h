#pragma once
#include "geo/message.h"
#include "sim/output/output.h"
#include "sim/report/pictures.h"

namespace phusong::report {

/// What a report tells of. The pictures may be empty: then its maps show outlines and villages only.
struct Source {
    World const& world;
    Scenario const& scenario;
    Outcome const& outcome;
    CoveragePictures const& pictures;
    RunIdentity const& identity;
};

/// report.vi.html and report.en.html: one page each with everything in it. No clock, no link that leaves the page, and
/// a policy by which a browser fetches nothing and runs nothing but what stands in it. Errors: std::runtime_error when
/// GDAL cannot make a picture.
[[nodiscard]] std::vector<TextFile> pages(Source const& source);

} // namespace phusong::report
