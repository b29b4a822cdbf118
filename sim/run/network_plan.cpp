#include "sim/run/network_plan.h"
#include "geo/number_text.h"
#include "sim/network/capacity/flow.h"
#include "sim/network/capacity/traffic.h"
#include "sim/network/graph/build_graph.h"
#include "sim/rollout/place_code.h"
#include "sim/run/fibre_links.h"
#include "sim/run/home_demand.h"
#include "sim/run/materials.h"
#include "sim/run/named_first.h"
#include "sim/run/second_paths.h"
#include <algorithm>
#include <limits>
#include <map>

namespace phusong {
namespace {

/// Everything that the steps below share.
struct Planner {
    World const& world;
    Scenario const& scenario;
    Candidates const& candidates;
    Plan const& plan;
    HomeDemand homes;
    std::vector<std::vector<double>> site_mbps; ///< [project][year − base], asked in the busy hour; 0 of other projects
    RolloutGraph graph;
    std::vector<std::uint32_t> node; ///< of each project with a fibre link, none of others
    FibrePlan fibre;
    std::map<std::uint32_t, std::string> lit_code;
    NetworkPlan out;

    [[nodiscard]] Candidate const& of(std::size_t project) const {
        return candidates.list[plan.projects[project].candidate];
    }
    [[nodiscard]] double power_share(std::size_t project) const {
        return of(project).solar ? scenario.links.solar_availability_share : scenario.links.grid_availability_share;
    }
    [[nodiscard]] double mbps(std::size_t project, int year) const {
        return is_access(of(project).kind) ? homes.mbps(project, year)
                                           : site_mbps[project][static_cast<std::size_t>(year - scenario.years.base)];
    }
    void lay(geo::Progress const& progress);
    void add_fibre();
    void add_hops();
    void choose(NetworkLink& link, std::vector<double> const& classes) const;
    void add_pon();
    void note_overload();
    void note();
};

void Planner::lay(geo::Progress const& progress) {
    std::vector<geo::XY> ends;
    std::vector<std::size_t> owners;
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
        if (of(p).link.kind == LinkKind::fibre) ends.push_back(of(p).xy), owners.push_back(p);
    graph = build_rollout_graph(world, scenario, ends, progress);
    node.assign(plan.projects.size(), FibrePlan::none);
    std::vector<FibreDemand> demands;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        node[owners[i]] = graph.extra[i];
        demands.push_back({graph.extra[i], plan.projects[owners[i]].year});
        out.projects_pay_vnd += std::llround(of(owners[i]).link.capex_vnd);
    }
    solve::Work work;
    work.seed = static_cast<std::uint64_t>(scenario.seed);
    work.effort = scenario.fibre.effort;
    fibre = plan_fibre(graph, graph.exchange, demands, scenario.fibre.foresight, work);
    for (std::size_t i = 0; i < graph.exchange.size(); ++i)
        lit_code.emplace(graph.exchange[i], world.fibre_nodes[i].code);
    out.planned = true;
    out.graph_nodes = graph.nodes.size();
    out.graph_edges = graph.edges.size();
    out.fibre_years = fibre.years;
    out.fibre_vnd = fibre.cost_vnd;
    out.fibre_bound_vnd = fibre.lower_bound_vnd;
    out.apart_vnd = fibre.apart_vnd;
    out.iterations = fibre.iterations;
}

/// Classes as far as a link of that capacity carries them; all where that is not known (0).
std::vector<double> within(std::vector<double> classes_mbps, double capacity_mbps) {
    if (capacity_mbps == 0) return classes_mbps;
    for (auto& mbps : classes_mbps) mbps = std::min(mbps, capacity_mbps);
    classes_mbps.erase(std::unique(classes_mbps.begin(), classes_mbps.end()), classes_mbps.end());
    return classes_mbps;
}

/// The class for the heaviest year, and the first year in which it is too full.
void Planner::choose(NetworkLink& link, std::vector<double> const& classes) const {
    double const most = *std::ranges::max_element(link.load_mbps);
    auto const choice = choose_class(classes, most, scenario.links.full_share);
    link.capacity_mbps = choice.mbps;
    if (!choice.overloaded) return;
    for (std::size_t y = 0; y < link.load_mbps.size() && link.overloaded_from == 0; ++y)
        if (link.load_mbps[y] > scenario.links.full_share * choice.mbps)
            link.overloaded_from = scenario.years.base + static_cast<int>(y);
}

void Planner::add_fibre() {
    std::vector<std::uint32_t> stops;
    std::multimap<std::uint32_t, std::size_t> projects; // at a node
    for (std::size_t p = 0; p < node.size(); ++p)
        if (node[p] != FibrePlan::none) stops.push_back(node[p]), projects.emplace(node[p], p);
    auto tree = fibre_links(graph, fibre, stops);
    std::vector<FlowNode> flow(tree.links.size());
    for (std::size_t i = 0; i < flow.size(); ++i) flow[i].up = tree.up[i];
    for (int year = scenario.years.base; year <= scenario.years.last; ++year) {
        for (std::size_t i = 0; i < flow.size(); ++i) {
            flow[i].own_mbps = 0;
            auto const [begin, end] = projects.equal_range(tree.lower[i]);
            for (auto p = begin; p != end; ++p) flow[i].own_mbps += mbps(p->second, year);
        }
        auto const load = flow_up(flow);
        for (std::size_t i = 0; i < flow.size(); ++i) tree.links[i].load_mbps.push_back(load[i]);
    }
    for (auto const i : downwards(flow)) {
        auto& link = tree.links[i];
        bool const at_lit = tree.up[i] == FibrePlan::none;
        link.availability_share = cable_availability_share(scenario.links, link.length_km) *
                                  (at_lit ? 1 : tree.links[tree.up[i]].availability_share);
        link.place_availability_share = std::numeric_limits<double>::quiet_NaN();
        link.to = fmt::format("J{:04}", i + 1);
        auto const place = projects.find(tree.lower[i]);
        if (place != projects.end()) {
            link.to = place_code(world, candidates, plan, place->second);
            link.place_availability_share = link.availability_share * power_share(place->second);
        }
        choose(link, scenario.links.fibre_mbps);
    }
    for (std::size_t i = 0; i < flow.size(); ++i) {
        auto& link = tree.links[i];
        if (tree.up[i] != FibrePlan::none) {
            link.from = tree.links[tree.up[i]].to;
            continue;
        }
        auto const up = way_up(graph, fibre, tree.lower[i]);
        auto const& last = graph.edges[up.back()];
        for (auto const end : {last.a, last.b})
            if (auto const code = lit_code.find(end); code != lit_code.end()) link.from = code->second;
        for (auto const end : {last.a, last.b}) // nothing was lit: light comes from the first place itself
            if (auto const place = projects.find(end);
                link.from.empty() && place != projects.end() && end != tree.lower[i])
                link.from = place_code(world, candidates, plan, place->second);
    }
    out.links = std::move(tree.links);
}

void Planner::add_hops() {
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        auto const& c = of(p);
        if (c.link.kind != LinkKind::microwave && c.link.kind != LinkKind::vsat) continue;
        NetworkLink link;
        link.kind = c.link.kind;
        link.year = plan.projects[p].year;
        link.from = c.link.from;
        link.to = place_code(world, candidates, plan, p);
        link.line = c.link.line;
        link.length_km = c.link.length_km;
        link.price_vnd = std::llround(c.link.capex_vnd);
        for (int year = scenario.years.base; year <= scenario.years.last; ++year)
            link.load_mbps.push_back(mbps(p, year));
        bool const by_microwave = link.kind == LinkKind::microwave;
        link.hops = !by_microwave ? 0 : c.link.relay ? 2 : 1;
        link.availability_share = !by_microwave ? scenario.links.vsat_availability_share
                                  : c.link.availability_share > 0
                                      ? c.link.availability_share // as its hops are designed
                                      : std::pow(scenario.links.microwave_availability_share, link.hops);
        link.place_availability_share = link.availability_share * power_share(p);
        choose(link,
               by_microwave ? within(scenario.links.microwave_mbps, c.link.capacity_mbps) : scenario.links.vsat_mbps);
        out.links.push_back(std::move(link));
    }
}

