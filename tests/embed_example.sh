#!/bin/bash
# embed_example.sh KITH EXAMPLE ROOT: the example of embedding answers over the example articles, and is the README's.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" ingest "$3/examples/articles" --db "$work/example.db" >/dev/null
"$2" "$work/example.db" Wagner Hezbollah | grep -q "^Wagner Group supplies Hezbollah: .*Wagner"

# The README shows the file word for word.
readme=$(cat "$3/README.md")
case "$readme" in
    *"$(cat "$3/examples/embed.cpp")"*) ;;
    *) echo "README.md does not show examples/embed.cpp as it is" >&2 && exit 1 ;;
esac
