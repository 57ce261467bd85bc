# IAM's errors, of each operation, as far as requests provoke them.
ACCOUNT = "111122223333"
iam = client("iam", parameter_validation=False)
arn = lambda kind, name: f"arn:aws:iam::{ACCOUNT}:{kind}/{name}"
ALLOW, TRUST = statement("s3:GetObject"), trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
MISSING, EXISTS, LIMIT = "NoSuchEntity", "EntityAlreadyExists", "LimitExceeded"
USED, BAD_POLICY, INVALID = "DeleteConflict", "MalformedPolicyDocument", "InvalidInput"
# Declared errors that no request provokes, of any operation.
UNPROVOKED = {
    "ServiceFailure": "a failure of the server's own",
    "ConcurrentModification": "changes of the state wait for each other",
    "EntityTemporarilyUnmodifiable": "what is made is there at once",
    "UnmodifiableEntity": "there are no roles that belong to services",
    "PolicyNotAttachable": "whatever policy there is may be attached",
    "InvalidUserType": "who is no user has no password: the tests of users",
    "PasswordPolicyViolation": "the tests of users",
    "PolicyEvaluation": "whatever policy is kept can be read",
}
ADDS_NOTHING = ("Change", "Delete", "Detach", "Remove", "Set", "Update")
THOUSANDS_OR_ONE = {"CreateUser", "CreateRole", "CreatePolicy", "CreateAccountAlias", "CreateLoginProfile"}
# What could be invalid otherwise breaks a limit that the model declares: a ValidationError.
LIMITS_ONLY = {
    "CreatePolicy", "CreatePolicyVersion", "CreateRole", "CreateUser", "DeletePolicy", "DeletePolicyVersion", "GetPolicy",
    "GetPolicyVersion", "ListAttachedGroupPolicies", "ListAttachedRolePolicies", "ListAttachedUserPolicies",
    "ListEntitiesForPolicy", "ListPolicyTags", "ListPolicyVersions", "PutRolePermissionsBoundary",
    "PutUserPermissionsBoundary", "SetDefaultPolicyVersion", "SimulatePrincipalPolicy", "UntagPolicy", "UpdateLoginProfile",
    "UpdateRole"}

for name in ("u", "other"):
    iam.create_user(UserName=name)
    iam.create_group(GroupName=name)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    iam.create_policy(PolicyName=name, PolicyDocument=ALLOW)
P, NO_POLICY = dict(PolicyArn=arn("policy", "u")), dict(PolicyArn=arn("policy", "none"))
U, NO_USER = dict(UserName="u"), dict(UserName="none")
G, NO_GROUP = dict(GroupName="u"), dict(GroupName="none")
R, NO_ROLE = dict(RoleName="u"), dict(RoleName="none")
iam.create_account_alias(AccountAlias="example-corp")
KIND = [("Group", G, NO_GROUP), ("Role", R, NO_ROLE), ("User", U, NO_USER)]
iam.add_user_to_group(**G, **U)
iam.attach_role_policy(**R, **P)
for _ in range(2):
    key = iam.create_access_key(**U)["AccessKey"]["AccessKeyId"]
iam.create_login_profile(**U, Password="long enough 1A!")
for _ in range(4):
    version = iam.create_policy_version(**P, PolicyDocument=ALLOW, SetAsDefault=True)["PolicyVersion"]["VersionId"]
TAGS = [{"Key": f"k{number}", "Value": ""} for number in range(50)]
iam.tag_user(**U, Tags=TAGS)
iam.tag_role(**R, Tags=TAGS)
iam.tag_policy(**P, Tags=TAGS)
# As many as may be attached to each, the one of above among them, and as many groups as a user may be in.
for number in range(11):
    policy = iam.create_policy(PolicyName=f"p{number}", PolicyDocument=ALLOW)["Policy"]["Arn"]
    if number < 9:
        iam.attach_role_policy(**R, PolicyArn=policy)
    if number < 10:
        iam.attach_user_policy(**U, PolicyArn=policy)
        iam.attach_group_policy(**G, PolicyArn=policy)
        iam.create_group(GroupName=f"g{number}")
    if number < 9:
        iam.add_user_to_group(**U, GroupName=f"g{number}")
BEYOND = dict(PolicyArn=policy)
for number in range(300 - 13):
    iam.create_group(GroupName=f"many{number}")
MORE = dict(Tags=[{"Key": "more", "Value": ""}])
LARGE = statement("s3:GetObject", [f"arn:aws:s3:::bucket{number}/*" for number in range(1000)])
NAMED = dict(PolicyName="none")

