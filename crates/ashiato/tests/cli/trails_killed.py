"""Calls a server that is killed and comes back at its place, keeps the ids of what it answered, and looks for each in its trail.

A line on stdin says that the server is there: "go", and this works until it is gone, or "check".
"""
import collections, gzip, json, os, subprocess, sys, threading, time
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60)
S3, STS, ATHENA, IAM, TRAIL = (boto3.client(name, config=CONFIG) for name in ("s3", "sts", "athena", "iam", "cloudtrail"))
acknowledged, faults = set(), []


def say(line):
    # In one write, so that threads do not tear each other's lines.
    os.write(1, f"{line}\n".encode())


def id_of(answer):
    headers = answer["ResponseMetadata"]["HTTPHeaders"]
    return headers.get("x-amzn-requestid") or headers["x-amz-request-id"]


CALLS = [
    lambda: S3.list_buckets(),
    lambda: STS.get_caller_identity(),
    lambda: ATHENA.list_work_groups(),
    lambda: S3.put_object(Bucket="logs", Key="data", Body=b"x"),
    lambda: IAM.get_user(UserName="nobody"),
]


def until_gone(worker):
    call = 0
    while True:
        try:
            answer = CALLS[(worker + call) % len(CALLS)]()
        except ClientError as refusal:
            # A refusal is an answer, and recorded; a failure of the server's own is neither.
            answer = refusal.response
            if answer["ResponseMetadata"]["HTTPStatusCode"] >= 500:
                faults.append(str(refusal))
                return
        except Exception:
            return  # It is gone.
        acknowledged.add(id_of(answer))
        say("acknowledged")
        call += 1


def prepare():
    S3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
    S3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")]}))
    TRAIL.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True, EnableLogFileValidation=True)
    TRAIL.put_event_selectors(TrailName="all", EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True,
        "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::logs/data"]}]}])
    TRAIL.start_logging(Name="all")
    say("prepared")


def records():
    found = []
    for page in S3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix="AWSLogs/"):
        for item in page.get("Contents", []):
            if "/CloudTrail/" in item["Key"]:
                found += json.loads(gzip.decompress(S3.get_object(Bucket="logs", Key=item["Key"])["Body"].read()))["Records"]
    return found


def check():
    end = time.monotonic() + 120
    while True:
        found = records()
        times = collections.Counter(record["requestID"] for record in found)
        missing = [id for id in acknowledged if id not in times]
        if not missing or time.monotonic() > end:
            break
    twice = [id for id, count in times.items() if count > 1]
    ids = len({record["eventID"] for record in found})
    assert not faults, faults[:3]
    assert not missing, (len(missing), missing[:3])
    assert not twice and ids == len(found), (len(twice), ids, len(found))
    # Every file is covered by a digest that is delivered, or by one to come, which no proof can miss.
    arn = TRAIL.list_trails()["Trails"][0]["TrailARN"]
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    told = subprocess.run([aws, "cloudtrail", "validate-logs", "--trail-arn", arn, "--start-time", "2020-01-01T00:00:00Z"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert told.returncode == 0 and "log files valid" in told.stdout and "INVALID" not in told.stdout, told.stdout[-3000:]
    say("each once, and whole")


for line in sys.stdin:
    command = line.strip()
    if command == "prepare":
        prepare()
    elif command == "go":
        workers = [threading.Thread(target=until_gone, args=(worker,)) for worker in range(4)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        say(f"gone {faults}")
    else:
        check()
