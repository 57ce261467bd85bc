import gzip, json
ACCOUNT, HOME = "111122223333", "eu-north-1"
iam, kms, s3, trails, logs = (client(service) for service in ("iam", "kms", "s3", "cloudtrail", "logs"))


def bucket(name, *more):
    """A bucket that CloudTrail may put files into."""
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": HOME})
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
         "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]}, *more]}))


def files(name):
    """The keys of a trail's log files, and their records, the earliest first."""
    found = []
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=name):
        for entry in page.get("Contents", []):
            if "/CloudTrail/" in entry["Key"]:
                text = gzip.decompress(s3.get_object(Bucket=name, Key=entry["Key"])["Body"].read())
                found.append((entry["Key"], json.loads(text)["Records"]))
    return sorted(found, key=lambda file: min(record["eventTime"] for record in file[1]))


def by_cloudtrail(record):
    return record["userIdentity"].get("invokedBy") == "cloudtrail.amazonaws.com"


def key_for_cloudtrail():
    account = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"}
    service = {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "kms:GenerateDataKey*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [account, service]})
    return kms.create_key(Policy=policy)["KeyMetadata"]["Arn"]


AS_SERVICE = {"userIdentity": {"type": "AWSService", "invokedBy": "cloudtrail.amazonaws.com"}, "sourceIPAddress": "cloudtrail.amazonaws.com",
              "userAgent": "cloudtrail.amazonaws.com", "eventType": "AwsApiCall", "recipientAccountId": ACCOUNT, "eventVersion": "1.11"}


def holds(record, **expected):
    """Asserts members of a record."""
    assert {name: record.get(name) for name in expected} == expected, (expected, record)


def by_service(record, **expected):
    holds(record, **AS_SERVICE, **expected)
    assert record["sharedEventID"] and record["requestID"] and record["eventID"] and "tlsDetails" not in record, record
