#include "sim/targets/rules.h"

namespace phusong {

// The names that a targets table may use. Every unit is part of the contract: a goal in another unit is refused, so a
// percent is never compared with a count.
std::vector<Indicator> const& indicators() {
    static std::vector<Indicator> const all = [] {
        std::vector<Indicator> list;
        for (auto const& part :
             {signal_indicators(), commune_indicators(), subscriber_indicators(), public_indicators()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

} // namespace phusong
