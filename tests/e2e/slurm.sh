#!/bin/sh
# A Slurm of one node, private to one command: started, the command run, stopped.
# usage: sh slurm.sh COMMAND…
# Exits as the command does, or with 77 and one line of why when there is no
# Slurm to be had here. Everything it needs lies in a folder that it removes.
set -u

PATH=$PATH:/usr/sbin # where Debian puts the daemons
tries=40             # to find a daemon ready
room=$(mktemp -d)
chmod 711 "$room" # the socket of munge must be within reach
mkdir "$room/state" "$room/spool"
daemons=

stop() {
  # shellcheck disable=SC2086  # a list of process ids
  [ -z "$daemons" ] || { kill $daemons; sleep 0.5; kill -KILL $daemons; wait; } 2>/dev/null
  rm -rf "$room"
}
trap stop EXIT
trap 'exit 130' INT TERM

unavailable() {
  echo "Slurm: $1"
  exit 77
}

# daemon NAME COMMAND…: in the background, its output in a log.
daemon() {
  log=$room/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null &
  daemons="$! $daemons"
}

# ready NAME COMMAND…: waits until the command succeeds.
ready() {
  name=$1
  shift
  left=$tries
  until timeout 2 "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || unavailable "$name non parte: $(tail -n 1 "$room/$name.log")"
    sleep 0.25
  done
}

for program in munged slurmctld slurmd sbatch; do
  command -v $program >/dev/null || unavailable "manca $program"
done

host=$(hostname -s)
port=$((20000 + $$ % 20000))
# What a job asks for is granted whatever the machine has: nothing is measured.
cat >"$room/slurm.conf" <<END
ClusterName=prova
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$room/munge.socket
StateSaveLocation=$room/state
SlurmdSpoolDir=$room/spool
SlurmctldPidFile=$room/slurmctld.pid
SlurmdPidFile=$room/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
MailProg=/bin/true
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=16384 State=UNKNOWN
PartitionName=prova Nodes=ALL Default=YES State=UP
END
export SLURM_CONF="$room/slurm.conf"

head -c 1024 /dev/urandom >"$room/munge.key"
chmod 600 "$room/munge.key"
daemon munged munged --foreground --force --key-file="$room/munge.key" --socket="$room/munge.socket" \
  --pid-file="$room/munged.pid" --log-file="$room/munged.own.log" --seed-file="$room/munge.seed"
ready munged munge --socket="$room/munge.socket" --no-input
daemon slurmctld slurmctld -D -c
ready slurmctld scontrol ping
daemon slurmd slurmd -D
ready slurmd sh -c 'sinfo -h -o %T | grep -qx idle'

"$@"
