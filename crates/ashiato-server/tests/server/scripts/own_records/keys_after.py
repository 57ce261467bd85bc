records = [record for _, found in files("logs") for record in found if record["eventType"] == "AwsServiceEvent"]
told = sorted((record["eventName"], record["resources"]) for record in records)
resource = lambda key: [{"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": f"arn:aws:kms:{HOME}:{ACCOUNT}:key/{key}"}]
assert told == [("DeleteKey", resource(GOING)), ("RotateKey", resource(TURNING))], told
for record in records:
    holds(record, userIdentity={"accountId": ACCOUNT, "invokedBy": "AWS Internal"}, sourceIPAddress="AWS Internal", userAgent="AWS Internal",
          eventSource="kms.amazonaws.com", awsRegion=HOME, readOnly=False, requestParameters=None, managementEvent=True, recipientAccountId=ACCOUNT,
          eventCategory="Management")
    assert "requestID" not in record and "sharedEventID" not in record, record
by_name = {record["eventName"]: record for record in records}
holds(by_name["RotateKey"], responseElements=None, serviceEventDetails={"rotationType": "AUTOMATIC", "keyOrigin": "AWS_KMS", "keyId": TURNING})
holds(by_name["DeleteKey"], responseElements={"keyId": resource(GOING)[0]["ARN"]}, serviceEventDetails={"keyId": GOING})
print("passed")
