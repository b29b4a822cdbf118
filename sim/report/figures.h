#pragma once
#include "sim/output/commune_year.h"
#include "sim/output/headline.h"
#include "sim/report/map_frame.h"
#include "sim/report/report.h"

namespace phusong::report {

/// What the plan holds for one village.
struct VillageStory {
    /// Index into Plan::projects: the one by which the village's signal becomes good; nothing = none does.
    std::optional<std::size_t> project;
    /// Index into Candidates::list: of those that would serve its hall, the one whose capex per person in its reach is
    /// least; ties by the lower number. Nothing = there was none.
    std::optional<std::size_t> candidate;
};

/// A commune or district over the years.
struct Unit {
    std::string code, name;
    std::vector<CommuneYear> years; ///< [year − base]
    std::size_t communes = 1;
};

/// Everything that both languages show, worked out once.
struct Figures {
    Headline headline;
    std::vector<Unit> communes, districts; ///< as in World; districts by code
    std::vector<VillageStory> stories;     ///< [village]
    std::vector<double> candidate_people;  ///< [candidate] that it would reach by any technology, of the census year
    MapFrame frame;
    std::vector<std::string> outlines; ///< [commune] SVG paths
    std::vector<std::string> pictures; ///< [CoveragePictures::list] data: addresses
};

[[nodiscard]] Figures figures(Source const& source);

} // namespace phusong::report
