# While the key is disabled, nothing is delivered, and the status says why.
status = trails.get_trail_status(Name="sealed")
assert status["LatestDeliveryError"] == "KMS.DisabledException", status
names = [entry["Key"] for entry in s3.list_objects_v2(Bucket="logs")["Contents"]]
assert len(names) == 1, names
fails("KMS.DisabledException", s3.get_object, Bucket="logs", Key=names[0])
kms.enable_key(KeyId=trails.get_trail(Name="sealed")["Trail"]["KmsKeyId"])
print("passed")
