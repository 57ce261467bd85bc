"""Drives the settings of buckets, parts copied and attributes with boto3, and fails at the first that is not AWS's."""

import json
import os
import pathlib
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

config = Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1})
s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="us-east-1", config=config,
                  aws_access_key_id=os.environ.get("S3_ACCESS_KEY", "AKIDEXAMPLE"),
                  aws_secret_access_key=os.environ.get("S3_SECRET", "secret"))
s3.create_bucket(Bucket="logs")
bucket = {"Bucket": "logs"}


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response["Error"]
        return
    raise AssertionError(f"{call.__name__} {arguments} was not refused with {code}")


def kept(name, member, absent, value, get=None, put=None, delete=None, **arguments):
    """What is put is read back; without it the answer is the error, or the value, that AWS has."""
    read = getattr(s3, get or f"get_bucket_{name}")
    if isinstance(absent, str):
        refused(absent, read, **bucket)
    else:
        assert read(**bucket).get(member) == absent, read(**bucket)
    getattr(s3, put or f"put_bucket_{name}")(**bucket, **arguments)
    assert read(**bucket)[member] == value, read(**bucket)
    refused("NoSuchBucket", read, Bucket="nowhere")
    if delete:
        getattr(s3, delete)(**bucket)
        if isinstance(absent, str):
            refused(absent, read, **bucket)


tags = [{"Key": "team", "Value": "ops"}, {"Key": "a b", "Value": ""}]
kept("tagging", "TagSet", "NoSuchTagSet", tags, delete="delete_bucket_tagging", Tagging={"TagSet": tags})
refused("InvalidTag", s3.put_bucket_tagging, **bucket, Tagging={"TagSet": tags + tags})
many = [{"Key": str(n), "Value": "v"} for n in range(51)]
refused("InvalidTag", s3.put_bucket_tagging, **bucket, Tagging={"TagSet": many})

kept("versioning", "Status", None, "Enabled", VersioningConfiguration={"Status": "Enabled"})
s3.put_bucket_versioning(**bucket, VersioningConfiguration={"Status": "Suspended"})
assert s3.get_bucket_versioning(**bucket)["Status"] == "Suspended"
refused("IllegalVersioningConfigurationException", s3.put_bucket_versioning, **bucket, VersioningConfiguration={})

aes = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False}]}
kms = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": "k"},
                  "BucketKeyEnabled": True}]}
kept("encryption", "ServerSideEncryptionConfiguration", aes, kms, ServerSideEncryptionConfiguration=kms)
s3.delete_bucket_encryption(**bucket)
assert s3.get_bucket_encryption(**bucket)["ServerSideEncryptionConfiguration"] == aes

