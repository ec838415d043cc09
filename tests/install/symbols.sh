#!/bin/sh
# symbols.sh PREFIX: the shared library shows kith's public names and nothing else: no instances of std:: templates, no
# sqlite3_, Boost or nlohmann, nothing of the command, no data files, nothing of the rooms that are not public.
set -eu
library=$(find "$1" -name libkith.so)
shown=$(nm -DC --defined-only "$library" | cut -d ' ' -f 3-)

fail() {
    echo "$1" >&2
    exit 1
}
foreign=$(echo "$shown" | grep -Ev '^((typeinfo|typeinfo name|vtable) for )?kith::|^kith_' || true)
[ -z "$foreign" ] || fail "names of others: $foreign"
rooms='cli|mcp|Database|Statement|Sameness|Projection|MemoryBlock|IndexedGraph'
inside=$(echo "$shown" | grep -E "kith::($rooms)\b|::State::|kith_embedded" || true)
[ -z "$inside" ] || fail "names of the inside: $inside"
for name in 'kith::find_paths(' 'kith::Store::Store(' 'typeinfo for kith::Error' 'kith::text::Pipeline::standard('; do
    echo "$shown" | grep -qF "$name" || fail "not there: $name"
done

# Its name changes with the minor version, since the interface may.
version=$(sed -n 's/^#define KITH_VERSION_\(MAJOR\|MINOR\) //p' "$1/include/kith/version.h" | paste -sd .)
objdump -p "$library" | grep -q "SONAME *libkith.so.$version$" || fail "it is not called libkith.so.$version"
