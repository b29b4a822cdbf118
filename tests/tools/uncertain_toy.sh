# A study of the toy province for the scripts beside it: two policies, each under drawn prices. Sourced.
#   write_uncertain_toy DRAWS     writes s.toml into this folder, which becomes a project; needs $root
# shellcheck shell=bash disable=SC2154
write_uncertain_toy() {
    touch .phusong-project
    cat >s.toml <<END
extends = "$root/scenarios/toy.toml"
[sweep]
rollout.policy = ["most_people_per_vnd", "villages_first"]
[uncertainty]
draws = $1
prices.site_vnd = { distribution = "uniform", low = 0.8, high = 1.4, relative = true }
END
}
