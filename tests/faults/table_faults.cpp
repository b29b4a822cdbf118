// Faults 17 to 26: the tables.
#include "tests/faults/fault.h"

namespace phusong::test {
namespace {

constexpr auto communes = "data/toy/communes.csv";
constexpr auto villages = "data/toy/villages.csv";

std::vector<Fault> of_form() {
    return {
        {17, "RaggedRow", line(villages, "", "a,b"), "check scenario.toml", 3,
         "villages.csv:32: có 2 ô, tiêu đề có 11 cột", "villages.csv:32: has 2 cells, the header has 11 columns"},
        {17, "UnclosedQuote", line(villages, "", "90012-9,\"x,90012,1,2"), "check scenario.toml", 3,
         "villages.csv:32: mở ngoặc kép mà không đóng", "villages.csv:32: opens a quote that is never closed"},
        {17, "OneLongLine", shell("head -c 64M /dev/zero | tr '\\000' a >> data/toy/villages.csv"),
         "check scenario.toml", 3, "villages.csv:32: có ô dài quá", "villages.csv:32: holds a cell over 65536 bytes"},
        {17, "FiveGigabytes", shell("truncate -s 5G data/toy/villages.csv"), "check scenario.toml", 5, "lớn hơn",
         "is larger than"},
        {17, "NulByte", shell("printf '90012-\\000,x\\n' >> data/toy/villages.csv"), "check scenario.toml", 3,
         "villages.csv:32:7: có byte NUL", "villages.csv:32:7: holds a NUL byte"},
        {17, "Empty", whole(villages, ""), "check scenario.toml", 3, "trống, không có dòng tiêu đề",
         "is empty and has no header line"},
        {18, "Semicolons", all_text(villages, ",", ";"), "check scenario.toml", 3, "lưu lại với dấu phẩy",
         "save with commas"},
        {18, "DecimalComma", text(villages, "104.9341005", "\"104,9341005\""), "check scenario.toml", 3, "104.9341005",
         "write 104.9341005"},
        {18, "DecimalCommaUnquoted", text(villages, "104.9341005", "104,9341005"), "check scenario.toml", 3,
         "dấu chấm thập phân", "write numbers with a point"},
        {18, "DotsForThousands", text(communes, ",820,", ",1.820,"), "check scenario.toml", 3, "bảng xã ghi 1.8",
         "the table of communes says 1.8"},
        {19, "LostZeros",
         shell("sed -i 's/90001/00001/g' data/toy/*.csv && sed -i 's/,00001,/,1,/' data/toy/villages.csv"),
         "check scenario.toml", 3, "nhập lại cột mã dưới dạng văn bản",
         "drop leading zeros: import the column of codes as text"},
        {26, "HeaderInVietnamese", text(villages, "code,name", "mã,tên"), "check scenario.toml", 3, "thiếu cột “code”",
         "column “code” is missing"},
        {26, "HeaderInCapitals", text(villages, ",people,", ",People,"), "check scenario.toml", 3, "“People”",
         "did you mean “People”?"},
        {26, "OtherColumnsInVietnamese", shell("sed -i '1s/$/,ghi chú,dân tộc/; 2,$s/$/,x,y/' data/toy/villages.csv"),
         "check scenario.toml", 0, "đúng", "sound"},
    };
}

std::vector<Fault> of_rows() {
    return {
        {20, "CommuneTwice", shell("tail -n 1 data/toy/communes.csv >> data/toy/communes.csv"), "check scenario.toml",
         3, "communes.csv:14 code: mã xã “90012” đã có ở dòng 13",
         "communes.csv:14 code: commune code “90012” is already on line 13"},
        {20, "CommuneMissing", shell("sed -i /^90004/d data/toy/communes.csv"), "check scenario.toml", 3,
         "không có xã “90004”", "villages.csv:10 commune_code: no commune “90004”"},
        {20, "CommuneExtra", line(communes, "", "90099,Thừa,commune,901,Mẫu Tây,104.95,23.05,3,10,2,0.5,0,x"),
         "check scenario.toml", 3, "xã 90099 (Thừa) có 10 người nhưng không có thôn nào",
         "commune 90099 (Thừa) has 10 people but no village"},
        {21, "NegativePeople", text(villages, ",320,64", ",-320,64"), "check scenario.toml", 3, "là “-320”",
         "villages.csv:2 people: is “-320”"},
        {21, "NotANumberOfPeople", text(villages, ",320,64", ",nan,64"), "check scenario.toml", 3, "là “nan”",
         "villages.csv:2 people: is “nan”"},
        {21, "ATrillionPeople", text(communes, ",640,128", ",1000000000000,128"), "check scenario.toml", 3,
         "là “1000000000000”", "communes.csv:2 people: is “1000000000000”"},
        {21, "HalfAPerson", text(villages, ",320,64", ",320.5,64"), "check scenario.toml", 0, "đúng",
         "sound"}, // sums agree within 0.5
        {21, "FractionsThatDoNotAddUp", text(villages, ",320,64", ",320.7,64"), "check scenario.toml", 3,
         "có 640.7 người", "have 640.7 people"},
        {22,
         "MarksApart",
         shell("perl -CSD -MUnicode::Normalize -pi -e '$_ = NFD($_)' data/toy/communes.csv data/toy/villages.csv"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {"out/run.json"}},
    };
}

/// Texts that other programs would act on; what becomes of them inside the files: the tests of each writer.
std::vector<Fault> of_hostile_text() {
    return {
        {23,
         "Formulas",
         shell("sed -i 's/Mẫu Một,commune/=cmd|calc!A1,commune/' data/toy/communes.csv && sed -i \"s/Thôn 1 Mẫu Một "
               "(giả định)/+1/; s/Thôn 2 "
               "Mẫu Một (giả định)/@x/; s/Thôn 3 Mẫu Một (giả định)/\\\"\tx\\\"/\" data/toy/villages.csv"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {"out/run.json", "out/summary.vi.xlsx"}},
        {24,
         "Markup",
         shell(
             "sed -i 's#Mẫu Một,commune#\"<script>alert(1)</script>]]>{{{x}}}\u202E\",commune#' data/toy/communes.csv"),
         "run scenario.toml -o out -q",
         0,
         "",
         "out",
         {"out/run.json", "out/report.vi.html", "out/project.qgs"}},
        {25, "WorkbookForATable",
         shell("printf 'PK\\003\\004x' > data/toy/v.xlsx && sed -i 's/villages.csv/v.xlsx/' scenario.toml"),
         "check scenario.toml", 3, "v.xlsx không phải lớp bản đồ đọc được",
         "v.xlsx is not a vector layer that can be read"},
        {25, "WorkbookCalledCsv", shell("printf 'PK\\003\\004\\024\\000x' > data/toy/villages.csv"),
         "check scenario.toml", 3, "villages.csv", "this is not text"},
    };
}

} // namespace

std::vector<Fault> table_faults() {
    std::vector<Fault> all;
    for (auto const& some : {of_form(), of_rows(), of_hostile_text()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace phusong::test
