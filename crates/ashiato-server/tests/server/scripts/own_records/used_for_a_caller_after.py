records = [record for _, found in files("logs") for record in found]
used = [record for record in records if record["userIdentity"].get("invokedBy") == "AWS Internal"]
PLACE = "arn:aws:s3:::safe/"
context = lambda key: {"aws:s3:arn": PLACE + key}
decrypt = lambda key: {"encryptionContext": context(key), "encryptionAlgorithm": "SYMMETRIC_DEFAULT"}
make = lambda key, arn: {"encryptionContext": context(key), "keySpec": "AES_256", "keyId": arn}
MISSING = KEY[:-12] + "000000000000"
told = [(record["eventName"], record.get("errorCode"), record["userIdentity"].get("userName"), record["requestParameters"]) for record in used]
ROWS = "table/rows"
assert told == [
    ("GenerateDataKey", None, "alice", make(ROWS, KEY)), ("Decrypt", None, "alice", decrypt(ROWS)), ("Decrypt", "AccessDenied", "bob", decrypt(ROWS)),
    ("Decrypt", "DisabledException", "alice", decrypt(ROWS)), ("GenerateDataKey", "NotFoundException", "alice", make("k", MISSING)),
    ("Decrypt", None, None, decrypt(ROWS))], told
for record in used:
    arn = MISSING if record.get("errorCode") == "NotFoundException" else KEY
    holds(record, sourceIPAddress="AWS Internal", userAgent="AWS Internal", eventSource="kms.amazonaws.com", awsRegion=HOME, readOnly=True,
          managementEvent=True, eventType="AwsApiCall", responseElements=None, recipientAccountId=ACCOUNT,
          resources=[{"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": arn}])
    assert record["requestID"] and "sharedEventID" not in record, record
assert used[0]["userIdentity"]["accessKeyId"] == "AKIDALICE", used[0]
assert used[2]["errorMessage"].startswith(f"User: arn:aws:iam::{ACCOUNT}:user/bob is not authorized to perform: kms:Decrypt"), used[2]
identity = used[5]["userIdentity"]
assert (identity["type"], identity["sessionContext"]["sessionIssuer"]["userName"]) == ("AssumedRole", "reader"), identity
# A role that is assumed in its own account is nobody else's affair.
assumed = [record for record in records if record["eventName"] == "AssumeRole"]
assert len(assumed) == 1 and "sharedEventID" not in assumed[0], assumed
print("passed")
