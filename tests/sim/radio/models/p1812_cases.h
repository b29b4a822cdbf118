#pragma once
#include "csv_rows.h"
#include "sim/radio/models/p1812.h"
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace phusong::test {

/// The official validation examples of ITU-R WP 3K for P.1812-6, which are not part of the repository.
[[nodiscard]] inline std::filesystem::path official_p1812_folder() {
    return PHUSONG_SOURCE_DIR "/../shared/validation/p1812";
}

struct OfficialProfile {
    std::vector<double> d, h, clutter;
    std::vector<RadioZone> zone;
};

/// One of the 63 cases. Values by name; of a name that comes twice the first stands under NAME#1, the last under NAME.
struct OfficialCase {
    std::string name;
    OfficialProfile profile;
    std::map<std::string, double> values;
};

[[nodiscard]] inline OfficialProfile read_official_profile(std::filesystem::path const& file) {
    std::ifstream in(file);
    OfficialProfile p;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("{End of Profile}", 0) == 0) break;
        if (inside && line.rfind("Number", 0) != 0) {
            auto const c = cells_of(line);
            p.d.push_back(std::stod(c.at(0)));
            p.h.push_back(std::stod(c.at(1)));
            p.clutter.push_back(std::stod(c.at(3)));
            p.zone.push_back(static_cast<RadioZone>(std::stoi(c.at(4))));
        }
        inside = inside || line.rfind("{Begin of Profile}", 0) == 0;
    }
    return p;
}

[[nodiscard]] inline std::map<std::string, double> read_official_values(std::filesystem::path const& file) {
    std::ifstream in(file);
    std::map<std::string, double> values;
    for (std::string line; std::getline(in, line);) {
        auto const c = cells_of(line);
        if (c.size() < 4 || c[3].empty() || c[3] == "Value") continue;
        auto const name = c[0].substr(0, c[0].find(' '));
        if (values.count(name) != 0) values.emplace(name + "#1", values[name]);
        values[name] = std::stod(c[3]);
    }
    return values;
}

/// All of them, in the order of their names; none where the folder is missing.
[[nodiscard]] inline std::vector<OfficialCase> official_p1812_cases() {
    auto const folder = official_p1812_folder();
    std::map<std::string, OfficialCase> cases;
    if (!std::filesystem::exists(folder)) return {};
    for (auto const& entry : std::filesystem::directory_iterator(folder / "validation_results")) {
        auto const name = entry.path().stem().string();
        if (name == "combined_results") continue;
        auto const profile = name.substr(0, name.rfind('_')) + ".csv";
        cases[name] = {name, read_official_profile(folder / "validation_profiles" / profile),
                       read_official_values(entry.path())};
    }
    std::vector<OfficialCase> out;
    for (auto& [name, one] : cases) out.push_back(std::move(one));
    return out;
}

/// The inputs of a case as the model takes them.
struct OfficialInputs {
    OfficialProfile const& profile;
    P1812Link link;
};
[[nodiscard]] inline OfficialInputs inputs_of(OfficialCase const& one) {
    auto const& v = one.values;
    P1812Link const link{.f_ghz = v.at("f"),
                         .p_percent = v.at("p"),
                         .pL_percent = v.at("pL"),
                         .sigmaL_db = v.at("sigmaL"),
                         .htg_m = v.at("htg"),
                         .hrg_m = v.at("hrg"),
                         .latitude_deg = v.at("phi"),
                         .delta_n = v.at("DN"),
                         .n0 = v.at("N0"),
                         .polarisation = v.at("pol") == 2 ? Polarisation::vertical : Polarisation::horizontal,
                         .dct_km = v.at("dct"),
                         .dcr_km = v.at("dcr")};
    return {one.profile, link};
}

} // namespace phusong::test
