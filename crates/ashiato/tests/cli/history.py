"""Event history by boto3 and by `ashiato history`: attributes, times, pages, limits, errors, and what goes beyond AWS."""
import csv, datetime, io, json, os, re, subprocess, time
import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

trail, iam, s3, sts = (boto3.client(name) for name in ("cloudtrail", "iam", "s3", "sts"))
iam_events = boto3.client("cloudtrail", region_name="us-east-1")
unchecked = boto3.client("cloudtrail", config=Config(parameter_validation=False))


def ashiato(*arguments, code=0):
    done = subprocess.run([os.environ["ASHIATO"], "history", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == code, (arguments, done)
    return done


def refused(**arguments):
    try:
        unchecked.lookup_events(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError(f"{arguments} is not refused")


def found(client=trail, **arguments):
    return client.lookup_events(**arguments)["Events"]


by = lambda key, value: {"LookupAttributes": [{"AttributeKey": key, "AttributeValue": value}]}
for number in range(7):
    s3.create_bucket(Bucket=f"bucket-{number}", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
s3.put_object(Bucket="bucket-0", Key="k", Body=b"x")
user = iam.create_user(UserName="alice")["User"]
account, key = sts.get_caller_identity()["Account"], boto3.Session().get_credentials().access_key

# Each of the eight attributes, as soon as a call is answered.
created = found(**by("EventName", "CreateBucket"))
assert [json.loads(event["CloudTrailEvent"])["requestParameters"]["bucketName"] for event in created] == [f"bucket-{n}" for n in reversed(range(7))]
one = created[3]
assert one["ReadOnly"] == "false" and one["Username"] == "administrator" and one["AccessKeyId"] == key, one
assert one["EventSource"] == "s3.amazonaws.com"
assert {"ResourceType": "AWS::S3::Bucket", "ResourceName": "bucket-3"} in one["Resources"], one["Resources"]
assert [event["EventId"] for event in found(**by("EventId", one["EventId"]))] == [one["EventId"]]
assert len(found(**by("ResourceName", "bucket-3"))) == 1 and len(found(**by("ResourceType", "AWS::S3::Bucket"))) >= 7
assert all(event["ReadOnly"] == "true" for event in found(**by("ReadOnly", "true")))
assert len(found(**by("Username", "administrator"))) >= 8 and found(**by("Username", "nobody")) == []
assert {event["EventSource"] for event in found(**by("EventSource", "s3.amazonaws.com"))} == {"s3.amazonaws.com"}
assert len(found(**by("AccessKeyId", key))) >= 8
# Services without a region are in us-east-1, data events in no lookup of AWS's kind.
assert found(**by("EventName", "CreateUser")) == [] and len(found(iam_events, **by("EventName", "CreateUser"))) == 1
# What is no region is recorded at home, and found so.
assert len(found(boto3.client("cloudtrail", region_name="eu-fake-9"), **by("EventName", "CreateUser"))) == 1
assert found(**by("EventName", "PutObject")) == []
assert found(EventCategory="insight") == []

# Pages stay what they were while events arrive.
pages, token = [], None
while True:
    more = {"NextToken": token} if token else {}
    page = trail.lookup_events(MaxResults=2, **by("EventName", "CreateBucket"), **more)
    pages.append([event["EventId"] for event in page["Events"]])
    s3.create_bucket(Bucket=f"later-{len(pages)}", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    token = page.get("NextToken")
    if not token:
        break
assert sum(pages, []) == [event["EventId"] for event in created], pages
first = trail.lookup_events(MaxResults=2, **by("EventName", "CreateBucket"))["NextToken"]
assert refused(NextToken=first, **by("EventName", "DeleteBucket")) == "InvalidNextTokenException"
assert refused(NextToken="never given") == "InvalidNextTokenException"

# Times, limits and errors.
now = datetime.datetime.now(datetime.timezone.utc)
hour, day = datetime.timedelta(hours=1), datetime.timedelta(days=1)
assert found(StartTime=now + hour) == [] and found(EndTime=now - hour) == []
assert found(StartTime=now - 200 * day, EndTime=now - 100 * day) == []
assert len(found(StartTime=now - hour, EndTime=now + hour, **by("ResourceName", "bucket-1"))) == 1
assert refused(StartTime=now, EndTime=now - hour) == "InvalidTimeRangeException"
for most in (51, 0, -1):
    assert refused(MaxResults=most) == "InvalidMaxResultsException", most
assert refused(EventCategory="management") == "InvalidEventCategoryException"
assert refused(LookupAttributes=2 * by("EventName", "x")["LookupAttributes"]) == "InvalidLookupAttributesException"
for attribute in (by("EventName", "x" * 2001), by("EventName", ""), by("ErrorCode", "x"), {"LookupAttributes": [{"AttributeKey": "EventName"}]}):
    assert refused(**attribute) == "InvalidLookupAttributesException", attribute
# Insights events have three attributes.
for key in ("EventId", "EventName", "EventSource"):
    assert found(EventCategory="insight", **by(key, "x")) == []
for key in ("ReadOnly", "Username", "ResourceType", "ResourceName", "AccessKeyId"):
    assert refused(EventCategory="insight", **by(key, "x")) == "InvalidLookupAttributesException", key

# Beyond AWS.
rows = list(csv.DictReader(io.StringIO(ashiato("--output", "csv", "--limit", "100",
    "(EventName=CreateBucket and not ResourceName~later) or EventName=CreateUser", "--all-regions").stdout)))
assert len(rows) == 8 and rows[0]["Event name"] == "CreateUser" and rows[0]["AWS region"] == "us-east-1", rows
assert len(json.loads(ashiato("--output", "json", "EventName=CreateBucket", "--limit", "3").stdout)["Records"]) == 3
assert "PutObject" in ashiato("--data-events", "EventName=PutObject").stdout
counts = dict(reversed(row) for row in csv.reader(io.StringIO(ashiato("--counts", "EventName").stdout)))
assert int(counts["CreateBucket"]) >= 7, counts
assert "searched   " in ashiato().stderr and "missing    nothing that is known of\n" in ashiato().stderr

# Who called is in the records.
own = [json.loads(event["CloudTrailEvent"]) for event in found(**by("EventName", "LookupEvents"))]
version = subprocess.run([os.environ["ASHIATO"], "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.split()[1]
assert f"ashiato/{version} history" in {record["userAgent"] for record in own}, own

# Over several pages the range is that of all of them; where the limit cuts, it is said.
for half in range(2):
    for _ in range(60):
        s3.list_buckets()
    second = int(time.time())
    while int(time.time()) == second:
        pass
told = ashiato("--output", "csv", "--limit", "500", "EventName=ListBuckets")
times = [row["Event time"] for row in csv.DictReader(io.StringIO(told.stdout))]
oldest, newest = re.search(r"^searched   (\S+) to (\S+)$", told.stderr, re.M).groups()
assert len(times) == 120 and oldest[:19] <= times[-1][:19] < times[0][:19] <= newest[:19], (len(times), told.stderr)
assert "cut" not in told.stderr, told.stderr
told = ashiato("--output", "csv", "--limit", "70", "EventName=ListBuckets")
assert told.stdout.count("ListBuckets") == 70 and "cut        to the newest 70 events" in told.stderr, told.stderr
assert "1 record that came since" in told.stderr, told.stderr
# Of values that are many, it is said how many are not shown.
told = ashiato("--counts", "EventId", "EventName=ListBuckets")
assert told.stdout.count("\n") == 101 and "others     20 more with other values of EventId\n" in told.stderr, told.stderr
searched = re.search(r"^searched   (\S+) to (\S+)$", told.stderr, re.M).groups()
assert searched[0] == oldest and searched[1] >= newest, (searched, oldest, newest)
assert "others" not in ashiato("--counts", "ReadOnly").stderr
assert "Nope is no attribute" in ashiato("Nope=1", code=1).stderr
assert "= or" not in ashiato("EventName", code=2).stdout
print("looked up")
