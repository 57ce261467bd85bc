# Who called, of every kind, as records tell it: the shapes are those of CloudTrail's user guide, "CloudTrail userIdentity
# element", and of an anonymous request those of S3's, "CloudTrail log file entries for Amazon S3".
import json, re
ACCOUNT, ALICE = "111122223333", "AIDAALICEALICEALICE"
USER = f"arn:aws:iam::{ACCOUNT}:user/alice"
iam, s3, sts, root = client("iam"), client("s3"), client("sts"), client("sts", "AKIDROOT")
headers_of = lambda answer: answer["ResponseMetadata"]["HTTPHeaders"]
id_of = lambda answer: headers_of(answer).get("x-amzn-requestid") or headers_of(answer)["x-amz-request-id"]
with_session = lambda key: client("athena", key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"])
expected = {}


def call(key, **identity):
    """A call with temporary credentials, and who it is to be recorded of."""
    expected[id_of(with_session(key).list_work_groups())] = {**identity, "accountId": ACCOUNT, "accessKeyId": key["AccessKeyId"]}


def session(**issuer):
    return {"sessionIssuer": issuer, "webIdFederationData": {}, "attributes": {"creationDate": "a moment", "mfaAuthenticated": "false"}}


as_root = {"type": "Root", "principalId": ACCOUNT, "arn": f"arn:aws:iam::{ACCOUNT}:root"}
as_alice = {"type": "IAMUser", "principalId": ALICE, "arn": USER, "userName": "alice"}
expected[id_of(root.get_caller_identity())] = {**as_root, "accountId": ACCOUNT, "accessKeyId": "AKIDROOT"}
expected[id_of(sts.get_caller_identity())] = {**as_alice, "accountId": ACCOUNT, "accessKeyId": "AKIDALICE"}
iam.create_account_alias(AccountAlias="our-company")
named = {**as_root, "userName": "our-company"}
expected[id_of(root.get_caller_identity())] = {**named, "accountId": ACCOUNT, "accessKeyId": "AKIDROOT"}
call(root.get_session_token()["Credentials"], **named, sessionContext=session())
iam.delete_account_alias(AccountAlias="our-company")
call(root.get_session_token()["Credentials"], **as_root, sessionContext=session())
call(sts.get_session_token()["Credentials"], **as_alice, sessionContext=session())

# Federated users, vouched for by a user and by the root.
jane = {"type": "FederatedUser", "principalId": f"{ACCOUNT}:Jane", "arn": f"arn:aws:sts::{ACCOUNT}:federated-user/Jane"}
issued_by_alice = {"type": "IAMUser", "principalId": ALICE, "arn": USER, "accountId": ACCOUNT, "userName": "alice"}
issued_by_root = {**as_root, "accountId": ACCOUNT}
for issuer, by in ((sts, issued_by_alice), (root, issued_by_root)):
    key = issuer.get_federation_token(Name="Jane", Policy=statement("athena:*"))["Credentials"]
    call(key, **jane, sessionContext=session(**by))

# A role, and who is at the beginning of its chain.
role = iam.create_role(RoleName="reader", Path="/a/", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}, Action=["sts:AssumeRole", "sts:SetSourceIdentity"]))["Role"]
iam.put_role_policy(RoleName="reader", PolicyName="p", PolicyDocument=statement("athena:*"))
assumed = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="now", SourceIdentity="alice")
by = {"type": "Role", "principalId": role["RoleId"], "arn": role["Arn"], "accountId": ACCOUNT, "userName": "reader"}
call(assumed["Credentials"], type="AssumedRole", principalId=f"{role['RoleId']}:now", arn=f"arn:aws:sts::{ACCOUNT}:assumed-role/reader/now",
     sessionContext={**session(**by), "sourceIdentity": "alice"})

# The role is gone: what is tried with a session of it is told of the role all the same.
role = iam.create_role(RoleName="gone", Path="/a/", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}))["Role"]
key = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="then")["Credentials"]
iam.delete_role(RoleName="gone")
try:
    with_session(key).list_work_groups()
    raise AssertionError("a session of a role that is gone may do something")
except ClientError as refusal:
    refused = id_of(refusal.response)
by = {"type": "Role", "principalId": role["RoleId"], "arn": role["Arn"], "accountId": ACCOUNT, "userName": "gone"}
expected[refused] = {"type": "AssumedRole", "principalId": f"{role['RoleId']}:then", "arn": f"arn:aws:sts::{ACCOUNT}:assumed-role/gone/then",
                     "accountId": ACCOUNT, "accessKeyId": key["AccessKeyId"], "sessionContext": session(**by)}

# Nobody.
s3.create_bucket(Bucket="open", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
s3.put_object(Bucket="open", Key="k", Body=b"x")
s3.delete_public_access_block(Bucket="open")
s3.put_bucket_policy(Bucket="open", Policy=statement("s3:GetObject", "arn:aws:s3:::open/*", Principal="*"))
with urllib.request.urlopen(f"{ENDPOINT}/open/k") as answer:
    assert answer.read() == b"x"
    anonymous = answer.headers["x-amz-request-id"]
expected[anonymous] = {"type": "AWSAccount", "principalId": "", "accountId": "ANONYMOUS_PRINCIPAL"}

body = json.dumps({"Ashiato": {"AllRegions": True, "AllCategories": True}}).encode()
headers = {"content-type": "application/x-amz-json-1.1", "x-amz-target": "CloudTrail_20131101.LookupEvents"}
status, told = signed("cloudtrail", body, headers)
assert status == 200, told
records = [json.loads(event["CloudTrailEvent"]) for event in json.loads(told)["Events"]]
recorded = {record.get("requestID"): record for record in records}
for id, identity in expected.items():
    found = recorded[id]["userIdentity"]
    context = found.get("sessionContext")
    if context:
        moment = context["attributes"]["creationDate"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment), found
        context["attributes"]["creationDate"] = "a moment"
    assert found == identity, (found, identity)

# What asked for a session is recorded with what it was given, but for the secrets.
issued = next(record for record in records if record["eventName"] == "GetFederationToken" and record["userIdentity"]["type"] == "IAMUser")
answered = issued["responseElements"]
assert issued["requestParameters"]["name"] == "Jane", issued
assert answered["federatedUser"] == {"federatedUserId": f"{ACCOUNT}:Jane", "arn": jane["arn"]}, answered
hidden = "HIDDEN_DUE_TO_SECURITY_REASONS"
assert (answered["credentials"]["secretAccessKey"], answered["credentials"]["sessionToken"]) == (hidden, hidden), answered
stranger = recorded[anonymous]
assert stranger["eventName"] == "GetObject" and stranger["additionalEventData"].get("AuthenticationMethod") is None, stranger
# LookupEvents names each by one name.
names = {event["EventId"]: event.get("Username") for event in json.loads(told)["Events"]}
by_name = lambda id: names[recorded[id]["eventID"]]
assert [by_name(id) for id in expected] == ["root", "alice", "root", "root", "root", "alice", "Jane", "Jane", "now", "then", None], [by_name(id) for id in expected]
print("passed")
