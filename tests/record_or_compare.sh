# record_or_compare WORK CODE CASE [--record]: what a command wrote to WORK/out and WORK/err, and its exit code, against
# CASE/expected; with --record, as the new CASE/expected. For the golden tests and those of the examples.
record_or_compare() {
    {
        cat "$1/out"
        if [ -s "$1/err" ]; then printf '[standard error]\n' && cat "$1/err"; fi
        if [ "$2" -ne 0 ]; then printf '[exit %d]\n' "$2"; fi
    } >"$1/actual"
    if [ "${4:-}" = --record ]; then
        cp "$1/actual" "$3/expected"
    else
        diff -u "$3/expected" "$1/actual"
    fi
}
