#!/usr/bin/env bash
# A study as a job array on a real Slurm of one node, started on the loopback for this test and stopped after it: eight
# tasks, one of them put back into the queue while it runs and one killed, give the bytes of one process. 77 (skipped)
# where Slurm is not installed or this user may not run it. (cred_expire is also how long a requeued task waits: 120 s if not given.)
#   tests/tools/slurm_test.sh PROGRAM
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
# shellcheck source-path=SCRIPTDIR source=uncertain_toy.sh
source "$root/tests/tools/uncertain_toy.sh"
program=$(readlink -f "$1")
skip() { printf '%s\n' "$1" && exit 77; }
PATH=$PATH:/usr/sbin
for needed in munged slurmctld slurmd sbatch scontrol squeue; do
    command -v "$needed" >/dev/null || skip "no $needed here; tools/test slurm installs it"
done
[[ $(id -u) == 0 ]] || skip "slurmd starts tasks of other users and needs root"

work=$(mktemp -d)
daemons=()
stop() {
    for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT
start() { # NAME COMMAND...
    "${@:2}" >"$work/$1.out" 2>&1 &
    daemons+=("$!")
}
mkdir "$work/state" "$work/spool"
chmod 755 "$work"
host=$(hostname)
base=$((20000 + $$ % 20000)) # two tests at once do not meet
cat >"$work/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$base
SlurmdPort=$((base + 1))
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket,cred_expire=15
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0,requeue_delay=1
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF=$work/slurm.conf
head -c 1024 /dev/urandom >"$work/munge.key"
chmod 600 "$work/munge.key"
start munged munged --foreground --force --socket="$work/munge.socket" --key-file="$work/munge.key" \
    --log-file="$work/munge.log" --pid-file="$work/munge.pid" --seed-file="$work/munge.seed"
start slurmctld slurmctld -D
start slurmd slurmd -D
for ((i = 0; i < 60; ++i)); do
    [[ $(sinfo -h -o %t 2>/dev/null) != idle ]] || break
    sleep 0.5
done
[[ $(sinfo -h -o %t 2>/dev/null) == idle ]] || skip "Slurm does not start here: $(tail -n 2 "$work/slurmd.out")"

cd "$work"
write_uncertain_toy 1200
study=(batch s.toml --allow-path "$root" --store store --lang en)
"$program" "${study[@]}" -q -o whole >/dev/null
"$program" "${study[@]}" -o cluster --slurm 8 --slurm-wait -j 1 2>cluster.log &
batch=$!

running() { squeue -h -t R -o '%A %K' 2>/dev/null | awk -v k="$1" '$2 == k { print $1 }'; }
process_of() { pgrep -f -- "-o cluster .*--shard $1/8" | head -n 1; }
requeued=0 killed=0
for ((i = 0; i < 600 && (!requeued || !killed); ++i)); do
    kill -0 "$batch" 2>/dev/null || break
    for task in 1 2 3 4 5 6 7 8; do
        job=$(running "$task")
        pid=$(process_of "$task" || true)
        [[ $job && $pid ]] || continue
        if ((!requeued)); then
            scontrol requeue "$job" 2>/dev/null && requeued=$task
        elif ((!killed && task != requeued)); then
            kill -KILL "$pid" && killed=$task
        fi
    done
    sleep 0.1
done
wait "$batch" || { cat cluster.log && exit 1; }
((requeued && killed)) || { printf 'the tasks were too quick: requeued %s, killed %s\n' "$requeued" "$killed" && exit 1; }
diff -r whole cluster
[[ ! -e cluster.unfinished ]]
printf 'task %s requeued, task %s killed: the same bytes\n' "$requeued" "$killed"
