// Graphs of the solvers: STP, PACE, OR-Library.
#include "sim/solve/graph_file.h"
#include "tests/fuzz/fuzz.h"

using namespace phusong;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::survive([&] { (void)solve::read_graph_file(fuzz::view(data, size), "g.stp"); });
    return 0;
}
