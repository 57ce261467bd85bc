#!/usr/bin/env python3
"""The benchmark: eight questions to Ashiato, DuckDB and chDB over the same logs, beside the cost of decompression; and
what serving, recording, event history and validation cost.

Engines take turns, each time in a fresh process; figures are medians of the rounds. Answers must agree. Writes
docs/benchmarks.md. `--quick` takes small data and one round, to see that everything works.
"""
import argparse
import json
import pathlib
import statistics
import sys

import data
import engines
import recording
import remembering
import report
import serving
import validating
from queries import QUESTIONS, all_columns

ROOT = pathlib.Path(__file__).resolve().parent.parent
RIVALS = {"chdb": "clickhouse.py", "duckdb": "duck.py"}
STARTS = 9


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, help="records of the large data set [2,000,000]")
    parser.add_argument("--small-files", type=int, help="files of eight records in the other one [20,000]")
    parser.add_argument("--rounds", type=int, help="how often everything is measured [3]")
    parser.add_argument("--quick", action="store_true", help="100,000 records, 2,000 small files, one round")
    parser.add_argument("--only", metavar="NAME,…", help="questions to ask: " + ", ".join(q.name for q in QUESTIONS))
    parser.add_argument("--engines", default="ashiato,chdb,duckdb", help="engines to ask")
    parser.add_argument("--serving", choices=["with", "without", "only"], default="with", help="the server's part [with]")
    parser.add_argument("--trails", choices=["with", "without", "only"], default="with", help="recording, lookups, proofs [with]")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "bench/data", help="where the logs are kept")
    parser.add_argument("--ashiato", type=pathlib.Path, default=ROOT / "target/release/ashiato")
    parser.add_argument("--floor", type=pathlib.Path, default=ROOT / "target/release/examples/floor")
    parser.add_argument("--examples", type=pathlib.Path, default=ROOT / "target/release/examples")
    parser.add_argument("--out", type=pathlib.Path, help="the page to write [docs/benchmarks.md; with --quick, --only,"
                        " --serving, --trails or --engines bench/out/benchmarks.md]")
    options = parser.parse_args()
    events, small_files, rounds = (100_000, 2_000, 1) if options.quick else (2_000_000, 20_000, 3)
    options.events = options.events or events
    options.small_files = options.small_files or small_files
    options.rounds = options.rounds or rounds
    is_whole = options.serving == options.trails == "with" and options.engines == "ashiato,chdb,duckdb"
    is_partial = options.quick or options.only or not is_whole
    options.out = options.out or ROOT / ("bench/out/benchmarks.md" if is_partial else "docs/benchmarks.md")
    options.engines = options.engines.split(",")
    wanted = options.only.split(",") if options.only else [question.name for question in QUESTIONS]
    unknown = set(wanted) - {question.name for question in QUESTIONS} | set(options.engines) - {"ashiato", *RIVALS}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if "only" in (options.serving, options.trails):
        options.engines, wanted = [], []
    options.questions = [question for question in QUESTIONS if question.name in wanted]
    return options


def main():
    options = arguments()
    small_events = options.small_files * data.SMALL_FILE_EVENTS
    large = data.made(options.ashiato, options.data / f"large-{options.events}", options.events)
    results = {"options": options, "large": large, "floor": [], "questions": {}}
    for round_number in range(options.rounds):
        say(f"round {round_number + 1} of {options.rounds}")
        ask_everything(options, large, results)
    if options.serving != "without" and options.trails != "only":
        say("serving")
        results["serving"] = serving.measure(options, large, say)
    if options.trails != "without" and options.serving != "only":
        results["trails"] = of_trails(options)
    results["floor"] = medians(results["floor"])
    results["questions"] = {
        name: {engine: medians(runs) for engine, runs in by_engine.items()}
        for name, by_engine in results["questions"].items()
    }
    if "ashiato" in options.engines:
        small = data.made(
            options.ashiato, options.data / f"small-{options.small_files}", small_events, data.SMALL_FILE_EVENTS
        )
        same = data.made(options.ashiato, options.data / f"same-{small_events}", small_events, data.LARGE_FILE_EVENTS)
        results["all_columns"] = repeated(options, lambda: alone(options, large, all_columns(), options.threads))
        results["threads"] = scaling(options, large)
        sets = {"small": small, "records": same, "bytes": of_as_many_bytes(options, small, same)}
        results["small"] = small_against_large(options, sets)
        results["start"] = start_up(options, small)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(report.page(results))
    say(f"wrote {options.out}")
    sys.exit(1 if report.disagreements(results) else 0)


