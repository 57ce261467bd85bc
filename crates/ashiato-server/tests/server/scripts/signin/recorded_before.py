# A trail, and attempts of each kind.
PASSWORD = "Correct-horse-1"
s3.create_bucket(Bucket="logs", CreateBucketConfiguration={"LocationConstraint": HOME})
s3.put_bucket_policy(Bucket="logs", Policy=json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": ["s3:GetBucketAcl", "s3:PutObject"],
     "Resource": ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]}]}))
trails = client("cloudtrail")
trails.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True)
trails.start_logging(Name="all")
iam.create_user(UserName="carol")
iam.create_login_profile(UserName="carol", Password=PASSWORD, PasswordResetRequired=True)
iam.attach_user_policy(UserName="carol", PolicyArn="arn:aws:iam::aws:policy/IAMUserChangePassword")
assert sign_in("carol", PASSWORD, destination="/console/home")[0] == 403
refused((400, "PasswordPolicyViolation"), sign_in("carol", PASSWORD, newPassword="short"))
status, _, told = sign_in("carol", PASSWORD, newPassword="Another-horse-1")
assert status == 200, told
with_session("sts", told).get_caller_identity()
refused(WRONG, sign_in("carol", "wrong-Horse-1"))
refused(WRONG, sign_in("mallory", "wrong-Horse-2"))
refused(WRONG, sign_in("carol", "Another-horse-1", account="999922223333"))
# After one failure no other password is looked at. Of another account's there is no record either way.
TOO_MANY = (429, "TooManyAttempts")
refused(TOO_MANY, sign_in("carol", "Another-horse-1"))
refused(TOO_MANY, sign_in("mallory", "wrong-Horse-3"))
refused(TOO_MANY, sign_in("carol", "wrong-Horse-4", account="999922223333"))
role = iam.create_role(RoleName="auditor", AssumeRolePolicyDocument=trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/alice"}))["Role"]
assumed = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="now")["Credentials"]
given = json.dumps({"sessionId": assumed["AccessKeyId"], "sessionKey": assumed["SecretAccessKey"], "sessionToken": assumed["SessionToken"]})
_, _, token = knock("/federation?" + urllib.parse.urlencode(dict(Action="getSigninToken", Session=given)), method="GET")
knock("/federation?" + urllib.parse.urlencode(dict(Action="login", SigninToken=token["SigninToken"])), method="GET")
print("passed")
