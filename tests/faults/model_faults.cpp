// Faults 41 to 47: demands that no plan can meet, and worlds at their edge.
#include "tests/faults/fault.h"

namespace phusong::test {

std::vector<Fault> model_faults() {
    std::string const broke = "--set rollout.operator_budget_bn_vnd=0 --set rollout.public_budget_bn_vnd=0";
    std::string const one_commune =
        "for f in villages sites fibre_nodes institutions communes; do "
        "sed -i -n '1p; /90006/p' data/toy/$f.csv; done; sed -i /^crosswalks/d scenario.toml";
    return {
        {41, "NoMoney", nothing(), "run scenario.toml -o out " + broke, 0, "", "(0 newly covered;", {"out/run.json"}},
        {41,
         "LessThanTheCheapest",
         nothing(),
         "run scenario.toml -o out --set rollout.operator_budget_bn_vnd=0.000001 --set "
         "rollout.public_budget_bn_vnd=0.000001",
         0,
         "",
         "(0 newly covered;",
         {"out/run.json"}},
        // A demand that money cannot meet is told as missed; exit code 4 is not in use.
        {42,
         "FloorWithoutMoney",
         nothing(),
         "run scenario.toml -o out --set rollout.policy=worst_communes_first --set rollout.floor_share=1 " + broke,
         0,
         "",
         "missed",
         {"out/run.json"}},
        {43,
         "NoFibreAnywhere",
         shell("sed -i '2,$d' data/toy/fibre_nodes.csv && sed -i 's/^roads = .*//' scenario.toml"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {"out/run.json"}},
        {43, "RoadsWithoutALine", shell("sed -i '2,$d' data/toy/roads.csv"), "check scenario.toml", 3,
         "lớp đường không có đường nào", "the layer of roads holds no line"},
        {44, "SiteWithSwappedCoordinates",
         text("data/toy/sites.csv", "104.9795039,23.0305338", "23.0305338,104.9795039"), "check scenario.toml", 3,
         "sites.csv:2 lat: là “104.9795039”", "sites.csv:2 lat: is “104.9795039”"},
        {44, "SiteOutside", text("data/toy/sites.csv", "104.9795039,23.0305338", "105.9795039,23.0305338"),
         "check scenario.toml", 3, "nằm ngoài tỉnh và vùng đệm", "lies outside the province and its margin"},
        {44,
         "SiteOnAnother",
         text("data/toy/sites.csv", "104.9751119,23.0305332", "104.9795039,23.0305338"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {"out/run.json"}},
        {45, "OneCommune", shell(one_commune), "run scenario.toml -o out -q", 0, "", "out", {"out/run.json"}},
        {45,
         "NobodyReachedButSubscribers",
         shell("sed -i '2,$d' data/toy/sites.csv"),
         "run scenario.toml -o out",
         3,
         "xem lại trạm và cáp quang của năm gốc",
         "look at the sites and fibre of the base year",
         {},
         {"out"}},
        {46,
         "NodeLimit",
         nothing(),
         "run scenario.toml -o out --set rollout.solver=exact --set rollout.solver_nodes=1",
         0,
         "",
         "no plan can exceed",
         {"out/run.json"}},
        {47, "NegativeEdge",
         line("data/prices/viet_nam_2020.toml", "fibre_buried_vnd_per_km", "fibre_buried_vnd_per_km = -5"),
         "check scenario.toml", 3, "fibre_buried_vnd_per_km: là -5", "fibre_buried_vnd_per_km: is -5"},
        {47, "NegativeEdgeOfAGraph",
         whole("g.stp",
               "33D32945 STP File, STP Format Version 1.0\nSECTION Graph\nNodes 2\nEdges 1\nE 1 2 -5\nEND\nSECTION "
               "Terminals\nTerminals 2\nTP 1 3\nTP 2 3\nEND\nEOF\n"),
         "solve pcst g.stp", 3, "g.stp", "g.stp"},
    };
}

} // namespace phusong::test
