"""Queries that hold more than they may, at a server whose folder of what is spilled is in SPILL."""
import os, pathlib, time
import boto3

S3, ATHENA = boto3.client("s3"), boto3.client("athena")
if os.environ["PART"] == "exceed":
    S3.create_bucket(Bucket="results", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})


def start(sql):
    query = ATHENA.start_query_execution(QueryString=sql, ResultConfiguration={"OutputLocation": "s3://results/"})
    return query["QueryExecutionId"]


def look(id):
    return ATHENA.get_query_execution(QueryExecutionId=id)["QueryExecution"]["Status"]


def spilled():
    return any(path.is_file() for path in pathlib.Path(os.environ["SPILL"]).rglob("*"))


def until(is_so):
    deadline = time.monotonic() + 120
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def is_over(id):
    return look(id)["State"] not in ("QUEUED", "RUNNING")


def sort(times):
    return ("SELECT lpad(CAST((x * 7919) % 100000 AS varchar), 6, '0') || rpad('', 994, 'x') AS s, x, y "
            f"FROM UNNEST(sequence(1, {times})) AS a(x) CROSS JOIN UNNEST(sequence(1, 300)) AS b(y) ORDER BY s, y")


def exceed():
    # 120 MB, in order.
    id = start(sort(400))
    until(lambda: spilled() or is_over(id))
    assert spilled(), look(id)
    until(lambda: is_over(id))
    assert look(id)["State"] == "SUCCEEDED", look(id)
    body = S3.get_object(Bucket="results", Key=f"{id}.csv")["Body"].read().decode().splitlines()[1:]
    rows = [line.split(",") for line in body]
    assert len(rows) == 120000 and rows == sorted(rows, key=lambda row: (row[0], int(row[2].strip('"'))))
    until(lambda: not spilled())
    print("spilled and answered")

    # One value that is all of it: there is nothing to spill.
    for aggregate in ("set_agg(s || CAST(y AS varchar))", "array_agg(s)"):
        id = start(f"SELECT cardinality({aggregate}) FROM (" + sort(400).split(" ORDER BY")[0] + ")")
        until(lambda: is_over(id))
        status = look(id)
        assert status["State"] == "FAILED", status
        told = "EXCEEDED_MEMORY_LIMIT: Query exceeded the memory limit of 100 MB for one query"
        assert status["StateChangeReason"] == told, status
        assert status["AthenaError"]["ErrorCategory"] == 1 and not status["AthenaError"]["Retryable"], status
    id = start("SELECT 1")
    until(lambda: is_over(id))
    assert look(id)["State"] == "SUCCEEDED", look(id)
    until(lambda: not spilled())
    print("failed")

    id = spill()
    ATHENA.stop_query_execution(QueryExecutionId=id)
    assert look(id)["State"] == "CANCELLED"
    until(lambda: not spilled())
    print("stopped")


def spill():
    """One that spills for longer than anybody waits."""
    id = start(sort(3000))
    until(lambda: spilled() or is_over(id))
    assert not is_over(id), look(id)
    return id


def killed():
    status = look(os.environ["ID"])
    assert status["State"] == "FAILED" and status["StateChangeReason"].startswith("The server ended"), status
    id = start("SELECT 1")
    until(lambda: is_over(id))
    assert look(id)["State"] == "SUCCEEDED", look(id)
    print("failed by the server's end")


PART = os.environ["PART"]
print(spill()) if PART == "spill" else globals()[PART]()
