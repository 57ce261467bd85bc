"""Asks Athena's interface as every client does: start a query, poll until it has ended, fetch the rows."""
import time

# Seconds between two polls: of a client that is alone, and of one among hundreds.
ALONE = 0.01
AMONG_MANY = 0.5
# Seconds after which a query is given up.
PATIENCE = 600


class NotSucceeded(Exception):
    """A query that ended otherwise."""


def ask(client, sql, results, pause=ALONE):
    """The names of the columns and the rows of one statement; the database is `default`."""
    started = time.monotonic()
    query = client.start_query_execution(
        QueryString=sql,
        QueryExecutionContext={"Database": "default"},
        ResultConfiguration={"OutputLocation": f"s3://{results}/"},
    )["QueryExecutionId"]
    while True:
        status = client.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]
        if status["State"] not in ("QUEUED", "RUNNING"):
            break
        if time.monotonic() - started > PATIENCE:
            raise NotSucceeded(f"{status['State']} after {PATIENCE} s")
        time.sleep(pause)
    if status["State"] != "SUCCEEDED":
        raise NotSucceeded(f"{status['State']}: {status.get('StateChangeReason', 'no reason')}")
    return fetched(client, query)


def fetched(client, query):
    """All pages of an answer. A statement that answers with no columns has no rows."""
    names, answer = [], []
    for page in client.get_paginator("get_query_results").paginate(QueryExecutionId=query):
        names = [column["Name"] for column in page["ResultSet"]["ResultSetMetadata"]["ColumnInfo"]]
        answer += [[cell.get("VarCharValue") for cell in row["Data"]] for row in page["ResultSet"]["Rows"]]
    # The first row of a query's answer is its columns' names.
    return names, answer[1:] if answer[:1] == [names] else answer