cors = [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"], "AllowedHeaders": ["x-*"], "MaxAgeSeconds": 60}]
kept("cors", "CORSRules", "NoSuchCORSConfiguration", cors, delete="delete_bucket_cors",
     CORSConfiguration={"CORSRules": cors})
refused("InvalidRequest", s3.put_bucket_cors, **bucket,
        CORSConfiguration={"CORSRules": [{"AllowedMethods": ["TRACE"], "AllowedOrigins": ["*"]}]})

topics = [{"Id": "t", "TopicArn": "arn:aws:sns:us-east-1:111122223333:t", "Events": ["s3:ObjectCreated:*"]}]
kept("notification_configuration", "TopicConfigurations", None, topics,
     NotificationConfiguration={"TopicConfigurations": topics})
del topics[0]["Id"]
s3.put_bucket_notification_configuration(**bucket, NotificationConfiguration={"TopicConfigurations": topics})
assert s3.get_bucket_notification_configuration(**bucket)["TopicConfigurations"][0]["Id"]
s3.put_bucket_notification_configuration(**bucket, NotificationConfiguration={})
assert "TopicConfigurations" not in s3.get_bucket_notification_configuration(**bucket)

rules = [{"ID": "old", "Status": "Enabled", "Filter": {"Prefix": "logs/"}, "Expiration": {"Days": 30}}]
kept("lifecycle_configuration", "Rules", "NoSuchLifecycleConfiguration", rules, delete="delete_bucket_lifecycle",
     LifecycleConfiguration={"Rules": rules})

block = {name: True for name in
         ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")}
kept("", "PublicAccessBlockConfiguration", block, block | {"BlockPublicPolicy": False},
     get="get_public_access_block", put="put_public_access_block",
     PublicAccessBlockConfiguration=block | {"BlockPublicPolicy": False})
s3.put_public_access_block(**bucket, PublicAccessBlockConfiguration=block)

def to(principal):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::logs/*"}]})


private, public = to({"AWS": "arn:aws:iam::111122223333:root"}), to("*")
kept("policy", "Policy", "NoSuchBucketPolicy", private, delete="delete_bucket_policy", Policy=private)
refused("NoSuchBucketPolicy", s3.get_bucket_policy_status, **bucket)
refused("MalformedPolicy", s3.put_bucket_policy, **bucket, Policy="nonsense")
refused("MalformedPolicy", s3.put_bucket_policy, **bucket, Policy="{" + " " * 20480)
refused("AccessDenied", s3.put_bucket_policy, **bucket, Policy=public)
s3.delete_public_access_block(**bucket)
refused("NoSuchPublicAccessBlockConfiguration", s3.get_public_access_block, **bucket)
s3.put_bucket_policy(**bucket, Policy=public)
assert s3.get_bucket_policy_status(**bucket)["PolicyStatus"]["IsPublic"] is True
s3.put_bucket_policy(**bucket, Policy=private)
assert s3.get_bucket_policy_status(**bucket)["PolicyStatus"]["IsPublic"] is False

controls = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
enforced = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
kept("ownership_controls", "OwnershipControls", enforced, controls, OwnershipControls=controls)
s3.delete_bucket_ownership_controls(**bucket)
refused("OwnershipControlsNotFoundError", s3.get_bucket_ownership_controls, **bucket)

s3.create_bucket(Bucket="target")
logging = {"TargetBucket": "target", "TargetPrefix": "p/"}
kept("logging", "LoggingEnabled", None, logging, BucketLoggingStatus={"LoggingEnabled": logging})
refused("InvalidTargetBucketForLogging", s3.put_bucket_logging, **bucket,
        BucketLoggingStatus={"LoggingEnabled": {"TargetBucket": "nowhere", "TargetPrefix": ""}})

s3.put_object(**bucket, Key="k", Body=b"0123456789")
for acl in (s3.get_bucket_acl(**bucket), s3.get_object_acl(**bucket, Key="k")):
    assert [grant["Permission"] for grant in acl["Grants"]] == ["FULL_CONTROL"]
    assert acl["Grants"][0]["Grantee"]["ID"] == acl["Owner"]["ID"]
s3.put_bucket_acl(**bucket, ACL="private")
s3.put_object_acl(**bucket, Key="k", ACL="bucket-owner-full-control")
refused("AccessControlListNotSupported", s3.put_bucket_acl, **bucket, ACL="public-read")
refused("AccessControlListNotSupported", s3.put_object_acl, **bucket, Key="k", ACL="public-read")
refused("NoSuchKey", s3.get_object_acl, **bucket, Key="nothing")
# Nor is anything put with one.
s3.put_object(**bucket, Key="own", Body=b"", ACL="bucket-owner-full-control")
refused("AccessControlListNotSupported", s3.put_object, **bucket, Key="own", Body=b"", ACL="public-read")
refused("AccessControlListNotSupported", s3.put_object, **bucket, Key="own", Body=b"", GrantRead="id=somebody")
refused("AccessControlListNotSupported", s3.copy_object, **bucket, Key="own", CopySource=f"{bucket['Bucket']}/k", ACL="public-read")
refused("AccessControlListNotSupported", s3.create_multipart_upload, **bucket, Key="own", ACL="public-read")
s3.delete_object(**bucket, Key="own")

refused("NoSuchWebsiteConfiguration", s3.get_bucket_website, **bucket)
refused("ReplicationConfigurationNotFoundError", s3.get_bucket_replication, **bucket)
refused("ObjectLockConfigurationNotFoundError", s3.get_object_lock_configuration, **bucket)
assert s3.get_bucket_request_payment(**bucket)["Payer"] == "BucketOwner"
assert "Status" not in s3.get_bucket_accelerate_configuration(**bucket)
for kind in ("analytics", "intelligent_tiering", "inventory", "metrics"):
    refused("NoSuchConfiguration", getattr(s3, f"get_bucket_{kind}_configuration"), **bucket, Id="one")
    listed = getattr(s3, f"list_bucket_{kind}_configurations")(**bucket)
    assert listed["IsTruncated"] is False and not any("List" in name for name in listed), listed
refused("InvalidRequest", s3.get_object_legal_hold, **bucket, Key="k")
refused("InvalidRequest", s3.get_object_retention, **bucket, Key="k")

# The list of operations is AWS's.
listed = [line.split()[0] for line in (pathlib.Path(__file__).parents[2] / "operations.txt").read_text().splitlines()]
assert listed == sorted(s3.meta.service_model.operation_names), set(listed) ^ set(s3.meta.service_model.operation_names)

# A bucket that comes back remembers nothing.
s3.create_bucket(Bucket="again")
s3.put_bucket_tagging(Bucket="again", Tagging={"TagSet": tags})
s3.delete_bucket(Bucket="again")
s3.create_bucket(Bucket="again")
refused("NoSuchTagSet", s3.get_bucket_tagging, Bucket="again")

# Pages of buckets.
page = s3.list_buckets(MaxBuckets=2)
assert [one["Name"] for one in page["Buckets"]] == ["again", "logs"] and page["Owner"]["ID"], page
page = s3.list_buckets(MaxBuckets=2, ContinuationToken=page["ContinuationToken"])
assert [one["Name"] for one in page["Buckets"]] == ["target"] and "ContinuationToken" not in page, page
assert [one["Name"] for one in s3.list_buckets(Prefix="lo")["Buckets"]] == ["logs"]

# Uploads in progress.
ids = {key: s3.create_multipart_upload(**bucket, Key=key)["UploadId"] for key in ("a/1", "a/2", "b", "c")}
listed = s3.list_multipart_uploads(**bucket)
assert [one["Key"] for one in listed["Uploads"]] == ["a/1", "a/2", "b", "c"] and not listed["IsTruncated"]
listed = s3.list_multipart_uploads(**bucket, Delimiter="/", MaxUploads=2)
assert [one["Prefix"] for one in listed["CommonPrefixes"]] == ["a/"], listed
assert [one["Key"] for one in listed["Uploads"]] == ["b"] and listed["IsTruncated"], listed
listed = s3.list_multipart_uploads(**bucket, Delimiter="/", KeyMarker=listed["NextKeyMarker"],
                                   UploadIdMarker=listed["NextUploadIdMarker"])
assert [one["Key"] for one in listed["Uploads"]] == ["c"] and not listed["IsTruncated"], listed
assert [one["Key"] for one in s3.list_multipart_uploads(**bucket, Prefix="a/")["Uploads"]] == ["a/1", "a/2"]

# Parts copied.
whole = bytes(range(256)) * (6 << 12)
s3.put_object(**bucket, Key="source", Body=whole)
upload = {**bucket, "Key": "c", "UploadId": ids["c"]}
source = {"Bucket": "logs", "Key": "source"}
tags = [s3.upload_part_copy(**upload, PartNumber=1, CopySource=source)["CopyPartResult"]["ETag"],
        s3.upload_part_copy(**upload, PartNumber=2, CopySource=source,
                            CopySourceRange="bytes=1-10")["CopyPartResult"]["ETag"]]
refused("InvalidArgument", s3.upload_part_copy, **upload, PartNumber=3, CopySource=source,
        CopySourceRange=f"bytes=0-{len(whole)}")
refused("InvalidArgument", s3.upload_part_copy, **upload, PartNumber=3, CopySource=source, CopySourceRange="0-1")
refused("NoSuchKey", s3.upload_part_copy, **upload, PartNumber=3, CopySource={"Bucket": "logs", "Key": "nothing"})
refused("AccessDenied", s3.upload_part_copy, **upload, PartNumber=3, CopySource={"Bucket": "forbidden", "Key": "k"})
parts = [{"PartNumber": number, "ETag": tag} for number, tag in zip((1, 2), tags)]
s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
assert s3.get_object(**bucket, Key="c")["Body"].read() == whole + whole[1:11]

# Attributes.
asked = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"]
told = s3.get_object_attributes(**bucket, Key="c", ObjectAttributes=asked)
assert told["ObjectSize"] == len(whole) + 10 and told["StorageClass"] == "STANDARD", told
assert told["ObjectParts"]["TotalPartsCount"] == 2, told
assert [part["Size"] for part in told["ObjectParts"]["Parts"]] == [len(whole), 10], told
told = s3.get_object_attributes(**bucket, Key="k", ObjectAttributes=["ETag", "Checksum"])
assert told["Checksum"]["ChecksumType"] == "FULL_OBJECT" and "ObjectSize" not in told, told
refused("NoSuchKey", s3.get_object_attributes, **bucket, Key="nothing", ObjectAttributes=asked)

# A key that may not be deleted does not keep the others.
answer = s3.delete_objects(**bucket, Delete={"Objects": [{"Key": "k"}, {"Key": "kept"}]})
assert [one["Key"] for one in answer["Deleted"]] == ["k"], answer
assert [(one["Key"], one["Code"]) for one in answer["Errors"]] == [("kept", "AccessDenied")], answer
print("all checks passed")
