import json
iam = client("iam")
ACCOUNT = "111122223333"
read_only = "arn:aws:iam::aws:policy/ReadOnlyAccess"

iam.create_user(UserName="bob")
iam.create_group(GroupName="staff")
role = iam.create_role(RoleName="auditor", Path="/sec/", Description="looks", MaxSessionDuration=7200,
                       AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}), Tags=[{"Key": "a", "Value": "b"}])["Role"]

# Roles.
assert role["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/sec/auditor" and role["RoleId"].startswith("AROA"), role
assert role["AssumeRolePolicyDocument"] == json.loads(trust({"AWS": ACCOUNT})), role
assert iam.get_role(RoleName="auditor")["Role"] == role, iam.get_role(RoleName="auditor")
assert role["RoleLastUsed"] == {} and role["MaxSessionDuration"] == 7200 and role["Tags"], role
fails("EntityAlreadyExists", iam.create_role, "Role with name auditor already exists.",
      RoleName="auditor", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}))
fails("MalformedPolicyDocument", iam.create_role, "This policy contains invalid Json",
      RoleName="x", AssumeRolePolicyDocument="{")
fails("MalformedPolicyDocument", iam.create_role, "Has prohibited field Resource",
      RoleName="x", AssumeRolePolicyDocument=trust("*", Resource="*"))
fails("LimitExceeded", iam.create_role, "Cannot exceed quota for ACLSizePerRole: 2048",
      RoleName="x", AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}, Sid="s" * 2048))
fails("ValidationError", client("iam", parameter_validation=False).create_role, RoleName="x", MaxSessionDuration=3599,
      AssumeRolePolicyDocument=trust({"AWS": ACCOUNT}))
