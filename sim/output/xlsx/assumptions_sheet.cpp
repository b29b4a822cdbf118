#include "sim/output/source_words.h"
#include "sim/output/xlsx/sheets.h"
#include <charconv>

namespace phusong {
namespace {

using geo::io::XlsxCell, geo::io::XlsxSheet, geo::io::XlsxStyle;

/// A path as every output names it; numbers as numbers; texts without their quotes; anything else as in the file.
struct Value {
    Scenario& scenario;
    Field const& field;
    XlsxCell operator()(double& (*at)(Scenario&)) const { return at(scenario); }
    XlsxCell operator()(int& (*at)(Scenario&)) const { return std::int64_t{at(scenario)}; }
    XlsxCell operator()(std::string& (*at)(Scenario&)) const { return at(scenario); }
    XlsxCell operator()(InputPath& (*at)(Scenario&)) const { return at(scenario).name(); }
    XlsxCell operator()(std::vector<InputPath>& (*at)(Scenario&)) const {
        std::string all;
        for (auto const& path : at(scenario)) all += (all.empty() ? "" : ", ") + path.name();
        return all;
    }
    template <class T> XlsxCell operator()(T) const { return toml_value(field, scenario); }
};

} // namespace

XlsxSheet assumptions_sheet(Scenario const& scenario, geo::Language language) {
    XlsxSheet sheet;
    sheet.name = geo::Message{"Giả định", "Assumptions"}.in(language);
    sheet.title = geo::Message{"Mọi giả định của kịch bản, và nguồn của từng con số",
                               "Every assumption of the scenario, and the source of each figure"}
                      .in(language);
    auto const head = [&](char const* vi, char const* en, XlsxStyle style, double width) {
        sheet.columns.push_back({geo::Message{vi, en}.in(language), style, width});
    };
    head("Khóa", "Key", XlsxStyle::text, 34);
    head("Ý nghĩa", "Meaning", XlsxStyle::long_text, 50);
    head("Giá trị", "Value", XlsxStyle::plain, 18);
    head("Đơn vị", "Unit", XlsxStyle::text, 12);
    head("Nguồn ghi trong tệp", "Source as the file states it", XlsxStyle::long_text, 70);
    head("Tệp", "File", XlsxStyle::text, 34);
    sheet.lines = {
        geo::Message{"[mục] trước một nguồn: câu ấy nói về cả mục của tệp. Không có nguồn công bố thì ghi là giả định "
                     "(judgement, assumption).",
                     "[section] before a source: that is said of the whole section of the file. What has no "
                     "published source is called an assumption or a judgement."}
            .in(language)};
    Scenario copy = scenario; // rows reach their members for writing
    for (auto const& field : fields()) {
        auto const source = scenario.sources.find(field.key);
        bool const given = source != scenario.sources.end();
        auto const own = geo::Message{"(mặc định của chương trình)", "(the program's default)"}.in(language);
        sheet.rows.push_back({field.key, field.doc.in(language), std::visit(Value{copy, field}, field.access),
                              field.unit == "1" ? std::string() : unit_words(field.unit).in(language),
                              source_words(scenario, field).in(language), given ? source->second.file : own});
    }
    sheet.frozen_columns = 1;
    return sheet;
}

} // namespace phusong
