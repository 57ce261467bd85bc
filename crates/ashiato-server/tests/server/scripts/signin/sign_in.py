# Signing in with a password: who is let in, with what, and who is not.
PASSWORD = "Correct-horse-1"
iam.create_account_alias(AccountAlias="example-corp")
carol = iam.create_user(UserName="carol", Path="/ops/")["User"]
iam.create_login_profile(UserName="carol", Password=PASSWORD)
iam.attach_user_policy(UserName="carol", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
iam.create_user(UserName="keyless")
assert "PasswordLastUsed" not in iam.get_user(UserName="carol")["User"]

# Let in by number and by alias, in JSON and in a form, whatever the case of the name.
status, headers, told = sign_in("carol", PASSWORD)
assert status == 200 and headers["Content-Type"] == "application/json" and headers["Cache-Control"] == "no-store", (status, told)
assert (told["account"], told["arn"], told["userId"]) == (ACCOUNT, carol["Arn"], carol["UserId"]), told
cookie = headers["Set-Cookie"]
name, value = cookie.split(";")[0].split("=", 1)
assert value == told["credentials"]["sessionToken"] and told["credentials"]["accessKeyId"].startswith("ASIA"), told
attributes = {part.strip() for part in cookie.split(";")[1:]}
# A second may have begun since the session did.
assert attributes - {"Max-Age=43200", "Max-Age=43199", "Max-Age=43198"} == {"Path=/signin", "HttpOnly", "SameSite=Strict"}, cookie
assert sign_in("Carol", PASSWORD, account="example-corp")[0] == 200
status, _, by_form = knock("/signin", form=dict(account=ACCOUNT, user="carol", password=PASSWORD, destination="/console/"))
assert status == 200 and by_form["arn"] == carol["Arn"], by_form
assert iam.get_user(UserName="carol")["User"]["PasswordLastUsed"]

# The credentials are a user's session that IAM lets in, as the console needs it.
assert with_session("sts", told).get_caller_identity()["Arn"] == carol["Arn"]
assert len(with_session("iam", told).list_users()["Users"]) == 3
assert with_session("athena", told).list_work_groups()["WorkGroups"]
fails("AccessDenied", with_session("sts", told).get_session_token)

# A page that was loaded anew has only the cookie.
status, headers, again = knock("/signin/session", Cookie=f"other=1; {name}={value}")
assert status == 200 and again == told, (status, again)
assert headers["Set-Cookie"].startswith(f"{name}={value}; Path=/signin; Max-Age=4"), dict(headers)
own = sts.get_session_token()["Credentials"]
for no_session in ({}, {"Cookie": "other=1"}, {"Cookie": f"{name}="}, {"Cookie": f"{name}={value[:-2]}"},
                   {"Cookie": f"{name}={own['SessionToken']}"}):
    refused((401, "NotSignedIn"), knock("/signin/session", **no_session))
status, headers, told_out = knock("/signout", Cookie=f"{name}={value}")
assert (status, told_out) == (200, {}) and headers["Set-Cookie"].startswith(f"{name}=; Path=/signin; Max-Age=0; HttpOnly"), dict(headers)

# Not let in; nothing tells why.
sentences = {refused(WRONG, answer) for answer in (
    sign_in("carol", "wrong"), sign_in("carol", PASSWORD.lower()), sign_in("nobody", PASSWORD), sign_in("keyless", PASSWORD),
    sign_in("carol", PASSWORD, account="999922223333"), sign_in("carol", PASSWORD, account="another-corp"), sign_in("", ""))}
assert len(sentences) == 1, sentences
for body in ({}, {"account": ACCOUNT, "user": "carol"}, {"account": ACCOUNT, "user": "carol", "password": ["p"]},
             {"account": ACCOUNT, "user": "carol", "password": PASSWORD, "destination": "//evil.example"},
             {"account": ACCOUNT, "user": "carol", "password": PASSWORD, "newPassword": "Another-horse-1"}):
    sentence = refused((400, "InvalidRequest"), knock("/signin", body))
    assert PASSWORD not in sentence, sentence
refused((400, "InvalidRequest"), knock("/signin", {"account": "x" * 20_000}))
refused((400, "InvalidRequest"), knock("/signin"))

# Other sites' pages have a browser send nothing that counts.
host = ENDPOINT.split("//")[1]
for other in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
              {"Sec_Fetch_Site": "same-site"}, {"Origin": f"http://{host}.evil.example"}):
    refused((403, "CrossSiteRequest"), sign_in("carol", PASSWORD, headers=other))
    refused((403, "CrossSiteRequest"), knock("/signin/session", Cookie=f"{name}={value}", **other))
    refused((403, "CrossSiteRequest"), knock("/signout", **other))
assert sign_in("carol", PASSWORD, headers={"Origin": ENDPOINT, "Sec_Fetch_Site": "same-origin"})[0] == 200

# Buckets may have the names of the doors.
for bucket in ("signin", "signout", "federation"):
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": HOME})
    s3.put_object(Bucket=bucket, Key="session", Body=b"b")
    assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 1
    assert s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "session"}]})["Deleted"]
    s3.delete_bucket(Bucket=bucket)

# Who is gone has nothing any more.
iam.create_user(UserName="gone")
iam.create_login_profile(UserName="gone", Password=PASSWORD)
_, _, left = sign_in("gone", PASSWORD)
iam.delete_login_profile(UserName="gone")
refused(WRONG, sign_in("gone", PASSWORD))
iam.delete_user(UserName="gone")
fails("AccessDenied", with_session("s3", left).list_buckets)
print("passed")