iam.update_role(RoleName="auditor", Description="sees", MaxSessionDuration=3600)
assert iam.get_role(RoleName="auditor")["Role"]["Description"] == "sees"
assert iam.update_role_description(RoleName="auditor", Description="hears")["Role"]["Description"] == "hears"
iam.update_assume_role_policy(RoleName="auditor", PolicyDocument=trust("*"))
assert iam.get_role(RoleName="auditor")["Role"]["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == "*"
fails("MalformedPolicyDocument", iam.update_assume_role_policy, RoleName="auditor", PolicyDocument="[]")
fails("NoSuchEntity", iam.update_role, RoleName="nobody")
assert [one["RoleName"] for one in iam.list_roles(PathPrefix="/sec")["Roles"]] == ["auditor"]
assert iam.list_roles(PathPrefix="/other/")["Roles"] == []
iam.tag_role(RoleName="auditor", Tags=[{"Key": "c", "Value": "d"}])
iam.untag_role(RoleName="auditor", TagKeys=["a"])
assert iam.list_role_tags(RoleName="auditor")["Tags"] == [{"Key": "c", "Value": "d"}]

# Policies inside users, groups and roles.
for kind, name, most in (("user", "bob", 2048), ("group", "staff", 5120), ("role", "auditor", 10240)):
    owner = {f"{kind.title()}Name": name}
    put, get = getattr(iam, f"put_{kind}_policy"), getattr(iam, f"get_{kind}_policy")
    listed, delete = getattr(iam, f"list_{kind}_policies"), getattr(iam, f"delete_{kind}_policy")
    put(**owner, PolicyName="p", PolicyDocument=statement("s3:GetObject", Sid="a b".replace(" ", "")))
    put(**owner, PolicyName="q", PolicyDocument=statement("athena:*", Condition={"Bool": {"aws:SecureTransport": True}}))
    assert get(**owner, PolicyName="p")["PolicyDocument"]["Statement"][0]["Sid"] == "ab"
    assert listed(**owner)["PolicyNames"] == ["p", "q"]
    page = listed(**owner, MaxItems=1)
    assert page["PolicyNames"] == ["p"] and listed(**owner, Marker=page["Marker"])["PolicyNames"] == ["q"], page
    fails("NoSuchEntity", get, f"The {kind} policy with name r cannot be found.", **owner, PolicyName="r")
    fails("NoSuchEntity", put, f"The {kind} with name nobody cannot be found.",
          **{f"{kind.title()}Name": "nobody"}, PolicyName="p", PolicyDocument=statement("s3:*"))
    fails("MalformedPolicyDocument", put, "Policy statement must contain resources.", **owner, PolicyName="p",
          PolicyDocument='{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*"}}')
    fails("MalformedPolicyDocument", put, **owner, PolicyName="p", PolicyDocument=statement("GetObject"))
    fails("MalformedPolicyDocument", put, **owner, PolicyName="p", PolicyDocument=statement("s3:*", Principal="*"))
    fails("LimitExceeded", put, f"Maximum policy size of {most} bytes exceeded for {kind} {name}",
          **owner, PolicyName="big", PolicyDocument=statement("s3:*", Sid="s" * most))
    put(**owner, PolicyName="spaced", PolicyDocument=statement("s3:*") + " " * 20000)
    for name in ("p", "q", "spaced"):
        delete(**owner, PolicyName=name)
    fails("NoSuchEntity", delete, **owner, PolicyName="p")

# Managed policies.
policy = iam.create_policy(PolicyName="mine", Path="/own/", PolicyDocument=statement("s3:*"), Description="d",
                           Tags=[{"Key": "a", "Value": "b"}])["Policy"]
arn = f"arn:aws:iam::{ACCOUNT}:policy/own/mine"
assert policy["Arn"] == arn and policy["PolicyId"].startswith("ANPA") and policy["DefaultVersionId"] == "v1", policy
assert policy["AttachmentCount"] == 0 and policy["IsAttachable"] and policy["Tags"], policy
assert iam.get_policy(PolicyArn=arn)["Policy"]["Description"] == "d"
fails("EntityAlreadyExists", iam.create_policy, "A policy called Mine already exists. Duplicate names are not allowed.",
      PolicyName="Mine", PolicyDocument=statement("s3:*"))
fails("MalformedPolicyDocument", iam.create_policy, PolicyName="x", PolicyDocument="{}")
fails("LimitExceeded", iam.create_policy, "Cannot exceed quota for PolicySize: 6144",
      PolicyName="x", PolicyDocument=statement("s3:*", Sid="s" * 6144))
fails("NoSuchEntity", iam.get_policy, f"Policy {arn}x was not found.", PolicyArn=arn + "x")
fails("InvalidInput", iam.get_policy, PolicyArn="arn:aws:s3:::not-a-policy-at-all")
for number in (2, 3, 4, 5):
    version = iam.create_policy_version(PolicyArn=arn, PolicyDocument=statement(f"s3:Get{number}"),
                                        SetAsDefault=number == 3)["PolicyVersion"]
    assert version["VersionId"] == f"v{number}" and version["IsDefaultVersion"] == (number == 3), version
fails("LimitExceeded", iam.create_policy_version, PolicyArn=arn, PolicyDocument=statement("s3:*"))
assert [one["VersionId"] for one in iam.list_policy_versions(PolicyArn=arn)["Versions"]] == ["v5", "v4", "v3", "v2", "v1"]
assert "Document" not in iam.list_policy_versions(PolicyArn=arn)["Versions"][0]
assert iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]["Document"]["Statement"][0]["Action"] == "s3:Get2"
assert iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"] == "v3"
iam.set_default_policy_version(PolicyArn=arn, VersionId="v4")
fails("DeleteConflict", iam.delete_policy_version, "Cannot delete the default version of a policy.",
      PolicyArn=arn, VersionId="v4")
fails("NoSuchEntity", iam.set_default_policy_version, PolicyArn=arn, VersionId="v9")
fails("NoSuchEntity", iam.get_policy_version, PolicyArn=arn, VersionId="v9")
fails("DeleteConflict", iam.delete_policy, PolicyArn=arn)
for version in ("v1", "v2", "v3", "v5"):
    iam.delete_policy_version(PolicyArn=arn, VersionId=version)
