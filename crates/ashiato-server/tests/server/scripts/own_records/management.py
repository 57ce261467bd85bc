# What CloudTrail did for its files is in files of their own, and what it did for those in none.
status = trails.get_trail_status(Name="watching")
assert "LatestDeliveryError" not in status and "LatestCloudWatchLogsDeliveryError" not in status, status
KEY = trails.get_trail(Name="watching")["Trail"]["KmsKeyId"]
ROLE = f"arn:aws:iam::{ACCOUNT}:role/to-logs"
given = files("logs")
records = [record for _, found in given for record in found]
own = [record for record in records if by_cloudtrail(record)]
by_name = lambda name: [record for record in own if record["eventName"] == name]

# When the key was set, it was tried.
TRIED = f"arn:aws:s3:::logs/AWSLogs/{ACCOUNT}"
place = lambda record: record["requestParameters"]["encryptionContext"]["aws:s3:arn"]
tried, = [record for record in by_name("GenerateDataKey") if place(record) == TRIED]
resource = [{"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": KEY}]
by_service(tried, eventSource="kms.amazonaws.com", awsRegion=HOME, readOnly=True, managementEvent=True, responseElements=None, resources=resource,
           requestParameters={"encryptionContext": {"aws:cloudtrail:arn": f"arn:aws:cloudtrail:{HOME}:{ACCOUNT}:trail/watching",
                                                    "aws:s3:arn": TRIED}, "keySpec": "AES_256", "keyId": KEY})

# Of each file that tells of others than CloudTrail there is one more, under the name of the file.
told_of = {f"arn:aws:s3:::logs/{name}" for name, found in given if not all(map(by_cloudtrail, found))}
made = [place(record) for record in by_name("GenerateDataKey") if record is not tried]
assert len(made) == len(set(made)), made
of_digests = {place for place in made if "/CloudTrail-Digest/" in place}
assert set(made) - of_digests == told_of, (made, told_of)
assert len(of_digests) == DIGESTS, of_digests
assert not any(record["eventName"] == "PutObject" for record in records), "data events are not asked for"

acl = by_name("GetBucketAcl")
assert acl, own
for record in acl:
    by_service(record, eventSource="s3.amazonaws.com", awsRegion=HOME, readOnly=True, managementEvent=True, responseElements=None,
               requestParameters={"bucketName": "logs", "Host": ENDPOINT.split("//")[1], "acl": ""},
               resources=[{"accountId": ACCOUNT, "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::logs"}])

# The role is assumed once, for an hour.
assumed = by_name("AssumeRole")
assert len(assumed) == 1, assumed
by_service(assumed[0], eventSource="sts.amazonaws.com", awsRegion=HOME, readOnly=True, resources=[{"accountId": ACCOUNT, "type": "AWS::IAM::Role", "ARN": ROLE}],
           requestParameters={"roleArn": ROLE, "roleSessionName": "CLOUDTRAIL_TO_CLOUDWATCHLOGS"})
answered = assumed[0]["responseElements"]
assert answered["assumedRoleUser"]["arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/to-logs/CLOUDTRAIL_TO_CLOUDWATCHLOGS", answered
assert answered["credentials"]["accessKeyId"].startswith("ASIA") and set(answered["credentials"]) == {"accessKeyId", "expiration"}, answered
assert logs.describe_log_streams(logGroupName="trail")["logStreams"]
print("passed")
