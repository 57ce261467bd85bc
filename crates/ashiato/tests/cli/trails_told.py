"""A trail's log group, looked at as its users do while the log group, the role and the stream come and go."""
import collections, gzip, json, os, subprocess, sys, time
import boto3

AWS = os.path.join(os.path.dirname(sys.executable), "aws")
HOME = "eu-north-1"
s3, iam, sts, trail, logs, athena = (boto3.client(name, region_name=HOME) for name in ("s3", "iam", "sts", "cloudtrail", "logs", "athena"))
account = sts.get_caller_identity()["Account"]
statement = lambda action, resource, **more: {"Effect": "Allow", "Action": action, "Resource": resource, **more}
policy = lambda *statements: json.dumps({"Version": "2012-10-17", "Statement": statements})


def until(what, condition, seconds=30):
    """Waits for what the server does on its own. Tells what was found and after how long."""
    begin = time.monotonic()
    while time.monotonic() < begin + seconds:
        found = condition()
        if found:
            return found, time.monotonic() - begin
    raise AssertionError(f"waited for {what}")


def id_of(answer):
    headers = answer["ResponseMetadata"]["HTTPHeaders"]
    return headers.get("x-amzn-requestid") or headers["x-amz-request-id"]


def events(group, **more):
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group, **more)
    return [event for page in pages for event in page["events"]]


def ids(group):
    """How often each call is in a log group."""
    return collections.Counter(json.loads(event["message"])["requestID"] for event in events(group))


