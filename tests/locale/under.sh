#!/bin/sh
# Runs a program as part of a host with another locale:
#
#     under.sh HOST_LIBRARY LOCALES LOCALE PROGRAM ARGUMENT...
host=$1 locales=$2 locale=$3
shift 3
unset LANGUAGE
LOCPATH=$locales LC_ALL=$locale LD_PRELOAD=$host exec "$@"
