iam = client("iam")
ACCOUNT = "111122223333"

# Users.
user = iam.create_user(UserName="bob", Path="/ops/", Tags=[{"Key": "team", "Value": "ops"}])["User"]
assert user["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/ops/bob", user
assert user["UserId"].startswith("AIDA") and len(user["UserId"]) == 21 and user["Path"] == "/ops/", user
assert user["Tags"] == [{"Key": "team", "Value": "ops"}] and "PermissionsBoundary" not in user, user
assert iam.get_user(UserName="BOB")["User"] == user
assert iam.get_user()["User"]["UserName"] == "alice"
assert client("iam", "AKIDROOT").get_user()["User"]["Arn"] == f"arn:aws:iam::{ACCOUNT}:root"
fails("EntityAlreadyExists", iam.create_user, "User with name Bob already exists.", UserName="Bob")
fails("NoSuchEntity", iam.get_user, "The user with name carol cannot be found.", UserName="carol")
fails("ValidationError", iam.create_user, UserName="no spaces")
fails("ValidationError", iam.create_user, UserName="x" * 65)
fails("ValidationError", iam.create_user, UserName="carol", Path="ops")
fails("InvalidInput", iam.create_user, UserName="carol", Tags=[{"Key": "a", "Value": ""}, {"Key": "A", "Value": ""}])
fails("InvalidInput", iam.create_user, UserName="carol", Tags=[{"Key": "aws:x", "Value": ""}])
fails("NoSuchEntity", iam.create_user, UserName="carol", PermissionsBoundary=f"arn:aws:iam::{ACCOUNT}:policy/none")
fails("NoSuchEntity", iam.get_user, UserName="carol")

for name in ("carol", "dave", "eve"):
    iam.create_user(UserName=name)
listed = iam.list_users(MaxItems=2)
assert [one["UserName"] for one in listed["Users"]] == ["alice", "bob"] and listed["IsTruncated"], listed
assert "Tags" not in listed["Users"][1], listed
listed = iam.list_users(MaxItems=1000, Marker=listed["Marker"])
assert [one["UserName"] for one in listed["Users"]] == ["carol", "dave", "eve"] and not listed["IsTruncated"], listed
assert [one["UserName"] for one in iam.list_users(PathPrefix="/ops/")["Users"]] == ["bob"]
fails("ValidationError", iam.list_users, Marker="nonsense!")
assert len(list(iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 1}))) == 5

iam.update_user(UserName="eve", NewUserName="Eve", NewPath="/new/")
assert iam.get_user(UserName="eve")["User"]["Arn"].endswith(":user/new/Eve")
fails("EntityAlreadyExists", iam.update_user, UserName="eve", NewUserName="DAVE")
fails("NoSuchEntity", iam.update_user, UserName="nobody", NewUserName="x")

iam.tag_user(UserName="bob", Tags=[{"Key": "Team", "Value": "sec"}, {"Key": "b", "Value": "2"}])
assert iam.list_user_tags(UserName="bob")["Tags"] == [{"Key": "Team", "Value": "sec"}, {"Key": "b", "Value": "2"}]
page = iam.list_user_tags(UserName="bob", MaxItems=1)
assert page["IsTruncated"] and iam.list_user_tags(UserName="bob", Marker=page["Marker"])["Tags"][0]["Key"] == "b"
iam.untag_user(UserName="bob", TagKeys=["TEAM", "nothing"])
assert [tag["Key"] for tag in iam.list_user_tags(UserName="bob")["Tags"]] == ["b"]
fails("LimitExceeded", iam.tag_user, UserName="bob", Tags=[{"Key": str(n), "Value": ""} for n in range(50)])

