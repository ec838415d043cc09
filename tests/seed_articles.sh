#!/bin/bash
# seed_articles.sh KITH FOLDER: two real web pages and their annotation, which are no part of this project. Exits 77
# (skipped) where FOLDER does not hold them.
set -eu
[ -d "$2/seeds" ] && [ -f "$2/gold/score_claims.py" ] || { echo "skipped: no articles in $2" && exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

kith() { "$kith" "$@"; }
kith=$1
for name in one two; do
    kith ingest "$2"/seeds/*.txt --date 2023-11-21 --db "$work/$name.db" >/dev/null
    kith export --format json --db "$work/$name.db" >"$work/$name.json"
done
cmp "$work/one.json" "$work/two.json"

expect() { # a tie, and what must be said of it
    kith claims --between "$1" "$3" --relation "$2" --db "$work/one.db" | grep -q -- "$4" ||
        { echo "$1 $2 $3: no \"$4\"" >&2 && exit 1; }
}
expect Wagner supplies Hezbollah "(planned)"
expect Wagner supplies Hezbollah "John Kirby says so"
expect Wagner supplies Hezbollah "or else: Iran\|else: Iran"
expect Iran supplies Russia "supplies→ Russia"
expect Iran backs Hezbollah "backs→ Hezbollah"
expect Russia directs Wagner "directs→ Wagner Group"
expect Assad allied_with Russia "allied with"
expect Assad allied_with Iran "allied with"
expect Lukashenko mediates_for Prigozhin "mediates for→ Yevgeny Prigozhin"
kith path Wagner Iran --db "$work/one.db" >/dev/null
kith path Kirby Assad -k 3 --db "$work/one.db" >/dev/null

command -v python3 >/dev/null || { echo "skipped: no python3 to score with" && exit 77; }
kith extract "$2"/seeds/*.txt >"$work/claims.jsonl"
python3 "$2/gold/score_claims.py" "$2/gold/seeds.jsonl" "$work/claims.jsonl" --min pair=0.72 --min claim=0.65
