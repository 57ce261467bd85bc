"""What serving costs: Root's activity asked through Athena's interface over the embedded S3, beside `ashiato query`
with the same statements on the same bytes; the shortest query; many at once; large objects; queries that are stopped.
"""
import collections
import concurrent.futures
import datetime
import json
import math
import pathlib
import statistics
import tempfile
import threading
import time

import botocore.exceptions

import athena
import disk
import engines
import largest
import rows
import seed
import stopping
from server import Server
from usage import process

LOGS, RESULTS = "trail-logs", "query-results"
UPLOADERS = 8
# A single day is asked so often in a row, for the kernel counts processor time in hundredths of a second.
DAY_TIMES = 10
TRIVIAL_TIMES = 50
AT_ONCE = 200
OBJECT_ROUNDS = 5
THROTTLED = {"TooManyRequestsException", "ThrottlingException"}


def measure(options, large, say):
    """Starts a server over an empty folder, measures all of it, and stops it."""
    scratch = options.out.parent.resolve() if options.out.parent.name == "out" else options.data.parent / "out"
    scratch.mkdir(parents=True, exist_ok=True)
    # On the disk that the benchmark is on: a temporary folder may be in memory, where nothing is ever synced.
    with tempfile.TemporaryDirectory(dir=scratch, prefix="serve-") as folder:
        with Server(options.ashiato, pathlib.Path(folder) / "data", options.threads) as server:
            results = {"put": put_logs(server, large)}
            say(f"  {results['put']['files']:,} files put in {results['put']['wall']:.1f} s")
            tables = [seed.plain_table(LOGS), seed.projected_table(LOGS, large.manifest)]
            client = server.client("athena")
            for table in tables:
                athena.ask(client, table, RESULTS)
            results["questions"] = questions(options, server, client, tables, large, say)
            results["trivial"] = trivial(client)
            say("  SELECT 1 {median:.1f} ms, 95 of 100 within {p95:.1f} ms".format(**results["trivial"]))
            results["crowd"] = crowd(server, results["questions"]["day"]["served"]["rows"], day_of(large))
            say("  {asked} at once: median {median:.2f} s, p99 {p99:.2f} s, failed: {failures}".format(**results["crowd"]))
            results["peak"] = server.peak_mb()
            results["objects"] = disk.measure(server, RESULTS, OBJECT_ROUNDS)
            say("  64 MB: put {put:.3f} s, write {write:.3f} s, get {get:.3f} s, read {read:.3f} s".format(**results["objects"]))
            results["stopping"] = stopping.measure(server, RESULTS)
            say("  stopped: " + ", ".join(f"{name} {took:.3f} s" for name, took in results["stopping"].items()))
        # A server of its own, for the peak is to be this object's.
        with Server(options.ashiato, pathlib.Path(folder) / "largest-data", options.threads) as server:
            server.client("s3").create_bucket(Bucket=RESULTS)
            results["largest"] = largest.measure(server, RESULTS, options.quick)
            say("  {size:,} bytes: put {put:.1f} s, get {get:.1f} s, peak {peak:.0f} MB".format(**results["largest"]))
    return results


