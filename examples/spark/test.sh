#!/usr/bin/env bash
# A master and two workers on loopback: the findings of JSON Lines and of web archives, in every format, are those of one
# machine byte for byte once sorted, also where partitions are empty and where a program, an executor or a worker is
# killed half way; and a program that goes on failing ends the job loudly. Needs Java 17 and a Python with pyspark 4.
#
#     examples/spark/test.sh ARCHIVE.jsonl [PYTHON]
set -euo pipefail
archive=$(realpath "$1") python=${2:-python3}
cd "$(dirname "$0")/../.."
factcheck=$(realpath "${FACTCHECK:-target/release/factcheck}")
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python SPARK_NO_DAEMONIZE=1
SPARK_HOME=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
testing() { "$python" examples/spark/testing.py "$@"; }
folder=$(mktemp -d)
export SPARK_WORKER_DIR=$folder/work SPARK_LOCAL_DIRS=$folder/local
port=$(testing port)
master=spark://127.0.0.1:$port
pids=() # of the master, and of the workers
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

start() { # NAME CLASS ARGUMENT...
    "$SPARK_HOME/bin/spark-class" "org.apache.spark.deploy.$2" "${@:3}" >"$folder/$1.log" 2>&1 &
    pids+=($!)
}
worker() { # NAME
    start "$1" worker.Worker --host 127.0.0.1 --cores 1 --memory 1g --webui-port 0 "$master"
    until grep -q "Successfully registered with master" "$folder/$1.log"; do sleep 0.5; done
}
submit() { # OUTPUT ARGUMENT...
    timeout 900 "$SPARK_HOME/bin/spark-submit" --master "$master" --executor-memory 700m \
        --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
        examples/spark/factcheck_spark.py --partitions 8 --factcheck "$factcheck" -o "$folder/$1" "${@:2}" \
        >"$folder/$1.log" 2>&1
}
must() { # OUTPUT ARGUMENT...
    submit "$@" || { tail -n 40 "$folder/$1.log"; fail "$1: the job failed"; }
    test -e "$folder/$1/_SUCCESS" || fail "$1: no _SUCCESS"
}
fail() {
    echo "$1"
    exit 1
}
one() { # EXPECTED INPUT...
    "$factcheck" check "${@:2}" --isolated --quiet --format jsonl | LC_ALL=C sort >"$folder/$1"
    test -s "$folder/$1" || fail "$1: one machine finds nothing"
    echo "$1: $(wc -l <"$folder/$1") findings on one machine"
}
same() { # NAME EXPECTED: compares standard input
    LC_ALL=C sort | cmp - "$folder/$2" || fail "$1: other findings than on one machine"
    echo "ok: $1"
}
parts() { cat "$folder/$1"/part-*; }

# Runs the program, and does something to itself once, when half of the stories' partitions are being checked.
sometimes() { # NAME ACTION
    cat >"$folder/$1.program" <<EOF
#!/bin/sh
kill_above() { # the processes above this one whose command has these words
    pid=\$\$
    while [ "\$pid" -gt 1 ]; do
        pid=\$(sed 's/.*) . //; s/ .*//' "/proc/\$pid/stat")
        if tr '\\0' ' ' <"/proc/\$pid/cmdline" | grep -q "\$1"; then found="\$pid \$found"; fi
    done
    kill_these \$found
}
kill_these() {
    echo "\$*" >"$folder/$1.killed"
    kill -9 "\$@"
}
if [ "\$1" = check ]; then
    for run in 1 2 3 4; do mkdir "$folder/$1.\$run" 2>/dev/null && break || run=; done
    if [ "\$run" = 4 ]; then $2; fi
fi
exec "$factcheck" "\$@"
EOF
    chmod +x "$folder/$1.program"
}
happened() { grep -q '[0-9]' "$folder/$1.killed" || fail "$1: nothing was killed"; }

start master master.Master --host 127.0.0.1 --port "$port" --webui-port 0
until grep -q "Starting Spark master" "$folder/master.log"; do sleep 0.5; done
worker one
worker two

one findings "$archive"
must jsonl "$archive"
parts jsonl | same "JSON Lines" findings
must parquet "$archive" --format parquet
testing lines "$folder/parquet" 2>"$folder/lines.log" | same Parquet findings
must csv "$archive" --format csv
testing columns "$folder/findings" | LC_ALL=C sort >"$folder/columns"
testing csv "$folder/csv" | same CSV columns

testing warc "$archive" "$folder/a.warc" "$folder/b.warc.gz"
one pages "$folder/a.warc" "$folder/b.warc.gz"
must warc "$folder/a.warc" "$folder/b.warc.gz"
parts warc | same "web archives" pages

# More partitions than articles, so that some are empty before the shuffle and after it.
{ head -n 1 "$archive" && tail -n 1 "$archive"; } | grep -o '"story":"[^"]*"' >"$folder/stories"
grep -F -f "$folder/stories" "$archive" >"$folder/few.jsonl"
: >"$folder/none.jsonl"
one few "$folder/few.jsonl"
must empty "$folder/few.jsonl" "$folder/none.jsonl" --partitions 40
parts empty | same "empty partitions" few
# One machine has no findings of an empty input either, and says why.
if submit none "$folder/none.jsonl"; then fail "an empty input passed for a checked one"; fi
grep -q "no articles in" "$folder/none.log" || fail "an empty input: not said"
test -z "$(parts none)" || fail "an empty input: findings"
echo "ok: empty input"

# A program that fails ends the job, and leaves no result that looks whole: at once, or when half was checked.
sometimes half 'while rmdir "'"$folder"'/half.4"; do :; done; exit 1'
for program in /bin/false "$folder/half.program"; do
    name=failing-$(basename "$program")
    if submit "$name" "$archive" --factcheck "$program"; then fail "$program: its failure was hidden"; fi
    grep -q PIPE_FUNCTION_EXITED "$folder/$name.log" || fail "$program: its failure is not told"
    test ! -e "$folder/$name/_SUCCESS" || fail "$program: the result looks whole"
done
echo "ok: failing program"

# What is killed once is done again.
sometimes program 'kill_these $$'
sometimes executor 'kill_above CoarseGrainedExecutorBackend; sleep 5'
sometimes worker 'kill_above "CoarseGrainedExecutorBackend\\|worker[.]Worker"; sleep 5'
for killed in program executor worker; do
    must "killed-$killed" "$archive" --factcheck "$folder/$killed.program"
    happened "$killed"
    parts "killed-$killed" | same "killed $killed" findings
done
echo "all ok"
