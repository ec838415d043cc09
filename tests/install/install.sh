#!/bin/sh
# install.sh CMAKE BUILD PREFIX: installs a build into a prefix that holds nothing else.
set -eu
rm -rf "$3"
"$1" --install "$2" --prefix "$3" >/dev/null

# Another place is as good: nothing installed knows where it was built or put. (Programs and libraries may: their
# messages hold no paths, but debug information does.)
if grep -rIl -e "$2" -e "$3" "$3"; then
    echo "these name the folder of the build or of the prefix" >&2
    exit 1
fi
