#include "sim/solve/steiner/local_search.h"
#include <cstdio>
#include <cstdlib>

namespace phusong::solve {

void LocalSearch::improve(Tree& tree, Meter& meter, Graph const* costs) {
    Graph const& g = costs == nullptr ? g_ : *costs;
    do {
        while (!meter.over() && inserter_.improve(g, t_, tidier_, tree, meter)) {
            if(getenv("LS"))fprintf(stderr,"ins %ld work %ld\n",(long)tree.cost,(long)meter.spent);
        }
        if(getenv("LS"))fprintf(stderr,"     swap from %ld\n",(long)tree.cost);
    } while (!meter.over() && swapper_.improve(g, t_, tidier_, tree, meter));
}

} // namespace phusong::solve
