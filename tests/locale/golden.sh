#!/usr/bin/env bash
# Every golden test once more, by a kith whose host has another locale:
#
#     golden.sh KITH HOST_LIBRARY LOCALES LOCALE
set -u
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '#!/bin/sh\nexec %q %q %q %q %q "$@"\n' "$here/under.sh" "$2" "$3" "$4" "$(realpath "$1")" >"$work/kith"
chmod +x "$work/kith"

failed=()
for case in "$here"/../golden/*/*/command; do
    case=$(dirname "$case")
    "$here/../golden/run.sh" "$work/kith" "$case" || failed+=("$case")
done
[ ${#failed[@]} -eq 0 ] || { printf 'Under %s another answer than elsewhere:\n' "$4"; printf '  %s\n' "${failed[@]}"; exit 1; }