def ids_in_files():
    """The calls in the log files of all trails."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix="AWSLogs/")
    keys = [item["Key"] for page in pages for item in page.get("Contents", []) if item["Key"].endswith(".json.gz")]
    bodies = [json.loads(gzip.decompress(s3.get_object(Bucket="logs", Key=key)["Body"].read())) for key in keys]
    return [record["requestID"] for body in bodies for record in body["Records"] if "requestID" in record]


def status(name):
    return trail.get_trail_status(Name=name)


trusts = lambda service: policy({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
role = iam.create_role(RoleName="writer", AssumeRolePolicyDocument=trusts("cloudtrail.amazonaws.com"))["Role"]["Arn"]
writes = policy(statement(["logs:CreateLogStream", "logs:PutLogEvents"], f"arn:aws:logs:*:{account}:log-group:*:log-stream:{account}_CloudTrail_*"))
may_write = lambda: iam.put_role_policy(RoleName="writer", PolicyName="p", PolicyDocument=writes)
may_write()
s3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": HOME})
by = {"Principal": {"Service": "cloudtrail.amazonaws.com"}}
s3.put_bucket_policy(Bucket="logs", Policy=policy(statement("s3:GetBucketAcl", "arn:aws:s3:::logs", **by), statement("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*", **by)))
for name in ("trail", "other"):
    logs.create_log_group(logGroupName=name)
    trail.create_trail(Name=name, S3BucketName="logs", IsMultiRegionTrail=True, CloudWatchLogsRoleArn=role,
                       CloudWatchLogsLogGroupArn=f"arn:aws:logs:{HOME}:{account}:log-group:{name}:*")
before = sts.get_caller_identity()
assert "LatestCloudWatchLogsDeliveryTime" not in status("trail")
for name in ("trail", "other"):
    trail.start_logging(Name=name)

# Within seconds of the call, whole, in the stream of its account and region.
called = s3.create_bucket(Bucket="made", CreateBucketConfiguration={"LocationConstraint": HOME})
found, seconds = until("the event", lambda: [event for event in events("trail", filterPattern='{ $.eventName = "CreateBucket" }')])
assert seconds < 10, seconds
[event] = found
record = json.loads(event["message"])
assert record["requestID"] == id_of(called) and record["eventName"] == "CreateBucket" and record["userIdentity"], record
assert event["logStreamName"] == f"{account}_CloudTrail_{HOME}", event
assert abs(event["timestamp"] / 1000 - time.time()) < 60, event
user = iam.create_user(UserName="bob")
until("an event of another region", lambda: id_of(user) in ids("trail"))
streams = [stream["logStreamName"] for stream in logs.describe_log_streams(logGroupName="trail")["logStreams"]]
assert streams == [f"{account}_CloudTrail_{HOME}", f"{account}_CloudTrail_us-east-1"], streams
assert id_of(before) not in ids("trail"), "it began with StartLogging"
told = status("trail")
assert "LatestCloudWatchLogsDeliveryError" not in told and told["LatestCloudWatchLogsDeliveryTime"], told
assert id_of(called) not in ids_in_files(), "log files have time"
run = lambda *command: subprocess.run([AWS, *command], stdout=subprocess.PIPE, check=True, text=True).stdout
# What the command's second version asks for `logs tail`.
since = str(int((time.time() - 600) * 1000))
tail = run("logs", "filter-log-events", "--log-group-name", "trail", "--interleaved", "--start-time", since, "--query", "events[].message")
assert "CreateBucket" in tail and "CreateUser" in tail, tail
answer = json.loads(run("logs", "filter-log-events", "--log-group-name", "trail", "--filter-pattern", '{ $.eventName = "CreateUser" }'))
assert len(answer["events"]) == 1, answer

# No event is too large for a log group: what would make it so is left out of the record.
sql = "SELECT 1 /* " + "x" * 262000 + " */"
large = athena.start_query_execution(QueryString=sql, ResultConfiguration={"OutputLocation": "s3://made/"})
after = sts.get_caller_identity()
until("what follows it", lambda: id_of(after) in ids("trail"))
[record] = [record for record in (json.loads(event["message"]) for event in events("trail")) if record["requestID"] == id_of(large)]
assert record["requestParameters"]["omitted"] is True, record
assert "LatestCloudWatchLogsDeliveryError" not in status("trail")

# The log group is deleted: the other trail's events go on, this trail's wait and come once the group is there again.
logs.delete_log_group(logGroupName="trail")
waiting = [sts.get_caller_identity() for _ in range(5)]
until("the other trail", lambda: all(ids("other")[id_of(answer)] == 1 for answer in waiting))
error, _ = until("the error", lambda: status("trail").get("LatestCloudWatchLogsDeliveryError", "").startswith("The specified"))
assert status("trail")["LatestCloudWatchLogsDeliveryError"] == "The specified log group does not exist."
assert "The specified" not in status("other").get("LatestCloudWatchLogsDeliveryError", "")
logs.create_log_group(logGroupName="trail")
until("what waited", lambda: all(ids("trail")[id_of(answer)] == 1 for answer in waiting), 90)
assert id_of(called) not in ids("trail"), "what was in the group is gone with it"
assert "The specified" not in status("trail").get("LatestCloudWatchLogsDeliveryError", "")

# A stream is deleted: it is made again, and nothing that was in it comes again.
logs.delete_log_stream(logGroupName="trail", logStreamName=f"{account}_CloudTrail_{HOME}")
again = sts.get_caller_identity()
until("the stream", lambda: ids("trail")[id_of(again)] == 1)
assert not any(id_of(answer) in ids("trail") for answer in waiting)

# The role loses its permissions, and its trust.
for lose, regain, why in [
    (lambda: iam.delete_role_policy(RoleName="writer", PolicyName="p"), may_write, "AccessDenied"),
    (lambda: iam.update_assume_role_policy(RoleName="writer", PolicyDocument=trusts("config.amazonaws.com")),
     lambda: iam.update_assume_role_policy(RoleName="writer", PolicyDocument=trusts("cloudtrail.amazonaws.com")),
     "AccessDenied"),
]:
    lose()
    waiting = [sts.get_caller_identity() for _ in range(3)]
    until(why, lambda: status("trail").get("LatestCloudWatchLogsDeliveryError") == why)
    assert not any(id_of(answer) in ids("trail") for answer in waiting)
    regain()
    for name in ("trail", "other"):
        until("what waited", lambda: all(ids(name)[id_of(answer)] == 1 for answer in waiting), 90)

# What a trail selects from then on holds from then on; stopped, it tells nothing more.
trail.put_event_selectors(TrailName="trail", EventSelectors=[{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True}])
read, written = sts.get_caller_identity(), iam.create_user(UserName="eve")
until("the write", lambda: ids("trail")[id_of(written)] == 1)
assert id_of(read) not in ids("trail") and ids("other")[id_of(read)] == 1
trail.stop_logging(Name="trail")
stopped = iam.create_user(UserName="mallory")
until("the other trail", lambda: ids("other")[id_of(stopped)] == 1)
trail.start_logging(Name="trail")
started = iam.create_user(UserName="trent")
until("the next", lambda: ids("trail")[id_of(started)] == 1)
assert id_of(stopped) not in ids("trail")

# Without a log group nothing goes there any more; with one again, what is recorded from then on.
trail.update_trail(Name="trail", CloudWatchLogsLogGroupArn="", CloudWatchLogsRoleArn="")
without = iam.create_user(UserName="walter")
until("the other trail", lambda: ids("other")[id_of(without)] == 1)
trail.update_trail(Name="trail", CloudWatchLogsLogGroupArn=f"arn:aws:logs:{HOME}:{account}:log-group:trail:*", CloudWatchLogsRoleArn=role)
within = iam.create_user(UserName="wendy")
until("the next", lambda: ids("trail")[id_of(within)] == 1)
assert id_of(without) not in ids("trail")
trail.delete_trail(Name="trail")
last = iam.create_user(UserName="victor")
until("the other trail", lambda: ids("other")[id_of(last)] == 1)
assert id_of(last) not in ids("trail")
assert all(count == 1 for count in ids("other").values()), "each once"
print("told")
