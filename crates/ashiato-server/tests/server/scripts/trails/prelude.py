import json, re
ACCOUNT, HOME = "111122223333", "eu-north-1"


def in_region(region, service="cloudtrail", key="AKIDALICE", secret="secret"):
    return boto3.client(
        service, endpoint_url=ENDPOINT, region_name=region, aws_access_key_id=key, aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1}, parameter_validation=False))


def arn_of(name, region=HOME):
    return f"arn:aws:cloudtrail:{region}:{ACCOUNT}:trail/{name}"


def bucket_policy(bucket, prefix="", account=ACCOUNT, acl=None, write=None):
    """The policy that AWS's documentation gives, each statement with further conditions."""
    service = {"Service": "cloudtrail.amazonaws.com"}
    granted = {"s3:x-amz-acl": "bucket-owner-full-control"}
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": service, "Action": "s3:GetBucketAcl", "Resource": f"arn:aws:s3:::{bucket}",
         "Condition": {"StringEquals": acl or {}}},
        {"Effect": "Allow", "Principal": service, "Action": "s3:PutObject",
         "Resource": f"arn:aws:s3:::{bucket}/{prefix}AWSLogs/{account}/*",
         "Condition": {"StringEquals": {**granted, **(write or {})}}}]})


s3, trails = in_region(HOME, "s3"), in_region(HOME)
if not s3.list_buckets()["Buckets"]:
    for bucket in ("logs", "more"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": HOME})
        s3.put_bucket_policy(Bucket=bucket, Policy=bucket_policy(bucket))
LOGS = dict(S3BucketName="logs")


def told(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}
