#!/usr/bin/env python3
"""How runs over generated archives grow: MB/s, articles a second, peak memory, and the exponent from size to size.

    cargo build --release && cargo build --release --example archive
    benches/scale.py                      10,000 and 100,000 articles, ten to a story
    benches/scale.py 1000 4000 --runs 3   other sizes, the best of three runs
"""

import argparse
import math
import os
import subprocess
import tempfile
import time
from pathlib import Path

COLUMNS = "{:<22} {:>9} {:>9} {:>8} {:>8} {:>10} {:>8} {:>8}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=1, help="the best of so many")
    parser.add_argument("--profile", default="release", help="the folder below target/")
    parser.add_argument("--jobs", default="0")
    options = parser.parse_args()
    programs = Path(__file__).resolve().parent.parent / "target" / options.profile
    before = {}
    print(COLUMNS.format("run", "articles", "MB", "seconds", "MB/s", "articles/s", "peak MB", "exponent"))
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            for name, figures in measured(programs, Path(folder), size, options):
                growth = exponent(before.get(name), (size, figures["seconds"]))
                before[name] = (size, figures["seconds"])
                show(name, size, figures, growth)


def measured(programs, folder, size, options):
    """Each command over an archive of so many articles."""
    factcheck, archive = programs / "factcheck", folder / "archive.jsonl"
    generate(programs, archive, size)
    common = [archive, "--quiet", "--jobs", options.jobs]
    check = ["check", "--isolated", "--format", "csv", "-o", folder / "findings.csv"]
    runs = {
        "extract, one thread": ["extract", archive, "--quiet", "--jobs", "1"],
        "extract": ["extract", *common],
        "check": [*check, *common],
        "stories": ["stories", *common],
    }
    for name, words in runs.items():
        yield name, best([factcheck, *words], archive, options.runs)
    # One article in a hundred is new.
    old = folder / "old.jsonl"
    generate(programs, old, size - size // 100)
    for name, words in (("extract", ["extract"]), ("check", check)):
        cache = ["--cache", folder / f"{name}.cache"]
        yield f"{name}, new cache", best([factcheck, *words, old, "--quiet", *cache], old, 1)
        yield f"{name}, 1 % new", best([factcheck, *words, *common, *cache], archive, 1)


def generate(programs, path, size):
    with open(path, "wb") as out:
        subprocess.run([programs / "examples" / "archive", str(size)], stdout=out, stderr=subprocess.DEVNULL, check=True)


def best(command, archive, runs):
    """The quickest of some runs; memory is the most of all."""
    seconds, peak = zip(*(run(command) for _ in range(runs)))
    return {"seconds": min(seconds), "peak": max(peak) / 1024, "megabytes": archive.stat().st_size / 1e6}


def run(command):
    begun = time.monotonic()
    process = subprocess.Popen([os.fspath(word) for word in command], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command}: status {status}")
    return time.monotonic() - begun, used.ru_maxrss


def exponent(before, now):
    if before is None:
        return ""
    return f"{math.log(now[1] / before[1]) / math.log(now[0] / before[0]):.2f}"


def show(name, size, figures, growth):
    megabytes, seconds = figures["megabytes"], figures["seconds"]
    rates = f"{megabytes / seconds:.2f}", f"{size / seconds:.0f}", f"{figures['peak']:.0f}"
    print(COLUMNS.format(name, size, f"{megabytes:.1f}", f"{seconds:.2f}", *rates, growth), flush=True)


if __name__ == "__main__":
    main()