fails("NoSuchEntity", iam.delete_policy_version, PolicyArn=arn, VersionId="v1")
assert iam.create_policy_version(PolicyArn=arn, PolicyDocument=statement("s3:*"))["PolicyVersion"]["VersionId"] == "v6"
iam.delete_policy_version(PolicyArn=arn, VersionId="v6")
iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "c", "Value": "d"}])
iam.untag_policy(PolicyArn=arn, TagKeys=["a"])
assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == [{"Key": "c", "Value": "d"}]

# Those of AWS.
document = iam.get_policy_version(PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess", VersionId="v1")
assert document["PolicyVersion"]["Document"]["Statement"][0]["Action"] == "*", document
assert iam.get_policy(PolicyArn=read_only)["Policy"]["PolicyName"] == "ReadOnlyAccess"
fails("AccessDenied", iam.delete_policy, PolicyArn=read_only)
fails("AccessDenied", iam.create_policy_version, PolicyArn=read_only, PolicyDocument=statement("s3:*"))
names = {one["PolicyName"] for one in iam.list_policies(Scope="AWS", MaxItems=1000)["Policies"]}
assert {"AdministratorAccess", "AmazonAthenaFullAccess", "AWSCloudTrail_ReadOnlyAccess"} <= names, names
assert [one["PolicyName"] for one in iam.list_policies(Scope="Local")["Policies"]] == ["mine"]
assert [one["PolicyName"] for one in iam.list_policies(OnlyAttached=True)["Policies"]] == ["AdministratorAccess"]
assert [one["PolicyName"] for one in iam.list_policies(PathPrefix="/own/")["Policies"]] == ["mine"]
pages = iam.get_paginator("list_policies").paginate(PaginationConfig={"PageSize": 4})
assert len({one["Arn"] for page in pages for one in page["Policies"]}) == len(names) + 1

# Attached.
for kind, name in (("user", "bob"), ("group", "staff"), ("role", "auditor")):
    owner = {f"{kind.title()}Name": name}
    attach, detach = getattr(iam, f"attach_{kind}_policy"), getattr(iam, f"detach_{kind}_policy")
    listed = getattr(iam, f"list_attached_{kind}_policies")
    for one in (arn, read_only, read_only):
        attach(**owner, PolicyArn=one)
    assert listed(**owner)["AttachedPolicies"] == [
        {"PolicyName": "mine", "PolicyArn": arn}, {"PolicyName": "ReadOnlyAccess", "PolicyArn": read_only}]
    assert [one["PolicyName"] for one in listed(**owner, PathPrefix="/own/")["AttachedPolicies"]] == ["mine"]
    fails("NoSuchEntity", attach, f"Policy {arn}x does not exist or is not attachable.", **owner, PolicyArn=arn + "x")
    fails("NoSuchEntity", attach, **{f"{kind.title()}Name": "nobody"}, PolicyArn=arn)
    detach(**owner, PolicyArn=read_only)
    fails("NoSuchEntity", detach, f"Policy {read_only} was not found.", **owner, PolicyArn=read_only)
entities = iam.list_entities_for_policy(PolicyArn=arn)
assert [one["UserName"] for one in entities["PolicyUsers"]] == ["bob"], entities
assert [one["GroupName"] for one in entities["PolicyGroups"]] == ["staff"], entities
assert [one["RoleName"] for one in entities["PolicyRoles"]] == ["auditor"], entities
assert iam.list_entities_for_policy(PolicyArn=arn, EntityFilter="Role")["PolicyUsers"] == []
assert iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"] == 3
fails("DeleteConflict", iam.delete_policy, "Cannot delete a policy attached to entities.", PolicyArn=arn)
for number in range(9):
    one = iam.create_policy(PolicyName=f"p{number}", PolicyDocument=statement("s3:*"))["Policy"]["Arn"]
    iam.attach_user_policy(UserName="bob", PolicyArn=one)
fails("LimitExceeded", iam.attach_user_policy, "Cannot exceed quota for PoliciesPerUser: 10",
      UserName="bob", PolicyArn=read_only)

# Boundaries.
iam.put_user_permissions_boundary(UserName="bob", PermissionsBoundary=arn)
iam.put_role_permissions_boundary(RoleName="auditor", PermissionsBoundary=read_only)
assert iam.get_user(UserName="bob")["User"]["PermissionsBoundary"]["PermissionsBoundaryArn"] == arn
bounds = iam.get_role(RoleName="auditor")["Role"]["PermissionsBoundary"]
assert bounds == {"PermissionsBoundaryType": "PermissionsBoundaryPolicy", "PermissionsBoundaryArn": read_only}, bounds
bounded = iam.list_entities_for_policy(PolicyArn=arn, PolicyUsageFilter="PermissionsBoundary")
assert [one["UserName"] for one in bounded["PolicyUsers"]] == ["bob"] and bounded["PolicyRoles"] == [], bounded
assert iam.get_policy(PolicyArn=arn)["Policy"]["PermissionsBoundaryUsageCount"] == 1
iam.delete_user_permissions_boundary(UserName="bob")
fails("NoSuchEntity", iam.delete_user_permissions_boundary, UserName="bob")
iam.delete_role_permissions_boundary(RoleName="auditor")

# All of it at once.
iam.put_user_policy(UserName="bob", PolicyName="p", PolicyDocument=statement("s3:*"))
details = iam.get_account_authorization_details()
bob = next(one for one in details["UserDetailList"] if one["UserName"] == "bob")
assert bob["UserPolicyList"][0]["PolicyDocument"]["Statement"][0]["Action"] == "s3:*", bob
assert len(bob["AttachedManagedPolicies"]) == 10 and details["RoleDetailList"][0]["RoleName"] == "auditor", bob
assert "AdministratorAccess" in {one["PolicyName"] for one in details["Policies"]}
roles = iam.get_account_authorization_details(Filter=["Role"])
assert roles["UserDetailList"] == [] and len(roles["RoleDetailList"]) == 1, roles
pages = list(iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 3}))
assert len(pages) > 3 and sum(len(page["UserDetailList"]) for page in pages) == 2, len(pages)