# Groups.
group = iam.create_group(GroupName="staff", Path="/all/")["Group"]
assert group["Arn"] == f"arn:aws:iam::{ACCOUNT}:group/all/staff" and group["GroupId"].startswith("AGPA"), group
fails("EntityAlreadyExists", iam.create_group, "Group with name STAFF already exists.", GroupName="STAFF")
iam.add_user_to_group(GroupName="staff", UserName="bob")
iam.add_user_to_group(GroupName="staff", UserName="bob")
iam.add_user_to_group(GroupName="staff", UserName="carol")
told = iam.get_group(GroupName="staff")
assert {one["UserName"] for one in told["Users"]} == {"bob", "carol"} and told["Group"] == group, told
assert [one["GroupName"] for one in iam.list_groups_for_user(UserName="bob")["Groups"]] == ["staff"]
assert [one["GroupName"] for one in iam.list_groups(PathPrefix="/all/")["Groups"]] == ["staff"]
fails("NoSuchEntity", iam.add_user_to_group, "The group with name g cannot be found.", GroupName="g", UserName="bob")
fails("NoSuchEntity", iam.add_user_to_group, GroupName="staff", UserName="nobody")
for number in range(9):
    iam.create_group(GroupName=f"g{number}")
    iam.add_user_to_group(GroupName=f"g{number}", UserName="bob")
iam.create_group(GroupName="tenth")
fails("LimitExceeded", iam.add_user_to_group, "Cannot exceed quota for GroupsPerUser: 10",
      GroupName="tenth", UserName="bob")
iam.update_group(GroupName="tenth", NewGroupName="Eleventh")
fails("NoSuchEntity", iam.get_group, GroupName="tenth")
fails("DeleteConflict", iam.delete_group, "Cannot delete entity, must remove users from group first.",
      GroupName="staff")
iam.remove_user_from_group(GroupName="staff", UserName="bob")
iam.remove_user_from_group(GroupName="staff", UserName="carol")
iam.put_group_policy(GroupName="staff", PolicyName="p", PolicyDocument=statement("s3:*"))
fails("DeleteConflict", iam.delete_group, "Cannot delete entity, must delete policies first.", GroupName="staff")
iam.delete_group_policy(GroupName="staff", PolicyName="p")
iam.delete_group(GroupName="staff")
fails("NoSuchEntity", iam.delete_group, GroupName="staff")

# Login profiles.
fails("NoSuchEntity", iam.get_login_profile, "Login Profile for User dave cannot be found.", UserName="dave")
fails("PasswordPolicyViolation", iam.create_login_profile, UserName="dave", Password="short")
profile = iam.create_login_profile(UserName="dave", Password="Passw0rd!", PasswordResetRequired=True)["LoginProfile"]
assert profile["UserName"] == "dave" and profile["PasswordResetRequired"] is True, profile
fails("EntityAlreadyExists", iam.create_login_profile, "Login Profile for user dave already exists.",
      UserName="dave", Password="Passw0rd!")
iam.update_login_profile(UserName="dave", Password="An0ther-one", PasswordResetRequired=False)
assert iam.get_login_profile(UserName="dave")["LoginProfile"]["PasswordResetRequired"] is False
key = iam.create_access_key(UserName="dave")["AccessKey"]
iam.put_user_policy(UserName="dave", PolicyName="own", PolicyDocument=statement("iam:ChangePassword"))
dave = client("iam", key["AccessKeyId"], key["SecretAccessKey"])
fails("AccessDenied", dave.change_password, OldPassword="Passw0rd!", NewPassword="Th1rd-one")
dave.change_password(OldPassword="An0ther-one", NewPassword="Th1rd-one")
fails("AccessDenied", dave.change_password, OldPassword="An0ther-one", NewPassword="F0urth-one")
fails("InvalidUserType", client("iam", "AKIDROOT").change_password, OldPassword="Passw0rd!", NewPassword="Th1rd-one")

