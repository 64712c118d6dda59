"""Runs factcheck on Apache Spark: `extract` over partitions, records by story, `check` over whole stories.

The binaries do the work, the same ones as on one machine; this file only moves lines. A command that fails fails its
task, which Spark tries again and then gives up loudly: no finding is lost in silence.
"""

import argparse
import hashlib
import json
import os
import shlex
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

EXTRACT = ["extract", "-", "--quiet", "--jobs", "1", "--keep-going"]
ARTICLE = '{"kind":"article",'
CHECK = ["check", "-", "--quiet", "--jobs", "1", "--isolated", "--grouped"]


def main():
    options = arguments()
    spark = SparkSession.builder.appName("factcheck").getOrCreate()
    context = spark.sparkContext
    # Counts an article again where a task is tried again: only good for telling some from none.
    count = context.accumulator(0)
    articles = extract(context, options).mapPartitions(lambda lines: by_article(lines, count))
    # Sorted on disk where a partition is large: the articles of a story follow one another.
    stories = articles.repartitionAndSortWithinPartitions(options.partitions, story_number)
    findings = check(stories.values().flatMap(lambda lines: lines), options)
    write(spark, findings, options)
    spark.stop()
    if not count.value:
        sys.exit(f"factcheck: no articles in {', '.join(options.input)}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("input", nargs="+", help="JSONL files (any path Spark reads) or WARC files (seen by all workers)")
    parser.add_argument("-o", "--output", required=True, help="folder to be made")
    parser.add_argument("--format", choices=["jsonl", "csv", "parquet"], default="jsonl")
    parser.add_argument("--factcheck", default="factcheck", help="the program, on every worker")
    parser.add_argument("--partitions", type=int, default=64, help="parts of the shuffle")
    parser.add_argument("--reference", action="append", default=[], help="reference tables, seen by all workers")
    return parser.parse_args()


def extract(context, options):
    """The records of all articles, an article's together and in order."""
    warcs = [path for path in options.input if path.endswith((".warc", ".warc.gz"))]
    others = [path for path in options.input if path not in warcs]
    command = [options.factcheck, *EXTRACT]
    parts = []
    if others:
        lines = context.textFile(",".join(others), minPartitions=options.partitions)
        parts.append(lines.pipe(shell(command), checkCode=True))
    if warcs:
        files = context.parallelize(warcs, len(warcs))
        parts.append(files.flatMap(lambda path: extract_warc(command, path)))
    return context.union(parts)


def extract_warc(command, path):
    """The records of one web archive: its pages have no ids of their own but their number in the file."""
    words = [path if word == "-" else word for word in command]
    # In a file and not in memory; gone with the task.
    with tempfile.TemporaryFile() as out:
        subprocess.run(words, stdout=out, check=True)
        out.seek(0)
        for line in out:
            yield line.decode().rstrip("\n")


def by_article(lines, count):
    """Pairs of a story and the lines of one of its articles."""
    story, held = None, []
    for line in lines:
        # The kind stands first in a record: the others, which are most of them, are only moved.
        if line.startswith(ARTICLE):
            if held:
                yield story, held
            story, held = json.loads(line)["story"], []
            count += 1
        held.append(line)
    if held:
        yield story, held


def story_number(story):
    """Python's own hash of a text differs from worker to worker."""
    return int.from_bytes(hashlib.sha256(story.encode()).digest()[:8], "big")


def check(lines, options):
    """The findings of whole stories. A partition without any is not checked: there is nothing to read in it."""
    command = [options.factcheck, *CHECK, "--format", "jsonl"]
    for path in options.reference:
        command += ["--reference", path]
    script = 'IFS= read -r first || exit 0; { printf "%s\\n" "$first"; cat; } | exec "$@"'
    return lines.pipe(shell(["sh", "-c", script, "sh", *command]), checkCode=True)


def write(spark, findings, options):
    """Writes the findings, and fails where the folder is there already."""
    if options.format == "jsonl":
        findings.saveAsTextFile(options.output)
        return
    columns = ["id", "code", "severity", "confidence", "story", "topic", "message", "finding"]
    rows = findings.map(lambda line: row(line, columns))
    frame = spark.createDataFrame(rows, " string, ".join(columns) + " string")
    if options.format == "csv":
        frame.drop("finding").write.csv(options.output, header=True, quoteAll=True, escape='"')
    else:
        frame.write.parquet(options.output)


def row(line, columns):
    """A finding's main columns, and the whole of it as JSON."""
    finding = json.loads(line) | {"finding": line}
    return tuple(str(finding[column]) for column in columns)


def shell(words):
    """Spark's `pipe` splits its command as a shell does."""
    return " ".join(shlex.quote(os.fspath(word)) for word in words)


if __name__ == "__main__":
    main()