CASES = [
    ("AddUserToGroup", MISSING, dict(**NO_GROUP, **U)),
    ("AddUserToGroup", MISSING, dict(**G, **NO_USER)),
    ("AddUserToGroup", LIMIT, dict(**U, GroupName="g9")),
    ("TagUser", INVALID, dict(**U, Tags=[{"Key": "aws:a", "Value": ""}])),
    ("TagRole", INVALID, dict(**R, Tags=[{"Key": "a", "Value": ""}, {"Key": "A", "Value": ""}])),
    ("TagPolicy", INVALID, dict(**P, Tags=[{"Key": "aws:a", "Value": ""}])),
    ("UpdateAccessKey", INVALID, dict(**U, AccessKeyId=key, Status="Expired")),
    ("CreateAccountAlias", EXISTS, dict(AccountAlias="example-corp")),
    ("CreateAccessKey", MISSING, NO_USER),
    ("CreateAccessKey", LIMIT, U),
    ("CreateGroup", EXISTS, dict(GroupName="U")),
    ("CreateLoginProfile", EXISTS, dict(**U, Password="long enough 1A!")),
    ("CreateLoginProfile", MISSING, dict(**NO_USER, Password="long enough 1A!")),
    ("CreatePolicy", EXISTS, dict(PolicyName="u", PolicyDocument=ALLOW)),
    ("CreatePolicy", BAD_POLICY, dict(PolicyName="new", PolicyDocument="{}")),
    ("CreatePolicy", LIMIT, dict(PolicyName="new", PolicyDocument=LARGE)),
    ("CreatePolicyVersion", MISSING, dict(**NO_POLICY, PolicyDocument=ALLOW)),
    ("CreatePolicyVersion", BAD_POLICY, dict(PolicyArn=arn("policy", "other"), PolicyDocument="[]")),
    ("CreatePolicyVersion", LIMIT, dict(**P, PolicyDocument=ALLOW)),
    ("CreateRole", EXISTS, dict(RoleName="U", AssumeRolePolicyDocument=TRUST)),
    ("CreateRole", BAD_POLICY, dict(RoleName="new", AssumeRolePolicyDocument=ALLOW)),
    ("CreateUser", EXISTS, dict(UserName="U")),
    ("CreateUser", MISSING, dict(UserName="new", PermissionsBoundary=arn("policy", "none"))),
    ("DeleteAccountAlias", MISSING, dict(AccountAlias="another-corp")),
    ("DeleteAccessKey", MISSING, dict(**U, AccessKeyId="AKIANOBODYNOBODYNOBO")),
    ("DeleteGroup", MISSING, NO_GROUP),
    ("DeleteGroup", USED, G),
    ("DeleteLoginProfile", MISSING, dict(UserName="other")),
    ("DeletePolicy", MISSING, NO_POLICY),
    ("DeletePolicy", USED, P),
    ("DeletePolicyVersion", MISSING, dict(**P, VersionId="v99")),
    ("DeletePolicyVersion", USED, dict(**P, VersionId=version)),
    ("DeleteRole", MISSING, NO_ROLE),
    ("DeleteRole", USED, R),
    ("DeleteRolePermissionsBoundary", MISSING, NO_ROLE),
    ("DeleteUser", MISSING, NO_USER),
    ("DeleteUser", USED, U),
    ("DeleteUserPermissionsBoundary", MISSING, NO_USER),
    ("GetGroup", MISSING, NO_GROUP),
    ("GetLoginProfile", MISSING, dict(UserName="other")),
    ("GetPolicy", MISSING, NO_POLICY),
    ("GetPolicyVersion", MISSING, dict(**P, VersionId="v99")),
    ("GetRole", MISSING, NO_ROLE),
    ("GetUser", MISSING, NO_USER),
    ("ListAccessKeys", MISSING, NO_USER),
    ("ListEntitiesForPolicy", MISSING, NO_POLICY),
    ("ListGroupsForUser", MISSING, NO_USER),
    ("ListPolicyTags", MISSING, NO_POLICY),
    ("ListPolicyVersions", MISSING, NO_POLICY),
    ("ListRoleTags", MISSING, NO_ROLE),
    ("ListUserTags", MISSING, NO_USER),
    ("PutRolePermissionsBoundary", MISSING, dict(**NO_ROLE, PermissionsBoundary=P["PolicyArn"])),
    ("PutUserPermissionsBoundary", MISSING, dict(**NO_USER, PermissionsBoundary=P["PolicyArn"])),
    ("PutUserPermissionsBoundary", MISSING, dict(**U, PermissionsBoundary=arn("policy", "none"))),
    ("RemoveUserFromGroup", MISSING, dict(**NO_GROUP, **U)),
    ("RemoveUserFromGroup", MISSING, dict(**G, UserName="none")),
    ("SetDefaultPolicyVersion", MISSING, dict(**P, VersionId="v99")),
    ("SimulatePrincipalPolicy", MISSING, dict(PolicySourceArn=arn("user", "none"), ActionNames=["s3:GetObject"])),
    ("TagPolicy", MISSING, dict(**NO_POLICY, **MORE)),
    ("TagPolicy", LIMIT, dict(**P, **MORE)),
    ("TagRole", MISSING, dict(**NO_ROLE, **MORE)),
    ("TagRole", LIMIT, dict(**R, **MORE)),
    ("TagUser", MISSING, dict(**NO_USER, **MORE)),
    ("TagUser", LIMIT, dict(**U, **MORE)),
    ("UntagPolicy", MISSING, dict(**NO_POLICY, TagKeys=["a"])),
    ("UntagRole", MISSING, dict(**NO_ROLE, TagKeys=["a"])),
    ("UntagUser", MISSING, dict(**NO_USER, TagKeys=["a"])),
    ("UpdateAccessKey", MISSING, dict(**U, AccessKeyId="AKIANOBODYNOBODYNOBO", Status="Active")),
    ("UpdateAssumeRolePolicy", MISSING, dict(**NO_ROLE, PolicyDocument=TRUST)),
    ("UpdateAssumeRolePolicy", BAD_POLICY, dict(**R, PolicyDocument=ALLOW)),
    ("UpdateGroup", MISSING, dict(**NO_GROUP, NewGroupName="new")),
    ("UpdateGroup", EXISTS, dict(**G, NewGroupName="other")),
    ("UpdateLoginProfile", MISSING, dict(UserName="other", Password="long enough 1A!")),
    ("UpdateRole", MISSING, NO_ROLE),
    ("UpdateRoleDescription", MISSING, dict(**NO_ROLE, Description="d")),
    ("UpdateUser", MISSING, dict(**NO_USER, NewUserName="new")),
    ("UpdateUser", EXISTS, dict(**U, NewUserName="other")),
]
for kind, here, gone in KIND:
    CASES += [
        (f"Attach{kind}Policy", LIMIT, dict(**here, **BEYOND)),
        (f"Attach{kind}Policy", INVALID, dict(**here, PolicyArn="arn:aws:s3:::no-policy-at-all")),
        (f"Detach{kind}Policy", INVALID, dict(**here, PolicyArn="arn:aws:s3:::no-policy-at-all")),
        (f"Attach{kind}Policy", MISSING, dict(**gone, **P)),
        (f"Attach{kind}Policy", MISSING, dict(**here, **NO_POLICY)),
        (f"Detach{kind}Policy", MISSING, dict(**gone, **P)),
        (f"Detach{kind}Policy", MISSING, dict(**here, **NO_POLICY)),
        (f"Delete{kind}Policy", MISSING, dict(**here, **NAMED)),
        (f"Get{kind}Policy", MISSING, dict(**here, **NAMED)),
        (f"ListAttached{kind}Policies", MISSING, gone),
        (f"List{kind}Policies", MISSING, gone),
        (f"Put{kind}Policy", MISSING, dict(**gone, **NAMED, PolicyDocument=ALLOW)),
        (f"Put{kind}Policy", BAD_POLICY, dict(**here, **NAMED, PolicyDocument="{}")),
        (f"Put{kind}Policy", LIMIT, dict(**here, **NAMED, PolicyDocument=LARGE)),
    ]
