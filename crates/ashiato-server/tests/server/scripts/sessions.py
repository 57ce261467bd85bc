import json
iam, sts = client("iam"), client("sts")
ACCOUNT = "111122223333"
arn = f"arn:aws:iam::{ACCOUNT}:role/sec/auditor"


def of(credentials, service):
    return client(service, credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])


def user(name, *documents):
    iam.create_user(UserName=name)
    for number, document in enumerate(documents):
        iam.put_user_policy(UserName=name, PolicyName=f"p{number}", PolicyDocument=document)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return lambda service: client(service, key["AccessKeyId"], key["SecretAccessKey"])


iam.create_role(RoleName="auditor", Path="/sec/", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}))
iam.put_role_policy(RoleName="auditor", PolicyName="p", PolicyDocument=statement(["iam:List*", "s3:*", "sts:*"]))
bob = user("bob", statement("sts:AssumeRole", arn))
carol = user("carol")

# A role is assumed by whom its trust policy and their own let.
answer = bob("sts").assume_role(RoleArn=arn, RoleSessionName="watch", DurationSeconds=900)
assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/auditor/watch", answer
credentials = answer["Credentials"]
assert credentials["AccessKeyId"].startswith("ASIA") and len(credentials["AccessKeyId"]) == 20, answer
told = of(credentials, "sts").get_caller_identity()
assert told["Arn"] == answer["AssumedRoleUser"]["Arn"] and told["UserId"] == answer["AssumedRoleUser"]["AssumedRoleId"]
of(credentials, "iam").list_users()
fails("AccessDenied", of(credentials, "iam").create_user,
      f"User: {told['Arn']} is not authorized to perform: iam:CreateUser on resource: "
      f"arn:aws:iam::{ACCOUNT}:user/x because no identity-based policy allows the iam:CreateUser action", UserName="x")
of(credentials, "s3").create_bucket(Bucket="of-the-role")
assert iam.get_role(RoleName="auditor")["Role"]["RoleLastUsed"]["Region"] == "eu-north-1"
denied = f"User: arn:aws:iam::{ACCOUNT}:user/carol is not authorized to perform: sts:AssumeRole on resource: {arn}"
fails("AccessDenied", carol("sts").assume_role, denied, RoleArn=arn, RoleSessionName="watch")
fails("AccessDenied", bob("sts").assume_role, RoleArn=arn.replace("/sec", ""), RoleSessionName="watch")
fails("AccessDenied", bob("sts").assume_role, RoleArn=arn + "x", RoleSessionName="watch")
fails("AccessDenied", client("sts", "AKIDROOT").assume_role, RoleArn=arn, RoleSessionName="watch")
fails("ValidationError", sts.assume_role, RoleArn=arn, RoleSessionName="no spaces")
unchecked = client("sts", parameter_validation=False)
fails("ValidationError", unchecked.assume_role, RoleArn=arn, RoleSessionName="watch", DurationSeconds=899)
fails("ValidationError", sts.assume_role,
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      RoleArn=arn, RoleSessionName="watch", DurationSeconds=7200)
fails("MalformedPolicyDocument", sts.assume_role, RoleArn=arn, RoleSessionName="watch", Policy="{}")
fails("PackedPolicyTooLarge", sts.assume_role, RoleArn=arn, RoleSessionName="watch", Policy=statement("s3:*", Sid="s" * 2030))
fails("ValidationError", sts.assume_role, RoleArn=arn, RoleSessionName="watch",
      PolicyArns=[{"arn": "arn:aws:iam::aws:policy/Nothing"}])

