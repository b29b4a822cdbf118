#include "sim/radio/models/p1812_values.h"

namespace phusong {

std::span<P1812Value const> p1812_values() {
    using L = P1812Loss;
    static constexpr P1812Value values[]{
        {"d", "km", "", &L::d},
        {"dlt", "km", "(78)", &L::dlt},
        {"dlr", "km", "(81a)", &L::dlr},
        {"theta_t", "mrad", "(76)-(79)", &L::theta_t},
        {"theta_r", "mrad", "(80)-(81)", &L::theta_r},
        {"theta", "mrad", "(82)", &L::theta},
        {"hts", "m", "", &L::hts},
        {"hrs", "m", "", &L::hrs},
        {"htc", "m", "Table 5", &L::htc},
        {"hrc", "m", "Table 5", &L::hrc},
        {"omega", "", "(1)", &L::omega},
        {"dtm", "km", "§3.6", &L::dtm},
        {"dlm", "km", "§3.6", &L::dlm},
        {"beta0", "%", "(5)", &L::beta0},
        {"ae", "km", "(7a)", &L::ae},
        {"ab", "km", "(7b)", &L::ab},
        {"hst_n", "m", "(85)", &L::hst_n},
        {"hsr_n", "m", "(86)", &L::hsr_n},
        {"hst", "m", "(90a)", &L::hst},
        {"hsr", "m", "(90b)", &L::hsr},
        {"hstd", "m", "(89)", &L::hstd},
        {"hsrd", "m", "(89)", &L::hsrd},
        {"hte", "m", "(92a)", &L::hte},
        {"hre", "m", "(92b)", &L::hre},
        {"hm", "m", "(93)", &L::hm},
        {"Fi", "", "(40)", &L::Fi},
        {"Fj", "", "(57)", &L::Fj},
        {"Fk", "", "(58)", &L::Fk},
        {"Lbfs", "dB", "(8)", &L::Lbfs},
        {"Lb0p", "dB", "(10)", &L::Lb0p},
        {"Lb0b", "dB", "(11)", &L::Lb0b},
        {"Lbulla50", "dB", "(21)", &L::Lbulla50},
        {"Lbulls50", "dB", "(21)", &L::Lbulls50},
        {"Ldsph50", "dB", "(27)", &L::Ldsph50},
        {"Ld50", "dB", "(39)", &L::Ld50},
        {"Ldb", "dB", "(39)", &L::Ldb},
        {"Ldp", "dB", "(41)", &L::Ldp},
        {"Lbd50", "dB", "(42)", &L::Lbd50},
        {"Lbd", "dB", "(43)", &L::Lbd},
        {"Lminb0p", "dB", "(59)", &L::Lminb0p},
        {"Lba", "dB", "(46)", &L::Lba},
        {"Lminbap", "dB", "(60)", &L::Lminbap},
        {"Lbda", "dB", "(61)", &L::Lbda},
        {"Lbam", "dB", "(62)", &L::Lbam},
        {"Lbs", "dB", "(44)", &L::Lbs},
        {"Lbc", "dB", "(63)", &L::Lbc},
        {"Lloc", "dB", "(66)", &L::Lloc},
        {"Lb", "dB", "(69)", &L::Lb},
    };
    return values;
}

} // namespace phusong
