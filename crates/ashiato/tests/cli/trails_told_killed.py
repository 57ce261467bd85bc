"""Calls a server that is killed and comes back at its place, and looks for each answered call in its trail's log group, and
for each delivered log file among what the trail's topic told.

A line on stdin says that the server is there: "go", and this works until it is gone, or "check".
"""
import collections, http.server, json, os, sys, threading, time, urllib.parse
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

CONFIG = Config(retries={"total_max_attempts": 1}, connect_timeout=10, read_timeout=60)
S3, STS, IAM, TRAIL, LOGS, SNS = (boto3.client(name, config=CONFIG) for name in ("s3", "sts", "iam", "cloudtrail", "logs", "sns"))
acknowledged, faults, told = set(), [], []


def say(line):
    # In one write, so that threads do not tear each other's lines.
    os.write(1, f"{line}\n".encode())


class Queue(http.server.BaseHTTPRequestHandler):
    """A queue of SQS's interface, as far as a topic needs one."""
    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        message = json.loads(json.loads(form["MessageBody"][0])["Message"])
        told.extend((message["s3Bucket"], key) for key in message["s3ObjectKey"])
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def id_of(answer):
    headers = answer["ResponseMetadata"]["HTTPHeaders"]
    return headers.get("x-amzn-requestid") or headers["x-amz-request-id"]


CALLS = [lambda: S3.list_buckets(), lambda: STS.get_caller_identity(), lambda: IAM.get_user(UserName="nobody")]


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
    account = STS.get_caller_identity()["Account"]
    policy = lambda *statements: json.dumps({"Version": "2012-10-17", "Statement": statements})
    allow = lambda action, resource=None: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action,
                                           **({"Resource": resource} if resource else {})}
    S3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    S3.put_bucket_policy(Bucket="logs", Policy=policy(allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")))
    role = IAM.create_role(RoleName="writer", AssumeRolePolicyDocument=policy(allow("sts:AssumeRole")))["Role"]["Arn"]
    IAM.put_role_policy(RoleName="writer", PolicyName="p", PolicyDocument=policy({"Effect": "Allow", "Action": "logs:*", "Resource": "*"}))
    LOGS.create_log_group(logGroupName="trail")
    LOGS.put_metric_filter(logGroupName="trail", filterName="all", filterPattern="", metricTransformations=[
        {"metricName": "Events", "metricNamespace": "Trail", "metricValue": "1"}])
    topic = SNS.create_topic(Name="files")["TopicArn"]
    SNS.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy(allow("SNS:Publish", topic)))
    queue = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Queue)
    threading.Thread(target=queue.serve_forever, daemon=True).start()
    SNS.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"http://127.0.0.1:{queue.server_port}/queue")
    TRAIL.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True, SnsTopicName="files", CloudWatchLogsRoleArn=role,
                       CloudWatchLogsLogGroupArn=f"arn:aws:logs:eu-north-1:{account}:log-group:trail:*")
    TRAIL.start_logging(Name="all")
    say("prepared")


def in_group():
    pages = LOGS.get_paginator("filter_log_events").paginate(logGroupName="trail")
    return [json.loads(event["message"]) for page in pages for event in page["events"]]


def delivered():
    pages = S3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix="AWSLogs/")
    return {("logs", item["Key"]) for page in pages for item in page.get("Contents", []) if "/CloudTrail/" in item["Key"]}


def check():
    end = time.monotonic() + 120
    while True:
        found = in_group()
        times = collections.Counter(record["requestID"] for record in found)
        missing = [id for id in acknowledged if id not in times]
        # What is delivered now may be told in a moment.
        files = delivered()
        untold = files - set(told)
        if not missing and not untold or time.monotonic() > end:
            break
    twice = [id for id, count in times.items() if count > 1]
    assert not faults, faults[:3]
    assert not missing, (len(missing), missing[:3])
    assert not twice and len({record["eventID"] for record in found}) == len(found), (len(twice), len(found))
    assert files and not untold, (len(files), sorted(untold)[:3])
    assert set(told) <= delivered(), "what is told is there"
    status = TRAIL.get_trail_status(Name="all")
    assert status["LatestNotificationTime"] and "LatestNotificationError" not in status, status
    assert status["LatestCloudWatchLogsDeliveryTime"] and "LatestCloudWatchLogsDeliveryError" not in status, status
    print(f"{len(found)} events, {len(files)} files, {len(told)} times told", file=sys.stderr)
    say("each once, and told")


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
