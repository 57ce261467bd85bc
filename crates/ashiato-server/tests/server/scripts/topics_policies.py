# Who may do what with a topic: its policy beside the policies of whoever asks.
import json
DENIED, ACCOUNT, HOME = "AuthorizationError", "111122223333", "eu-north-1"
iam, sns, sts, root = client("iam"), client("sns"), client("sts"), client("sns", "AKIDROOT")
ARN = sns.create_topic(Name="t")["TopicArn"]
T = dict(TopicArn=ARN)


def user(name):
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return client("sns", key["AccessKeyId"], key["SecretAccessKey"])


def one(principal, action="SNS:Publish", effect="Allow", **others):
    return {"Effect": effect, "Principal": principal, "Action": action, "Resource": ARN, **others}


def set_policy(*statements):
    sns.set_topic_attributes(AttributeName="Policy", AttributeValue=json.dumps({"Version": "2012-10-17", "Statement": statements}), **T)


def may(who, call="publish", **more):
    more = more or ({"Message": "m"} if call == "publish" else {})
    try:
        getattr(who, call)(**T, **more)
    except ClientError as error:
        assert error.response["Error"]["Code"] == DENIED and error.response["ResponseMetadata"]["HTTPStatusCode"] == 403, error
        return False
    return True


def unsigned(**form):
    """A form that nobody signed: its status and text."""
    data = urllib.parse.urlencode({"Version": "2010-03-31", **form}).encode()
    try:
        with urllib.request.urlopen(urllib.request.Request(ENDPOINT + "/", data=data)) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def anyone():
    status, text = unsigned(Action="Publish", TopicArn=ARN, Message="m")
    assert (status == 200) == ("<MessageId>" in text) and (status == 403) == (f"<Code>{DENIED}</Code>" in text), (status, text)
    return status == 200


bob, eve = user("bob"), user("eve")
BOB = f"arn:aws:iam::{ACCOUNT}:user/bob"

# The policy that topics begin with, as AWS makes it: it lets services that say whose they are, and nobody else.
policy = json.loads(sns.get_topic_attributes(**T)["Attributes"]["Policy"])
assert policy == {"Version": "2008-10-17", "Id": "__default_policy_ID", "Statement": [{
    "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": [f"SNS:{action}" for action in (
        "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
        "ListSubscriptionsByTopic", "Publish")],
    "Resource": ARN, "Condition": {"StringEquals": {"AWS:SourceOwner": ACCOUNT}}}]}, policy
assert may(sns) and may(root) and not may(bob) and not anyone()
sentence = f"User: {BOB} is not authorized to perform: SNS:Publish on resource: {ARN} because no identity-based policy allows the SNS:Publish action"
fails(DENIED, bob.publish, sentence, Message="m", **T)

# The topic's policy lets a user, an account's users where their own do too, and everybody.
set_policy(one({"AWS": BOB}))
assert may(bob) and not may(eve) and not may(bob, "get_topic_attributes") and not anyone()
set_policy(one({"AWS": ACCOUNT}))
assert not may(bob) and may(root)
iam.put_user_policy(UserName="eve", PolicyName="p", PolicyDocument=statement("sns:Publish", ARN))
assert may(eve)
set_policy(one({"AWS": "999988887777"}))
assert not may(bob) and may(eve), "another account's is not this account's"
set_policy(one("*"))
assert may(bob) and may(eve) and anyone()
set_policy(one({"AWS": "*"}, ["SNS:Publish", "SNS:Subscribe", "SNS:GetTopicAttributes", "SNS:ListSubscriptionsByTopic"]))
subscribe = dict(Protocol="http", Endpoint="http://localhost:1/a")
assert may(bob, "subscribe", **subscribe) and may(bob, "get_topic_attributes") and may(bob, "list_subscriptions_by_topic")
assert not may(bob, "delete_topic") and not may(bob, "set_topic_attributes", AttributeName="DisplayName", AttributeValue="x")
assert unsigned(Action="GetTopicAttributes", TopicArn=ARN)[0] == 200