wrong, seen = [], set()
for operation, expected, arguments in CASES:
    seen.add((operation, expected))
    try:
        getattr(iam, botocore.xform_name(operation))(**arguments)
        wrong.append((operation, arguments, "was not refused"))
    except ClientError as error:
        told = error.response["Error"]
        if told["Code"] != expected or not told["Message"]:
            wrong.append((operation, arguments, told))
# Every operation that names something is in the table.
NAMES_NOTHING = {
    "ChangePassword": "of who calls alone: the tests of users",
    "GetAccessKeyLastUsed": "a key that is not there has not been used",
    **dict.fromkeys(["GetAccountAuthorizationDetails", "GetAccountSummary", "ListAccountAliases"], "of the whole account"),
    **dict.fromkeys(["ListGroups", "ListPolicies", "ListRoles", "ListUsers"], "of the whole account")}
served = {line.split()[0] for line in SERVED["iam"].splitlines() if not line.endswith("refused")}
left = served - {operation for operation, _, _ in CASES} - set(NAMES_NOTHING)
assert not left, left
# One more group than there may be.
iam.create_group(GroupName="last")
fails(LIMIT, iam.create_group, GroupName="one-more")
seen.add(("CreateGroup", LIMIT))
# And every error that AWS declares is provoked, or it is told why not.
model = botocore.session.get_session().get_service_model("iam")
for operation in sorted(served):
    for shape in model.operation_model(operation).error_shapes:
        name = shape.metadata.get("error", {}).get("code", shape.name)
        no_quota = name == LIMIT and (operation.startswith(ADDS_NOTHING) or operation in THOUSANDS_OR_ONE)
        no_other = name == INVALID and operation in LIMITS_ONLY or (operation, name) in {("ChangePassword", MISSING), ("CreateGroup", MISSING)}
        if (operation, name) not in seen and name not in UNPROVOKED and not no_quota and not no_other:
            wrong.append((operation, name, "is neither provoked nor told why not"))
assert not wrong, "\n".join(str(one)[:400] for one in wrong)
print("passed")
