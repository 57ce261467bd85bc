# A password that must be changed at the next sign-in.
FIRST, SECOND = "Correct-horse-1", "Correct-horse-2"
iam.create_user(UserName="dave")
iam.create_login_profile(UserName="dave", Password=FIRST, PasswordResetRequired=True)
RESET = (403, "PasswordResetRequired")
refused(RESET, sign_in("dave", FIRST))
refused(WRONG, sign_in("dave", "wrong", newPassword=SECOND))
sentence = refused((403, "AccessDenied"), sign_in("dave", FIRST, newPassword=SECOND))
assert "iam:ChangePassword" in sentence, sentence
iam.attach_user_policy(UserName="dave", PolicyArn="arn:aws:iam::aws:policy/IAMUserChangePassword")
refused((400, "PasswordPolicyViolation"), sign_in("dave", FIRST, newPassword="short"))
refused((400, "PasswordPolicyViolation"), sign_in("dave", FIRST, newPassword=FIRST))
refused(RESET, sign_in("dave", FIRST))
status, _, told = sign_in("dave", FIRST, newPassword=SECOND)
assert status == 200 and with_session("sts", told).get_caller_identity()["Arn"].endswith(":user/dave"), told
assert iam.get_login_profile(UserName="dave")["LoginProfile"]["PasswordResetRequired"] is False
refused(WRONG, sign_in("dave", FIRST))
assert sign_in("dave", SECOND)[0] == 200
with_session("iam", told).change_password(OldPassword=SECOND, NewPassword=FIRST)
assert sign_in("dave", FIRST)[0] == 200
iam.update_login_profile(UserName="dave", PasswordResetRequired=True)
refused(RESET, sign_in("dave", FIRST))
print("passed")
