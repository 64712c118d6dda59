#!/usr/bin/env python3
"""How long a report's page takes in headless Chromium: to load, and to filter.

    benches/page.py PAGE.html [ROUNDS]

Needs chromium and chromedriver on PATH, and nothing from PyPI. Prints the findings of the page, the milliseconds until
it has loaded and been laid out, and the milliseconds of a filter by severity and by a word with the layout after each.
"""

import json
import pathlib
import re
import statistics
import subprocess
import sys
import urllib.request

LOADED = "const page = performance.getEntriesByType('navigation')[0]; return page.loadEventEnd - page.startTime"
SHOWN = "[...document.querySelectorAll('details.finding')].filter(one => one.offsetParent !== null).length"
FILTER = """
const [field, value] = arguments, start = performance.now();
const input = document.querySelector(field);
if (input.type === 'checkbox') input.checked = value; else input.value = value;
input.dispatchEvent(new Event('input', { bubbles: true }));
document.body.offsetHeight;
const took = performance.now() - start;
return [took, %s];
""" % SHOWN
STEPS = [("input[value=agreement]", False), ("input[value=agreement]", True), ("input[type=search]", "fire"), ("input[type=search]", "")]


def ask(port, path, body=None, method="POST"):
    data = None if method == "DELETE" else json.dumps(body or {}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data, {"Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["value"]


def measure(port, address):
    options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]}
    session = ask(port, "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})["sessionId"]
    run = lambda script, *arguments: ask(port, f"/session/{session}/execute/sync", {"script": script, "args": list(arguments)})
    try:
        ask(port, f"/session/{session}/url", {"url": address})
        loaded, found = run(LOADED), run(f"return {SHOWN}")
        filters = [run(FILTER, field, value) for field, value in STEPS]
    finally:
        ask(port, f"/session/{session}", method="DELETE")
    if filters[1][1] != found or filters[3][1] != found or filters[0][1] == found and filters[2][1] == found:
        sys.exit(f"a filter did nothing, or was not undone: {found} findings, then {filters}")
    return loaded, found, [took for took, _ in filters]


def main():
    page = pathlib.Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)
    try:
        port = next(found[1] for line in driver.stdout if (found := re.search(r"started successfully on port (\d+)", line)))
        results = [measure(port, page.as_uri()) for _ in range(rounds)]
    finally:
        driver.kill()
    loads = [loaded for loaded, _, _ in results]
    filters = [took for _, _, each in results for took in each]
    print(f"findings {results[0][1]}  file {page.stat().st_size / 1e6:.1f} MB")
    print(f"load     best {min(loads):.0f} ms, median {statistics.median(loads):.0f} ms, worst {max(loads):.0f} ms")
    print(f"filter   best {min(filters):.0f} ms, median {statistics.median(filters):.0f} ms, worst {max(filters):.0f} ms")


if __name__ == "__main__":
    main()
