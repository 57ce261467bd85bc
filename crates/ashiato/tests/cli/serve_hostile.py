"""Sends what no honest client does, and asserts that each is answered with an error, or cut off."""
import gzip, os, socket
import boto3
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={"total_max_attempts": 1}, parameter_validation=False, read_timeout=300)
S3, ATHENA, GLUE, IAM = (boto3.client(service, config=CONFIG) for service in ("s3", "athena", "glue", "iam"))
ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HOST, PORT = ENDPOINT.removeprefix("http://").split(":")
MEGABYTE = b" " * (1 << 20)
for bucket in ("logs", "results"):
    S3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})


def connect():
    return socket.create_connection((HOST, int(PORT)), timeout=300)


def status(head, pieces, is_cut_short=False):
    """The status that a request gets, whose pieces are sent until nobody reads them; `None` where there is none."""
    answer = b""
    with connect() as stream:
        try:
            stream.sendall(head.encode())
            for piece in pieces:
                stream.sendall(piece)
            if is_cut_short:
                stream.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            while received := stream.recv(1 << 16):
                answer += received
        except OSError:
            pass
    return int(answer.split(b" ", 2)[1]) if answer else None


def head(method, path, service, *lines, body=b"", **headers):
    """A request's line and headers, signed with a body."""
    request = AWSRequest(method, ENDPOINT + path, headers=headers, data=body)
    signer = S3SigV4Auth if service == "s3" else SigV4Auth
    signer(boto3.Session().get_credentials(), service, "eu-north-1").add_auth(request)
    host = [f"Host: {HOST}:{PORT}", "Connection: close", *lines]
    lines = [f"{method} {path} HTTP/1.1", *host, *(f"{name}: {value}" for name, value in request.headers.items())]
    return "\r\n".join(lines) + "\r\n\r\n"


def refused(given, *expected):
    assert given in expected, (given, expected)


def code(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def json_head(target, *lines, body=b"", content_type="application/x-amz-json-1.1"):
    service = "glue" if target.startswith("AWSGlue") else "athena"
    return head("POST", "/", service, *lines, body=body, **{"Content-Type": content_type, "X-Amz-Target": target})


def bodies():
    hundred = "Content-Length: 104857600"
    chunks = [b"100000\r\n" + MEGABYTE + b"\r\n"] * 100 + [b"0\r\n\r\n"]
    for target in ("AmazonAthena.StartQueryExecution", "AWSGlue.CreateTable"):
        # Who closes before all is sent may not be heard.
        refused(status(json_head(target, hundred), [MEGABYTE] * 100), 413, None)
        refused(status(json_head(target, "Transfer-Encoding: chunked"), chunks), 413, None)
        # Cut short, whatever it would have been.
        refused(status(json_head(target, "Content-Length: 1000", body=b"{}"), [b"{}"], is_cut_short=True), 400, None)
        for body in (b"[" * 100000, b'{"a":' * 100000, b'{"a":' + b"[" * 100000 + b"]" * 100000 + b"}",
                     b"", b"{", b"\xff\xfe", b'{"a":"\\ud800"}', b"[" + b"1," * 500000 + b"1]"):
            refused(status(json_head(target, f"Content-Length: {len(body)}", body=body), [body]), 400)
        for content_type in ("text/plain", "application/x-www-form-urlencoded", "application/cbor", "\x7f"):
            refused(status(json_head(target, "Content-Length: 2", body=b"{}", content_type=content_type), [b"{}"]), 400)
    for method, path in (("POST", "/logs?delete"), ("POST", "/logs/k?uploadId=x"), ("PUT", "/logs?tagging"),
                         ("PUT", "/logs?policy"), ("PUT", "/logs?notification"), ("PUT", "/bucket")):
        refused(status(head(method, path, "s3", hundred), [MEGABYTE] * 100), 400, None)
        refused(status(head(method, path, "s3", "Transfer-Encoding: chunked"), chunks), 411, None)
        nested = b"<Delete>" * 100000
        refused(status(head(method, path, "s3", f"Content-Length: {len(nested)}", body=nested), [nested]), 400, 404)
    refused(status(head("PUT", "/logs/short", "s3", hundred), [MEGABYTE] * 50, is_cut_short=True), 400, None)
    assert "Contents" not in S3.list_objects_v2(Bucket="logs")


def headers():
    for lines in (["X-Huge: " + "x" * 100000], [f"X-{number}: x" for number in range(10000)]):
        refused(status(json_head("AmazonAthena.ListWorkGroups", *lines), []), 431, None)
    refused(status(head("GET", "/logs/" + "k" * 200000, "s3"), []), 414, 431, None)


def documents():
    nested = '{"Version":"2012-10-17","Statement":' + "[" * 60000 + "]" * 60000 + "}"
    refused(code(IAM.create_policy, PolicyName="p", PolicyDocument=nested), "MalformedPolicyDocument")
    refused(code(IAM.create_role, RoleName="r", AssumeRolePolicyDocument=nested), "MalformedPolicyDocument")
    refused(code(S3.put_bucket_policy, Bucket="logs", Policy=nested[:100] + "[" * 10000), "MalformedPolicy")
    column = {"Name": "a", "Type": "array<" * 18000 + "int" + ">" * 18000}
    table = {"Name": "t", "StorageDescriptor": {"Columns": [column], "Location": "s3://logs/t/"}}
    if code(GLUE.create_table, DatabaseName="default", TableInput=table) == "no error":
        refused(ended("SELECT * FROM t"), "FAILED")
    keyed = {"Name": "p", "PartitionKeys": [{"Name": "d", "Type": "string"}],
             "StorageDescriptor": {"Columns": [{"Name": "a", "Type": "string"}], "Location": "s3://logs/p/"}}
    GLUE.create_table(DatabaseName="default", TableInput=keyed)
    get = dict(DatabaseName="default", TableName="p")
    refused(code(GLUE.get_partitions, Expression="(" * 2000, **get), "InvalidInputException")


def ended(sql):
    try:
        query = ATHENA.start_query_execution(QueryString=sql, ResultConfiguration={"OutputLocation": "s3://results/"})
        query = query["QueryExecutionId"]
    except ClientError as error:
        return error.response["Error"]["Code"]
    while True:
        told = ATHENA.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]
        if told["State"] not in ("QUEUED", "RUNNING"):
            return told["State"]


