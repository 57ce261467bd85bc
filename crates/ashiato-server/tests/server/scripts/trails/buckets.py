# The bucket's policy, as CloudTrail's own documentation gives it, and with each of its parts wrong.
REFUSED = "InsufficientS3BucketPolicyException"
sentence = "Incorrect S3 bucket policy is detected for bucket: logs"
numbers = iter(range(1000))


def made(policy, **arguments):
    """The error of a new trail where the bucket has this policy; None where it is made."""
    s3.put_bucket_policy(Bucket="logs", Policy=policy)
    name = f"trail{next(numbers)}"
    try:
        trails.create_trail(Name=name, S3BucketName="logs", **arguments)
    except ClientError as error:
        assert error.response["Error"]["Message"] == sentence, error
        assert name not in str(trails.list_trails()), "what is refused is not there"
        return error.response["Error"]["Code"]
    trails.delete_trail(Name=name)


def without(part):
    policy = json.loads(bucket_policy("logs"))
    del policy["Statement"][part]
    return json.dumps(policy)


def denying(**others):
    policy = json.loads(bucket_policy("logs"))
    policy["Statement"].append({"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::logs/*", **others})
    return json.dumps(policy)


source = lambda arn: {"aws:SourceArn": arn}
assert made(bucket_policy("logs")) is None
assert made(without(0)) == REFUSED and made(without(1)) == REFUSED
assert made(bucket_policy("logs", account="999988887777")) == REFUSED
assert made(bucket_policy("logs", write={"s3:x-amz-acl": "private"})) == REFUSED
assert made(bucket_policy("logs"), S3KeyPrefix="p") == REFUSED
assert made(bucket_policy("logs", "p/"), S3KeyPrefix="p") is None
assert made(bucket_policy("logs", "p/")) == REFUSED
digests = bucket_policy("logs").replace(f"AWSLogs/{ACCOUNT}/*", f"AWSLogs/{ACCOUNT}/CloudTrail/*")
assert made(digests) is None and made(digests, EnableLogFileValidation=True) == REFUSED
assert made(bucket_policy("logs").replace("cloudtrail.amazonaws.com", "config.amazonaws.com")) == REFUSED
here = source(arn_of(f"trail{next(numbers)}"))
assert made(bucket_policy("logs", acl=here, write=here)) == REFUSED, "that was the name before this one"
name = next(numbers) + 1
here = source(arn_of(f"trail{name}"))
assert made(bucket_policy("logs", acl=here, write=here)) is None
assert made(bucket_policy("logs", write={"aws:SourceAccount": ACCOUNT})) is None
assert made(bucket_policy("logs", write={"aws:SourceAccount": "999988887777"})) == REFUSED
assert made(denying(Condition={"Bool": {"aws:SecureTransport": "false"}})) is None
assert made(denying()) == REFUSED
s3.delete_bucket_policy(Bucket="logs")
fails(REFUSED, trails.create_trail, sentence, Name="all", **LOGS)

# UpdateTrail asks for another bucket or prefix alike.
s3.put_bucket_policy(Bucket="logs", Policy=bucket_policy("logs"))
trails.create_trail(Name="all", **LOGS)
fails(REFUSED, trails.update_trail, Name="all", S3KeyPrefix="p")
s3.delete_bucket_policy(Bucket="more")
fails(REFUSED, trails.update_trail, Name="all", S3BucketName="more")
fails("S3BucketDoesNotExistException", trails.update_trail, "S3 bucket none does not exist!", Name="all",
      S3BucketName="none")
assert trails.get_trail(Name="all")["Trail"]["S3BucketName"] == "logs"

# And where digests are to be put beside log files; what does not change what is put asks for nothing.
s3.put_bucket_policy(Bucket="logs", Policy=digests)
fails(REFUSED, trails.update_trail, sentence, Name="all", EnableLogFileValidation=True)
assert not trails.get_trail(Name="all")["Trail"]["LogFileValidationEnabled"]
s3.put_bucket_policy(Bucket="logs", Policy=bucket_policy("logs"))
assert trails.update_trail(Name="all", EnableLogFileValidation=True)["LogFileValidationEnabled"]
s3.put_bucket_policy(Bucket="logs", Policy=digests)
trails.update_trail(Name="all", EnableLogFileValidation=True, RecursiveLogging=False)
trails.update_trail(Name="all", EnableLogFileValidation=False)

# A policy that wants all that is put encrypted under a key lets in the trail that has the key.
kms = client("kms")
key_policy = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"},
    {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "kms:GenerateDataKey*", "Resource": "*"}]}
key, other = (kms.create_key(Policy=json.dumps(key_policy))["KeyMetadata"]["Arn"] for _ in range(2))
unless = lambda name, value: denying(Action="s3:PutObject", Condition={"StringNotEquals": {f"s3:x-amz-server-side-encryption{name}": value}})
assert made(unless("", "aws:kms")) == REFUSED
assert made(unless("", "aws:kms"), KmsKeyId=key) is None
assert made(unless("-aws-kms-key-id", key), KmsKeyId=key) is None
assert made(unless("-aws-kms-key-id", key), KmsKeyId=other) == REFUSED

# UpdateTrail asks it too where nothing but the key changes.
s3.put_bucket_policy(Bucket="logs", Policy=unless("-aws-kms-key-id", key))
assert trails.update_trail(Name="all", KmsKeyId=key)["KmsKeyId"] == key
for changed in (other, ""):
    fails(REFUSED, trails.update_trail, sentence, Name="all", KmsKeyId=changed)
assert trails.get_trail(Name="all")["Trail"]["KmsKeyId"] == key
s3.put_bucket_policy(Bucket="logs", Policy=unless("-aws-kms-key-id", other))
trails.update_trail(Name="all", KmsKeyId=key)
assert trails.update_trail(Name="all", KmsKeyId=other)["KmsKeyId"] == other
print("passed")
