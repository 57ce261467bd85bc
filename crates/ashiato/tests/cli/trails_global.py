"""Which trails get the events of global services: those of the region that leads, and those of all regions; where they are
set to. They are filed under the region where they are processed."""
import gzip, json, time
import boto3

HOME, LEADING = "eu-north-1", "us-east-1"
s3, iam = boto3.client("s3"), boto3.client("iam")
sts = {region: boto3.client("sts", region_name=region) for region in (HOME, LEADING)}
athena = {region: boto3.client("athena", region_name=region) for region in (HOME, LEADING)}
account = sts[HOME].get_caller_identity()["Account"]
s3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": HOME})
allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/*")]}))

# Their names, which their files are below: what they are, and the calls that each of them is to have, by region.
IAM, GLOBAL, REGIONAL, AT_HOME, AWAY = "ListUsers", "leading GetCallerIdentity", "home GetCallerIdentity", "home ListWorkGroups", "leading ListWorkGroups"
TRAILS = {
    "home": (HOME, dict(IncludeGlobalServiceEvents=True), {HOME: {REGIONAL, AT_HOME}}),
    "home-without": (HOME, dict(IncludeGlobalServiceEvents=False), {HOME: {REGIONAL, AT_HOME}}),
    "leading": (LEADING, dict(IncludeGlobalServiceEvents=True), {LEADING: {IAM, GLOBAL, AWAY}}),
    "leading-without": (LEADING, dict(IncludeGlobalServiceEvents=False), {LEADING: {AWAY}}),
    "everywhere": (HOME, dict(IsMultiRegionTrail=True), {HOME: {REGIONAL, AT_HOME}, LEADING: {IAM, GLOBAL, AWAY}}),
}
for name, (region, settings, _) in TRAILS.items():
    trail = boto3.client("cloudtrail", region_name=region)
    trail.create_trail(Name=name, S3BucketName="logs", S3KeyPrefix=name, **settings)
    trail.start_logging(Name=name)

called = {}
def call(name, function):
    called[function()["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"]] = name

def delivered(trail):
    """The names of the calls in a trail's files, by the region of the file."""
    found = {}
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket="logs", Prefix=f"{trail}/AWSLogs/{account}/CloudTrail/"):
        for item in page.get("Contents", []):
            region = item["Key"].split("/CloudTrail/")[1].split("/")[0]
            records = json.loads(gzip.decompress(s3.get_object(Bucket="logs", Key=item["Key"])["Body"].read()))["Records"]
            assert all(record["awsRegion"] == region for record in records), item["Key"]
            found.setdefault(region, set()).update(called[record["requestID"]] for record in records if record.get("requestID") in called)
    return {region: names for region, names in found.items() if names}

call(IAM, iam.list_users)
call(GLOBAL, sts[LEADING].get_caller_identity)
call(REGIONAL, sts[HOME].get_caller_identity)
# Last, so that what is to come of the others has come when these have.
call(AT_HOME, athena[HOME].list_work_groups)
call(AWAY, athena[LEADING].list_work_groups)
end = time.monotonic() + 60
while True:
    found = {name: delivered(name) for name in TRAILS}
    if found == {name: expected for name, (_, _, expected) in TRAILS.items()}:
        break
    assert time.monotonic() < end, found
print("where they belong")
