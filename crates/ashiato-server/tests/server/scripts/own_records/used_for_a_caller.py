# A key that S3 uses for who puts and gets an object, and Athena for who asks.
bucket("logs")
trails.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True)
trails.start_logging(Name="all")
KEY = kms.create_key()["KeyMetadata"]["Arn"]
s3.create_bucket(Bucket="safe", CreateBucketConfiguration={"LocationConstraint": HOME})
s3.put_object(Bucket="safe", Key="table/rows", Body=b"one\n", ServerSideEncryption="aws:kms", SSEKMSKeyId=KEY)
s3.get_object(Bucket="safe", Key="table/rows")
s3.head_object(Bucket="safe", Key="table/rows")
given(statement("s3:GetObject", "arn:aws:s3:::safe/*"))
fails("AccessDenied", bob("s3").get_object, Bucket="safe", Key="table/rows")
kms.disable_key(KeyId=KEY)
fails("KMS.DisabledException", s3.get_object, Bucket="safe", Key="table/rows")
kms.enable_key(KeyId=KEY)
fails("KMS.NotFoundException", s3.put_object, Bucket="safe", Key="k", Body=b"b", ServerSideEncryption="aws:kms", SSEKMSKeyId=KEY[:-12] + "000000000000")
role = iam.create_role(RoleName="reader", AssumeRolePolicyDocument=trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/alice"}))["Role"]
iam.attach_role_policy(RoleName="reader", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
session = client("sts").assume_role(RoleArn=role["Arn"], RoleSessionName="now")["Credentials"]
client("s3", session["AccessKeyId"], session["SecretAccessKey"], session["SessionToken"]).get_object(Bucket="safe", Key="table/rows")
print(KEY)
