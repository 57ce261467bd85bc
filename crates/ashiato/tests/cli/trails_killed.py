"""Calls a server that is killed and comes back at its place, keeps the ids of what it answered, and looks for each in its
trail and in its event history.

A line on stdin says that the server is there: "go", and this works until it is gone, or "check".
"""
import collections, gzip, json, os, subprocess, sys, tempfile, threading, time
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
        times = collections.Counter(record.get("requestID") for record in found)
        missing = [id for id in acknowledged if id not in times]
        if not missing or time.monotonic() > end:
            break
    twice = [id for id, count in times.items() if id and count > 1]
    ids = len({record["eventID"] for record in found})
    assert not faults, faults[:3]
    assert not missing, (len(missing), missing[:3])
    assert not twice and ids == len(found), (len(twice), ids, len(found))
    check_history()
    # Every file is covered by a digest that is delivered, or by one to come, which no proof can miss.
    arn = TRAIL.list_trails()["Trails"][0]["TrailARN"]
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    told = subprocess.run([aws, "cloudtrail", "validate-logs", "--trail-arn", arn, "--start-time", "2020-01-01T00:00:00Z"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert told.returncode == 0 and "log files valid" in told.stdout and "INVALID" not in told.stdout, told.stdout[-3000:]
    check_ours()
    say("each once, and whole")


def check_history():
    """The same calls by LookupEvents: by our own command, of all regions and data events too, and by boto3 what is AWS's."""
    told = run_ours("history", "--all-regions", "--data-events", "--limit", "1000000", "--output", "json")
    found = json.loads(told.stdout)["Records"]
    times = collections.Counter(record.get("requestID") for record in found)
    missing = [id for id in acknowledged if id not in times]
    twice = [id for id, count in times.items() if id and count > 1]
    ids = len({record["eventID"] for record in found})
    assert not missing, (len(missing), missing[:3])
    assert not twice and ids == len(found), (len(twice), ids, len(found))
    assert "could not be read" not in told.stderr and "let go" not in told.stderr and "deleted" not in told.stderr, told.stderr
    by_name = {"LookupAttributes": [{"AttributeKey": "EventName", "AttributeValue": "GetCallerIdentity"}]}
    pages = TRAIL.get_paginator("lookup_events").paginate(**by_name)
    by_aws = collections.Counter(event["EventId"] for page in pages for event in page["Events"])
    ours = {record["eventID"] for record in found if record["eventName"] == "GetCallerIdentity"}
    assert set(by_aws) == ours and set(by_aws.values()) == {1}, (len(by_aws), len(ours))


def check_ours():
    """Our own proof has nothing to say, once the last digest covers the last files."""
    TRAIL.stop_logging(Name="all")
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    with tempfile.NamedTemporaryFile() as keys:
        subprocess.run([aws, "cloudtrail", "list-public-keys", "--start-time", "2020-01-01"], stdout=keys, check=True)
        end = time.monotonic() + 60
        while True:
            told = run_ours("validate-logs", "s3://logs", "--public-key", keys.name)
            if told.returncode == 0 or time.monotonic() > end:
                break
    assert told.returncode == 0, (told.returncode, told.stdout[-3000:], told.stderr[-1000:])


def run_ours(*arguments):
    done = subprocess.run([os.environ["ASHIATO"], *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0 or arguments[0] == "validate-logs", (arguments, done.returncode, done.stderr)
    return done


for line in sys.stdin:
    command = line.strip()
    if command == "prepare":
        prepare()
    elif command == "go":
        workers = [threading.Thread(target=until_gone, args=(worker,), daemon=True) for worker in range(4)]
        for worker in workers: worker.start()
        for worker in workers: worker.join()
        say(f"gone {faults}")
    else:
        check()