def day_of(large):
    """A day in the middle, with nothing special about it."""
    return datetime.date.fromisoformat(large.manifest["start"]) + datetime.timedelta(days=large.manifest["days"] // 2)


def put_logs(server, large):
    """Every file under its own name, by some threads."""
    client = server.client("s3", connections=UPLOADERS)
    for bucket in (LOGS, RESULTS):
        client.create_bucket(Bucket=bucket)
    files = large.files()

    def put(file):
        client.put_object(Bucket=LOGS, Key=str(file.relative_to(large.folder)), Body=file.read_bytes())

    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(UPLOADERS) as threads:
        collections.deque(threads.map(put, files), maxlen=0)
    return {"files": len(files), "wall": time.perf_counter() - started}


def questions(options, server, client, tables, large, say):
    """The query over everything and over one day, by the server and by the command, turn by turn."""
    asked = {"whole": (seed.whole(), 1), "day": (seed.one_day(day_of(large)), DAY_TIMES)}
    runs = {name: {"served": [], "command": []} for name in asked}
    for _ in range(options.rounds):
        for name, (sql, times) in asked.items():
            runs[name]["served"].append(served(server, client, sql, times))
            runs[name]["command"].append(command(options, tables, sql, large, times))
            one, other = (runs[name][by][-1] for by in ("served", "command"))
            say(f"  {name:6} served {one['cpu']:.3f} CPU s {one['wall']:.3f} s, command {other['cpu']:.3f} CPU s"
                f" {other['wall']:.3f} s, {len(one['rows'])} rows")
    return {name: {by: middle(some) for by, some in of.items()} for name, of in runs.items()}


def served(server, client, sql, times):
    """The processor time is the server's: the query's, the result's files' and every poll's."""
    before, started = server.processor_seconds(), time.perf_counter()
    answers = [athena.ask(client, sql, RESULTS) for _ in range(times)]
    wall, cpu = time.perf_counter() - started, server.processor_seconds() - before
    return {"cpu": cpu / times, "wall": wall / times, "rows": the_one([rows.comparable(*answer) for answer in answers])}


def command(options, tables, sql, large, times):
    """`ashiato query`, a process for each time, start-up and all."""
    text = ";\n".join([*tables, sql])
    line = [options.ashiato, "query", "--bucket", f"{LOGS}={large.folder}", "--threads", options.threads, "--output", "json", text]
    runs = [engines.checked(process(line), f"ashiato ({sql})") for _ in range(times)]
    answers = []
    for run in runs:
        objects = json.loads(run.output)
        names = list(objects[0]) if objects else []
        answers.append(rows.comparable(names, [list(row.values()) for row in objects]))
    return {
        "cpu": statistics.fmean(run.cpu for run in runs),
        "wall": statistics.fmean(run.wall for run in runs),
        "rows": the_one(answers),
    }


def the_one(answers):
    """The answer that all of them are."""
    if any(answer != answers[0] for answer in answers):
        raise engines.Failed("the same query was answered differently from time to time")
    return answers[0]


def middle(runs):
    return {
        "cpu": statistics.median(run["cpu"] for run in runs),
        "wall": statistics.median(run["wall"] for run in runs),
        "rows": the_one([run["rows"] for run in runs]),
    }


def trivial(client):
    """Milliseconds from the start of `SELECT 1` to its row."""
    times = []
    for _ in range(TRIVIAL_TIMES):
        started = time.perf_counter()
        _, answer = athena.ask(client, "SELECT 1", RESULTS)
        times.append((time.perf_counter() - started) * 1000)
        if answer != [["1"]]:
            raise engines.Failed(f"SELECT 1 is {answer}")
    return {"median": statistics.median(times), "p95": percentile(times, 95), "times": TRIVIAL_TIMES}


def crowd(server, expected, day):
    """Many clients start the query on one day at the same moment, each with a thread and a connection of its own."""
    client = server.client("athena", connections=AT_ONCE)
    sql = seed.one_day(day)
    start = threading.Barrier(AT_ONCE)

    def one(_):
        start.wait()
        started = time.perf_counter()
        try:
            answer = athena.ask(client, sql, RESULTS, pause=athena.AMONG_MANY)
        except botocore.exceptions.ClientError as error:
            code = error.response["Error"]["Code"]
            return None, "throttled" if code in THROTTLED else code
        except botocore.exceptions.BotoCoreError as error:
            return None, type(error).__name__
        except athena.NotSucceeded as end:
            return None, str(end)
        taken = time.perf_counter() - started
        return taken, None if rows.comparable(*answer) == expected else "another answer"

    before, started = server.processor_seconds(), time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as threads:
        ends = list(threads.map(one, range(AT_ONCE)))
    wall, cpu = time.perf_counter() - started, server.processor_seconds() - before
    times = [taken for taken, failure in ends if failure is None]
    if not times:
        raise engines.Failed(f"none of {AT_ONCE} queries at once was answered: {ends[0][1]}")
    failures = collections.Counter(failure for _, failure in ends if failure)
    return {
        "asked": AT_ONCE, "median": statistics.median(times), "p99": percentile(times, 99), "wall": wall, "cpu": cpu,
        "failures": dict(failures), "answered": len(times),
    }


def percentile(values, percent):
    """The least value that so many of a hundred do not exceed."""
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]