def of_trails(options):
    # On the disk that the benchmark is on: a temporary folder may be in memory, where nothing is ever synced.
    scratch = options.data.parent / "out"
    scratch.mkdir(parents=True, exist_ok=True)
    found = {}
    for name, part in [("recording", recording), ("remembering", remembering), ("validating", validating)]:
        say(name)
        found[name] = part.measure(options, scratch, say)
    return found


def ask_everything(options, large, results):
    """One round: the floor, then every question to every engine in turn."""
    if options.floor.exists():
        results["floor"].append(engines.floor(options.floor, large))
    for question in options.questions:
        by_engine = results["questions"].setdefault(question.name, {})
        for engine in options.engines:
            if engine == "ashiato":
                run = engines.ask_ashiato(options.ashiato, question, large, options.threads)
            else:
                run = engines.ask_rival(RIVALS[engine], question, large, options.threads)
            say(f"  {question.name:13} {engine:8} {run['cpu']:8.2f} CPU s {run['wall']:8.2f} s {run['peak']:6.0f} MB"
                f" {len(run['rows']):6} rows")
            by_engine.setdefault(engine, []).append(run)


def medians(runs):
    """The medians of the figures, the highest of the peaks, and the answer."""
    if not runs:
        return None
    middle = {name: statistics.median(run[name] for run in runs) for name in ("cpu", "wall")}
    last = {name: runs[-1][name] for name in ("rows", "text") if name in runs[-1]}
    peak = {"peak": max(run["peak"] for run in runs)} if "peak" in runs[-1] else {}
    same = {"steady": all(run["rows"] == runs[0]["rows"] for run in runs)} if "rows" in last else {}
    return {**middle, **last, **peak, **same}


def repeated(options, run):
    return medians([run() for _ in range(options.rounds)])


def alone(options, dataset, sql, threads):
    run = engines.ashiato(options.ashiato, dataset.logs, sql, threads)
    return {"cpu": run.cpu, "wall": run.wall, "peak": run.peak_mb, "rows": json.loads(run.output)}


def scaling(options, large):
    """The time that passes with one thread and with two, turn by turn."""
    figures = {}
    for name, sql in [("count", QUESTIONS[0].ashiato), ("every column", all_columns())]:
        one, two = [], []
        for _ in range(options.rounds):
            one.append(alone(options, large, sql, 1))
            two.append(alone(options, large, sql, 2))
        figures[name] = (medians(one)["wall"], medians(two)["wall"])
    return figures


def of_as_many_bytes(options, small, same):
    """Files of a thousand records that take as much room as the small ones, which gzip compresses worse."""
    events = int(round(small.manifest["records"] * small.stored_bytes() / same.stored_bytes(), -3))
    return data.made(options.ashiato, options.data / f"bytes-{events}", events, data.LARGE_FILE_EVENTS)


def small_against_large(options, sets):
    """The files of eight records, as many records in files of a thousand, and as many gzip bytes in such files."""
    figures = {}
    for logs in sets.values():
        # A set may just have been made, or not been read for an hour.
        alone(options, logs, QUESTIONS[0].ashiato, options.threads)
    for name, sql in [("count", QUESTIONS[0].ashiato), ("every column", all_columns())]:
        figures[name] = {of: repeated(options, lambda: alone(options, logs, sql, options.threads)) for of, logs in sets.items()}
    if options.floor.exists():
        figures["decompression alone"] = {
            of: medians([engines.floor(options.floor, logs) for _ in range(options.rounds)]) for of, logs in sets.items()
        }
    return {"figures": figures, "stored": {of: logs.stored_bytes() for of, logs in sets.items()}}


def start_up(options, small):
    """Seconds from nothing to the answer over one small file."""
    file = small.files()[0]
    runs = [engines.ashiato(options.ashiato, file, QUESTIONS[0].ashiato, options.threads) for _ in range(STARTS)]
    return statistics.median(run.wall for run in runs)


def say(text):
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except engines.Failed as failure:
        sys.exit(f"run.py: {failure}")