# Roles: their sessions are let by the role's ARN and by their own.
role = iam.create_role(RoleName="r", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}))["Role"]["Arn"]
key = sts.assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
session = client("sns", key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"])
for arn in (role, f"arn:aws:sts::{ACCOUNT}:assumed-role/r/session"):
    set_policy(one({"AWS": arn}))
    assert may(session) and not may(bob), arn
set_policy(one({"AWS": f"arn:aws:sts::{ACCOUNT}:assumed-role/r/other"}))
assert not may(session)

# What is denied is denied to all, the account's root too; conditions count.
set_policy(one({"AWS": BOB}), one({"AWS": BOB}, effect="Deny", Condition={"StringEquals": {"aws:username": "bob"}}))
assert not may(bob)
fails(DENIED, bob.publish, f"User: {BOB} is not authorized to perform: SNS:Publish on resource: {ARN} with an explicit deny in a resource-based policy", Message="m", **T)
set_policy(one("*", effect="Deny"))
assert not may(root) and not may(sns) and not may(eve) and not anyone()
set_policy(one("*", Condition={"Bool": {"aws:SecureTransport": "true"}}))
assert not may(bob) and not anyone()
set_policy(one("*", Condition={"IpAddress": {"aws:SourceIp": "127.0.0.1"}}))
assert may(bob) and anyone()
set_policy(one("*", ["SNS:Subscribe"], Condition={"StringEquals": {"SNS:Protocol": "https"}, "StringLike": {"SNS:Endpoint": "https://example.com/*"}}))
assert not may(bob, "subscribe", **subscribe)
assert not may(bob, "subscribe", Protocol="https", Endpoint="https://example.org/a")
assert may(bob, "subscribe", Protocol="https", Endpoint="https://example.com/a")

# Nobody learns without a right whether there is a topic; and without a signature nothing but a topic's policy lets.
set_policy(one("*"))
fails(DENIED, bob.publish, Message="m", TopicArn=ARN + "none")
missing = "MissingAuthenticationToken"
for form in (dict(Action="ListTopics"), dict(Action="CreateTopic", Name="new"), dict(Action="DeleteTopic", TopicArn=ARN),
             dict(Action="Publish", TopicArn=ARN + "none", Message="m"), dict(Action="Unsubscribe", SubscriptionArn=ARN + ":x")):
    status, text = unsigned(**form)
    assert status == 403 and DENIED in text, (form, text)
for form in (dict(Action="GetCallerIdentity", Version="2011-06-15"), dict(Action="none"), dict(Action="SetSMSAttributes")):
    status, text = unsigned(**form)
    assert status == 403 and missing in text, (form, text)
assert unsigned(Action="Publish", TopicArn=ARN, Message="")[0] == 400

# AddPermission and RemovePermission.
sns.set_topic_attributes(AttributeName="Policy", AttributeValue="", **T)
assert json.loads(sns.get_topic_attributes(**T)["Attributes"]["Policy"]) == policy, "it begins anew"
sns.add_permission(Label="one", AWSAccountId=[ACCOUNT], ActionName=["Publish"], **T)
sns.add_permission(Label="two", AWSAccountId=[ACCOUNT, "999988887777"], ActionName=["Publish", "Subscribe"], **T)
now = json.loads(sns.get_topic_attributes(**T)["Attributes"]["Policy"])
mine, other = f"arn:aws:iam::{ACCOUNT}:root", "arn:aws:iam::999988887777:root"
assert now == {**policy, "Statement": policy["Statement"] + [
    {"Sid": "one", "Effect": "Allow", "Principal": {"AWS": mine}, "Action": "SNS:Publish", "Resource": ARN},
    {"Sid": "two", "Effect": "Allow", "Principal": {"AWS": [mine, other]}, "Action": ["SNS:Publish", "SNS:Subscribe"], "Resource": ARN}]}, now
INVALID = "InvalidParameter"
fails(INVALID, sns.add_permission, "Invalid parameter: Statement already exists", Label="one", AWSAccountId=[ACCOUNT], ActionName=["Publish"], **T)
scope = "Invalid parameter: Policy statement action out of service scope!"
fails(INVALID, sns.add_permission, scope, Label="three", AWSAccountId=[ACCOUNT], ActionName=["CreateTopic"], **T)
fails(INVALID, sns.add_permission, Label="three", AWSAccountId=["1"], ActionName=["Publish"], **T)
fails("NotFound", sns.add_permission, Label="three", AWSAccountId=[ACCOUNT], ActionName=["Publish"], TopicArn=ARN + "none")
fails("NotFound", sns.remove_permission, Label="three", TopicArn=ARN + "none")
sns.remove_permission(Label="one", **T)
sns.remove_permission(Label="never", **T)
assert [one["Sid"] for one in json.loads(sns.get_topic_attributes(**T)["Attributes"]["Policy"])["Statement"]] == ["__default_statement_ID", "two"]
sns.remove_permission(Label="two", **T)
sns.remove_permission(Label="__default_statement_ID", **T)
assert json.loads(sns.get_topic_attributes(**T)["Attributes"]["Policy"])["Statement"] == []
assert may(sns) and not may(bob) and not anyone()
sns.add_permission(Label="one", AWSAccountId=[ACCOUNT], ActionName=["Publish"], **T)
assert may(eve) and not may(bob)

# What is no policy of a topic.
for bad, why in [("{", None), ("[]", None), ("{}", None), (json.dumps({"Statement": [one("*", "SNS:*")]}), scope),
                 (json.dumps({"Statement": [one("*", "s3:GetObject")]}), scope), (json.dumps({"Statement": [one("nobody")]}), None),
                 (json.dumps({"Statement": [one("*")]}) + " " * 30720, None)]:
    fails(INVALID, sns.set_topic_attributes, why, AttributeName="Policy", AttributeValue=bad, **T)
    fails(INVALID, sns.create_topic, why, Name="u", Attributes={"Policy": bad})
assert sns.create_topic(Name="u", Attributes={"Policy": json.dumps({"Statement": [one("*")]}).replace(":t\"", ":u\"")})
T = dict(TopicArn=ARN[:-1] + "u")
assert may(bob) and not may(bob, "get_topic_attributes")
print("passed")
