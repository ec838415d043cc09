#!/bin/sh
# pkg_config.sh PREFIX ROOT: a program without CMake, by the line that docs/embedding.md gives; shared, then static.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PKG_CONFIG_PATH=$(dirname "$(find "$1" -name kith.pc)")
export PKG_CONFIG_PATH
library=$(dirname "$(find "$1" -name libkith.so)")
cp "$2/examples/embed/main.cpp" "$work"
cd "$work"

g++ -std=c++20 -MD -c main.cpp $(pkg-config --cflags kith)
g++ main.o $(pkg-config --libs kith) -o embed
if ! LD_LIBRARY_PATH=$library ldd embed | grep -q "$library/libkith.so"; then
    echo "the program is not linked to libkith.so" >&2
    exit 1
fi

# The headers bring no others with them.
if grep -E '/(boost|nlohmann|graphviz|unicode|openssl)/|sqlite3\.h|gumbo\.h' main.d; then
    echo "kith.hpp includes headers of other libraries" >&2
    exit 1
fi

g++ main.o "$library/libkith.a" $(pkg-config --static --libs kith | sed 's/-lkith//') -o embed_static
if ldd embed_static | grep libkith; then
    echo "the static program needs libkith.so" >&2
    exit 1
fi

"$1/bin/kith" ingest "$2/examples/articles" --db example.db >/dev/null
LD_LIBRARY_PATH=$library ./embed example.db Wagner Hezbollah >shared.txt
./embed_static example.db Wagner Hezbollah >static.txt
grep -q '^Wagner Group supplies Hezbollah' shared.txt
cmp shared.txt static.txt
