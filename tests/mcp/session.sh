#!/bin/sh
# Runs scripted_client.py with the first Python that has jsonschema: Debian installs it for /usr/bin/python3, and another
# python3 may come before that on the PATH.
#
#     session.sh KITH ROOT      exit code 77: there is no such Python
set -u
for python in python3 /usr/bin/python3; do
    if "$python" -W ignore -c 'import jsonschema' 2>/dev/null; then
        exec "$python" "$(dirname "$0")/scripted_client.py" "$1" "$2"
    fi
done
echo "skipped: no python3 with jsonschema (Debian: apt-get install python3-jsonschema)"
exit 77
