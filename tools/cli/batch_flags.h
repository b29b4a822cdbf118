#pragma once
#include <string>
#include <vector>

namespace phusong::cli {

/// What `batch` asks; empty or −1 = not given.
struct BatchFlags {
    std::string overrides; ///< CSV
    std::vector<std::string> each;
    std::vector<double> front; ///< shares of the budgets; empty = no front is asked for
    int draws = -1, jobs = 0;
    std::string sampling, plan, shard;
    int slurm = 0; ///< tasks of a job array; 0 = none
    bool slurm_wait = false, dry_run = false, no_maps = false, communes = false;
};

/// The i-th of n equal parts of the runs; 1 of 1 is all of them.
struct Shard {
    std::size_t number = 1, of = 1;
    [[nodiscard]] bool whole() const { return of == 1; }
    [[nodiscard]] bool holds(std::size_t run) const { return run % of == number - 1; }
};
/// "2/8". Errors: UsageError.
[[nodiscard]] Shard read_shard(std::string const& text);

} // namespace phusong::cli
