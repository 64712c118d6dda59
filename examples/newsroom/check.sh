#!/bin/sh
# Compares the report of the story with the accepted one; `./check.sh accept` accepts what it is now.
set -eu
cd "$(dirname "$0")"
factcheck check articles --format short --quiet > new.txt
if [ "${1-}" = accept ]; then
    mv new.txt accepted.txt
else
    diff -u accepted.txt new.txt
    rm new.txt
fi
