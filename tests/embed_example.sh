#!/bin/bash
# embed_example.sh ROOT: the README and the guide show the example of embedding word for word. That it builds and answers
# is tested against the installed tree (tests/install).
set -eu
for page in README.md docs/embedding.md; do
    text=$(cat "$1/$page")
    case "$text" in
        *"$(cat "$1/examples/embed/main.cpp")"*) ;;
        *) echo "$page does not show examples/embed/main.cpp as it is" >&2 && exit 1 ;;
    esac
done
