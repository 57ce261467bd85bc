"""Prints the record of a CreateBucket of a user's own session over TLS, as a trail delivers it."""
import gzip, json, os, time
import boto3

verify = os.environ["CERTIFICATE"]
sts, iam = boto3.client("sts", verify=verify), boto3.client("iam", verify=verify)
account = sts.get_caller_identity()["Account"]
session = sts.get_session_token()["Credentials"]
mine = dict(aws_access_key_id=session["AccessKeyId"], aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
s3, trail = boto3.client("s3", verify=verify), boto3.client("cloudtrail", verify=verify)
home = {"LocationConstraint": "ap-northeast-1"}
s3.create_bucket(Bucket="logs", CreateBucketConfiguration=home)
allow = lambda action, resource: {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": action, "Resource": resource}
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    allow("s3:GetBucketAcl", "arn:aws:s3:::logs"), allow("s3:PutObject", "arn:aws:s3:::logs/AWSLogs/*")]}))
trail.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True)
trail.start_logging(Name="all")
made = boto3.client("s3", verify=verify, **mine).create_bucket(Bucket="made", CreateBucketConfiguration=home)
wanted = made["ResponseMetadata"]["HTTPHeaders"]["x-amz-request-id"]
end = time.monotonic() + 60
while time.monotonic() < end:
    for item in s3.list_objects_v2(Bucket="logs").get("Contents", []):
        for record in json.loads(gzip.decompress(s3.get_object(Bucket="logs", Key=item["Key"])["Body"].read()))["Records"]:
            if record.get("requestID") == wanted:
                print(json.dumps(record))
                raise SystemExit
raise SystemExit("the record was not delivered")
