"""How soon a query that would run for ever is gone once it is stopped: seconds from the call until the server counts no
query as running, which it does when the last thread of it is free and its memory given back.
"""
import time
import urllib.request

from engines import Failed

# Short sequences, so that the batches are small and it is the query's own work that is stopped.
ENDLESS = "UNNEST(sequence(1, 100)) AS a(x)" + "".join(
    f" CROSS JOIN UNNEST(sequence(1, 100)) AS {name}({name})" for name in "bcdef"
)
QUERIES = {
    "a count": f"SELECT count(*) FROM {ENDLESS}",
    "a sort": f"SELECT lpad(CAST(b * c AS varchar), 1000, 'x') AS s FROM {ENDLESS} ORDER BY s",
    "a count of distinct values": f"SELECT count(DISTINCT ((b * 100 + c) * 100 + d) * 100 + e) FROM {ENDLESS}",
    "a window": f"SELECT x, row_number() OVER (PARTITION BY x ORDER BY b) FROM {ENDLESS}",
    "a regular expression": f"SELECT count(*) FROM {ENDLESS} WHERE regexp_like(rpad('', 1000, CAST(f AS varchar)), '(a|b|1)*c')",
}
# A query is stopped when it has had so much of the processors.
UNDER_WAY = 2


def measure(server, results):
    """Seconds, by what the query does."""
    client = server.client("athena")
    return {name: stopped(server, client, sql, results) for name, sql in QUERIES.items()}


def stopped(server, client, sql, results):
    before = server.processor_seconds()
    query = client.start_query_execution(
        QueryString=sql, ResultConfiguration={"OutputLocation": f"s3://{results}/"}
    )["QueryExecutionId"]
    state = lambda: client.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]["State"]
    while server.processor_seconds() - before < UNDER_WAY or state() == "QUEUED":
        if state() not in ("QUEUED", "RUNNING"):
            raise Failed(f"{sql} is {state()}")
        time.sleep(0.05)
    started = time.perf_counter()
    client.stop_query_execution(QueryExecutionId=query)
    while running(server):
        time.sleep(0.005)
    took = time.perf_counter() - started
    if state() != "CANCELLED":
        raise Failed(f"{sql} is {state()}, and was stopped")
    return took


def running(server):
    with urllib.request.urlopen(server.url + "/metrics") as answer:
        lines = answer.read().decode().splitlines()
    return any('state="RUNNING"' in line and not line.endswith(" 0") for line in lines)
