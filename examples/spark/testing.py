"""What test.sh needs beside Spark itself: web archives of the same articles, and findings read back from a result.

    testing.py warc ARCHIVE.jsonl OUT...        its articles as pages, shared out over some files
    testing.py lines PARQUET_FOLDER             the findings in it as JSON Lines
    testing.py csv CSV_FOLDER                   its rows, a JSON array each
    testing.py columns FINDINGS.jsonl           the same of findings in JSON Lines
    testing.py port                             a number that nobody listens at
"""

import csv
import glob
import gzip
import html
import json
import socket
import sys

COLUMNS = ["id", "code", "severity", "confidence", "story", "topic", "message"]


def warc(archive, *outputs):
    files = [gzip.open(path, "wb") if path.endswith(".gz") else open(path, "wb") for path in outputs]
    with open(archive, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            files[number % len(files)].write(record(json.loads(line)))
    for file in files:
        file.close()


def record(article):
    """A page as a crawler keeps it."""
    headline, *paragraphs = [html.escape(part) for part in article["text"].split("\n\n") if part]
    page = "".join([
        f'<html><head><title>{headline}</title><meta property="og:site_name" content="{article["source"]}">',
        f'<meta property="article:published_time" content="{article["published"]}">',
        f"</head><body><article><h1>{headline}</h1>",
        *(f"<p>{paragraph}</p>\n" for paragraph in paragraphs),
        "</article></body></html>",
    ]).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = "\r\n".join([
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: https://news.example/{article['id']}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(answer)}",
    ])
    return head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


def lines(folder):
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    for row in spark.read.parquet(folder).select("finding").toLocalIterator():
        print(row.finding)
    spark.stop()


def rows(folder):
    for path in glob.glob(f"{folder}/part-*"):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                show(row)


def columns(path):
    with open(path, encoding="utf-8") as findings:
        for line in findings:
            show(json.loads(line))


def show(finding):
    print(json.dumps([str(finding[column]) for column in COLUMNS]))


def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        print(free.getsockname()[1])


if __name__ == "__main__":
    {"warc": warc, "lines": lines, "csv": rows, "columns": columns, "port": port}[sys.argv[1]](*sys.argv[2:])
