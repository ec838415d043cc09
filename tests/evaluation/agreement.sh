#!/bin/sh
# Runs agreement.py where there are the annotated articles, which are no part of this project, and a Python.
#
#     agreement.sh KITH GOLD_FOLDER      exit code 77: one of them is not there
set -eu
[ -f "$2/score_claims.py" ] && [ -f "$2/score_names.py" ] && [ -f "$2/dev.jsonl" ] ||
    { echo "skipped: no annotated articles in $2" && exit 77; }
command -v python3 >/dev/null || { echo "skipped: no python3 to run the annotators' scorers with" && exit 77; }
exec python3 "$(dirname "$0")/agreement.py" "$1" "$2"
