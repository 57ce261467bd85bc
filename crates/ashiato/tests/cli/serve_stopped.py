"""What is under way when the server is told to stop, and what has become of it when it is back."""
import os
import boto3
from botocore.auth import SigV4Auth, S3SigV4Auth
from botocore.awsrequest import AWSRequest

S3, ATHENA, GLUE = boto3.client("s3"), boto3.client("athena"), boto3.client("glue")
ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
RESULTS = "s3://results/"
ENDLESS = "UNNEST(sequence(1, 10000)) AS a(x)" + "".join(
    f" CROSS JOIN UNNEST(sequence(1, 10000)) AS {name}({name})" for name in "bc")


def head(method, path, service, body, **headers):
    """A request's line and headers, signed with its body, which is still to be sent."""
    request = AWSRequest(method, ENDPOINT + path, headers=headers, data=body)
    signer = S3SigV4Auth if service == "s3" else SigV4Auth
    signer(boto3.Session().get_credentials(), service, "eu-north-1").add_auth(request)
    host = ENDPOINT.removeprefix("http://")
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", *(f"{name}: {value}" for name, value in request.headers.items())]
    return "\n".join(lines) + "\n"


def make_buckets():
    for bucket in ("logs", "results"):
        S3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})


def heads():
    make_buckets()
    puts = [head("PUT", f"/logs/{key}", "s3", b"x" * 3000000) for key in ("put", "never-sent")]
    json = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AmazonAthena.StartQueryExecution"}
    query = head("POST", "/", "athena", os.environ["SQL"].encode(), **json)
    print("\n".join([*puts, query]), end="")


def lookup():
    json = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "CloudTrail_20131101.LookupEvents"}
    print(head("POST", "/", "cloudtrail", os.environ["LOOKUP"].encode(), **json), end="")


def status(query):
    return ATHENA.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]


def keys(bucket):
    return [entry["Key"] for entry in S3.list_objects_v2(Bucket=bucket).get("Contents", [])]


def kept():
    print(keys("logs"))
    assert S3.get_object(Bucket="logs", Key="put")["Body"].read() == b"x" * 3000000
    query = os.environ["QUERY"]
    print(status(query)["State"])
    assert S3.get_object(Bucket="results", Key=f"{query}.csv")["Body"].read() == b'"n"\n"7"\n'
    assert keys("results") == [f"{query}.csv", f"{query}.csv.metadata"], keys("results")


def start(sql):
    query = ATHENA.start_query_execution(QueryString=sql, ResultConfiguration={"OutputLocation": RESULTS})
    return query["QueryExecutionId"]


def begin_that_end():
    make_buckets()
    # One runs at a time: the other waits.
    rows = "SELECT x, y FROM UNNEST(sequence(1, 10000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 50)) AS b(y)"
    queries = [start(rows), start("SELECT 1")]
    while status(queries[0])["State"] == "QUEUED":
        pass
    print(*queries, flush=True)


def begin_endless():
    # Its answer, and its table's files, grow until it is told to stop.
    queries = [start(f"SELECT x, b, c FROM {ENDLESS}")]
    small = "SELECT 0 AS x, 0 AS b, 0 AS c"
    queries.append(start(
        "CREATE TABLE t WITH (format = 'TEXTFILE', external_location = 's3://logs/t/', partitioned_by = ARRAY['part']) AS "
        f"SELECT x, b, c, 0 AS part FROM ({small}) UNION ALL SELECT x, b, c, 1 AS part FROM {ENDLESS}"))
    while {status(query)["State"] for query in queries} != {"RUNNING"}:
        pass
    print(*queries, flush=True)


def ended():
    left = set(keys("results"))
    for query in os.environ["QUERIES"].split():
        told = status(query)
        files = {key for key in left if query in key}
        left -= files
        if told["State"] == "SUCCEEDED":
            assert files == {f"{query}.csv", f"{query}.csv.metadata"}, files
            text = S3.get_object(Bucket="results", Key=f"{query}.csv")["Body"].read()
            print(told["State"], text.count(b"\n"))
        else:
            assert told["AthenaError"]["Retryable"] and not files, (told, files)
            print(told["State"], told["StateChangeReason"])
    assert keys("logs") == [], keys("logs")
    for bucket in ("logs", "results"):
        assert "Uploads" not in S3.list_multipart_uploads(Bucket=bucket)
    assert GLUE.get_tables(DatabaseName="default")["TableList"] == []
