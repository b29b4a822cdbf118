#include "sim/output/load_words.h"
#include "sim/report/page.h"
#include "sim/run/site_upgrade.h"
#include <algorithm>

namespace phusong::report {
namespace {

constexpr std::size_t most_rows = 20; ///< of a page for leaders; the table has all

std::string payer(Page const& page, SiteUpgrade const& upgrade) {
    return upgrade.affordable ? page.say("nhà mạng, bằng tiền còn lại", "operators, of what is left")
                              : page.say("chưa có tiền", "nobody yet");
}

Html rows_of(Page const& page, std::vector<SiteUpgrade> const& upgrades) {
    Html rows;
    for (std::size_t i = 0; i < std::min(most_rows, upgrades.size()); ++i) {
        auto const& upgrade = upgrades[i];
        rows += html("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
                     "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
                     upgrade.code, page.source.world.communes[upgrade.commune.value].name, payer(page, upgrade),
                     upgrade.year, page.number(upgrade.users), upgrade.carriers, upgrade.further_sites,
                     page.bn(upgrade.price_vnd, 2));
    }
    return rows;
}

std::string price_words(Page const& page, std::vector<SiteUpgrade> const& upgrades) {
    auto const sum = sum_of(upgrades);
    return page.in(geo::say(
        "{} lần thêm sóng mang 4G để giờ bận không đầy, và {} trạm mới nơi một cánh sóng đã đủ {} sóng mang (phổ tần "
        "của một nhà mạng): {} tỷ đồng, trong đó tiền còn lại của nhà mạng đủ cho {} tỷ. Không nằm trong kế hoạch và "
        "sổ tiền của nó.",
        "4G carriers to add {} times so that no busy hour fills, and {} further sites where a sector has its {} "
        "carriers (the spectrum of one operator): {} billion VND, of which the operators' money left would pay {}. "
        "No part of the plan and its books.",
        page.number(static_cast<double>(upgrades.size())), page.number(sum.further_sites),
        page.source.scenario.traffic.carriers_4g_max, page.bn(sum.price_vnd), page.bn(sum.affordable_vnd)));
}

} // namespace

Html overloaded_sites(Page const& page) {
    auto const& outcome = page.source.outcome;
    auto const upgrades = site_upgrades(page.source.scenario, outcome.plan, outcome.site_load);
    if (upgrades.empty()) return {};
    auto const caption =
        upgrades.size() > most_rows
            ? page.in(geo::say("Trạm quá tải: {} dòng đầu; đủ trong tables/site_upgrades.csv",
                               "Overloaded sites: the first {}; all in tables/site_upgrades.csv", most_rows))
            : page.say("Trạm quá tải", "Overloaded sites");
    Html sentences;
    for (auto const& sentence : load_sentences(page.source.scenario, outcome))
        sentences += html("<p>{}</p>\n", page.in(sentence));
    auto const full = geo::say("Trạm quá tải trong giờ cao điểm: tải hơn {} % dung lượng",
                               "Sites overloaded in the busy hour: over {}% of their capacity",
                               page.number(100 * page.source.scenario.links.full_share));
    return html("<div id=\"load\"><h3>{}</h3>\n{}<p>{}</p>\n</div>\n", page.in(full), sentences,
                price_words(page, upgrades)) +
           html("<div class=\"wide\"><table><caption>{}</caption><thead>{}</thead><tbody>{}</tbody></table></div>\n",
                caption,
                header_row({page.say("Trạm", "Site"), page.say("Xã", "Commune"), page.say("Ai trả", "Who pays"),
                            page.say("Năm", "Year"), page.say("Người dùng", "Users"),
                            page.say("Sóng mang mỗi cánh sóng", "Carriers in every sector"),
                            page.say("Trạm mới", "Further sites"), page.say("Giá, tỷ đồng", "Price, billion VND")},
                           3),
                rows_of(page, upgrades));
}

} // namespace phusong::report
