# What the trail has of them.
import gzip
records, text = [], ""
for entry in s3.list_objects_v2(Bucket="logs")["Contents"]:
    file = gzip.decompress(s3.get_object(Bucket="logs", Key=entry["Key"])["Body"].read()).decode()
    records, text = records + json.loads(file)["Records"], text + file
for secret in ("Correct-horse", "Another-horse", "wrong-Horse", "mallory", "short"):
    assert secret not in text, secret
carol = iam.get_user(UserName="carol")["User"]
by_name = lambda name: [event for event in records if event["eventName"] == name]
logins = by_name("ConsoleLogin")
outcomes = [(event["responseElements"]["ConsoleLogin"], event.get("errorMessage"), event["userIdentity"]["type"]) for event in logins]
assert outcomes == [
    ("Success", None, "IAMUser"), ("Success", None, "IAMUser"),
    ("Failure", "Failed authentication", "IAMUser"), ("Failure", "No username found in supplied account", "IAMUser"),
    ("Failure", "Failed authentication", "IAMUser"), ("Failure", "No username found in supplied account", "IAMUser"),
    ("Success", None, "AssumedRole")], outcomes
for event in logins:
    same = {name: event[name] for name in ("eventVersion", "eventSource", "awsRegion", "sourceIPAddress", "userAgent", "requestParameters",
                                           "readOnly", "eventType", "managementEvent", "recipientAccountId", "eventCategory")}
    assert same == {"eventVersion": "1.11", "eventSource": "signin.amazonaws.com", "awsRegion": "us-east-1", "sourceIPAddress": "127.0.0.1",
                    "userAgent": "a browser", "requestParameters": None, "readOnly": False, "eventType": "AwsConsoleSignIn",
                    "managementEvent": True, "recipientAccountId": ACCOUNT, "eventCategory": "Management"}, event
    assert event["additionalEventData"]["MobileVersion"] == event["additionalEventData"]["MFAUsed"] == "No", event
    assert not {"errorCode", "requestID", "sharedEventID", "resources"} & set(event), event
assert logins[0]["additionalEventData"]["LoginTo"] == f"{ENDPOINT}/console/home", logins[0]
known = {"type": "IAMUser", "principalId": carol["UserId"], "arn": carol["Arn"], "accountId": ACCOUNT, "userName": "carol"}
assert logins[0]["userIdentity"] == logins[1]["userIdentity"] == known, logins[:2]
assert logins[2]["userIdentity"] == {"type": "IAMUser", "principalId": carol["UserId"], "accountId": ACCOUNT, "accessKeyId": "", "userName": "carol"}, logins[2]
assert logins[3]["userIdentity"] == {"type": "IAMUser", "accountId": ACCOUNT, "accessKeyId": "", "userName": "HIDDEN_DUE_TO_SECURITY_REASONS"}, logins[3]
assert logins[4]["userIdentity"] == logins[2]["userIdentity"] and logins[5]["userIdentity"] == logins[3]["userIdentity"], logins[4:6]
assert logins[6]["userIdentity"]["sessionContext"]["sessionIssuer"]["userName"] == "auditor", logins[6]

# The passwords that were to be set are calls of IAM's by the sign-in.
changes = by_name("ChangePassword")
assert [event.get("errorCode") for event in changes] == ["PasswordPolicyViolationException", None], changes
for event in changes:
    identity = event["userIdentity"]
    assert (identity["type"], identity["userName"], identity["invokedBy"]) == ("IAMUser", "carol", "signin.amazonaws.com"), event
    assert identity["accessKeyId"].startswith("ASIA") and identity["sessionContext"]["attributes"]["mfaAuthenticated"] == "false", event
    assert (event["eventSource"], event["eventType"], event["userAgent"], event["sourceIPAddress"]) == (
        "iam.amazonaws.com", "AwsApiCall", "signin.amazonaws.com", "127.0.0.1"), event
    assert event["requestParameters"] is event["responseElements"] is None and event["requestID"], event

tokens = by_name("GetSigninToken")
assert len(tokens) == 1 and tokens[0]["responseElements"] == {"GetSigninToken": "Success"}, tokens
assert tokens[0]["userIdentity"]["arn"].endswith(":assumed-role/auditor/now"), tokens

# What is done with the console's credentials says so.
from_console = [event for event in records if "sessionCredentialFromConsole" in event]
assert [(event["eventName"], event["sessionCredentialFromConsole"]) for event in from_console] == [("GetCallerIdentity", "true")], from_console
assert from_console[0]["userIdentity"]["userName"] == "carol" and from_console[0]["userIdentity"]["sessionContext"]["sessionIssuer"] == {}
print("passed")
