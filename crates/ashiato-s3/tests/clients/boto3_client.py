"""Drives an S3 endpoint with boto3 and fails at the first thing that is not as AWS has it."""

import io
import os
import sys
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
config = Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}, signature_version="s3v4")


KEY, SECRET = os.environ.get("S3_ACCESS_KEY", "AKIDEXAMPLE"), os.environ.get("S3_SECRET", "secret")


def client(access_key=KEY, secret=SECRET, config=config):
    return boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", config=config,
                        aws_access_key_id=access_key, aws_secret_access_key=secret)


s3 = client()


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] in code.split("|"), error.response["Error"]
        return
    raise AssertionError(f"{call.__name__} {arguments} was not refused with {code}")


# Buckets.
s3.create_bucket(Bucket="logs")
s3.create_bucket(Bucket="tokyo", CreateBucketConfiguration={"LocationConstraint": "ap-northeast-1"})
# One's own is made once more in us-east-1 alone.
s3.create_bucket(Bucket="logs")
in_tokyo = {"LocationConstraint": "ap-northeast-1"}
refused("BucketAlreadyOwnedByYou", s3.create_bucket, Bucket="logs", CreateBucketConfiguration=in_tokyo)
refused("BucketAlreadyOwnedByYou", s3.create_bucket, Bucket="tokyo", CreateBucketConfiguration=in_tokyo)
refused("BucketAlreadyOwnedByYou", s3.create_bucket, Bucket="tokyo")
refused("NoSuchBucket", s3.list_objects_v2, Bucket="nowhere")
refused("AccessDenied", s3.create_bucket, Bucket="forbidden")
refused("SignatureDoesNotMatch", client(secret="other").list_buckets)
refused("InvalidAccessKeyId", client(access_key="AKIDOTHER").list_buckets)
assert [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]] == ["logs", "tokyo"]
assert s3.get_bucket_location(Bucket="logs")["LocationConstraint"] is None
assert s3.get_bucket_location(Bucket="tokyo")["LocationConstraint"] == "ap-northeast-1"
s3.head_bucket(Bucket="logs")

# Keys that have broken stores.
keys = ["a", "a/b", "a/", "a//b", "..", "../x", "x/../y", "plus+and %25", "日本語", "k" * 1024, "A", "new\nline"]
for key in keys:
    s3.put_object(Bucket="logs", Key=key, Body=key.encode())
for key in keys:
    assert s3.get_object(Bucket="logs", Key=key)["Body"].read() == key.encode(), key
assert [found["Key"] for found in s3.list_objects_v2(Bucket="logs")["Contents"]] == sorted(keys, key=str.encode)
refused("KeyTooLongError", s3.put_object, Bucket="logs", Key="k" * 1025, Body=b"")

# Pages and folders.
paginator = s3.get_paginator("list_objects_v2")
paged = [found["Key"] for page in paginator.paginate(Bucket="logs", PaginationConfig={"PageSize": 2})
         for found in page.get("Contents", [])]
assert paged == sorted(keys, key=str.encode), paged
level = s3.list_objects_v2(Bucket="logs", Delimiter="/", Prefix="a")
assert [one["Prefix"] for one in level["CommonPrefixes"]] == ["a/"], level
marked = s3.list_objects(Bucket="logs", Prefix="a", Marker="a/")
assert [found["Key"] for found in marked["Contents"]] == ["a//b", "a/b"], marked

# XML 1.0 lacks most control characters: S3 tells them as references all the same, and has none that are to be deleted.
odd = "odd\x01\r"
s3.put_object(Bucket="logs", Key=odd, Body=b"odd")
assert [found["Key"] for found in s3.list_objects_v2(Bucket="logs", Prefix="odd")["Contents"]] == [odd]
signed = s3
for encoding, told in (({}, "odd&#x1;&#xd;"), ({"EncodingType": "url"}, "odd%01%0D")):
    url = signed.generate_presigned_url("list_multipart_uploads", Params={"Bucket": "logs", "Prefix": odd, **encoding})
    answer = urllib.request.urlopen(url).read().decode()
    assert f"<Prefix>{told}</Prefix>" in answer, answer
refused("MalformedXML", s3.delete_objects, Bucket="logs", Delete={"Objects": [{"Key": "a"}, {"Key": odd}]})
s3.head_object(Bucket="logs", Key="a")
s3.delete_object(Bucket="logs", Key=odd)

# Metadata, ranges, conditions.
put = s3.put_object(Bucket="logs", Key="doc", Body=b"0123456789", ContentType="text/plain", CacheControl="no-store",
                    ContentEncoding="gzip", Metadata={"signature": "abc"}, Tagging="a=1&b=x%20y")
