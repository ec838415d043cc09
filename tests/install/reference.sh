#!/bin/sh
# reference.sh DOXYFILE: Doxygen has nothing to complain of, and sees the interface with its comments.
set -eu
command -v doxygen >/dev/null || { echo "doxygen is not installed: apt-get install doxygen" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ cat "$1" && echo "OUTPUT_DIRECTORY = $work"; } >"$work/Doxyfile"
doxygen "$work/Doxyfile"
grep -q "The values are those of the table" "$work/html/namespacekith.html"
grep -q "What was wrong in the last call" "$work/html/kith_8h.html"
