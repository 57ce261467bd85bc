"""The seeds' walk around a trail, with boto3 and AWS's command line: made in one step, used, looked up in event history,
found in files, proved, tampered with."""
import csv, datetime, gzip, io, json, os, subprocess, sys, tempfile, time
import boto3

ASHIATO, BUCKET = os.environ["ASHIATO"], "audited"
AWS = os.path.join(os.path.dirname(sys.executable), "aws")
s3, iam, sts, trail = (boto3.client(name) for name in ("s3", "iam", "sts", "cloudtrail"))
account = sts.get_caller_identity()["Account"]


def run(*command, codes=(0,)):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode in codes, (command, done.returncode, done.stdout, done.stderr)
    return done.stdout + (done.stderr if codes != (0,) else "")


def until(what, condition):
    """Waits for what the server does on its own, a minute at most."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
    raise AssertionError(f"waited for {what}")


def keys(kind):
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=f"AWSLogs/{account}/{kind}/")
    return sorted(item["Key"] for page in pages for item in page.get("Contents", []))


def records():
    files = (s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys("CloudTrail"))
    return [record for file in files for record in json.loads(gzip.decompress(file))["Records"]]


def validated(*more, codes=(0,)):
    arn = trail.list_trails()["Trails"][0]["TrailARN"]
    return run(AWS, "cloudtrail", "validate-logs", "--trail-arn", arn, "--start-time", "2020-01-01T00:00:00Z", *more, codes=codes)


made = json.loads(run(ASHIATO, "trail", "create", "management-events", "--bucket", BUCKET))
assert made["IsMultiRegionTrail"] and made["LogFileValidationEnabled"], made
assert trail.get_trail_status(Name="management-events")["IsLogging"]

# The calls that are looked for, each by the id of its answer.
called = {}
def call(name, function, **arguments):
    try:
        answer = function(**arguments)
    except Exception as refusal:
        answer = refusal.response
    called[answer["ResponseMetadata"]["HTTPHeaders"].get("x-amzn-requestid") or answer["ResponseMetadata"]["HTTPHeaders"]["x-amz-request-id"]] = name
    return answer

home = {"LocationConstraint": "eu-north-1"}
call("CreateBucket", s3.create_bucket, Bucket="work", CreateBucketConfiguration=home)
call("PutBucketTagging", s3.put_bucket_tagging, Bucket="work", Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
call("PutBucketPolicy", s3.put_bucket_policy, Bucket="work", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::work/*"}]}))
call("CreateUser", iam.create_user, UserName="bob")
key = call("CreateAccessKey", iam.create_access_key, UserName="bob")["AccessKey"]
trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": account}, "Action": "sts:AssumeRole"}]}
role = call("CreateRole", iam.create_role, RoleName="reader", AssumeRolePolicyDocument=json.dumps(trust))["Role"]
session = call("AssumeRole", sts.assume_role, RoleArn=role["Arn"], RoleSessionName="now")["Credentials"]
of = lambda service, key: boto3.client(service, aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"],
    aws_session_token=key.get("SessionToken"))
bob, reader = of("s3", key), of("s3", session)
call("CreateBucket refused", bob.create_bucket, Bucket="bobs", CreateBucketConfiguration=home)
call("ListBuckets refused", reader.list_buckets)
call("DeleteBucket missing", s3.delete_bucket, Bucket="nowhere")
call("ListWorkGroups", boto3.client("athena").list_work_groups)
call("PutObject", s3.put_object, Bucket="work", Key="k", Body=b"data events are for who selects them")

# Event history, as soon as a call is answered: by what stands behind the console's lookup attributes.
def looked_up(attribute, value, region="eu-north-1", **more):
    pages = boto3.client("cloudtrail", region_name=region).get_paginator("lookup_events")
    pages = pages.paginate(LookupAttributes=[{"AttributeKey": attribute, "AttributeValue": value}], **more)
    return [(event, json.loads(event["CloudTrailEvent"])) for page in pages for event in page["Events"]]
[(_, creation)] = looked_up("EventName", "CreateTrail")
assert creation["userAgent"].startswith("ashiato/") and creation["userAgent"].endswith(" trail create"), creation

ids_of = lambda events: {record.get("requestID") for _, record in events}
called_as = lambda *names: {id for id, name in called.items() if name in names}
buckets = looked_up("ResourceType", "AWS::S3::Bucket")
assert called_as("CreateBucket", "PutBucketTagging", "PutBucketPolicy", "CreateBucket refused") <= ids_of(buckets)
assert called_as("PutObject").isdisjoint(ids_of(buckets)), "data events are not in event history"
refusal = next(record for _, record in buckets if record.get("requestID") in called_as("CreateBucket refused"))
assert refusal["errorCode"] == "AccessDenied", refusal
writes, reads = looked_up("ReadOnly", "false"), looked_up("ReadOnly", "true")
assert called_as("CreateBucket") <= ids_of(writes) and called_as("ListWorkGroups", "ListBuckets refused") <= ids_of(reads)
assert ids_of(writes).isdisjoint(ids_of(reads))
assert ids_of(looked_up("EventName", "CreateUser", region="us-east-1")) == called_as("CreateUser")
assert called_as("ListWorkGroups") == ids_of(looked_up("EventSource", "athena.amazonaws.com"))
now, hour = datetime.datetime.now(datetime.timezone.utc), datetime.timedelta(hours=1)
assert ids_of(looked_up("ResourceName", "nowhere", StartTime=now - hour, EndTime=now + hour)) == called_as("DeleteBucket missing")
assert looked_up("ResourceName", "nowhere", EndTime=now - hour) == []
told = json.loads(run(AWS, "cloudtrail", "lookup-events", "--lookup-attributes", "AttributeKey=Username,AttributeValue=bob"))
assert [json.loads(event["CloudTrailEvent"])["requestID"] for event in told["Events"]] == list(called_as("CreateBucket refused"))
# With the column of error codes; and the file that the console downloads.
rows = csv.DictReader(io.StringIO(run(ASHIATO, "history", "--output", "csv", "--all-regions", "ErrorCode=AccessDenied")))
assert {row["Request ID"] for row in rows} == called_as("CreateBucket refused", "ListBuckets refused")
downloaded = json.loads(run(ASHIATO, "history", "--output", "json", "--all-regions", "--limit", "1000"))["Records"]

found = until("the records", lambda: (lambda by: by if set(called) - {id for id, name in called.items() if name == "PutObject"} <= set(by) else None)(
    {record.get("requestID"): record for record in records()}))
by_name = {name: found[id] for id, name in called.items() if id in found}
assert "PutObject" not in by_name, "management events alone are the default"
ids = [record["eventID"] for record in records()]
assert len(ids) == len(set(ids))
# What the trail delivers is what event history shows.
shown = {record["eventID"]: record for record in downloaded}
assert all(shown[record["eventID"]] == record for record in by_name.values())
assert by_name["CreateUser"]["responseElements"]["user"]["userName"] == "bob"
assert by_name["CreateAccessKey"]["responseElements"]["accessKey"]["secretAccessKey"] == "HIDDEN_DUE_TO_SECURITY_REASONS"
assert by_name["CreateUser"]["awsRegion"] == "us-east-1" and by_name["CreateBucket"]["awsRegion"] == "eu-north-1"
assert by_name["PutBucketTagging"]["requestParameters"]["Tagging"]["TagSet"]["Tag"] == {"Key": "a", "Value": "b"}
assert by_name["PutBucketPolicy"]["requestParameters"]["bucketPolicy"]["Version"] == "2012-10-17"
assert by_name["AssumeRole"]["readOnly"] and "sharedEventID" not in by_name["AssumeRole"], "it is of one account"
assert by_name["AssumeRole"]["responseElements"]["credentials"]["sessionToken"] == "HIDDEN_DUE_TO_SECURITY_REASONS"
assert by_name["ListWorkGroups"]["readOnly"] and by_name["ListWorkGroups"]["responseElements"] is None
refused, missing = by_name["CreateBucket refused"], by_name["DeleteBucket missing"]
assert refused["errorCode"] == "AccessDenied" and "bob" in refused["errorMessage"], refused
assert missing["errorCode"] == "NoSuchBucket"
identity = by_name["ListBuckets refused"]["userIdentity"]
assert identity["type"] == "AssumedRole" and identity["arn"].endswith(":assumed-role/reader/now"), identity
issuer = identity["sessionContext"]["sessionIssuer"]
assert (issuer["type"], issuer["userName"], issuer["arn"]) == ("Role", "reader", role["Arn"]), issuer
assert refused["userIdentity"]["type"] == "IAMUser" and refused["userIdentity"]["userName"] == "bob"

# Data events of one bucket, by a selector.
trail.put_event_selectors(TrailName="management-events", EventSelectors=[{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": True,
    "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::work/"]}]}])
call("PutObject selected", s3.put_object, Bucket="work", Key="k/2", Body=b"x" * 1000)
call("GetObject reads", s3.get_object, Bucket="work", Key="k/2")
wanted = next(id for id, name in called.items() if name == "PutObject selected")
put = until("the data event", lambda: next((record for record in records() if record.get("requestID") == wanted), None))
assert put["eventCategory"] == "Data" and put["managementEvent"] is False and put["readOnly"] is False
assert put["requestParameters"]["key"] == "k/2" and put["additionalEventData"]["bytesTransferredIn"] >= 1000
assert [resource["type"] for resource in put["resources"]] == ["AWS::S3::Object", "AWS::S3::Bucket"]

# Files enough to be tampered with in several ways.
for number in range(4):
    before = len(keys("CloudTrail/eu-north-1"))
    s3.put_object(Bucket="work", Key=f"more/{number}", Body=b"x")
    until("another file", lambda: len(keys("CloudTrail/eu-north-1")) > before)

# Proved by AWS's own command, and by ours.
until("a digest of all files", lambda: sum(len(json.loads(gzip.decompress(s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()))["logFiles"])
    for key in keys("CloudTrail-Digest") if "_eu-north-1_management" in key) >= len(keys(f"CloudTrail/eu-north-1")))
trail.stop_logging(Name="management-events")
assert not trail.get_trail_status(Name="management-events")["IsLogging"]
told = validated()
assert "log files valid" in told and "INVALID" not in told, told
def our_proof():
    with tempfile.NamedTemporaryFile("w") as keys:
        keys.write(run(AWS, "cloudtrail", "list-public-keys", "--start-time", "2020-01-01")), keys.flush()
        return "\nVALID: everything is proved" in "\n" + run(ASHIATO, "validate-logs", f"s3://{BUCKET}", "--public-key", keys.name, codes=(0, 1, 3))
until("the last digest", our_proof)

# As the article looks at it: SQL over what was delivered.
sql = "SELECT eventname FROM cloudtrail_logs WHERE eventname = 'CreateUser'"
assert run(ASHIATO, "query", "--logs", f"s3://{BUCKET}", "--output", "csv", sql) == '"eventname"\n"CreateUser"\n'

# Tampered with: AWS's command names the files.
digests = (json.loads(gzip.decompress(s3.get_object(Bucket=BUCKET, Key=key)["Body"].read())) for key in keys("CloudTrail-Digest/eu-north-1"))
victims = [file["s3Object"] for digest in digests for file in digest["logFiles"]]
altered, deleted, truncated, appended = victims[:4]
body = lambda key: s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()
text = lambda key: gzip.decompress(body(key))
put = lambda key, body: s3.put_object(Bucket=BUCKET, Key=key, Body=body)
another = body(altered)
put(altered, gzip.compress(text(altered).replace(b"eu-north-1", b"eu-north-2")))
put(truncated, body(truncated)[:-100])
put(appended, gzip.compress(text(appended) + text(appended)))
s3.delete_object(Bucket=BUCKET, Key=deleted)
def named():
    told = validated("--verbose", codes=(0, 1))
    ours = run(ASHIATO, "validate-logs", f"s3://{BUCKET}", codes=(1,))
    for victim in victims[:4]:
        assert f"{victim}\tINVALID" in told, (victim, told)
        assert victim in ours, (victim, ours)
    assert told.count("\tINVALID") == 4, told
named()
# One replaced by another that is as it was delivered, but elsewhere.
put(truncated, another)
named()
print("walked")
