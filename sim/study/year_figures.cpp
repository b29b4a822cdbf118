#include "sim/study/year_figures.h"

namespace phusong::study {

std::vector<YearFigure> const& year_figures() {
    static std::vector<YearFigure> const list{
        {"signal_share",
         "1",
         {"Dân có sóng (như dự báo)", "People with signal (as predicted)"},
         [](CommuneYear const& y) { return y.people_with_signal / y.people; }},
        {"broadband_share",
         "1",
         {"Dân có 4G hoặc 5G (như dự báo)", "People with 4G or 5G (as predicted)"},
         [](CommuneYear const& y) { return y.people_with_broadband / y.people; }},
        {"fibre_share",
         "1",
         {"Dân ở thôn có cáp quang", "People in villages with fibre"},
         [](CommuneYear const& y) { return y.people_with_fibre / y.people; }},
        {"people", "people", {"Dân số", "People"}, [](CommuneYear const& y) { return y.people; }},
        {"villages_good_share",
         "1",
         {"Tỷ lệ thôn có sóng tốt (như dự báo)", "Share of villages with good signal (as predicted)"},
         [](CommuneYear const& y) { return y.villages_good / static_cast<double>(y.villages); }},
        {"villages_good",
         "villages",
         {"Thôn có sóng tốt (như dự báo)", "Villages with good signal (as predicted)"},
         [](CommuneYear const& y) { return static_cast<double>(y.villages_good); }},
        {"mobile_per_100",
         "per 100",
         {"Thuê bao di động trên 100 dân", "Mobile subscribers per 100 people"},
         [](CommuneYear const& y) { return y.per_100(ServiceKind::mobile); }},
        {"fixed_per_100",
         "per 100",
         {"Thuê bao Internet cố định trên 100 dân", "Fixed subscribers per 100 people"},
         [](CommuneYear const& y) { return y.per_100(ServiceKind::fixed); }},
        {"paytv_per_100",
         "per 100",
         {"Thuê bao truyền hình trả tiền trên 100 dân", "Pay-TV subscribers per 100 people"},
         [](CommuneYear const& y) { return y.per_100(ServiceKind::paytv); }}};
    return list;
}

} // namespace phusong::study
