# AWS's federation endpoint: from a role's credentials to a console session.
def federation(**query):
    return knock("/federation?" + urllib.parse.urlencode(query), method="GET")


def session(credentials):
    return json.dumps({"sessionId": credentials["AccessKeyId"], "sessionKey": credentials["SecretAccessKey"],
                       "sessionToken": credentials["SessionToken"]})


role = iam.create_role(RoleName="auditor", AssumeRolePolicyDocument=trust({"AWS": f"arn:aws:iam::{ACCOUNT}:user/alice"}))["Role"]
iam.put_role_policy(RoleName="auditor", PolicyName="p", PolicyDocument=statement("s3:ListAllMyBuckets"))
assumed = sts.assume_role(RoleArn=role["Arn"], RoleSessionName="now", DurationSeconds=900)
given = session(assumed["Credentials"])
status, headers, told = federation(Action="getSigninToken", Session=given)
assert status == 200 and list(told) == ["SigninToken"] and headers["Cache-Control"] == "no-store", told
token = told["SigninToken"]
status, headers, _ = federation(Action="login", Issuer="https://corp.example", Destination=f"{ENDPOINT}/console/", SigninToken=token)
assert (status, headers["Location"]) == (302, "/console/"), (status, dict(headers))
cookie = headers["Set-Cookie"].split(";")[0]
assert "SameSite=Strict" in headers["Set-Cookie"] and "HttpOnly" in headers["Set-Cookie"], dict(headers)
status, _, console = knock("/signin/session", Cookie=cookie)
assert status == 200 and console["arn"] == assumed["AssumedRoleUser"]["Arn"], console
assert console["credentials"]["accessKeyId"] != assumed["Credentials"]["AccessKeyId"]
assert console["credentials"]["expiration"] == assumed["Credentials"]["Expiration"].strftime("%Y-%m-%dT%H:%M:%SZ"), console
with_session("s3", console).list_buckets()
fails("AccessDenied", with_session("iam", console).list_users)
status, _, _ = federation(Action="login", Destination="/", SigninToken=token)
assert status == 302

# Sooner at an end where that is asked for, never later.
for seconds, of_it in (("900", 900), ("43200", 900)):
    _, _, told = federation(Action="getSigninToken", SessionDuration=seconds, Session=given)
    _, headers, _ = federation(Action="login", SigninToken=told["SigninToken"])
    age = int(headers["Set-Cookie"].split("Max-Age=")[1].split(";")[0])
    assert of_it - 60 < age <= of_it, age

federated = sts.get_federation_token(Name="guest", Policy=statement("s3:ListAllMyBuckets"))["Credentials"]
status, _, told = federation(Action="getSigninToken", Session=session(federated))
_, headers, _ = federation(Action="login", SigninToken=told["SigninToken"])
_, _, console = knock("/signin/session", Cookie=headers["Set-Cookie"].split(";")[0])
with_session("s3", console).list_buckets()
fails("AccessDenied", with_session("s3", console).create_bucket, Bucket="not-by-a-guest")

INVALID = (400, "InvalidRequest")
own = sts.get_session_token()["Credentials"]
refused(INVALID, federation(Action="getSigninToken", Session=session(own)))
refused(WRONG, federation(Action="getSigninToken", Session=session({**assumed["Credentials"], "SecretAccessKey": "wrong"})))
refused(WRONG, federation(Action="getSigninToken", Session=session({**assumed["Credentials"], "AccessKeyId": "ASIAOTHER"})))
refused(WRONG, federation(Action="getSigninToken", Session=session({**assumed["Credentials"], "SessionToken": "wrong"})))
refused(WRONG, federation(Action="login", SigninToken=assumed["Credentials"]["SessionToken"]))
refused(WRONG, federation(Action="login", SigninToken=token[:-3]))
fails("InvalidClientTokenId", client("sts", assumed["Credentials"]["AccessKeyId"], assumed["Credentials"]["SecretAccessKey"], token).get_caller_identity)
for query in (dict(Action="getSigninToken"), dict(Action="getSigninToken", Session="{}"), dict(Action="logout"), dict(Action="login"),
              dict(Action="getSigninToken", Session=given, SessionDuration="10"),
              dict(Action="login", SigninToken=token, Destination="https://evil.example/"),
              dict(Action="login", SigninToken=token, Destination=f"{ENDPOINT}.evil.example/"),
              dict(Action="login", SigninToken=token, Destination="//evil.example")):
    refused(INVALID, federation(**query))
print("passed")
