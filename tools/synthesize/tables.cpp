#include "tools/synthesize/tables.h"
#include "geo/io/csv_file.h"

namespace phusong::synthesize {
namespace {

std::string place(geo::LonLat p, char const* between) {
    return fmt::format("{:.5f}{}{:.5f}", p.lon_deg, between, p.lat_deg);
}

} // namespace

std::string villages_csv(std::vector<VillageRow> const& villages, World const& world, Titles const& titles) {
    auto const& [maker, province, base_year] = titles;
    auto text = fmt::format(
        "# Villages of {}: points of GeoNames (synthetic = 0) and made-up ones (synthetic = 1). People, households,\n"
        "# power and fibre of every row are made by {}; {} stands for {} or before. See README.md.\n"
        "code,name,commune_code,lon,lat,people,households,grid_power_year,fibre_year,synthetic,source\n",
        province, maker, base_year, base_year);
    for (auto const& v : villages)
        text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n", v.code, geo::io::csv_cell(v.name),
                            world.communes[v.commune.value].code, place(v.lonlat, ","), v.people, v.households,
                            v.grid_power_year, v.fibre_year, v.synthetic ? 1 : 0,
                            geo::io::csv_cell(v.synthetic ? maker : v.source));
    return text;
}

std::string roads_csv(std::vector<RoadRow> const& roads, World const& world, Titles const& titles) {
    auto text = fmt::format("# SYNTHETIC roads of {}, made by {}: cheap ways over the made terrain. See README.md.\n"
                            "kind,wkt,synthetic,source\n",
                            titles.province, titles.maker);
    for (auto const& road : roads) {
        std::string points;
        for (auto const& p : road.line) points += (points.empty() ? "" : ", ") + place(world.crs->unproject(p), " ");
        text += fmt::format("{},\"LINESTRING ({})\",1,{}\n", road_kind_names[static_cast<std::size_t>(road.kind)],
                            points, geo::io::csv_cell(titles.maker));
    }
    return text;
}

std::string sites_csv(std::vector<SiteRow> const& sites, World const& world, Titles const& titles) {
    auto text = fmt::format("# SYNTHETIC sites of {} at the end of {}, made by {}. See README.md.\n"
                            "code,operator,commune_code,lon,lat,mast_height_m,technologies,synthetic,source\n",
                            titles.province, titles.base_year, titles.maker);
    for (auto const& s : sites)
        text += fmt::format("{},{},{},{},{:g},{},1,{}\n", s.code, s.operator_name, world.communes[s.commune.value].code,
                            place(world.crs->unproject(s.xy), ","), s.mast_height_m, s.technologies,
                            geo::io::csv_cell(titles.maker));
    return text;
}

} // namespace phusong::synthesize
