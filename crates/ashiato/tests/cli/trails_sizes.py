"""More is recorded at one moment than a log file holds: several are made, none too large, and each record is in one."""
import collections, concurrent.futures, gzip, json, time
import boto3
from botocore.config import Config

CALLS, LENGTH, FILE_BYTES_MAX = 480, 90_000, 50_000_000
s3, trail = boto3.client("s3"), boto3.client("cloudtrail")
athena = boto3.client("athena", config=Config(retries={"total_max_attempts": 1}, max_pool_connections=8))
s3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")]}))
trail.create_trail(Name="large", S3BucketName="logs")
trail.start_logging(Name="large")


def call(number):
    """A call with much in its record, refused or not."""
    try:
        answer = athena.create_named_query(Name=f"q{number}", Database="d", QueryString="SELECT '" + "x" * LENGTH + "'", WorkGroup="none")
    except Exception as refusal:
        answer = refusal.response
    return answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"]


with concurrent.futures.ThreadPoolExecutor(8) as pool:
    called = set(pool.map(call, range(CALLS)))
# What was recorded is planned at once.
trail.stop_logging(Name="large")


def files():
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix="AWSLogs/")
    for item in (item for page in pages for item in page.get("Contents", [])):
        yield item["Key"], gzip.decompress(s3.get_object(Bucket="logs", Key=item["Key"])["Body"].read())


end = time.monotonic() + 60
while True:
    found = dict(files())
    records = [record for text in found.values() for record in json.loads(text)["Records"]]
    times = collections.Counter(record.get("requestID") for record in records)
    if called <= set(times) or time.monotonic() > end:
        break
assert called <= set(times), len(called - set(times))
assert all(times[id] == 1 for id in called) and len({record["eventID"] for record in records}) == len(records)
large = [text for text in found.values() if any(record.get("requestID") in called for record in json.loads(text)["Records"])]
assert len(large) >= 2 and sum(map(len, large)) > CALLS * LENGTH, [len(text) for text in large]
assert all(len(text) <= FILE_BYTES_MAX for text in large), [len(text) for text in large]
assert all(len(record["requestParameters"]["queryString"]) > LENGTH for record in records if record.get("requestID") in called)
print("cut")