# Simulated.
source = f"arn:aws:iam::{ACCOUNT}:user/bob"
told = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=["s3:GetObject", "athena:GetQueryResults"],
                                     ResourceArns=["arn:aws:s3:::b/k"])["EvaluationResults"]
assert [one["EvalDecision"] for one in told] == ["allowed", "implicitDeny"], told
told = iam.simulate_principal_policy(PolicySourceArn=source, ActionNames=["s3:GetObject"],
                                     PolicyInputList=[statement("s3:GetObject", effect="Deny")])["EvaluationResults"]
assert [one["EvalDecision"] for one in told] == ["explicitDeny"], told
fails("NoSuchEntity", iam.simulate_principal_policy, PolicySourceArn=source + "x", ActionNames=["s3:*"])

# What hangs on a role keeps it.
fails("DeleteConflict", iam.delete_role, "Cannot delete entity, must detach all policies first.", RoleName="auditor")
iam.detach_role_policy(RoleName="auditor", PolicyArn=arn)
iam.put_role_policy(RoleName="auditor", PolicyName="p", PolicyDocument=statement("s3:*"))
fails("DeleteConflict", iam.delete_role, "Cannot delete entity, must delete policies first.", RoleName="auditor")
iam.delete_role_policy(RoleName="auditor", PolicyName="p")
iam.delete_role(RoleName="auditor")
fails("NoSuchEntity", iam.get_role, "The role with name auditor cannot be found.", RoleName="auditor")
iam.detach_group_policy(GroupName="staff", PolicyArn=arn)
iam.detach_user_policy(UserName="bob", PolicyArn=arn)
iam.delete_policy(PolicyArn=arn)
fails("NoSuchEntity", iam.get_policy, PolicyArn=arn)
print("passed")
