#!/usr/bin/env bash
# kill -9 at any moment loses nothing: a database is filled, added to, indexed and corrected, one of these is killed and
# run again, and the export is that of an undisturbed run. Of tables, and of articles.
#
#     kill.sh KITH [KILLS]
set -euo pipefail
kith=$(realpath "$1")
kills=${2:-25}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

table() { # CLAIMS ACTORS SEED
    awk -v claims="$1" -v actors="$2" -v seed="$3" 'BEGIN {
        srand(seed); split("supplies funds meets attacks", relation)
        print "subject,relation,object,source"
        for (i = 0; i < claims; ++i) {
            one = int(rand() * actors); other = (one + 1 + int(rand() * (actors - 1))) % actors
            printf "Actor %d,%s,Actor %d,paper %d\n", one, relation[1 + i % 4], other, i % 50
        }
    }'
}
table 20000 1000 1 >first.csv
table 1000 1000 2 >second.csv

articles() { # FOLDER FIRST LAST
    mkdir "$1"
    states=(Iran Mali Chad Sudan Syria Serbia Belarus)
    for ((n = $2; n <= $3; ++n)); do
        one=${states[n % 7]} other=${states[(n * 3 + 1) % 7]}
        echo "$one has supplied $other with $n drones, John Kirby told reporters. The Wagner Group fights in $other," \
            "and $one pays it. On day $n the ministers of the two met in Vienna." >"$1/$n.txt"
    done
}
articles first 1 40
articles second 41 60

run() { # STEP
    eval "exec $kith ${steps[$1]} --db kith.db" >out 2>err
}
again() { # STEP, which may have been done before it was killed
    (run "$1") || grep -q "are one entity already" err || { cat err; echo "failed again: kith ${steps[$1]}"; exit 1; }
}

kill_at_random() { # KILLS STEP...
    local kills=$1 hit=0 step victim delay code
    shift
    local steps=("$@") milliseconds=()
    rm -f kith.db*
    for step in "${!steps[@]}"; do
        local begin=$(date +%s%3N)
        (run "$step") || { cat err; exit 1; }
        milliseconds[step]=$(($(date +%s%3N) - begin))
    done
    "$kith" export --db kith.db >expected.json

    for ((i = 0; i < kills; ++i)); do
        rm -f kith.db*
        victim=$((i % ${#steps[@]}))
        for step in "${!steps[@]}"; do
            if [ "$step" -eq "$victim" ]; then
                delay=$((RANDOM % (milliseconds[step] + 5)))
                run "$step" &
                sleep "$(printf '%d.%03d' $((delay / 1000)) $((delay % 1000)))"
                kill -9 $! 2>/dev/null || true
                wait $! 2>/dev/null && code=0 || code=$?
                if [ "$code" -eq 137 ]; then hit=$((hit + 1)); fi
            fi
            again "$step"
        done
        "$kith" export --db kith.db >export.json
        cmp expected.json export.json || { echo "killed after $delay ms: kith ${steps[victim]}"; exit 1; }
        "$kith" index --db kith.db >out 2>err && "$kith" index --check --db kith.db >out 2>err || { cat err; exit 1; }
    done
    echo "$hit of $kills were killed at work"
    [ "$hit" -ge $((kills / 3)) ] || { echo "too few: nothing was tested"; exit 1; }
}
kill_at_random "$kills" "ingest first.csv" "ingest second.csv" "index" "merge Actor\ 1 Actor\ 2"
kill_at_random $((kills / 2)) "ingest --model english-fast first" "ingest --model english-fast second"