got = s3.get_object(Bucket="logs", Key="doc")
assert (got["ContentType"], got["CacheControl"], got["ContentEncoding"]) == ("text/plain", "no-store", "gzip"), got
assert got["Metadata"] == {"signature": "abc"} and got["TagCount"] == 2
assert got["ETag"] == put["ETag"] == '"781e5e245d69b566979b86e28d23f2c7"'
ranged = s3.get_object(Bucket="logs", Key="doc", Range="bytes=2-4")
assert ranged["Body"].read() == b"234" and ranged["ContentRange"] == "bytes 2-4/10"
assert s3.get_object(Bucket="logs", Key="doc", Range="bytes=-3")["Body"].read() == b"789"
refused("InvalidRange", s3.get_object, Bucket="logs", Key="doc", Range="bytes=10-")
refused("304|NotModified", s3.get_object, Bucket="logs", Key="doc", IfNoneMatch=put["ETag"])
refused("304|NotModified", s3.get_object, Bucket="logs", Key="doc", IfModifiedSince=got["LastModified"])
refused("PreconditionFailed", s3.get_object, Bucket="logs", Key="doc", IfMatch='"other"')
refused("PreconditionFailed", s3.put_object, Bucket="logs", Key="doc", Body=b"", IfNoneMatch="*")
refused("NoSuchKey", s3.get_object, Bucket="logs", Key="nothing")
refused("404", s3.head_object, Bucket="logs", Key="nothing")
refused("BadDigest|InvalidDigest", s3.put_object, Bucket="logs", Key="doc", Body=b"x", ContentMD5="AAAAAAAAAAAAAAAAAAAAAA==")

s3.put_object(Bucket="logs", Key="empty/")
assert s3.get_object(Bucket="logs", Key="empty/")["Body"].read() == b""

# Checksums.
for algorithm in ["CRC32", "SHA1", "SHA256"]:
    s3.put_object(Bucket="logs", Key="sum", Body=b"123456789", ChecksumAlgorithm=algorithm)
    head = s3.head_object(Bucket="logs", Key="sum", ChecksumMode="ENABLED")
    assert f"Checksum{algorithm}" in head, head
refused("BadDigest|InvalidRequest", s3.put_object, Bucket="logs", Key="sum", Body=b"x", ChecksumCRC32="AAAAAA==")

# Copies and tags.
s3.copy_object(Bucket="tokyo", Key="copy+1", CopySource={"Bucket": "logs", "Key": "doc"})
assert s3.head_object(Bucket="tokyo", Key="copy+1")["Metadata"] == {"signature": "abc"}
s3.copy_object(Bucket="tokyo", Key="copy+1", CopySource="logs/doc", MetadataDirective="REPLACE", Metadata={"n": "1"})
assert s3.head_object(Bucket="tokyo", Key="copy+1")["Metadata"] == {"n": "1"}
refused("InvalidRequest", s3.copy_object, Bucket="logs", Key="doc", CopySource="logs/doc")
tag_set = s3.get_object_tagging(Bucket="tokyo", Key="copy+1")["TagSet"]
assert tag_set == [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "x y"}], tag_set
s3.put_object_tagging(Bucket="tokyo", Key="copy+1", Tagging={"TagSet": [{"Key": "c", "Value": "2"}]})
assert s3.get_object_tagging(Bucket="tokyo", Key="copy+1")["TagSet"] == [{"Key": "c", "Value": "2"}]
for tags in ([("c", "1"), ("c", "2")], [("k" * 129, "1")], [("c", "v" * 257)]):
    refused("InvalidTag", s3.put_object_tagging, Bucket="tokyo", Key="copy+1",
            Tagging={"TagSet": [{"Key": key, "Value": value} for key, value in tags]})
refused("InvalidTag", s3.put_object, Bucket="tokyo", Key="tagged", Body=b"", Tagging="a=1&a=2")
s3.delete_object_tagging(Bucket="tokyo", Key="copy+1")
assert s3.get_object_tagging(Bucket="tokyo", Key="copy+1")["TagSet"] == []

