"""Fills a journal of 16 MB while its records can be planned into no log file, then lets them."""
import gzip, json, os, time
from collections import Counter
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

once = Config(retries={"total_max_attempts": 1})
s3, athena, trail = (boto3.client(name, config=once) for name in ("s3", "athena", "cloudtrail"))
account = boto3.client("sts").get_caller_identity()["Account"]
s3.create_bucket(Bucket="logs")
resource = {"Principal": {"Service": "cloudtrail.amazonaws.com"}, "Effect": "Allow"}
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    {**resource, "Action": "s3:GetBucketAcl", "Resource": "arn:aws:s3:::logs"},
    {**resource, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs/*"}]}))
trail.create_trail(Name="all", S3BucketName="logs")
trail.start_logging(Name="all")

# The folder in which log files are made is none any more: what fills the journal cannot be reclaimed.
spool = os.path.join(os.environ["DATA"], "trails")
os.rename(spool, spool + "-away")
open(spool, "w").close()

acknowledged, refused, number = set(), Counter(), 0
query = "SELECT 1 -- " + "x" * 60_000


def named_query():
    global number
    number += 1
    try:
        athena.create_named_query(Name=f"query-{number}", Database="default", QueryString=query)
        acknowledged.add(f"query-{number}")
    except ClientError as error:
        refused[error.response["Error"]["Code"]] += 1


deadline = time.monotonic() + 120
while not refused and time.monotonic() < deadline:
    named_query()
assert set(refused) == {"ThrottlingException"}, refused
try:
    s3.put_object(Bucket="logs", Key="unrecorded", Body=b"x")
    raise AssertionError("an object was put that could not be recorded")
except ClientError as error:
    assert error.response["Error"]["Code"] == "SlowDown", error
assert len(acknowledged) > 100, acknowledged

# With the folder back there is room again, and nothing of the refused calls was done.
os.remove(spool)
os.rename(spool + "-away", spool)
before = len(acknowledged)
while len(acknowledged) == before and time.monotonic() < deadline:
    named_query()
assert len(acknowledged) == before + 1, refused
kept = {query["Name"] for page in athena.get_paginator("list_named_queries").paginate() for query in
        athena.batch_get_named_query(NamedQueryIds=page["NamedQueryIds"])["NamedQueries"]}
assert kept == acknowledged, kept ^ acknowledged

# StopLogging plans what there is, and it is delivered soon after.
trail.stop_logging(Name="all")


def names(records):
    return Counter(record["requestParameters"]["name"] for record in records
                   if record["eventName"] == "CreateNamedQuery" and "errorCode" not in record)


def delivered():
    found = Counter()
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix=f"AWSLogs/{account}/CloudTrail/"):
        for entry in page.get("Contents", []):
            body = s3.get_object(Bucket="logs", Key=entry["Key"])["Body"].read()
            found += names(json.loads(gzip.decompress(body))["Records"])
    return found


expected = Counter(acknowledged)
while delivered() != expected and time.monotonic() < deadline:
    pass
assert delivered() == expected, delivered()
events = [event for page in trail.get_paginator("lookup_events").paginate(
    LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateNamedQuery"}]) for event in page["Events"]]
assert names(json.loads(event["CloudTrailEvent"]) for event in events) == expected
print("throttled, and all of it kept")
