#include "sim/finance/finance.h"

namespace phusong {

double present_value(std::span<double const> flow, double discount_rate) {
    double value = 0, factor = 1;
    for (double amount : flow) {
        value += amount * factor;
        factor /= 1 + discount_rate;
    }
    return value;
}

double annuity_due_factor(double discount_rate, int years) {
    double value = 0, factor = 1;
    for (int k = 0; k < years; ++k) {
        value += factor;
        factor /= 1 + discount_rate;
    }
    return value;
}

} // namespace phusong
