#!/usr/bin/env bash
# A master and two workers on loopback: the same findings as one machine, also where a worker is killed, and a loud end
# where the program fails. Needs Java 17 and a Python with pyspark 4.
#
#     examples/spark/test.sh [ARTICLES] [PYTHON]
set -euo pipefail
cd "$(dirname "$0")/../.."
articles=${1:-2000} python=${2:-python3}
factcheck=$PWD/${FACTCHECK:-target/release/factcheck} archive=$PWD/${ARCHIVE:-target/release/examples/archive}
home=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
export SPARK_HOME=$home SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python SPARK_NO_DAEMONIZE=1
folder=$(mktemp -d)
export SPARK_WORKER_DIR=$folder/work SPARK_LOCAL_DIRS=$folder/local
master=spark://127.0.0.1:17077
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

start() { # NAME CLASS ARGUMENT...
    "$home/bin/spark-class" "org.apache.spark.deploy.$2" "${@:3}" >"$folder/$1.log" 2>&1 &
    pids+=($!)
}
worker() { start "worker$1" worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port "1809$1" "$master"; }
submit() { # OUTPUT ARGUMENT...
    timeout 900 "$home/bin/spark-submit" --master "$master" --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
        --executor-memory 700m examples/spark/factcheck_spark.py --partitions 16 -o "$folder/$1" "${@:2}" >>"$folder/submit.log" 2>&1
}
same() { # NAME
    cat "$folder/$1"/part-* | LC_ALL=C sort | cmp - "$folder/one.jsonl" && echo "ok: $1"
}

"$archive" "$articles" 10 >"$folder/archive.jsonl"
"$factcheck" check "$folder/archive.jsonl" --isolated --quiet --format jsonl | LC_ALL=C sort >"$folder/one.jsonl"
echo "$(wc -l <"$folder/one.jsonl") findings on one machine"
start master master.Master --host 127.0.0.1 --port 17077 --webui-port 18090
sleep 5
worker 1
worker 2
sleep 5

submit plain "$folder/archive.jsonl" --factcheck "$factcheck"
same plain
submit parquet "$folder/archive.jsonl" --factcheck "$factcheck" --format parquet
test -e "$folder/parquet/_SUCCESS" && echo "ok: parquet"

# More partitions than stories: some are empty.
head -n 3 "$folder/archive.jsonl" >"$folder/few.jsonl"
submit few "$folder/few.jsonl" --factcheck "$factcheck" && echo "ok: empty partitions"

# A program that fails ends the job, and leaves no result that looks whole.
if submit failing "$folder/archive.jsonl" --factcheck /bin/false; then echo "a failing program was hidden"; exit 1; fi
test ! -e "$folder/failing/_SUCCESS" && echo "ok: failing program"

# A program that is killed now and then: its tasks are tried again.
printf '#!/bin/sh\nif [ "$1" = check ] && mkdir "%s/killed" 2>/dev/null; then kill -9 $$; fi\nexec "%s" "$@"\n' \
    "$folder" "$factcheck" >"$folder/sometimes"
chmod +x "$folder/sometimes"
submit retried "$folder/archive.jsonl" --factcheck "$folder/sometimes"
test -d "$folder/killed"
same retried

# A worker that is killed with its executor: the other does its part.
submit survived "$folder/archive.jsonl" --factcheck "$factcheck" &
job=$!
sleep 12
mapfile -t executors < <(pgrep -P "${pids[2]}" || true)
kill -9 "${pids[2]}" "${executors[@]}"
wait "$job"
same survived
echo "all ok"
