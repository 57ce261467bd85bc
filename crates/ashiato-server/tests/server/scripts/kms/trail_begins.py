# Which keys a trail may have; then one that logs under a key.
CLOUDTRAIL = {"Service": "cloudtrail.amazonaws.com"}
lets_in = lambda arn: {
    "Effect": "Allow", "Principal": CLOUDTRAIL, "Action": "kms:GenerateDataKey*", "Resource": "*",
    "Condition": {"StringEquals": {"aws:SourceArn": arn}, "StringLike": {"kms:EncryptionContext:aws:cloudtrail:arn": arn}}}
closed = new_key()
opened = new_key(Policy=key_policy(lets_in(arn_of("sealed"))))
kms.create_alias(AliasName="alias/trail", TargetKeyId=opened["KeyId"])
fails("InsufficientEncryptionPolicyException", trails.create_trail, Name="sealed", KmsKeyId=closed["KeyId"], **LOGS)
fails("InsufficientEncryptionPolicyException", trails.create_trail, Name="another", KmsKeyId=opened["Arn"], **LOGS)
fails("KmsKeyNotFoundException", trails.create_trail, Name="sealed", KmsKeyId="alias/none", **LOGS)
fails("KmsKeyNotFoundException", trails.create_trail, Name="sealed", KmsKeyId="12345678-1234-1234-1234-123456789012", **LOGS)
fails("InvalidKmsKeyIdException", trails.create_trail, Name="sealed", KmsKeyId="no key", **LOGS)
kms.disable_key(KeyId=opened["KeyId"])
fails("KmsException", trails.create_trail, Name="sealed", KmsKeyId=opened["KeyId"], **LOGS)
kms.enable_key(KeyId=opened["KeyId"])
assert trails.create_trail(Name="sealed", **LOGS).get("KmsKeyId") is None
fails("InsufficientEncryptionPolicyException", trails.update_trail, Name="sealed", KmsKeyId=closed["KeyId"])
for name in (opened["KeyId"], opened["Arn"], "alias/trail", f"{PLACE}alias/trail"):
    assert trails.update_trail(Name="sealed", KmsKeyId="").get("KmsKeyId") is None
    assert trails.update_trail(Name="sealed", KmsKeyId=name)["KmsKeyId"] == opened["Arn"], name
assert trails.get_trail(Name="sealed")["Trail"]["KmsKeyId"] == opened["Arn"]
trails.start_logging(Name="sealed")
blob = kms.encrypt(KeyId="alias/trail", Plaintext=b"plaintext", EncryptionContext={"a": "b"})["CiphertextBlob"]
kms.decrypt(CiphertextBlob=blob, EncryptionContext={"a": "b"})
kms.generate_data_key(KeyId=opened["KeyId"], KeySpec="AES_256")
kms.disable_key(KeyId=closed["KeyId"])
fails("DisabledException", kms.encrypt, KeyId=closed["KeyId"], Plaintext=b"plaintext")
print("passed")
