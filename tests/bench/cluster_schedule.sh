#!/usr/bin/env bash
# Simulates how a cluster works off the studies of docs/scale.md and prints its table of schedules: list scheduling of
# the tasks of job arrays on cores, with nodes that die at seeded random instants. Costs are those measured on one core
# for the default province (193 communes), in proportion to communes for the others.
#   tests/bench/cluster_schedule.sh [DOCUMENT]     with DOCUMENT: fails unless every line stands in it
set -euo pipefail
table() {
    awk '
    # Park and Miller 1988: the same numbers from every awk.
    function uniform() { state = (16807 * state) % 2147483647; return state / 2147483647 }
    # Instants at which each node dies, ascending: dies[node, 0 ... ].
    function draw_deaths(nodes,    n, k, at_s) {
        state = 20211
        for (n = 0; n < nodes; ++n) {
            at_s = 0
            for (k = 0; k < most_deaths; ++k) dies[n, k] = at_s += -log(1 - uniform()) * mean_life_h * 3600 + repair_s
        }
    }
    # The first instant from at_s on at which the node is up.
    function up(n, at_s,    k) {
        for (k = 0; k < most_deaths && dies[n, k] <= at_s; ++k) if (at_s < dies[n, k] + repair_s) at_s = dies[n, k] + repair_s
        return at_s
    }
    function next_death(n, at_s,    k) {
        for (k = 0; k < most_deaths; ++k) if (dies[n, k] > at_s) return dies[n, k]
        return 1e18
    }
    # One task, on the core that is free first, until it gets through; a dead node loses what the journal had not yet.
    function work_off(left_s, again_s,    c, best, n, at_s, death_s) {
        while (left_s > 0) {
            best = 0
            for (c = 1; c < all_cores; ++c) if (free[c] < free[best]) best = c
            n = int(best / cores_each)
            at_s = up(n, free[best])
            death_s = next_death(n, at_s)
            if (at_s + left_s <= death_s) {
                free[best] = at_s + left_s
                busy_s += left_s
                return
            }
            busy_s += death_s - at_s
            left_s += again_s - (death_s - at_s)
            lost_s += again_s
            ++interrupted
            free[best] = death_s + repair_s
        }
    }
    # `start_s` per task: world, groundwork kept, plan; `each_s` per draw.
    function simulate(name, start_s, each_s, chunks, nodes, cores,    p, k, c, size, last_s) {
        draw_deaths(nodes)
        all_cores = nodes * cores; cores_each = cores
        busy_s = lost_s = interrupted = last_s = 0
        for (c = 0; c < all_cores; ++c) free[c] = 0
        for (p = 0; p < provinces; ++p) {
            # communes of provinces differ: from half to one and a half of the mean, in a fixed order
            size = (communes / provinces / measured_communes) * (0.5 + (p * 29 % provinces) / (provinces - 1))
            for (k = 0; k < chunks; ++k)
                work_off(size * (start_s + each_s * draws / chunks), size * (start_s + handful * each_s))
        }
        for (c = 0; c < all_cores; ++c) if (free[c] > last_s) last_s = free[c]
        printf "| %s | %d × %d | %d × %d | %.1f | %.2f | %d | %.2f | %.0f |\n", name, nodes, cores, provinces, chunks,
               busy_s / 3600, last_s / 3600, interrupted, lost_s / 3600, 100 * busy_s / (last_s * all_cores)
    }
    BEGIN {
        provinces = 63; communes = 11000; draws = 10000; measured_communes = 193
        mean_life_h = 20; repair_s = 600; handful = 16; most_deaths = 50
        ground_s = 6.2; world_s = 1.0; plan_s = 7
        simulate("fixed plan, 10,000 draws", world_s + plan_s, 0.0018, 2, 1, 2)
        simulate("plan anew, greedy", world_s, 0.058, 8, 1, 2)
        simulate("plan anew, greedy", world_s, 0.058, 32, 8, 32)
        simulate("plan anew, exchange", world_s, plan_s, 128, 32, 64)
        simulate("radio drawn too, greedy", world_s, ground_s + 0.058, 128, 8, 32)
        simulate("radio drawn too, greedy", world_s, ground_s + 0.058, 128, 32, 64)
    }'
}
if (($# == 0)); then
    table
    exit
fi
status=0
while IFS= read -r line; do
    grep -qxF -- "$line" "$1" || { printf '%s lacks: %s\n' "$1" "$line" && status=1; }
done < <(table)
exit "$status"
