// Faults 1 to 16: the scenario file.
#include "tests/faults/fault.h"
#include <fmt/format.h>

namespace phusong::test {
namespace {

constexpr auto scenario = "scenario.toml";

Inject key(std::string name, std::string whole_line) { return line(scenario, std::move(name), std::move(whole_line)); }
Inject end(std::string bytes) { return line(scenario, "", std::move(bytes)); }
Inject villages(std::string const& path) { return key("villages", fmt::format("villages = \"{}\"", path)); }
Inject name(std::string const& text) { return key("name", fmt::format("name = \"{}\"", text)); }

std::string many(std::string const& piece, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += piece;
    return out;
}

/// "[1, 2, 3, …]"
std::string numbers_to(int last) {
    std::string out;
    for (int i = 1; i <= last; ++i) out += fmt::format("{}{}", i == 1 ? "" : ",\n", i);
    return "[" + out + "]";
}

std::vector<Fault> of_bytes() {
    return {
        {1, "Empty", whole(scenario, ""), "check scenario.toml", 3, "tệp trống", "the file is empty"},
        {1, "OnlyComments", whole(scenario, "\n# x\n"), "check scenario.toml", 3, "tệp trống", "the file is empty"},
        {2, "Utf16", shell("iconv -f utf-8 -t utf-16 scenario.toml > a && mv a scenario.toml"), "check scenario.toml",
         3, "Encoding: UTF-8", "save as UTF-8"},
        {2, "Utf16WithoutMark", shell("iconv -f utf-8 -t utf-16le scenario.toml > a && mv a scenario.toml"),
         "check scenario.toml", 3, "tệp lưu theo UTF-16", "file saved as UTF-16"},
        {2, "Latin1", end("title_vi = \"\xE3\""), "check scenario.toml", 3, "có byte 0xE3", "byte 0xE3 is not UTF-8"},
        {2, "LoneFf", end("\xFF"), "check scenario.toml", 3, "có byte 0xFF", "byte 0xFF is not UTF-8"},
        {3, "MarkAndCrlf", shell(R"(sed -i 's/$/\r/; 1s/^/\xef\xbb\xbf/' scenario.toml)"), "check scenario.toml", 0,
         "scenario.toml: đúng", "scenario.toml: sound"},
        {4, "VietnameseKey", key("seed", "xã = 1"), "check scenario.toml", 3, "scenario.toml:11:2: ký tự “ã”",
         "scenario.toml:11:2: character “ã” outside quotes"},
        {4, "CurlyQuotes", key("name", "name = “toy”"), "check scenario.toml", 3, "scenario.toml:8:8: dấu nháy cong",
         "scenario.toml:8:8: curly quote"},
        {4, "NoBreakSpace", key("seed", "seed\u00A0= 7"), "check scenario.toml", 3, "ký tự trắng lạ",
         "scenario.toml:11:5: unusual blank"},
        {4, "ZeroWidthSpace", key("seed", "se\u200Bed = 7"), "check scenario.toml", 3, "ký tự trắng lạ",
         "scenario.toml:11:3: unusual blank"},
        {5, "LoneBracket", key("seed", "["), "check scenario.toml", 3, "thiếu dấu ]", "table header without its ]"},
        {5, "LoneBracketAtTheEnd", end("["), "check scenario.toml", 3, "thiếu dấu ]", "table header without its ]"},
    };
}

std::vector<Fault> of_size() {
    return {
        {6, "DottedKeyOf200000", end(many("a.", 100'000) + "a = 1"), "check scenario.toml", 3, "dòng dài hơn",
         "line longer than 4096 bytes"},
        {6, "DottedKeyOf1900", end("[" + many("a.", 950) + "a]"), "check scenario.toml", 3, "khóa lồng quá",
         "nested more than 32 levels"},
        {6, "BracketsOf200000", end("x = " + many("[", 200'000)), "check scenario.toml", 3, "dòng dài hơn",
         "line longer than 4096 bytes"},
        {6, "BracketsOf200000Lines", end("x = " + many("[\n", 200'000)), "check scenario.toml", 3, "lồng nhau quá sâu",
         "nested too deep"},
        {6, "TwoMebibytes", end(many("# x\n", 1 << 19)), "check scenario.toml", 3, "tệp lớn hơn",
         "file larger than 1048576 bytes"},
        {7, "KeyTwice", key("seed", "seed = 7\nseed = 8"), "check scenario.toml", 3,
         "scenario.toml:12:1 seed: đã có ở dòng 11", "scenario.toml:12:1 seed: was given before, on line 11"},
        {7, "TableTwice", end("[years]\nbase = 2020"), "check scenario.toml", 3, "đã có ở dòng 14",
         "was given before, on line 14"},
        {8, "UnknownKey", key("frequency_mhz = 947", "freq_mzh = 947"), "check scenario.toml", 3,
         "Có phải là radio.2g.frequency_mhz?", "did you mean radio.2g.frequency_mhz?"},
    };
}

std::vector<Fault> of_values() {
    return {
        {9, "Nan", key("margin_db", "margin_db = nan"), "check scenario.toml", 3, "không phải là một số hữu hạn",
         "is not a finite number"},
        {9, "Inf", key("margin_db", "margin_db = -inf"), "check scenario.toml", 3, "không phải là một số hữu hạn",
         "is not a finite number"},
        {9, "MinusZero", key("margin_db", "margin_db = -0.0"), "check scenario.toml", 3, "là âm không",
         "is minus zero"},
        {9, "TooLarge", key("margin_db", "margin_db = 1e400"), "check scenario.toml", 3, "số quá lớn",
         "the number is too large"},
        {10, "TextForANumber", key("seed", "seed = \"seven\""), "check scenario.toml", 3,
         "là văn bản; phải là số nguyên", "is text; must be a whole number"},
        {10, "DecimalComma", key("frequency_mhz = 947", "frequency_mhz = 700,5"), "check scenario.toml", 3, "700.5",
         "write a point: 700.5"},
        {10, "UnitBehind", key("frequency_mhz = 947", "frequency_mhz = 700 MHz"), "check scenario.toml", 3, "đơn vị",
         "write the number only"},
        {11, "GigahertzForMegahertz", key("frequency_mhz = 947", "frequency_mhz = 0.7"), "check scenario.toml", 3,
         "phải nằm trong khoảng từ 100 đến 6000 MHz", "is 0.7 MHz; must lie between 100 and 6000 MHz"},
        {11, "MillimetresForMetres", key("cell_m", "cell_m = 30000"), "check scenario.toml", 3, "là 30000 m",
         "is 30000 m; must lie between"},
        {12, "EndBeforeStart", key("last", "last = 2019"), "check scenario.toml", 3, "năm cuối 2019 trước năm đầu 2021",
         "the last year 2019 is before the first year 2021"},
        {12, "FourHundredYears", key("last", "last = 2420"), "check scenario.toml", 3, "là 2420 năm",
         "is 2420 year; must lie between"},
        {12, "NoYear", key("last", "last = 2020"), "check scenario.toml", 3, "năm cuối 2020 trước",
         "the last year 2020 is before"},
        {13, "NegativeBudget", key("public_budget_bn_vnd", "public_budget_bn_vnd = -2"), "check scenario.toml", 3,
         "là -2 tỷ đồng", "is -2 billion VND; must lie between"},
        {13, "NegativePrice", line("data/prices/viet_nam_2020.toml", "fibre_vnd_per_km", "fibre_vnd_per_km = -5"),
         "check scenario.toml", 3, "viet_nam_2020.toml", "is -5 VND"},
        {13, "DiscountOfMinus100Percent", key("discount_rate", "discount_rate = -1"), "check scenario.toml", 3,
         "là -1; phải nằm", "is -1; must lie between 0 and 0.5"},
        {13, "DiscountOf1000Percent", key("discount_rate", "discount_rate = 10"), "check scenario.toml", 3,
         "là 10; phải nằm", "is 10; must lie between 0 and 0.5"},
    };
}

std::vector<Fault> of_paths() {
    std::vector<Fault> out;
    auto const add = [&](std::string what, Inject inject, std::string vi, std::string en) {
        out.push_back({14, std::move(what), std::move(inject), "check scenario.toml", 3, std::move(vi), std::move(en)});
    };
    std::string const out_vi = "nằm ngoài thư mục dự án", out_en = "lies outside the project folder";
    std::string const no_vi = "không phải là tên tệp trên ổ đĩa", no_en = "is not the name of a file on the disk";
    add("Upwards", villages("../../secret.csv"), out_vi, out_en);
    add("Absolute", villages("/etc/passwd"), out_vi, out_en);
    add("Device", villages("/dev/zero"), out_vi, out_en);
    add("LinkOutwards", both(shell("ln -s /etc/passwd data/toy/link.csv"), villages("data/toy/link.csv")), out_vi,
        out_en);
    add("Curl", villages("/vsicurl/http://127.0.0.1:9/x.csv"), no_vi, no_en);
    add("TerrainByCurl", key("terrain", "terrain = [\"/vsicurl/http://127.0.0.1:9/x.tif\"]"), no_vi, no_en);
    add("Http", villages("http://127.0.0.1:9/x"), no_vi, no_en);
    add("Memory", villages("MEM:::DATAPOINTER=1"), no_vi, no_en);
    add("DriverPrefix", villages("GPKG:x.gpkg"), no_vi, no_en);
    add("Archive", villages("/vsizip/a.zip"), no_vi, no_en);
    add("LineEnd", villages("a\\nb.csv"), "chứa ký tự điều khiển", "holds a control character");
    add("Nul", villages("a\\u0000b.csv"), "chứa ký tự điều khiển", "holds a control character");
    add("Pipe", both(shell("mkfifo data/toy/pipe.csv"), villages("data/toy/pipe.csv")), "không phải là tệp thường",
        "is not an ordinary file");
    add("Folder", villages("data/toy"), "là thư mục, không phải tệp", "is a folder, not a file");
    add("ScenarioIsAPipe", shell("rm scenario.toml && mkfifo scenario.toml"), "không phải tệp thường",
        "it is not a regular file");
    out.push_back({14, "ScenarioIsADevice", nothing(), "check /dev/zero", 3, "không phải tệp thường",
                   "it is not a regular file"});
    return out;
}

std::vector<Fault> of_names() {
    std::vector<Fault> out;
    auto const add = [&](std::string what, std::string const& text) {
        out.push_back({15, std::move(what), name(text), "check scenario.toml", 3, "không dùng làm tên thư mục được",
                       "cannot be the name of a folder"});
    };
    add("Upwards", "../x");
    add("DeviceOfWindows", "CON");
    add("Slash", "a/b");
    add("Dot", ".");
    add("Empty", "");
    add("ThreeHundredLetters", std::string(300, 'x'));
    add("NotPlainLetters", "tỉnh");
    out.push_back({15, "TwoEqualButForCase",
                   both(shell("cp scenario.toml b.toml"), line("b.toml", "name", "name = \"TOY\"")),
                   "batch scenario.toml b.toml --dry-run", 3, "hai phương án cùng tên", "two options are called"});
    return out;
}

std::vector<Fault> of_layers() {
    return {
        {16, "Circle", both(whole("a.toml", "extends = \"b.toml\"\n"), whole("b.toml", "extends = \"a.toml\"\n")),
         "check a.toml", 3, "kế thừa chính nó theo vòng", "extends itself in a circle"},
        {16, "UnknownOverride", nothing(), "check scenario.toml --with low_bugdet", 3, "Có phải là low_budget?",
         "did you mean low_budget?"},
        {16, "SweepOfABillion",
         end(fmt::format("[sweep]\nseed = {0}\nradio.margin_db = {0}\nworld.margin_km = {0}\n", numbers_to(1000))),
         "batch scenario.toml --dry-run", 3, "nhiều nhất", "at most"},
        {16, "ABillionDraws", nothing(), "batch scenario.toml --draws 1000000000 --dry-run", 2, "--draws", "--draws"},
    };
}

} // namespace

std::vector<Fault> scenario_faults() {
    std::vector<Fault> all;
    for (auto const& some : {of_bytes(), of_size(), of_values(), of_paths(), of_names(), of_layers()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace phusong::test
