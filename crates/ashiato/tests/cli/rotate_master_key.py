"""What is sealed in a server's state: made, and used again after the master key is another."""
import os, sys
import boto3
from botocore.exceptions import ClientError

iam, kms, s3, sts, sns, trail = (boto3.client(name) for name in ("iam", "kms", "s3", "sts", "sns", "cloudtrail"))
if sys.argv[1] == "make":
    iam.create_user(UserName="bob")
    key = iam.create_access_key(UserName="bob")["AccessKey"]
    sealed = kms.encrypt(KeyId=kms.create_key()["KeyMetadata"]["KeyId"], Plaintext=b"plain")["CiphertextBlob"]
    s3.create_bucket(Bucket="safe", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
    object_key = kms.create_key()["KeyMetadata"]["KeyId"]
    s3.put_object(Bucket="safe", Key="object", Body=b"object", ServerSideEncryption="aws:kms", SSEKMSKeyId=object_key)
    session = sts.get_session_token()["Credentials"]
    print(key["AccessKeyId"], key["SecretAccessKey"], sealed.hex(), session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"])
else:
    key_id, secret, sealed, session_id, session_secret, token = sys.argv[2:]
    bob = boto3.client("sts", aws_access_key_id=key_id, aws_secret_access_key=secret)
    assert bob.get_caller_identity()["Arn"].endswith(":user/bob")
    assert kms.decrypt(CiphertextBlob=bytes.fromhex(sealed))["Plaintext"] == b"plain"
    assert s3.get_object(Bucket="safe", Key="object")["Body"].read() == b"object"
    old = boto3.client("sts", aws_access_key_id=session_id, aws_secret_access_key=session_secret, aws_session_token=token)
    try:
        old.get_caller_identity()
        raise AssertionError("a session of before is let in")
    except ClientError as error:
        assert error.response["Error"]["Code"] == "InvalidClientTokenId", error
    print("found")