void Planner::add_pon() {
    int const last = scenario.years.last;
    for (std::size_t p = 0; p < plan.projects.size(); ++p) {
        if (of(p).kind != ProjectKind::fibre_village || node[p] == FibrePlan::none) continue;
        auto at = node[p];
        double cable_m = 0;
        for (auto const e : way_up(graph, fibre, node[p])) {
            cable_m += graph.edges[e].length_m;
            at = graph.edges[e].a == at ? graph.edges[e].b : graph.edges[e].a;
        }
        PonRow row;
        row.project = static_cast<std::uint32_t>(p);
        row.year = plan.projects[p].year;
        if (auto const code = lit_code.find(at); code != lit_code.end()) row.exchange = code->second;
        row.homes =
            dimension(scenario.pon, homes.homes_passed(p, last), homes.homes_connected(p, last), cable_m / 1000);
        row.price = price(row.homes, scenario.pon, scenario.prices);
        out.pon.push_back(std::move(row));
    }
}

void Planner::note_overload() {
    std::vector<std::string> too_full;
    for (auto const& link : out.links)
        if (link.overloaded_from != 0) too_full.push_back(fmt::format("{} ({})", link.to, link.overloaded_from));
    if (too_full.empty()) return;
    out.notes.push_back(geo::with_numbers([&](auto number) {
        return geo::say("{} tuyến quá tải dù ở cấp dung lượng cao nhất, tới nơi và từ năm: {}; xem tables/links.csv",
                        "{} links are overloaded even in the largest class, to and from the year: {}; see "
                        "tables/links.csv",
                        number(too_full.size()), named_first(too_full));
    }));
}

