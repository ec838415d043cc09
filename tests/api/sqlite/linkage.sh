#!/bin/bash
# linkage.sh EXTENSION: the extension links no SQLite of its own and shows its host one name. Exits 77 (skipped) where
# there are no tools to tell.
set -eu
command -v readelf >/dev/null && command -v nm >/dev/null || { echo "skipped: no readelf (Debian: binutils)" && exit 77; }
if readelf --dynamic --wide "$1" | grep NEEDED | grep sqlite; then
    echo "the extension must use its host's SQLite" >&2 && exit 1
fi
names=$(nm --dynamic --defined-only --format=posix "$1" | cut -d ' ' -f 1)
[ "$names" = sqlite3_kithsqlite_init ] || { printf 'the extension shows: %s\n' "$names" >&2 && exit 1; }
