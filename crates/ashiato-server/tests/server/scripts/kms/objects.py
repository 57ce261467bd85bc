# Objects under keys: encrypted on the disk, read in any range by those who may decrypt.
s3, bobs = client("s3", request_checksum_calculation="when_required"), bob("s3")
s3.create_bucket(Bucket="safe", CreateBucketConfiguration={"LocationConstraint": HOME})
key = new_key(Policy=key_policy({
    "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/bob"}, "Action": "kms:Decrypt", "Resource": "*",
    "Condition": {"StringEquals": {"kms:ViaService": f"s3.{HOME}.amazonaws.com", "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::safe/read"}}}))
KEY, ARN = key["KeyId"], key["Arn"]
kms.create_alias(AliasName="alias/objects", TargetKeyId=KEY)
UNDER = dict(ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/objects")
body = bytes(number % 251 for number in range(700_000))
for name in ("read", "unread"):
    put = s3.put_object(Bucket="safe", Key=name, Body=body, **UNDER)
    assert (put["ServerSideEncryption"], put["SSEKMSKeyId"]) == ("aws:kms", ARN), put
head = s3.head_object(Bucket="safe", Key="read")
assert (head["ServerSideEncryption"], head["SSEKMSKeyId"], head["ContentLength"]) == ("aws:kms", ARN, len(body)), head
got = s3.get_object(Bucket="safe", Key="read")
assert got["Body"].read() == body and got["SSEKMSKeyId"] == ARN
for start, end in [(0, 0), (262143, 262144), (262144, 262144), (100, 699_999), (524_288, 700_000)]:
    part = s3.get_object(Bucket="safe", Key="read", Range=f"bytes={start}-{end}")["Body"].read()
    assert part == body[start:end + 1], (start, end, len(part))
s3.put_object(Bucket="safe", Key="empty", Body=b"", **UNDER)
assert s3.get_object(Bucket="safe", Key="empty")["Body"].read() == b""

# Parts.
upload = s3.create_multipart_upload(Bucket="safe", Key="parts", **UNDER)
assert upload["SSEKMSKeyId"] == ARN, upload
pieces = [bytes([number]) * (5 << 20) for number in (1, 2)] + [b"end"]
tags = [{"PartNumber": number, "ETag": s3.upload_part(Bucket="safe", Key="parts", UploadId=upload["UploadId"], PartNumber=number, Body=piece)["ETag"]}
        for number, piece in enumerate(pieces, 1)]
s3.complete_multipart_upload(Bucket="safe", Key="parts", UploadId=upload["UploadId"], MultipartUpload={"Parts": tags})
assert s3.get_object(Bucket="safe", Key="parts")["Body"].read() == b"".join(pieces)
seam = s3.get_object(Bucket="safe", Key="parts", Range=f"bytes={(5 << 20) - 2}-{(5 << 20) + 1}")["Body"].read()
assert seam == b"\1\1\2\2", seam
assert s3.head_object(Bucket="safe", Key="parts")["ServerSideEncryption"] == "aws:kms"

# A copy stays encrypted; a bucket may encrypt what says nothing.
s3.copy_object(Bucket="safe", Key="copy", CopySource={"Bucket": "safe", "Key": "read"})
assert s3.get_object(Bucket="safe", Key="copy")["Body"].read() == body
assert s3.head_object(Bucket="safe", Key="copy")["SSEKMSKeyId"] == ARN
s3.put_object(Bucket="safe", Key="plain", Body=b"plain")
assert "SSEKMSKeyId" not in s3.head_object(Bucket="safe", Key="plain")
s3.put_bucket_encryption(Bucket="safe", ServerSideEncryptionConfiguration={"Rules": [
    {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": ARN}}]})
s3.put_object(Bucket="safe", Key="by-default", Body=b"quiet")
assert s3.head_object(Bucket="safe", Key="by-default")["SSEKMSKeyId"] == ARN
s3.put_object(Bucket="safe", Key="plain", Body=b"plain", ServerSideEncryption="AES256")
assert "SSEKMSKeyId" not in s3.head_object(Bucket="safe", Key="plain")

# Who may read the object, and not use the key.
given(statement(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::safe/*"))
assert bobs.get_object(Bucket="safe", Key="read")["Body"].read() == body
assert bobs.head_object(Bucket="safe", Key="unread")["SSEKMSKeyId"] == ARN
sentence = f"User: arn:aws:iam::{ACCOUNT}:user/bob is not authorized to perform: kms:Decrypt on resource: {ARN} because no identity-based policy allows the kms:Decrypt action"
fails("AccessDenied", bobs.get_object, sentence, Bucket="safe", Key="unread")
fails("AccessDenied", bobs.copy_object, Bucket="safe", Key="mine", CopySource={"Bucket": "safe", "Key": "unread"})
fails("AccessDenied", bobs.put_object, Bucket="safe", Key="new", Body=b"b", **UNDER)
fails("AccessDenied", bobs.put_object, Bucket="safe", Key="new", Body=b"b")
given(statement(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::safe/*"), statement("kms:GenerateDataKey", ARN))
bobs.put_object(Bucket="safe", Key="new", Body=b"b", **UNDER)

# A key that is not there, or must not be used.
fails("KMS.NotFoundException", s3.put_object, Bucket="safe", Key="k", Body=b"b", ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/none")
fails("InvalidArgument", s3.put_object, Bucket="safe", Key="k", Body=b"b", ServerSideEncryption="AES256", SSEKMSKeyId=ARN)
kms.disable_key(KeyId=KEY)
for call, more in [(s3.get_object, {}), (s3.put_object, dict(Body=b"b", **UNDER))]:
    fails("KMS.DisabledException", call, f"{ARN} is disabled.", Bucket="safe", Key="read", **more)
assert s3.head_object(Bucket="safe", Key="read")["ContentLength"] == len(body)
assert s3.get_object(Bucket="safe", Key="plain")["Body"].read() == b"plain"
kms.schedule_key_deletion(KeyId=KEY)
fails("KMS.KMSInvalidStateException", s3.get_object, Bucket="safe", Key="read")
kms.cancel_key_deletion(KeyId=KEY)
kms.enable_key(KeyId=KEY)
assert s3.get_object(Bucket="safe", Key="read")["Body"].read() == body
print("passed")