void Planner::note() {
    out.notes = graph.notes;
    if (!fibre.edges.empty()) {
        auto const text = [&](geo::Language language, char const* words) {
            auto const bn = [&](std::int64_t vnd) {
                return geo::number_text(static_cast<double>(vnd) / vnd_per_bn, 1, language);
            };
            return fmt::format(fmt::runtime(words), bn(out.fibre_vnd),
                               geo::percent_text(fibre.gap_share(), 2, language), bn(out.apart_vnd));
        };
        out.notes.push_back(
            {text(geo::Language::vi, "Cây cáp quang chung: {} tỷ đồng, hơn mức rẻ nhất có thể không quá {}; kéo riêng "
                                     "từng nơi: {} tỷ đồng"),
             text(geo::Language::en, "One fibre tree: {} billion VND, at most {} over the cheapest there can be; each "
                                     "place joined for itself: {} billion VND")});
    }
    note_overload();
    auto const too_far = std::ranges::count_if(out.pon, [](auto const& row) { return !row.homes.within_class; });
    if (too_far > 0)
        out.notes.push_back(geo::say("{} thôn vượt suy hao của lớp {}; xem bảng pon.csv",
                                     "{} villages lose more than class {} allows; see the table pon.csv", too_far,
                                     std::string(loss_class(scenario.pon.loss_class).name)));
}

/// A technology added to a standing site has no link of its own, and nothing here.
std::vector<std::vector<double>> mbps_of_projects(Years const& years, Plan const& plan,
                                                  std::vector<SiteLoad> const& site_load) {
    std::vector<std::vector<double>> mbps(plan.projects.size(),
                                          std::vector<double>(static_cast<std::size_t>(years.count()), 0));
    for (auto const& load : site_load)
        if (load.project) mbps[*load.project][static_cast<std::size_t>(load.year - years.base)] = load.load_mbps;
    return mbps;
}

} // namespace

NetworkPlan plan_network(World const& world, Scenario const& scenario, Candidates const& candidates, Plan const& plan,
                         std::array<TakeUpCurve, service_count> const& curves, std::vector<SiteLoad> const& site_load,
                         geo::Progress const& progress) {
    if (!scenario.fibre.plan) return {};
    Planner planner{.world = world,
                    .scenario = scenario,
                    .candidates = candidates,
                    .plan = plan,
                    .homes = {world, scenario, candidates, plan, curves},
                    .site_mbps = mbps_of_projects(scenario.years, plan, site_load),
                    .graph = {},
                    .node = {},
                    .fibre = {},
                    .lit_code = {},
                    .out = {}};
    planner.lay(progress);
    planner.add_fibre();
    planner.add_hops();
    planner.add_pon();
    planner.note();
    add_second_paths(planner.out, world, scenario, planner.graph, planner.fibre);
    planner.out.materials = materials(scenario, candidates, plan, planner.graph, planner.fibre, planner.out);
    return std::move(planner.out);
}

} // namespace phusong
