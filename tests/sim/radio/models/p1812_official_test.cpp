#include "sim/radio/models/p1812.h"
#include "sim/radio/models/p1812_values.h"
#include "tests/sim/radio/models/p1812_cases.h"
#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace phusong {
namespace {

P1812Loss loss_of(test::OfficialCase const& one) {
    auto const [profile, link] = test::inputs_of(one);
    return p1812({profile.d, profile.h, profile.clutter, profile.zone}, link);
}

/// The name that the official files give to one of our values; empty where they do not print it.
std::string official_name(std::string_view symbol) {
    static std::map<std::string_view, std::string> const others{
        {"theta_t", "th_t"}, {"theta_r", "th_r"}, {"theta", "th"},        {"omega", "w"},
        {"beta0", "b0"},     {"hst_n", "hst#1"},  {"hsr_n", "hsr#1"},     {"Lbulla50", "Lbulla"},
        {"ab", ""},          {"Lloc", ""},        {"Lbulls50", "Lbulls"}, {"Ldsph50", "Ldsph"}};
    auto const found = others.find(symbol);
    return found == others.end() ? std::string(symbol) : found->second;
}

/// The files print ten significant digits, the inputs too (latitude, N0).
double printed_to(double value) { return 5e-10 * std::max(std::abs(value), 1e-3); }

TEST(P1812, AgreesWithAllOfficialCasesToTheLastPrintedDigit) {
    if (auto const official = test::official_p1812_folder(); !std::filesystem::exists(official))
        GTEST_SKIP() << "the official P.1812 cases are not on this machine: " << official;
    auto const cases = test::official_p1812_cases();
    double most = 0;
    std::size_t values = 0;
    for (auto const& one : cases) {
        SCOPED_TRACE(one.name);
        auto const loss = loss_of(one);
        for (auto const& value : p1812_values()) {
            auto const name = official_name(value.symbol);
            if (name.empty()) continue;
            double const expected = one.values.at(name), off = std::abs(loss.*value.member - expected);
            EXPECT_LE(off, 3 * printed_to(expected)) << value.symbol << " is " << loss.*value.member;
            ++values;
        }
        // The field strength (70) of 1 kW is 199.36 + 20 log f − Lb, and shows one digit more of the loss.
        double const Ep = 199.36 + 20 * std::log10(one.values.at("f")) - loss.Lb;
        most = std::max(most, std::abs(Ep - one.values.at("Ep#1")));
    }
    EXPECT_EQ(cases.size(), 63);
    EXPECT_EQ(values, 63 * 46);
    EXPECT_LE(most, 1e-8); // dB; half of it is how the files round
    std::printf("largest difference of the loss: %.3g dB\n", most);
}

} // namespace
} // namespace phusong
