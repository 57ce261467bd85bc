"""Answers one question with DuckDB, read in the way found fastest for CloudTrail logs, and prints it as JSON.

Each file is one object: its text, then its records, then of each record what the question needs and no more. Reading
with `read_json` and typed columns, as people write it, takes several times as long.
"""
import json
import sys

import duckdb

import rows
from usage import measured

IDENTITY = {name: "VARCHAR" for name in "type principalId arn accountId accessKeyId userName invokedBy".split()}
IDENTITY["sessionContext"] = "JSON"
COLUMNS = {
    name: "VARCHAR"
    for name in (
        "eventVersion eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage requestID eventID"
        " eventType apiVersion recipientAccountId sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory"
        " sessionCredentialFromConsole"
    ).split()
}
COLUMNS |= {name: "JSON" for name in "requestParameters responseElements additionalEventData resources tlsDetails".split()}
COLUMNS |= {"eventTime": "TIMESTAMP", "readOnly": "BOOLEAN", "managementEvent": "BOOLEAN", "userIdentity": IDENTITY}


def table(glob, columns, identity):
    wanted = list(COLUMNS) if columns == ["*"] else columns
    spec = {name: COLUMNS[name] for name in wanted}
    if identity:
        spec["userIdentity"] = {identity: "VARCHAR"}
    texts = f"read_json_objects('{glob}', format='unstructured', compression='gzip', maximum_object_size=134217728)"
    records = f"(SELECT unnest(json->'$.Records[*]') AS r FROM {texts})"
    return f"(SELECT unnest(from_json(r, '{json.dumps(spec)}')) FROM {records})"


def main():
    task = json.load(sys.stdin)
    connection = duckdb.connect()
    connection.execute(f"SET threads={task['threads']}")
    connection.execute("SET preserve_insertion_order=false")
    connection.execute("SET enable_progress_bar=false")
    sql = task["duckdb"].format(t=table(task["glob"], task["columns"], task["identity"]), **task["constants"])

    def run():
        cursor = connection.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    (names, answer), usage = measured(run)
    print(json.dumps({**usage, "rows": rows.comparable(names, answer, task["compared"])}))


main()