# Its session is no more than it is limited to.
answer = sts.assume_role(RoleArn=arn, RoleSessionName="less", Policy=statement("s3:ListAllMyBuckets"))
assert answer["PackedPolicySize"] >= 1, answer
of(answer["Credentials"], "s3").list_buckets()
fails("AccessDenied", of(answer["Credentials"], "iam").list_users)
answer = sts.assume_role(RoleArn=arn, RoleSessionName="read",
                         PolicyArns=[{"arn": "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}])
of(answer["Credentials"], "s3").list_buckets()
fails("AccessDenied", of(answer["Credentials"], "s3").delete_bucket, Bucket="of-the-role")

# An external id.
iam.update_assume_role_policy(RoleName="auditor", PolicyDocument=trust(
    {"AWS": f"arn:aws:iam::{ACCOUNT}:user/carol"}, Condition={"StringEquals": {"sts:ExternalId": "x1"}}))
fails("AccessDenied", carol("sts").assume_role, denied, RoleArn=arn, RoleSessionName="watch")
carol("sts").assume_role(RoleArn=arn, RoleSessionName="watch", ExternalId="x1")
fails("AccessDenied", bob("sts").assume_role, RoleArn=arn, RoleSessionName="watch", ExternalId="x1")

# A token belongs to its key, unchanged.
token = credentials["SessionToken"]
other = sts.get_session_token()["Credentials"]
for wrong in (None, "nonsense", token[:-8] + "AAAAAAAA", other["SessionToken"]):
    fails("InvalidClientTokenId",
          client("sts", credentials["AccessKeyId"], credentials["SecretAccessKey"], wrong).get_caller_identity)
fails("SignatureDoesNotMatch", client("sts", credentials["AccessKeyId"], "wrong", token).get_caller_identity)
fails("InvalidToken", client("s3", credentials["AccessKeyId"], credentials["SecretAccessKey"], "no").list_buckets)
fails("InvalidAccessKeyId", client("s3", credentials["AccessKeyId"], credentials["SecretAccessKey"]).list_buckets)

# A policy of the role that is taken away is gone for its sessions; a role that is gone takes them with it.
iam.delete_role_policy(RoleName="auditor", PolicyName="p")
fails("AccessDenied", of(credentials, "iam").list_users)
iam.put_role_policy(RoleName="auditor", PolicyName="p", PolicyDocument=statement("iam:List*"))
of(credentials, "iam").list_users()
iam.delete_role_policy(RoleName="auditor", PolicyName="p")
iam.delete_role(RoleName="auditor")
fails("AccessDenied", of(credentials, "iam").list_users)
fails("AccessDenied", of(credentials, "s3").list_buckets)

# GetSessionToken.
dave = user("dave", statement(["s3:*", "iam:*", "sts:*"]))
credentials = dave("sts").get_session_token(DurationSeconds=900)["Credentials"]
assert of(credentials, "sts").get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/dave"
of(credentials, "s3").list_buckets()
fails("InvalidClientTokenId", of(credentials, "iam").list_users)
fails("AccessDenied", of(credentials, "sts").get_session_token)
fails("ValidationError", dave("sts").get_session_token, DurationSeconds=129601)
carol("sts").get_session_token()
credentials = client("sts", "AKIDROOT").get_session_token(DurationSeconds=129600)["Credentials"]
import datetime
assert credentials["Expiration"] - datetime.datetime.now(datetime.timezone.utc) <= datetime.timedelta(hours=1)

# GetFederationToken: what both the caller's policies and its own give.
answer = dave("sts").get_federation_token(Name="guest", Policy=statement(["s3:ListAllMyBuckets", "athena:*"]))
assert answer["FederatedUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:federated-user/guest", answer
guest = answer["Credentials"]
assert of(guest, "sts").get_caller_identity()["UserId"] == f"{ACCOUNT}:guest"
of(guest, "s3").list_buckets()
fails("AccessDenied", of(guest, "s3").create_bucket, Bucket="of-a-guest")
fails("InvalidClientTokenId", of(guest, "iam").list_users)
nothing = dave("sts").get_federation_token(Name="guest")["Credentials"]
fails("AccessDenied", of(nothing, "s3").list_buckets)
fails("AccessDenied", carol("sts").get_federation_token, Name="guest")
of_root = client("sts", "AKIDROOT").get_federation_token(Name="guest", Policy=statement("s3:*"))["Credentials"]
of(of_root, "s3").list_buckets()
for name in iam.list_user_policies(UserName="dave")["PolicyNames"]:
    iam.delete_user_policy(UserName="dave", PolicyName=name)
fails("AccessDenied", of(guest, "s3").list_buckets)

# Presigned by a session.
iam.put_user_policy(UserName="dave", PolicyName="p", PolicyDocument=statement("s3:*"))
session = dave("sts").get_session_token()["Credentials"]
of(session, "s3").create_bucket(Bucket="signed")
of(session, "s3").put_object(Bucket="signed", Key="k", Body=b"by url")
url = of(session, "s3").generate_presigned_url("get_object", Params={"Bucket": "signed", "Key": "k"})
assert urllib.request.urlopen(url).read() == b"by url"
iam.delete_user_policy(UserName="dave", PolicyName="p")
try:
    urllib.request.urlopen(url)
except urllib.error.HTTPError as error:
    assert error.code == 403
else:
    raise AssertionError("a URL outlived the right of its signer")
# Session tags: passed where the trust policy lets them be, on to the next session where they are transitive.
allow = lambda actions, principal, **others: trust(principal, **others).replace('"sts:AssumeRole"', json.dumps(actions))
BOTH = ["sts:AssumeRole", "sts:TagSession"]
first, second = (f"arn:aws:iam::{ACCOUNT}:role/{name}" for name in ("first", "second"))
erin = user("erin", statement("sts:*"))
erin_arn = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/erin"}
iam.create_role(RoleName="first", AssumeRolePolicyDocument=allow("sts:AssumeRole", erin_arn),
                Tags=[{"Key": "team", "Value": "of the role"}, {"Key": "kept", "Value": "yes"}])
iam.put_role_policy(RoleName="first", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "sts:*", "Resource": "*"},
    {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::team-${aws:PrincipalTag/team}*"},
    {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*",
     "Condition": {"StringEquals": {"aws:PrincipalTag/kept": "yes", "aws:PrincipalTag/Team": "ops"}}}]}))
ask = dict(RoleArn=first, RoleSessionName="s1")
TAG = dict(Tags=[{"Key": "Team", "Value": "ops"}, {"Key": "cost", "Value": "7"}], TransitiveTagKeys=["team"])
fails("AccessDenied", erin("sts").assume_role,
      f"User: arn:aws:iam::{ACCOUNT}:user/erin is not authorized to perform: sts:TagSession on resource: {first}", **ask, **TAG)
iam.update_assume_role_policy(RoleName="first", PolicyDocument=allow(
    BOTH, erin_arn, Condition={"StringEquals": {"aws:RequestTag/team": ["ops", "dev"], "sts:RoleSessionName": "s1"},
                               "ForAllValues:StringEquals": {"aws:TagKeys": ["Team", "team", "cost"]}}))
fails("AccessDenied", erin("sts").assume_role, **ask)
fails("AccessDenied", erin("sts").assume_role, **ask, Tags=[{"Key": "team", "Value": "sec"}])
fails("AccessDenied", erin("sts").assume_role, **ask, Tags=TAG["Tags"] + [{"Key": "more", "Value": ""}])
fails("AccessDenied", erin("sts").assume_role, **ask | {"RoleSessionName": "t1"}, **TAG)
answer = erin("sts").assume_role(**ask, **TAG)
assert answer["PackedPolicySize"] >= 1, answer
one = answer["Credentials"]
of(one, "iam").list_users()
of(one, "s3").create_bucket(Bucket="team-ops")
fails("AccessDenied", of(one, "s3").create_bucket, Bucket="team-dev")
other = erin("sts").assume_role(**ask, Tags=[{"Key": "team", "Value": "dev"}])["Credentials"]
fails("AccessDenied", of(other, "iam").list_users)
of(other, "s3").create_bucket(Bucket="team-dev")
for wrong in (dict(Tags=TAG["Tags"] + [{"Key": "team", "Value": "ops"}]), dict(Tags=TAG["Tags"], TransitiveTagKeys=["none"])):
    fails("InvalidParameterValue", erin("sts").assume_role, **ask, **wrong)
# The next of the chain.
iam.create_role(RoleName="second", AssumeRolePolicyDocument=allow("sts:AssumeRole", {"AWS": first}),
                Tags=[{"Key": "level", "Value": "low"}])
iam.put_role_policy(RoleName="second", PolicyName="p", PolicyDocument=statement(
    "iam:ListUsers", Condition={"StringEquals": {"aws:PrincipalTag/team": "ops"}, "Null": {"aws:PrincipalTag/cost": "true"}}))
ask = dict(RoleArn=second, RoleSessionName="s1")
fails("AccessDenied", of(one, "sts").assume_role, **ask)
iam.update_assume_role_policy(RoleName="second", PolicyDocument=allow(
    BOTH, {"AWS": first}, Condition={"StringEquals": {"iam:ResourceTag/level": "low"}}))
two = of(one, "sts").assume_role(**ask)["Credentials"]
of(two, "iam").list_users()
fails("InvalidParameterValue", of(one, "sts").assume_role, **ask, Tags=[{"Key": "team", "Value": "dev"}])
of(one, "sts").assume_role(**ask, Tags=[{"Key": "cost", "Value": "8"}])

# A source identity stays what it was.
iam.update_assume_role_policy(RoleName="first", PolicyDocument=allow(
    BOTH + ["sts:SetSourceIdentity"], erin_arn, Condition={"StringLike": {"sts:SourceIdentity": "er*"}}))
ask = dict(RoleArn=first, RoleSessionName="s1")
fails("AccessDenied", erin("sts").assume_role, **ask)
fails("AccessDenied", erin("sts").assume_role, **ask, SourceIdentity="bob")
answer = erin("sts").assume_role(**ask, SourceIdentity="erin")
assert answer["SourceIdentity"] == "erin", answer
one, ask = answer["Credentials"], dict(RoleArn=second, RoleSessionName="s1")
iam.update_assume_role_policy(RoleName="second", PolicyDocument=allow("sts:AssumeRole", {"AWS": first}))
fails("AccessDenied", of(one, "sts").assume_role, **ask)
iam.update_assume_role_policy(RoleName="second", PolicyDocument=allow(["sts:AssumeRole", "sts:SetSourceIdentity"], {"AWS": first}))
fails("AccessDenied", of(one, "sts").assume_role, **ask, SourceIdentity="eric")
answer = of(one, "sts").assume_role(**ask)
assert answer["SourceIdentity"] == "erin", answer
iam.put_role_policy(RoleName="second", PolicyName="p", PolicyDocument=statement(
    "iam:ListUsers", Condition={"StringEquals": {"aws:SourceIdentity": "erin"}}))
of(answer["Credentials"], "iam").list_users()

# A federated user's tags are in place of its caller's.
iam.tag_user(UserName="erin", Tags=[{"Key": "team", "Value": "dev"}, {"Key": "kept", "Value": "yes"}])
iam.put_user_policy(UserName="erin", PolicyName="p1", PolicyDocument=statement(
    "s3:ListAllMyBuckets", Condition={"StringEquals": {"aws:PrincipalTag/team": "ops", "aws:PrincipalTag/kept": "yes"}}))
guest = dict(Name="guest", Policy=statement("s3:*"))
fails("AccessDenied", of(erin("sts").get_federation_token(**guest)["Credentials"], "s3").list_buckets)
answer = erin("sts").get_federation_token(**guest, Tags=[{"Key": "Team", "Value": "ops"}])
of(answer["Credentials"], "s3").list_buckets()
iam.put_user_policy(UserName="erin", PolicyName="p2", PolicyDocument=statement(
    "sts:TagSession", effect="Deny", Condition={"StringEquals": {"aws:RequestTag/team": "ops"}}))
fails("AccessDenied", erin("sts").get_federation_token, **guest, Tags=[{"Key": "Team", "Value": "ops"}])
erin("sts").get_federation_token(**guest, Tags=[{"Key": "Team", "Value": "sec"}])
print("passed")
