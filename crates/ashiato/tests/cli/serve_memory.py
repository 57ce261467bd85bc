"""Queries that would run for ever, each stopped; on a server that runs one at a time, on one thread."""
import os, urllib.request
import boto3

S3, ATHENA = boto3.client("s3"), boto3.client("athena")
# Short ones, that the batches of a query are small and it is the sort that holds what is held.
ENDLESS = "UNNEST(sequence(1, 100)) AS a(x)" + "".join(
    f" CROSS JOIN UNNEST(sequence(1, 100)) AS {name}({name})" for name in "bcdef")
S3.create_bucket(Bucket="results", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})


def resident_bytes():
    with open(f"/proc/{os.environ['PROCESS']}/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS:"))


def start(sql):
    query = ATHENA.start_query_execution(QueryString=sql, ResultConfiguration={"OutputLocation": "s3://results/"})
    return query["QueryExecutionId"]


def state(query):
    return ATHENA.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]["State"]


def running():
    metrics = urllib.request.urlopen(os.environ["AWS_ENDPOINT_URL"] + "/metrics").read().decode()
    return [line for line in metrics.splitlines() if 'state="RUNNING"' in line and not line.endswith(" 0")]


def ticks():
    """The processor's time that the server has had."""
    with open(f"/proc/{os.environ['PROCESS']}/stat") as stat:
        return sum(int(count) for count in stat.read().rsplit(")", 1)[1].split()[11:13])


def stopped(sql, is_under_way=lambda: True):
    """Stops a query once it runs and has come so far."""
    query = start(sql)
    while (now := state(query)) == "QUEUED" or (now == "RUNNING" and not is_under_way()):
        pass
    assert now == "RUNNING" and running(), (now, sql)
    ATHENA.stop_query_execution(QueryExecutionId=query)
    assert state(query) == "CANCELLED"
    # It runs on the thread that the other was on.
    after = start("SELECT 1")
    while (now := state(after)) in ("QUEUED", "RUNNING"):
        pass
    assert now == "SUCCEEDED", now
    while running():
        pass


SORT = f"SELECT lpad(CAST(b * c AS varchar), 1000, 'x') AS s FROM {ENDLESS} ORDER BY s"
before, begun = resident_bytes(), ticks()
stopped(SORT, lambda: resident_bytes() > before + (64 << 20))
needed = ticks() - begun
for _ in range(3):
    # What the process has from the system it keeps for the next; that holds as much after as much work.
    begun = ticks()
    stopped(SORT, lambda: ticks() - begun > needed)
print("4 stopped that held 64 MB each")
for sql in (
    f"SELECT count(*) FROM {ENDLESS}",
    f"SELECT x, b, c FROM {ENDLESS}",
    f"SELECT count(DISTINCT (((b * 100 + c) * 100 + d) * 100 + e) * 100 + f) FROM {ENDLESS}",
    f"SELECT x, row_number() OVER (PARTITION BY x ORDER BY b) FROM {ENDLESS}",
    f"SELECT count(*) FROM (SELECT x FROM {ENDLESS}) AS l JOIN (VALUES 1, 50, 90) AS r(y) ON l.x < r.y",
    f"SELECT count(*) FROM {ENDLESS} WHERE regexp_like(rpad('', 1000, CAST(f AS varchar)), '(a|b|1)*c')",
):
    stopped(sql)
print("6 stopped")
