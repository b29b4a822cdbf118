#include "tests/support/draw.h"
#include <algorithm>
#include <cctype>
#include <map>
#include <stdexcept>

namespace phusong::test {
namespace {

using Rows = std::vector<std::string>;

geo::Grid grid_of(Drawing const& d) {
    return {.west_m = 480'030,
            .north_m = 2'540'070,
            .cell_m = d.cell_m,
            .rows = static_cast<int>(d.rows.size()),
            .cols = d.rows.empty() ? 0 : static_cast<int>(d.rows.front().size())};
}

char at(Rows const& rows, int row, int col) {
    return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(col)];
}

void check_shape(Rows const& rows, geo::Grid const& grid, bool may_be_empty) {
    if (rows.empty() && may_be_empty) return;
    bool const same =
        static_cast<int>(rows.size()) == grid.rows &&
        std::all_of(rows.begin(), rows.end(), [&](auto const& r) { return static_cast<int>(r.size()) == grid.cols; });
    if (!same || rows.empty()) throw std::invalid_argument("draw: all rows must have the same length");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

float height_of(Drawing const& d, int row, int col) {
    char const mark = at(d.rows, row, col);
    if (mark == '~') return geo::no_data;
    char const over = d.heights.empty() ? '.' : at(d.heights, row, col);
    char const digit = is_digit(over) ? over : mark;
    return static_cast<float>(d.ground_m + (is_digit(digit) ? digit - '0' : 0) * d.height_step_m);
}

void add_terrain(World& world, Drawing const& d) {
    world.terrain_m = geo::Raster(world.grid);
    for (int row = 0; row < world.grid.rows; ++row)
        for (int col = 0; col < world.grid.cols; ++col) {
            char const mark = at(d.rows, row, col);
            if (!is_digit(mark) && std::string_view(".~TVSF=").find(mark) == std::string_view::npos)
                throw std::invalid_argument(fmt::format("draw: unknown mark '{}'", mark));
            world.terrain_m.values(row, col) = height_of(d, row, col);
        }
}

/// The outline of a set of cells as one square per cell: clumsy, but every area and point-in-polygon is right.
geo::Polygon square(geo::Grid const& grid, int row, int col) {
    double const west = grid.west_m + col * grid.cell_m, north = grid.north_m - row * grid.cell_m;
    double const east = west + grid.cell_m, south = north - grid.cell_m;
    return {{{west, south}, {east, south}, {east, north}, {west, north}}, {}};
}

void add_communes(World& world, Drawing const& d) {
    geo::Grid const& g = world.grid;
    std::map<char, std::int32_t> number; // letter -> index, alphabetical
    for (auto const& row : d.communes)
        for (char const c : row)
            if (std::isalpha(static_cast<unsigned char>(c)) != 0) number.emplace(c, 0);
    if (d.communes.empty()) number.emplace('A', 0);
    std::int32_t next = 0;
    for (auto& [letter, index] : number) {
        index = next++;
        Commune commune;
        commune.code = fmt::format("{:05}", 701 + index);
        commune.name = fmt::format("Xã {}", letter);
        commune.kind = "commune";
        commune.district_code = "027";
        commune.district = "Huyện Vẽ";
        commune.poor_share = 0.43;
        world.communes.push_back(commune);
    }
    world.commune_of_cell = geo::Array2D<std::int32_t>::Constant(g.rows, g.cols, geo::outside);
    for (int row = 0; row < g.rows; ++row)
        for (int col = 0; col < g.cols; ++col) {
            auto const found = number.find(d.communes.empty() ? 'A' : at(d.communes, row, col));
            if (found == number.end() || at(d.rows, row, col) == '~') continue;
            world.commune_of_cell(row, col) = found->second;
            Commune& commune = world.communes[static_cast<std::size_t>(found->second)];
            if (commune.boundary.empty()) commune.seat = g.centre(row, col);
            if (at(d.rows, row, col) == 'S') commune.seat = g.centre(row, col);
            commune.boundary.push_back(square(g, row, col));
            commune.area_km2 += g.cell_area_km2();
        }
}

void add_village(World& world, CommuneId commune, int row, int col) {
    auto const k = static_cast<std::uint32_t>(world.villages.size());
    auto const number = fmt::format("{:02}", k + 1);
    Village village;
    village.code = fmt::format("V{}", number);
    village.name = fmt::format("Thôn {}", number);
    village.commune = commune;
    village.xy = world.grid.centre(row, col);
    village.people = 140 + 37 * k;
    village.households = village.people / 4.5;
    village.grid_power_year = 2005;
    world.communes[commune.value].people += village.people;
    world.communes[commune.value].households += village.households;
    world.people.push_back({world.grid.index(row, col), VillageId{k}, village.people});
    world.villages.push_back(village);
}

void add_site(World& world, CommuneId commune, geo::XY xy, double mast_height_m) {
    Site site;
    site.code = fmt::format("T{}", world.sites.size() + 1);
    site.operator_name = "Viettel";
    site.commune = commune;
    site.xy = xy;
    site.mast_height_m = mast_height_m;
    for (auto const t : {Technology::g2, Technology::g3, Technology::g4}) site.technologies.add(t);
    world.sites.push_back(site);
}

void add_marks(World& world, Drawing const& d) {
    for (int row = 0; row < world.grid.rows; ++row)
        for (int col = 0; col < world.grid.cols; ++col) {
            char const mark = at(d.rows, row, col);
            if (mark != 'T' && mark != 'V' && mark != 'F') continue;
            auto const zone = world.commune_of_cell(row, col);
            if (zone == geo::outside) throw std::invalid_argument("draw: T, V and F must lie inside a commune");
            CommuneId const commune{static_cast<std::uint32_t>(zone)};
            geo::XY const xy = world.grid.centre(row, col);
            if (mark == 'V') add_village(world, commune, row, col);
            if (mark == 'T') add_site(world, commune, xy, d.mast_height_m);
            if (mark == 'F')
                world.fibre_nodes.push_back({fmt::format("F{}", world.fibre_nodes.size() + 1), commune, xy});
        }
}

void add_roads(World& world, Drawing const& d) {
    geo::Grid const& g = world.grid;
    std::map<std::uint32_t, std::uint32_t> node_of; // cell -> node
    auto const node = [&](int row, int col) {
        auto const [it, fresh] =
            node_of.emplace(g.index(row, col), static_cast<std::uint32_t>(world.roads.nodes.size()));
        if (fresh) world.roads.nodes.push_back(g.centre(row, col));
        return it->second;
    };
    auto const is_on = [&](int row, int col, char const* marks) {
        return g.contains(row, col) && std::string_view(marks).find(at(d.rows, row, col)) != std::string_view::npos;
    };
    auto const join = [&](int row, int col, int row2, int col2) {
        bool const wanted =
            (is_on(row, col, "=") && is_on(row2, col2, "=TVSF")) || (is_on(row, col, "TVSF") && is_on(row2, col2, "="));
        if (!wanted) return;
        auto const from = node(row, col), to = node(row2, col2);
        geo::XY const a = g.centre(row, col), b = g.centre(row2, col2);
        world.roads.edges.push_back({from, to, geo::distance_m(a, b), {a, b}, "commune"});
    };
    for (int row = 0; row < g.rows; ++row)
        for (int col = 0; col < g.cols; ++col) {
            if (is_on(row, col, "=")) node(row, col);
            join(row, col, row, col + 1);
            join(row, col, row + 1, col);
        }
}

int count_components(RoadNetwork const& roads) {
    std::vector<std::uint32_t> root(roads.nodes.size());
    for (std::uint32_t i = 0; i < root.size(); ++i) root[i] = i;
    auto const find = [&](std::uint32_t i) {
        while (root[i] != i) i = root[i];
        return i;
    };
    for (auto const& e : roads.edges) root[find(e.from)] = find(e.to);
    int count = 0;
    for (std::uint32_t i = 0; i < root.size(); ++i) count += root[i] == i ? 1 : 0;
    return count;
}

} // namespace

World draw(Drawing const& drawing) {
    World world;
    world.grid = grid_of(drawing);
    check_shape(drawing.rows, world.grid, false);
    check_shape(drawing.heights, world.grid, true);
    check_shape(drawing.communes, world.grid, true);
    add_terrain(world, drawing);
    add_communes(world, drawing);
    add_marks(world, drawing);
    add_roads(world, drawing);
    world.roads.components = count_components(world.roads);
    world.census_year = 2019;
    world.people_growth_share_per_year = 0.014;
    return world;
}

World draw(std::vector<std::string> const& rows, double cell_m) {
    return draw(Drawing{.rows = rows, .cell_m = cell_m});
}

geo::XY place(Drawing const& drawing, char mark, int n) {
    geo::Grid const grid = grid_of(drawing);
    for (int row = 0; row < grid.rows; ++row)
        for (int col = 0; col < grid.cols; ++col)
            if (at(drawing.rows, row, col) == mark && n-- == 0) return grid.centre(row, col);
    throw std::invalid_argument(fmt::format("place: no such mark '{}'", mark));
}

} // namespace phusong::test
