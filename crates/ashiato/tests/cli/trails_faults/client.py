"""Calls a server to which something happens, keeps the ids of what it answered, and looks for each in its trail and in its
event history, once. A line on stdin says what to do; the answer is a line on stdout."""
import collections, gzip, json, os, subprocess, sys, tempfile, threading, time
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60)
STS, ATHENA, IAM, TRAIL = (boto3.client(name, config=CONFIG) for name in ("sts", "athena", "iam", "cloudtrail"))
S3 = boto3.client("s3", config=CONFIG)
THROTTLED = {"ThrottlingException", "Throttling", "SlowDown", "TooManyRequestsException"}
# Clocks that differ for a moment: what is not proven is no call.
UNPROVEN = {"RequestTimeTooSkewed", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestExpired"}
acknowledged, refusals = set(), collections.Counter()
stopping, workers = threading.Event(), []


def say(line):
    os.write(1, f"{line}\n".encode())


def id_of(answer):
    headers = answer["ResponseMetadata"]["HTTPHeaders"]
    return headers.get("x-amzn-requestid") or headers["x-amz-request-id"]


CALLS = [
    lambda: STS.get_caller_identity(),
    lambda: ATHENA.list_work_groups(),
    lambda: IAM.get_user(UserName="nobody"),
    lambda: ATHENA.get_work_group(WorkGroup="primary"),
]


def work(worker):
    number = worker
    while not stopping.is_set():
        number += 1
        try:
            answer = CALLS[number % len(CALLS)]()
        except ClientError as refusal:
            answer = refusal.response
            status, code = answer["ResponseMetadata"]["HTTPStatusCode"], answer["Error"]["Code"]
            if code in THROTTLED | UNPROVEN or status >= 500:
                # Not acknowledged: it may be done again.
                refusals[f"{status} {code}"] += 1
                time.sleep(0.02)
                continue
        acknowledged.add(id_of(answer))


def begin():
    stopping.clear()
    workers[:] = [threading.Thread(target=work, args=(worker,), daemon=True) for worker in range(4)]
    for worker in workers: worker.start()


def end():
    stopping.set()
    for worker in workers: worker.join()


def prepare():
    S3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
    S3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")]}))
    TRAIL.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True, EnableLogFileValidation=True)
    TRAIL.start_logging(Name="all")


def keys(kind):
    pages = S3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix="AWSLogs/")
    return [item["Key"] for page in pages for item in page.get("Contents", []) if f"/{kind}/" in item["Key"]]


def body(key):
    return json.loads(gzip.decompress(S3.get_object(Bucket="logs", Key=key)["Body"].read()))


def until(what, condition, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited for {what}")


def times(ids):
    """How many of the acknowledged are absent, and how many are there more than once."""
    counted = collections.Counter(ids)
    return [id for id in acknowledged if id not in counted], [id for id in acknowledged if counted[id] > 1]


def in_trail():
    return [record["requestID"] for key in keys("CloudTrail") for record in body(key)["Records"]]


def in_history():
    found = []
    for region in ("eu-north-1", "us-east-1"):
        client = boto3.client("cloudtrail", region_name=region, config=CONFIG)
        for page in client.get_paginator("lookup_events").paginate():
            found += [json.loads(event["CloudTrailEvent"])["requestID"] for event in page["Events"]]
    return found


def check_recorded():
    until("all that was answered in the trail", lambda: not times(in_trail())[0])
    assert times(in_trail()) == ([], []), times(in_trail())
    assert times(in_history()) == ([], []), times(in_history())


def is_covered():
    files = {file["s3Object"] for key in keys("CloudTrail-Digest") for file in body(key)["logFiles"]}
    return set(keys("CloudTrail")) <= files


def check_whole():
    """The trail is stopped, and all of it proved by AWS's command and by ours."""
    TRAIL.stop_logging(Name="all")
    # A clock that went on by an hour has a thousand digests to make up.
    until("every file in a digest", is_covered, 600)
    listed = [file["s3Object"] for key in keys("CloudTrail-Digest") for file in body(key)["logFiles"]]
    assert len(listed) == len(set(listed)), "a file is in two digests"
    arn = TRAIL.list_trails()["Trails"][0]["TrailARN"]
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    # A test of clocks has something loaded before them.
    environment = {**os.environ, "LD_PRELOAD": os.environ.get("PRELOAD", "")}
    run = lambda *command: subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    span = ("--start-time", "2020-01-01T00:00:00Z", "--end-time", "2040-01-01T00:00:00Z")
    told = run(aws, "cloudtrail", "validate-logs", "--trail-arn", arn, *span)
    assert told.returncode == 0 and "log files valid" in told.stdout and "INVALID" not in told.stdout, told.stdout[-3000:]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(run(aws, "cloudtrail", "list-public-keys", "--output", "json", *span).stdout)
        file.flush()
        told = run(os.environ["ASHIATO"], "validate-logs", "s3://logs", "--public-key", file.name)
    # 3: a trail that was stopped has an end after which nothing is proved.
    assert told.returncode in (0, 3) and "INVALID" not in told.stdout.replace("NOTHING INVALID", ""), told.stdout[-3000:]


def status():
    return TRAIL.get_trail_status(Name="all")


def commands():
    for line in sys.stdin:
        word, *rest = line.split()
        answer = globals()[f"do_{word}"](*rest)
        say(answer if isinstance(answer, str) else "done")


def do_prepare(): prepare()
def do_begin(): begin()
def do_end(): end()


def do_more(count="200"):
    """Until so many more calls are answered."""
    want = len(acknowledged) + int(count)
    until(f"{count} answers more: {refusals}", lambda: len(acknowledged) >= want)


def do_check():
    check_recorded()
    check_whole()
