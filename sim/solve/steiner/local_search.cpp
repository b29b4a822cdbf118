#include "sim/solve/steiner/local_search.h"

namespace phusong::solve {

void LocalSearch::improve(Tree& tree, Meter& meter, Graph const* costs) {
    Graph const& g = costs == nullptr ? g_ : *costs;
    do {
        while (!meter.over() && inserter_.improve(g, t_, tidier_, tree, meter)) {
        }
    } while (!meter.over() && swapper_.improve(g, t_, tidier_, tree, meter));
}

} // namespace phusong::solve
