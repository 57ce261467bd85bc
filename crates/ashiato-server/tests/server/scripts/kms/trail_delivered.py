# The file is there, under the key, and tells what was done with keys, and no plaintext.
import base64, gzip
ARN = trails.get_trail(Name="sealed")["Trail"]["KmsKeyId"]
status = trails.get_trail_status(Name="sealed")
assert "LatestDeliveryError" not in status and status["LatestDeliveryTime"], status
names = [entry["Key"] for entry in s3.list_objects_v2(Bucket="logs")["Contents"]]
assert len(names) == 1, names
got = s3.get_object(Bucket="logs", Key=names[0])
assert (got["ServerSideEncryption"], got["SSEKMSKeyId"]) == ("aws:kms", ARN), got
text = gzip.decompress(got["Body"].read()).decode()
assert "plaintext" not in text.lower() and base64.b64encode(b"plaintext").decode() not in text
events = [event for event in json.loads(text)["Records"] if event["eventSource"] == "kms.amazonaws.com"]
told_of = [(event["eventName"], event.get("errorCode"), event["readOnly"]) for event in events]
assert told_of == [("Encrypt", None, True), ("Decrypt", None, True), ("GenerateDataKey", None, True),
                   ("DisableKey", None, False), ("Encrypt", "DisabledException", True)], told_of
named = {"accountId": ACCOUNT, "type": "AWS::KMS::Key", "ARN": ARN}
assert all(event["resources"] == [named] for event in events[:3]), events
assert [event["resources"][0]["type"] for event in events[3:]] == ["AWS::KMS::Key"] * 2
assert events[0]["requestParameters"] == {
    "keyId": "alias/trail", "encryptionContext": {"a": "b"}, "encryptionAlgorithm": "SYMMETRIC_DEFAULT"}, events[0]
assert all(event["responseElements"] is None for event in events), events

# Bob may read the bucket, and not the key.
given(statement("s3:GetObject", "arn:aws:s3:::logs/*"))
fails("AccessDenied", bob("s3").get_object, Bucket="logs", Key=names[0])
given(statement("s3:GetObject", "arn:aws:s3:::logs/*"), statement("kms:Decrypt", ARN, Condition={
    "Null": {"kms:EncryptionContext:aws:cloudtrail:arn": "false"}}))
assert bob("s3").get_object(Bucket="logs", Key=names[0])["Body"].read()[:2] == b"\x1f\x8b"
kms.disable_key(KeyId=ARN)
print("passed")
