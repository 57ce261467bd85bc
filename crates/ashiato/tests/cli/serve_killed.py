"""Puts objects and sends queries to a server that is killed and comes back at its place; keeps what it answered.

A line on stdin says that the server is there: "go", and this works until it is gone, or "check", and everything that
was answered is held against what is kept.
"""
import collections, itertools, os, sys, threading
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60)
S3, ATHENA = boto3.client("s3", config=CONFIG), boto3.client("athena", config=CONFIG)
RESULTS = {"OutputLocation": "s3://results/out/"}
ENDLESS = "SELECT count(*) FROM UNNEST(sequence(1, 10000)) AS a(x)" + "".join(
    f" CROSS JOIN UNNEST(sequence(1, 10000)) AS {name}(x)" for name in "bc")
INTERRUPTED = "The server ended while the query ran or waited to run. Send it again."

numbers = itertools.count(1)
acknowledged = {}  # key: number of the last put that was answered
puts_of = collections.defaultdict(set)  # key: numbers of all its puts
selects, endless, succeeded = {}, [], set()  # query: its number; queries; those that were seen to have succeeded
faults = []


def say(line):
    # In one write, so that threads do not tear each other's lines.
    os.write(1, f"{line}\n".encode())


def body(number):
    """The bytes of a put: its number over and over, to a length that the number gives."""
    return number.to_bytes(8, "little") * (1 + number * 997 % 9000)


def put(worker):
    # Each worker's keys are its own, so that the last acknowledged is the last.
    number = next(numbers)
    key = f"{worker}/{number % 7}"
    puts_of[key].add(number)
    S3.put_object(Bucket="logs", Key=key, Body=body(number))
    acknowledged[key] = number
    say("acknowledged")


def state(query):
    return ATHENA.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]["State"]


def start(sql):
    return ATHENA.start_query_execution(QueryString=sql, ResultConfiguration=RESULTS)["QueryExecutionId"]


def ask(worker, acknowledge=say):
    number = next(numbers)
    query = start(f"SELECT {number} AS n")
    selects[query] = number
    acknowledge("acknowledged")
    while (now := state(query)) in ("QUEUED", "RUNNING"):
        pass
    assert now == "SUCCEEDED", now
    succeeded.add(query)


def until_gone(work, worker):
    try:
        while True:
            work(worker)
    except (ClientError, AssertionError) as fault:
        # The server answered, and not what it should.
        faults.append(fault)
    except Exception:
        # It is gone, before its answer or amid it, for which botocore and urllib3 have many names.
        pass


def go():
    if not S3.list_buckets()["Buckets"]:
        for bucket in ("logs", "results"):
            S3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    endless.append(start(ENDLESS))
    # Every other time it is killed as early as may be.
    while len(endless) % 2 and state(endless[-1]) == "QUEUED":
        pass
    # The kill waits for what is acknowledged: now and then a query succeeds before it, whatever the machine's speed.
    if len(endless) % 20 == 1:
        ask("c", acknowledge=lambda _: None)
    workers = [threading.Thread(target=until_gone, args=work, daemon=True) for work in ((put, "a"), (put, "b"), (ask, "c"))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    say(f"gone {faults}")


def whole(key):
    """The number of the put whose object this is."""
    read = S3.get_object(Bucket="logs", Key=key)["Body"].read()
    number = int.from_bytes(read[:8], "little")
    assert number in puts_of[key] and read == body(number), f"{key} is torn"
    return number


def keys(bucket):
    pages = S3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    return {entry["Key"] for page in pages for entry in page.get("Contents", [])}


def check():
    kept = keys("logs")
    assert acknowledged.keys() <= kept, acknowledged.keys() - kept
    for key in kept:
        # A later put, which was not answered, may have been kept.
        assert whole(key) >= acknowledged.get(key, 0), key

    results = keys("results")
    for query in [*selects, *endless]:
        told = ATHENA.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]
        csv = f"out/{query}.csv"
        if told["State"] == "FAILED":
            assert query not in succeeded and told["StateChangeReason"] == INTERRUPTED, told
            assert told["AthenaError"]["Retryable"] and "CompletionDateTime" in told, told
            assert query not in endless or csv not in results, query
        else:
            assert told["State"] == "SUCCEEDED" and query in selects, told
            assert {csv, csv + ".metadata"} <= results, query
        if csv in results:
            read = S3.get_object(Bucket="results", Key=csv)["Body"].read().decode()
            assert read == f'"n"\n"{selects[query]}"\n', read
    assert succeeded and len(endless) == int(sys.argv[1]), (len(succeeded), len(endless))
    say("none lost, none torn")


for line in sys.stdin:
    {"go": go, "check": check}[line.strip()]()