# Parts: what upload_file does, and its errors.
whole = os.urandom(64 << 20)
s3.upload_fileobj(io.BytesIO(whole), "logs", "large", Config=TransferConfig(multipart_chunksize=8 << 20))
head = s3.head_object(Bucket="logs", Key="large")
assert head["ContentLength"] == len(whole) and head["ETag"].endswith('-8"'), head
back = io.BytesIO()
s3.download_fileobj("logs", "large", back)
assert back.getvalue() == whole
assert s3.head_object(Bucket="logs", Key="large", PartNumber=2)["ContentLength"] == 8 << 20
upload = {"Bucket": "logs", "Key": "parts"}
upload["UploadId"] = s3.create_multipart_upload(**upload)["UploadId"]
tags = [s3.upload_part(**upload, PartNumber=n, Body=b"small")["ETag"] for n in (1, 2)]
assert [part["PartNumber"] for part in s3.list_parts(**upload)["Parts"]] == [1, 2]
parts = [{"PartNumber": n, "ETag": tag} for n, tag in zip((1, 2), tags)]
refused("EntityTooSmall", s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": parts})
refused("InvalidPartOrder", s3.complete_multipart_upload, **upload, MultipartUpload={"Parts": parts[::-1]})
refused("InvalidPart", s3.complete_multipart_upload, **upload,
        MultipartUpload={"Parts": [{"PartNumber": 3, "ETag": tags[0]}]})
s3.abort_multipart_upload(**upload)
refused("NoSuchUpload", s3.list_parts, **upload)

# Storage classes, which objects have by name alone. STANDARD is told in documents, and not in headers.
s3.put_object(Bucket="logs", Key="cold", Body=b"cold", StorageClass="STANDARD_IA")
assert s3.head_object(Bucket="logs", Key="cold")["StorageClass"] == "STANDARD_IA"
assert s3.get_object(Bucket="logs", Key="cold")["StorageClass"] == "STANDARD_IA"
assert "StorageClass" not in s3.head_object(Bucket="logs", Key="doc")
for listed in (s3.list_objects(Bucket="logs"), s3.list_objects_v2(Bucket="logs")):
    classes = {found["Key"]: found["StorageClass"] for found in listed["Contents"]}
    assert (classes["cold"], classes["doc"]) == ("STANDARD_IA", "STANDARD"), classes
told = s3.get_object_attributes(Bucket="logs", Key="cold", ObjectAttributes=["StorageClass"])
assert told["StorageClass"] == "STANDARD_IA", told
s3.copy_object(Bucket="tokyo", Key="cold", CopySource="logs/cold")
assert "StorageClass" not in s3.head_object(Bucket="tokyo", Key="cold")
s3.copy_object(Bucket="tokyo", Key="cold", CopySource="tokyo/cold", StorageClass="GLACIER")
assert s3.head_object(Bucket="tokyo", Key="cold")["StorageClass"] == "GLACIER"
s3.put_object(Bucket="logs", Key="cold", Body=b"", StorageClass="STANDARD")
assert "StorageClass" not in s3.head_object(Bucket="logs", Key="cold")
upload = {"Bucket": "logs", "Key": "cold/parts"}
upload["UploadId"] = s3.create_multipart_upload(**upload, StorageClass="ONEZONE_IA")["UploadId"]
assert s3.list_parts(**upload)["StorageClass"] == "ONEZONE_IA"
assert [one["StorageClass"] for one in s3.list_multipart_uploads(Bucket="logs")["Uploads"]] == ["ONEZONE_IA"]
parts = [{"PartNumber": 1, "ETag": s3.upload_part(**upload, PartNumber=1, Body=b"small")["ETag"]}]
s3.complete_multipart_upload(**upload, MultipartUpload={"Parts": parts})
assert s3.head_object(Bucket="logs", Key="cold/parts")["StorageClass"] == "ONEZONE_IA"
for call, arguments in ((s3.put_object, {"Body": b""}), (s3.create_multipart_upload, {}),
                        (s3.copy_object, {"CopySource": "logs/doc"})):
    refused("InvalidStorageClass", call, Bucket="logs", Key="cold", StorageClass="LUKEWARM", **arguments)

# Presigned.
url = s3.generate_presigned_url("get_object", Params={"Bucket": "logs", "Key": "plus+and %25"})
assert urllib.request.urlopen(url).read() == b"plus+and %25"

# What is not built says so; deletes.
refused("NotImplemented", s3.put_bucket_website, Bucket="logs",
        WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}})
refused("BucketNotEmpty", s3.delete_bucket, Bucket="logs")
s3.delete_object(Bucket="logs", Key="nothing")
# A newline cannot travel in this request's XML unescaped: that key is deleted by itself.
s3.delete_object(Bucket="logs", Key="new\nline")
names = [found["Key"] for found in s3.list_objects_v2(Bucket="logs")["Contents"]]
answer = s3.delete_objects(Bucket="logs", Delete={"Objects": [{"Key": key} for key in names]})
assert "Errors" not in answer and len(answer["Deleted"]) == len(names), answer
s3.delete_bucket(Bucket="logs")
print("all checks passed")