# Access keys.
assert key["AccessKeyId"].startswith("AKIA") and len(key["AccessKeyId"]) == 20 and len(key["SecretAccessKey"]) == 40
assert client("sts").get_access_key_info(AccessKeyId=key["AccessKeyId"])["Account"] == ACCOUNT
fails("ValidationError", client("sts").get_access_key_info, AccessKeyId="AKIAnonsensenonsense")
other = iam.create_access_key(UserName="dave")["AccessKey"]
fails("LimitExceeded", iam.create_access_key, "Cannot exceed quota for AccessKeysPerUser: 2", UserName="dave")
listed = iam.list_access_keys(UserName="dave")["AccessKeyMetadata"]
assert {one["AccessKeyId"] for one in listed} == {key["AccessKeyId"], other["AccessKeyId"]}, listed
assert not any("SecretAccessKey" in one for one in listed)
last = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
assert last["UserName"] == "dave" and last["AccessKeyLastUsed"]["ServiceName"] == "iam", last
assert last["AccessKeyLastUsed"]["Region"] == "eu-north-1" and last["AccessKeyLastUsed"]["LastUsedDate"], last
last = iam.get_access_key_last_used(AccessKeyId=other["AccessKeyId"])["AccessKeyLastUsed"]
assert last == {"ServiceName": "N/A", "Region": "N/A"}, last
sts = client("sts", key["AccessKeyId"], key["SecretAccessKey"])
assert sts.get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/dave"
iam.update_access_key(UserName="dave", AccessKeyId=key["AccessKeyId"], Status="Inactive")
fails("InvalidClientTokenId", sts.get_caller_identity)
iam.update_access_key(UserName="dave", AccessKeyId=key["AccessKeyId"], Status="Active")
iam.update_user(UserName="dave", NewUserName="david")
assert sts.get_caller_identity()["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/david"
iam.delete_access_key(UserName="david", AccessKeyId=key["AccessKeyId"])
fails("InvalidClientTokenId", sts.get_caller_identity)
fails("NoSuchEntity", iam.delete_access_key, UserName="david", AccessKeyId=key["AccessKeyId"])
fails("NoSuchEntity", iam.update_access_key, UserName="bob", AccessKeyId=other["AccessKeyId"], Status="Active")
root = client("iam", "AKIDROOT")
assert [one["AccessKeyId"] for one in root.list_access_keys()["AccessKeyMetadata"]] == ["AKIDROOT"]

# What hangs on a user keeps it.
iam.attach_user_policy(UserName="david", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
iam.create_group(GroupName="last")
iam.add_user_to_group(GroupName="last", UserName="david")
conflicts = [
    ("delete access keys", lambda: iam.delete_access_key(UserName="david", AccessKeyId=other["AccessKeyId"])),
    ("delete policies", lambda: iam.delete_user_policy(UserName="david", PolicyName="own")),
    ("detach all policies",
     lambda: iam.detach_user_policy(UserName="david", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")),
    ("remove users from group", lambda: iam.remove_user_from_group(GroupName="last", UserName="david")),
    ("delete login profile", lambda: iam.delete_login_profile(UserName="david")),
]
for first, undo in conflicts:
    fails("DeleteConflict", iam.delete_user, f"Cannot delete entity, must {first} first.", UserName="david")
    undo()
iam.delete_user(UserName="david")
fails("NoSuchEntity", iam.delete_user, UserName="david")
fails("NoSuchEntity", iam.delete_login_profile, UserName="bob")

summary = iam.get_account_summary()["SummaryMap"]
assert summary["Users"] == 4 and summary["AccessKeysPerUserQuota"] == 2, summary
assert summary["AccountAccessKeysPresent"] == 1 and summary["Groups"] == 11, summary
# The account's alias: one, the newest.
assert iam.list_account_aliases()["AccountAliases"] == []
iam.create_account_alias(AccountAlias="example-corp")
fails("EntityAlreadyExists", iam.create_account_alias, "The account alias example-corp already exists.",
      AccountAlias="example-corp")
iam.create_account_alias(AccountAlias="example-2")
listed = iam.list_account_aliases(MaxItems=1)
assert listed["AccountAliases"] == ["example-2"] and not listed["IsTruncated"], listed
fails("NoSuchEntity", iam.delete_account_alias, "The account alias example-corp does not exist.",
      AccountAlias="example-corp")
unchecked = client("iam", parameter_validation=False)
for wrong in ("ab", "a" * 64, "Example", "-abc", "abc-", "a--b", "a_b"):
    fails("ValidationError", unchecked.create_account_alias, AccountAlias=wrong)
iam.delete_account_alias(AccountAlias="example-2")
assert iam.list_account_aliases()["AccountAliases"] == []

# How long people stay signed in is refused, not passed over.
iam.create_user(UserName="signs-in")
fails("UnsupportedOperation", iam.create_login_profile, UserName="signs-in", Password="long enough 1A!",
      MaxSigninSessionDuration=3600)
print("passed")