def statements():
    deep = 60000
    for sql in (
        "SELECT " + "(" * 200000,
        "SELECT " + "NOT " * deep + "true",
        "SELECT 1" + "+1" * deep,
        "SELECT 1 WHERE 1=1" + " OR 1=2" * 20000,
        "SELECT 1" + " UNION ALL SELECT 1" * 10000,
        "SELECT * FROM " + "(SELECT * FROM " * 8000,
        "SELECT " + "CASE WHEN true THEN " * 10000 + "1" + " END" * 10000,
        "SELECT CAST(NULL AS " + "array(" * 30000 + "int" + ")" * 30000 + ")",
        "SELECT " + "transform(ARRAY[1], x -> " * 8000 + "1" + ")" * 8000,
        "SELECT a" + ".a" * deep + " FROM (VALUES 1) t(a)",
        "SELECT regexp_like('a', '" + "(" * deep + "a" + ")" * deep + "')",
        "CREATE EXTERNAL TABLE d (a " + "array<" * 30000 + "int" + ">" * 30000 + ") LOCATION 's3://logs/d/'",
        "EXPLAIN " * 30000 + "SELECT 1",
        "/*" * 100000,
        # Each reads the one before twice: a plan of 2 to the 60th.
        "WITH a0 AS (SELECT 1 AS x)" + "".join(
            f", a{n} AS (SELECT * FROM a{n - 1} UNION ALL SELECT * FROM a{n - 1})" for n in range(1, 61)
        ) + " SELECT count(*) FROM a60",
        "SELECT 1 FROM (VALUES 1) t" + "".join(f" CROSS JOIN (VALUES 1) t{n}" for n in range(3000)),
    ):
        refused(ended(sql), "InvalidRequestException", "FAILED")
    # The same with views.
    refused(ended("CREATE VIEW v0 AS SELECT 1 AS x"), "SUCCEEDED")
    made = [ended(f"CREATE VIEW v{n} AS SELECT * FROM v{n - 1} UNION ALL SELECT * FROM v{n - 1}") for n in range(1, 21)]
    assert made[0] == "SUCCEEDED" and made[-1] == "FAILED", made


def data():
    S3.put_object(Bucket="logs", Key="nested/a.json", Body=b'{"a":' + b"[" * 1000000 + b"]" * 1000000 + b"}\n")
    S3.put_object(Bucket="logs", Key="bomb/a.gz", Body=gzip.compress(b"x" * (1 << 29)))
    serde = "ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'"
    ended(f"CREATE EXTERNAL TABLE nested (a string) {serde} LOCATION 's3://logs/nested/'")
    ended("CREATE EXTERNAL TABLE bomb (a string) LOCATION 's3://logs/bomb/'")
    # Too deep, and a line that is too long.
    for table in ("nested", "bomb"):
        refused(ended(f"SELECT max(length(a)) FROM {table}"), "FAILED")


def connections():
    # The server takes 50 at once. The others wait in the system's queue, which may be as short as 128.
    streams = [connect() for _ in range(150)]
    taken = [link for link in os.scandir(f"/proc/{os.environ['PROCESS']}/fd") if link.is_symlink()]
    sockets = [link for link in taken if os.readlink(link).startswith("socket:")]
    assert len(sockets) <= 60, len(sockets)
    for stream in streams:
        stream.close()


bodies()
headers()
documents()
statements()
data()
connections()
refused(ended("SELECT 1"), "SUCCEEDED")
print("all refused")
