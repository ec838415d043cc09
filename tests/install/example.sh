#!/bin/bash
# Builds an example against an installed kith, as a user would, and runs the shell lines of CASE/command with the
# example and the installed `kith` on the PATH. What they print must be CASE/expected, as for the golden tests. An
# example without CMakeLists.txt is a script: nothing is built. KITH_LIBRARY names the shared library, BUILD the folder
# of the build. Exit code 77 of the lines skips the test: what the example needs is not there.
#
#     example.sh CMAKE PREFIX PROJECT CASE             compare
#     example.sh CMAKE PREFIX PROJECT CASE --record    write CASE/expected anew
set -eu
cmake=$1 prefix=$2 project=$3 case=$4
root=$(dirname "$(realpath "$0")")/../..
. "$root/tests/record_or_compare.sh"
warnings="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() {
    "$cmake" -S "$project" -B "$work/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Debug \
        -DCMAKE_C_FLAGS="$warnings" -DCMAKE_CXX_FLAGS="$warnings" && "$cmake" --build "$work/build"
}
mkdir "$work/build"
if [ -e "$project/CMakeLists.txt" ] && ! build >"$work/log" 2>&1; then
    cat "$work/log" && exit 1
fi

mkdir "$work/run"
cp -r "$project/." "$work/run/example"
ln -s "$root/examples/articles" "$work/run/articles"
cd "$work/run"
code=0
env -i KITH_LIBRARY="$(find "$prefix" -name libkith.so)" BUILD="$work/build" HOME="$work" LC_ALL=C.UTF-8 \
    PATH="$work/build:$prefix/bin:/usr/bin:/bin" bash "$case/command" >"$work/out" 2>"$work/err" </dev/null || code=$?
if [ $code -eq 77 ]; then cat "$work/err" && exit 77; fi
record_or_compare "$work" "$code" "$case" "${5:-}"
