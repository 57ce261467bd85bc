"""Answers one question with chDB, read in the way found fastest for CloudTrail logs, and prints it as JSON.

Each file is one object, whose records are read as an array of tuples of what the question needs and no more.
"""
import json
import sys

from chdb import session

import rows
from usage import measured

TEXT = "Nullable(String)"
IDENTITY = "type principalId arn accountId accessKeyId userName invokedBy sessionContext".split()
COLUMNS = (
    "eventVersion userIdentity eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode errorMessage"
    " requestParameters responseElements additionalEventData requestID eventID readOnly resources eventType apiVersion"
    " managementEvent recipientAccountId sharedEventID vpcEndpointId vpcEndpointAccountId eventCategory tlsDetails"
    " sessionCredentialFromConsole"
).split()
SETTINGS = {
    "input_format_json_read_objects_as_strings": 1,
    "input_format_json_read_arrays_as_strings": 1,
    "input_format_json_read_bools_as_strings": 1,
    "input_format_json_ignore_unknown_keys_in_named_tuple": 1,
    "input_format_json_defaults_for_missing_elements_in_named_tuple": 1,
    "input_format_skip_unknown_fields": 1,
    "input_format_json_max_depth": 10000,
    "output_format_json_quote_64bit_integers": 0,
}


def table(glob, columns, identity):
    wanted = COLUMNS if columns == ["*"] else columns
    members = [identity] if identity else IDENTITY
    user = "Tuple(" + ", ".join(f"{member} {TEXT}" for member in members) + ")"
    record = ", ".join(f"{name} {user if name == 'userIdentity' else TEXT}" for name in wanted)
    selected = ", ".join(f"r.{name} AS {name}" for name in wanted)
    files = f"file('{glob}', 'JSONEachRow', 'Records Array(Tuple({record}))', 'gzip')"
    return f"(SELECT {selected} FROM (SELECT arrayJoin(Records) AS r FROM {files}))"


def main():
    task = json.load(sys.stdin)
    settings = ", ".join(f"{name}={value}" for name, value in {"max_threads": task["threads"], **SETTINGS}.items())
    sql = task["clickhouse"].format(t=table(task["glob"], task["columns"], task["identity"]), **task["constants"])
    connection = session.Session()

    def run():
        answer = connection.query(f"{sql} SETTINGS {settings}", "JSONCompactEachRowWithNames")
        names, *answer = [json.loads(line) for line in answer.bytes().splitlines()]
        return names, answer

    (names, answer), usage = measured(run)
    print(json.dumps({**usage, "rows": rows.comparable(names, answer, task["compared"])}))


main()
