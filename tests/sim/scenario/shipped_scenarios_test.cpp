#include "sim/scenario/fields.h"
#include "sim/scenario/read.h"
#include "sim/scenario/toml_text.h"
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

namespace phusong::test {
namespace {
namespace fs = std::filesystem;
using Json = nlohmann::json;

fs::path const scenarios = fs::path(PHUSONG_SOURCE_DIR) / "scenarios";

std::string bytes(fs::path const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> shipped() {
    std::vector<fs::path> files;
    for (auto const& entry : fs::recursive_directory_iterator(scenarios))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

Json to_json(toml_text::Value const& value) {
    using Kind = toml_text::Value::Kind;
    switch (value.kind) {
    case Kind::truth:
        return value.truth;
    case Kind::integer:
        return value.integer;
    case Kind::real:
        return value.real;
    case Kind::text:
        return value.text;
    case Kind::table:
        return Json::object();
    case Kind::time:
        return "a time";
    case Kind::list:
        break;
    }
    auto list = Json::array();
    for (auto const& item : value.items) list.push_back(to_json(item));
    return list;
}

Json to_json(std::string_view toml) {
    auto out = Json::object();
    auto const parsed = toml_text::parse(toml, "n.toml");
    EXPECT_TRUE(parsed.problems.empty()) << toml;
    for (auto const& entry : parsed.entries) {
        auto pointer = "/" + entry.key;
        std::ranges::replace(pointer, '.', '/');
        out[Json::json_pointer(pointer)] = to_json(entry.value);
    }
    return out;
}

bool accepts(Json const& schema, Json const& rule, Json const& value);

bool accepts_type(std::string const& type, Json const& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    return type == "number" && value.is_number();
}

bool accepts_members(Json const& schema, Json const& rule, Json const& object) {
    for (auto const& [key, value] : object.items()) {
        auto const& known = rule.contains("properties") ? rule["properties"] : Json::object();
        if (known.contains(key)) {
            if (!accepts(schema, known[key], value)) return false;
        } else if (rule["additionalProperties"] == true) {
            continue;
        } else if (rule["additionalProperties"] == false || !accepts(schema, rule["additionalProperties"], value)) {
            return false;
        }
    }
    return true;
}

/// The keywords of draft-07 that the schema uses; any other fails the test that calls this.
bool accepts(Json const& schema, Json const& rule, Json const& value) {
    if (rule.contains("$ref"))
        return accepts(schema, schema[Json::json_pointer(rule["$ref"].get<std::string>().substr(1))], value);
    if (rule.contains("oneOf"))
        return std::ranges::count_if(rule["oneOf"], [&](Json const& one) { return accepts(schema, one, value); }) == 1;
    if (!accepts_type(rule.at("type"), value)) return false;
    if (rule.contains("enum") && std::ranges::find(rule["enum"], value) == rule["enum"].end()) return false;
    if (rule.contains("minimum") && value.get<double>() < rule["minimum"].get<double>()) return false;
    if (rule.contains("maximum") && value.get<double>() > rule["maximum"].get<double>()) return false;
    if (rule.contains("maxLength") && value.get<std::string>().size() > rule["maxLength"].get<std::size_t>())
        return false;
    if (rule.contains("minItems") && value.size() < rule["minItems"].get<std::size_t>()) return false;
    if (value.is_array())
        return std::ranges::all_of(value, [&](Json const& item) { return accepts(schema, rule["items"], item); });
    return !value.is_object() || accepts_members(schema, rule, value);
}

bool schema_accepts(std::string_view toml) {
    auto const schema = Json::parse(json_schema());
    return accepts(schema, schema, to_json(toml));
}

TEST(ShippedScenarios, DrawErrorsOfSubscribersAsWideAsTheIntervalsOfARun) {
    auto const base = read_scenario(scenarios / "ha_giang/base.toml");
    auto const sd = [&](std::string const& key) {
        auto const& value = base.uncertainty.at("adoption." + key + ".sd").value;
        return value.kind == toml_text::Value::Kind::integer ? static_cast<double>(value.integer) : value.real;
    };
    auto const& adoption = base.scenario.adoption;
    for (auto const& [name, service] :
         {std::pair{"mobile", adoption.mobile}, {"fixed", adoption.fixed}, {"paytv", adoption.paytv}}) {
        EXPECT_EQ(sd(std::string(name) + ".growth_shift_points"), service.growth_error_points) << name;
        EXPECT_EQ(sd(std::string(name) + ".ceiling_shift_share"), service.ceiling_error_share) << name;
    }
}

TEST(ShippedScenarios, AllAreReadWithoutAProblem) {
    ASSERT_GE(shipped().size(), 8U);
    for (auto const& file : shipped()) EXPECT_NO_THROW((void)read_scenario(file)) << file;
}

TEST(ShippedScenarios, HaveNamesOfTheirOwn) {
    std::set<std::string> names;
    for (auto const& file : shipped()) EXPECT_TRUE(names.insert(read_scenario(file).scenario.name).second) << file;
}

TEST(ShippedScenarios, EachOptionChangesSomethingOfTheBase) {
    auto const base = read_scenario(scenarios / "ha_giang/base.toml").scenario;
    for (auto const& file : shipped()) {
        if (file.filename() == "base.toml" || file.filename() == "toy.toml") continue;
        auto option = read_scenario(file).scenario;
        option.name = base.name;
        option.title_vi = base.title_vi;
        option.title_en = base.title_en;
        EXPECT_NE(option, base) << file;
    }
}

TEST(ShippedScenarios, TheNamedOverridesOfTheBaseCanBeCombined) {
    auto const read =
        read_scenario(scenarios / "ha_giang/base.toml",
                      {.with = {"low_budget", "shared_sites"}, .set = {"finance.discount_rate=0.08"}, .allow = {}});
    EXPECT_TRUE(read.scenario.rollout.share_sites);
    EXPECT_EQ(read.scenario.rollout.public_budget_bn_vnd, std::vector<double>{15});
    EXPECT_EQ(read.scenario.finance.discount_rate, 0.08);
}

TEST(ShippedScenarios, StateTheDerivedFiguresOfTheBaseYear) {
    auto const s = read_scenario(scenarios / "ha_giang/base.toml").scenario;
    double const growth = std::pow(854679.0 / 724537.0, 0.1) - 1;
    EXPECT_NEAR(s.world.people_growth_share_per_year, growth, 5e-6);
    double const lines = 74500 * std::pow(1.037, 2.5), people = 854679 * std::pow(1 + growth, 1.75);
    EXPECT_NEAR(s.adoption.fixed.base_per_100, 100 * lines / people, 0.005);
    EXPECT_EQ(s.adoption.mobile.base_per_100, 67.75);
    EXPECT_EQ(s.adoption.fixed.base_growth_share, 0.037);
}

TEST(Schema, AcceptsAllShippedScenariosAndPrices) {
    for (auto const& file : shipped()) EXPECT_TRUE(schema_accepts(bytes(file))) << file;
    EXPECT_TRUE(schema_accepts(bytes(fs::path(PHUSONG_SOURCE_DIR) / "data/prices/viet_nam_2020.toml")));
}

TEST(Schema, RefusesWhatTheReaderRefuses) {
    EXPECT_TRUE(schema_accepts("[override.dry.finance]\ntax_share = 0.3\n"));
    for (auto const* text :
         {"polcy = 3\n", "[radio.4g]\nfreq_mzh = 1850\n", "[radio.4g]\nfrequency_mhz = 1.8\n",
          "[radio.4g]\nfrequency_mhz = '1850'\n", "years.first = 2021.5\n", "rollout.policy = 'fiber_first'\n",
          "rollout.share_sites = 1\n", "rollout.public_budget_bn_vnd = []\n", "rollout.new_site_technologies = []\n",
          "rollout.new_site_technologies = '4f'\n", "rollout.public_budget_bn_vnd = [30, -5]\n", "extends = 3\n",
          "[override.dry]\npolcy = 3\n", "[override]\ndry = 3\n"})
        EXPECT_FALSE(schema_accepts(text)) << text;
}

TEST(Schema, IsTheOneEditorsFindBesideTheScenarios) {
    EXPECT_TRUE(bytes(scenarios / "scenario.schema.json") == json_schema())
        << "regenerate it: phusong schema > scenarios/scenario.schema.json";
}

TEST(Reference, TheTableInTheReadmeIsTheTableOfTheProgram) {
    auto const readme = bytes(scenarios / "README.md");
    std::string const begin = "<!-- reference begins -->\n", end = "<!-- reference ends -->";
    auto const from = readme.find(begin), to = readme.find(end);
    ASSERT_TRUE(from != std::string::npos && to != std::string::npos);
    EXPECT_TRUE(readme.substr(from + begin.size(), to - from - begin.size()) == reference_markdown(geo::Language::en))
        << "put the output of `phusong reference --lang en` between the two marks of scenarios/README.md";
}

TEST(Reference, ListsEveryKeyInBothLanguages) {
    for (auto const language : {geo::Language::vi, geo::Language::en})
        for (auto const& field : fields())
            EXPECT_THAT(reference_markdown(language), ::testing::HasSubstr("| `" + field.key + "` |"));
}

} // namespace
} // namespace phusong::test
