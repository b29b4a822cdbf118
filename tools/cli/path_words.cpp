#include "tools/cli/path_words.h"
#include "sim/output/labels.h"
#include <algorithm>

namespace phusong::cli {

using geo::Message, geo::say;

namespace {

/// Puts the lines together; numbers as people of the language write them.
struct Page {
    PathAnswer const& a;
    geo::Language language;
    std::string text = {};

    std::string number(double value, int decimals) const { return shown(value, decimals, language); }
    void line(Message const& message) { text += message.in(language) + '\n'; }
    void row(Message const& what, double db) { line({pad(what.vi, db), pad(what.en, db)}); }
    /// By characters and not by bytes, so that the figures stand under each other in Vietnamese too.
    std::string pad(std::string const& what, double db) const {
        constexpr std::size_t width = 52;
        auto const letters = static_cast<std::size_t>(std::count_if(
            what.begin(), what.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
        return "  " + what + std::string(width - std::min(width, letters), ' ') +
               fmt::format("{:>9} dB", number(db, 2));
    }
    double value(std::string_view symbol) const {
        auto const found =
            std::find_if(a.values.begin(), a.values.end(), [&](PathValue const& v) { return v.symbol == symbol; });
        return found->value;
    }
};

void tell_path(Page& p) {
    auto const& t = p.a.terrain;
    p.line(say("Tuyến: {} km, {} điểm, mặt đất cao nhất {} m ({})", "Path: {} km, {} points, highest ground {} m ({})",
               p.number(t.d_km.back(), 3), t.d_km.size(), p.number(*std::max_element(t.h_m.begin(), t.h_m.end()), 0),
               t.source));
    p.line(say("Phát: {} m trên mặt đất {} m; thu: {} m trên mặt đất {} m",
               "Transmitter: {} m above ground of {} m; receiver: {} m above ground of {} m",
               p.number(p.a.link.htg_m, 1), p.number(t.h_m.front(), 0), p.number(p.a.link.hrg_m, 1),
               p.number(t.h_m.back(), 0)));
    auto const frequency = p.number(p.a.query.frequency_mhz, 1);
    if (p.a.query.polarisation == Polarisation::vertical)
        p.line(say("Tần số {} MHz, phân cực đứng", "Frequency {} MHz, vertical polarization", frequency));
    else
        p.line(say("Tần số {} MHz, phân cực ngang", "Frequency {} MHz, horizontal polarization", frequency));
}

void tell_sight(Page& p) {
    auto const& h = p.a.horizons;
    if (h.line_of_sight)
        p.line(say("Tầm nhìn thẳng qua mặt đất: có", "Line of sight over the ground: yes"));
    else
        p.line(say("Tầm nhìn thẳng qua mặt đất: không; bị chắn ở {} km từ trạm phát và {} km từ máy thu",
                   "Line of sight over the ground: no; horizons {} km from the transmitter and {} km from the receiver",
                   p.number(h.dlt_km, 2), p.number(h.dlr_km, 2)));
    p.line(say("Khoảng hở nhỏ nhất: {} bán kính đới Fresnel thứ nhất, ở {} km ({} 0,6)",
               "Least clearance: {} radii of the first Fresnel zone, at {} km ({} 0.6)",
               p.number(p.a.least_clearance, 2), p.number(p.a.least_clearance_km, 2),
               p.a.least_clearance >= 0.6 ? "≥" : "<"));
}

void tell_conditions(Page& p) {
    auto const& link = p.a.link; // at half of the locations how they differ does not count
    auto const sigma = link.pL_percent == 50 ? std::string() : fmt::format(" (σ {} dB)", p.number(link.sigmaL_db, 2));
    p.line(say("Suy hao không bị vượt trong {} % thời gian, ở {} % số điểm{}; ΔN {} N/km, N0 {} N",
               "Loss not exceeded in {} % of time, at {} % of locations{}; dN {} N-units/km, N0 {} N-units",
               p.number(link.p_percent, 1), p.number(link.pL_percent, 1), sigma, p.number(link.delta_n, 1),
               p.number(link.n0, 1)));
}

void tell_p1812(Page& p) {
    p.row(say("Tầm nhìn thẳng, kể cả đa đường (Lb0p)", "Line of sight with multipath and focusing (Lb0p)"),
          p.value("Lb0p"));
    p.row(say("Nhiễu xạ thêm (Ldp)", "Diffraction on top of it (Ldp)"), p.value("Ldp"));
    p.row(say("Tán xạ tầng đối lưu (Lbs)", "Troposcatter (Lbs)"), p.value("Lbs"));
    p.row(say("Ống dẫn sóng và phản xạ lớp (Lba)", "Ducting and layer reflection (Lba)"), p.value("Lba"));
    p.row(say("Tất cả đường truyền cùng lúc (Lbc)", "All of them together (Lbc)"), p.value("Lbc"));
    p.row(say("Biến đổi theo vị trí (Lloc)", "Location variability (Lloc)"), p.value("Lloc"));
}

void tell_losses(Page& p) {
    p.row(say("Không gian tự do (Lbfs)", "Free space (Lbfs)"), p.a.free_space_db);
    if (p.a.query.model == PathModel::p1812) tell_p1812(p);
    if (p.a.query.model == PathModel::p526)
        p.row(say("Nhiễu xạ delta-Bullington (Ld50)", "Diffraction, delta-Bullington (Ld50)"), p.value("Ld50"));
    if (p.a.query.model == PathModel::itm)
        p.row(say("Trên không gian tự do, trung vị (A_ref)", "Beyond free space, median (A_ref)"), p.value("A_ref"));
    p.row(say("Tổng suy hao, {}", "Total loss, {}", source(p.a.query.model)), p.a.loss_db);
    p.row(say("Nhiều hơn không gian tự do", "More than free space"), p.a.loss_db - p.a.free_space_db);
}

} // namespace

std::string path_text(PathAnswer const& answer, geo::Language language) {
    Page page{answer, language};
    tell_path(page);
    tell_sight(page);
    if (answer.query.model == PathModel::p1812) tell_conditions(page);
    tell_losses(page);
    return page.text;
}

} // namespace phusong::cli
