#!/bin/bash
# Runs one golden test: the shell lines of CASE/command, with `kith` on the PATH, in a new directory that has the files
# of tests/golden/data under data/. What they print must be CASE/expected, byte for byte: standard output, then standard
# error under "[standard error]", then "[exit N]" where N is not 0.
#
#     run.sh KITH CASE            compare
#     run.sh KITH CASE --record   write CASE/expected anew; look at the difference before you commit it
set -u
kith=$(realpath "$1")
case=$(realpath "$2")
root=$(dirname "$(realpath "$0")")
. "$root/../record_or_compare.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/run"
ln -s "$kith" "$work/bin/kith"
ln -s "$root/data" "$work/run/data"

cd "$work/run" || exit 2
env -i PATH="$work/bin:/usr/bin:/bin" HOME="$work" LC_ALL=C.UTF-8 COLUMNS=100 LSAN_OPTIONS=print_suppressions=0 \
    bash "$case/command" >"$work/out" 2>"$work/err" </dev/null
code=$?
record_or_compare "$work" "$code" "$case" "${3:-}"
