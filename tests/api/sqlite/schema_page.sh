#!/bin/bash
# schema_page.sh KITH EXTENSION ROOT: every query of docs/schema.md runs on the example database and finds something, in
# the sqlite3 shell and in Python, and so does the page's program in Python. Exits 77 (skipped) where one is missing.
set -eu
command -v sqlite3 >/dev/null || { echo "skipped: there is no sqlite3 (Debian: sqlite3)" && exit 77; }
python=/usr/bin/python3
"$python" -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null ||
    { echo "skipped: $python has no sqlite3 that loads extensions (Debian: python3)" && exit 77; }

kith=$(realpath "$1")
extension=$(realpath "$2")
page=$(realpath "$3")/docs/schema.md
articles=$(realpath "$3")/examples/articles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$kith" ingest "$articles" --db example.db >/dev/null
"$kith" merge Pantsir SA-22 --db example.db >/dev/null
"$kith" review --reject 1 --by ana --db example.db >/dev/null
# A list, and a later edition that says otherwise.
for year in 2023 2024; do
    printf 'subject,relation,object,item,record_id\nNordwind Shipping,supplies,Port of Ouma,cranes of %s,7\n' $year >list.csv
    "$kith" ingest list.csv --publisher "Ouma Register" --date $year-01-01 --db example.db >/dev/null
done

# The blocks of the page: 1.sql, 2.sql ... and 1.python.
awk '/^```[a-z]/ { kind = substr($0, 4); name = ++count[kind] "." kind; next }
     /^```/ { name = ""; next }
     name { print > name }' "$page"
[ "$(ls -- *.sql | wc -l)" -ge 20 ] || { echo "the page has hardly any queries: are they read right?" >&2 && exit 1; }
[ -f 1.python ] || { echo "the page shows no program in Python" >&2 && exit 1; }

failures=0
fail() {
    printf '%s\n' "$@" >&2
    failures=$((failures + 1))
}

for query in *.sql; do
    load=()
    grep -q kith_ "$query" && load=(-cmd ".load ${extension%.so}")
    if ! sqlite3 -readonly -bail "${load[@]}" example.db <"$query" >rows 2>errors || [ -s errors ]; then
        fail "sqlite3: $(cat "$query" errors)"
    elif [ ! -s rows ]; then
        fail "sqlite3: $(cat "$query")" "finds nothing"
    fi
done

"$python" - "${extension%.so}" *.sql <<'END' || fail "in Python"
import sqlite3
import sys

failed = False
for path in sys.argv[2:]:
    query = open(path).read()
    database = sqlite3.connect("file:example.db?mode=ro", uri=True)
    if "kith_" in query:
        database.enable_load_extension(True)
        database.load_extension(sys.argv[1])
    try:
        if not database.execute(query).fetchall():
            raise sqlite3.Error("finds nothing")
    except sqlite3.Error as error:
        print(f"Python: {query}{error}", file=sys.stderr)
        failed = True
    database.close()
sys.exit(failed)
END

# All tables and views have a heading; all columns, arguments and options of the functions are explained.
explained() { # names, and what they are
    for name in $1; do
        grep -q "[\`(, ]$name[]\`), ]" "$page" || fail "the page does not explain $2 $name"
    done
}
load=(-cmd ".load ${extension%.so}")
for table in $(sqlite3 example.db "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sentence_search_%'"); do # its own
    grep -q "^###.*\b$table\b" "$page" || fail "the page has no heading for the table $table"
done
for call in "kith_path(1, 3, 'z=1')" "kith_k_paths(1, 3, 2, 'z=1')" "kith_neighbours(1, 1, 'z=1')" "kith_claims(1, 3, 'z=1')"; do
    function=${call%%(*}
    explained "$(sqlite3 "${load[@]}" example.db "SELECT name FROM pragma_table_xinfo('$function')")" "$function's"
    # An unknown option is answered with the known ones.
    options=$(sqlite3 "${load[@]}" example.db "SELECT 1 FROM $call" 2>&1 | sed -n 's/.*There are \(.*\)\./\1/p' | tr -d ,)
    [ -n "$options" ] || fail "$function does not tell its options"
    explained "$options" "the option"
done

# The program as it stands there, with the library where the linker looks for it.
LD_LIBRARY_PATH=$(dirname "$extension") "$python" - <1.python >rows || fail "the program in Python"
grep -q '^1 North Korea supplies Wagner Group$' rows || fail "the program in Python prints: $(cat rows)"
[ "$failures" -eq 0 ]
