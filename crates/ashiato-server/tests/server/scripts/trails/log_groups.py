# The log group of a trail and the role under which CloudTrail writes there: what CreateTrail and UpdateTrail refuse, in
# AWS's words.
iam, logs = client("iam"), client("logs")
logs.create_log_group(logGroupName="trail")
GROUP = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:*"
STREAM = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trail:log-stream:{ACCOUNT}_CloudTrail_{HOME}"
OF_GROUP, OF_ROLE = "InvalidCloudWatchLogsLogGroupArnException", "InvalidCloudWatchLogsRoleArnException"
UNTRUSTED = (OF_ROLE, "Access denied. Check the trust relationships for your role.")
UNPERMITTED = (OF_GROUP, "Access denied. Check the permissions for your role.")
NO_GROUP = (OF_GROUP, "CloudTrail cannot validate the specified log group ARN.")
CLOUDTRAIL = trust({"Service": "cloudtrail.amazonaws.com"})
WRITES = ["logs:CreateLogStream", "logs:PutLogEvents"]
numbers = iter(range(1000))


def role(trusts=CLOUDTRAIL, policy=statement(WRITES, STREAM + "*"), path="/", **others):
    """A new role's ARN."""
    name = f"role{next(numbers)}"
    arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=trusts, Path=path, **others)["Role"]["Arn"]
    if policy:
        iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=policy)
    return arn


def refusal(role, group=GROUP, **more):
    """How a new trail with this log group and role is refused; None where it is made."""
    name = f"trail{next(numbers)}"
    given = {"CloudWatchLogsLogGroupArn": group, "CloudWatchLogsRoleArn": role}
    try:
        made = trails.create_trail(Name=name, **LOGS, **{key: value for key, value in given.items() if value}, **more)
    except ClientError as error:
        assert name not in str(trails.list_trails()), "what is refused is not there"
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    assert (made["CloudWatchLogsLogGroupArn"], made["CloudWatchLogsRoleArn"]) == (group, role), made
    trails.delete_trail(Name=name)


# Which roles are taken: as AWS's guide has the policy, and others that give as much.
assert refusal(role()) is None
assert refusal(role(path="/service/")) is None
assert refusal(role(policy=statement(WRITES, GROUP))) is None
assert refusal(role(policy=statement("logs:*"))) is None
assert refusal(role(trusts=trust("*"))) is None
iam.create_policy(PolicyName="most", PolicyDocument=statement("logs:*"))
most = f"arn:aws:iam::{ACCOUNT}:policy/most"
assert refusal(role(PermissionsBoundary=most)) is None

# Which are not trusted.
assert refusal(role(trusts=trust({"Service": "config.amazonaws.com"}))) == UNTRUSTED
assert refusal(role(trusts=trust({"AWS": ACCOUNT}))) == UNTRUSTED
assert refusal(f"arn:aws:iam::{ACCOUNT}:role/none") == UNTRUSTED
elsewhere = role(path="/service/").replace("/service/", "/other/")
assert refusal(elsewhere) == UNTRUSTED, "the path is part of the name"
denied = json.loads(CLOUDTRAIL)
denied["Statement"].append({**denied["Statement"][0], "Effect": "Deny"})
assert refusal(role(trusts=json.dumps(denied))) == UNTRUSTED
# AWS's guide says that the role supports no condition on the source.
source = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}
assert refusal(role(trusts=trust({"Service": "cloudtrail.amazonaws.com"}, Condition=source))) == UNTRUSTED

# Which may not write.
assert refusal(role(policy=None)) == UNPERMITTED
for action in WRITES:
    assert refusal(role(policy=statement(action, STREAM + "*"))) == UNPERMITTED, action
assert refusal(role(policy=statement(WRITES, STREAM.replace("trail:", "other:")))) == UNPERMITTED
assert refusal(role(policy=statement(WRITES, STREAM.replace(HOME, "us-east-1")))) == UNPERMITTED
assert refusal(role(policy=statement(WRITES, Condition={"Bool": {"aws:SecureTransport": "false"}}))) == UNPERMITTED
iam.create_policy(PolicyName="least", PolicyDocument=statement("s3:*"))
assert refusal(role(PermissionsBoundary=most.replace("most", "least"))) == UNPERMITTED

# What is no group and no role.
good = role()
assert refusal(good, GROUP.replace("trail:*", "none:*")) == NO_GROUP
assert refusal(good, GROUP[:-2]) == NO_GROUP and refusal(good, "trail") == NO_GROUP
assert refusal(good, GROUP.replace(ACCOUNT, "999988887777")) == NO_GROUP
assert refusal(good, GROUP.replace(HOME, "us-east-1")) == (OF_GROUP, "You must specify a log group that is in the current region.")
for bad in ("role0", good.replace(ACCOUNT, "999988887777"), good.replace(":role/", ":user/"), f"arn:aws:iam::{ACCOUNT}:role/"):
    assert refusal(bad) == (OF_ROLE, "CloudTrail cannot validate the specified role ARN."), bad
assert refusal(None) == (OF_ROLE, "You must specify a role ARN as well as a log group.")
assert refusal(good, None) == (OF_GROUP, "You must specify a log group as well as a role ARN.")

# UpdateTrail asks for them alike, and an empty text takes both away.
trails.create_trail(Name="all", **LOGS)
both = dict(CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn=good)
fails(UNPERMITTED[0], trails.update_trail, UNPERMITTED[1], Name="all", CloudWatchLogsLogGroupArn=GROUP,
      CloudWatchLogsRoleArn=role(policy=None))
assert told(trails.update_trail(Name="all", **both)).items() >= both.items()
fails(UNTRUSTED[0], trails.update_trail, UNTRUSTED[1], Name="all", CloudWatchLogsRoleArn=role(trusts=trust({"AWS": ACCOUNT})))
fails(OF_GROUP, trails.update_trail, Name="all", CloudWatchLogsLogGroupArn="")
assert trails.get_trail(Name="all")["Trail"].items() >= both.items()
# What it was given and has lost meanwhile is no reason to refuse another change.
iam.delete_role_policy(RoleName=good.split("/")[-1], PolicyName="p")
trails.update_trail(Name="all", IncludeGlobalServiceEvents=False)
trails.update_trail(Name="all", CloudWatchLogsLogGroupArn="", CloudWatchLogsRoleArn="")
assert "CloudWatchLogsRoleArn" not in trails.get_trail(Name="all")["Trail"]
print("passed")
