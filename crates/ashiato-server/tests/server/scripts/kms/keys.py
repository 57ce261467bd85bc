# Keys: made, described, listed, named, tagged, disabled, rotated, and on their way out.
key = new_key(Description="logs", Tags=[{"TagKey": "team", "TagValue": "ops"}])
KEY, ARN = key["KeyId"], key["Arn"]
assert ARN == f"{PLACE}key/{KEY}"
expected = dict(AWSAccountId=ACCOUNT, Enabled=True, Description="logs", KeyUsage="ENCRYPT_DECRYPT", KeyState="Enabled",
                Origin="AWS_KMS", KeyManager="CUSTOMER", CustomerMasterKeySpec="SYMMETRIC_DEFAULT", KeySpec="SYMMETRIC_DEFAULT",
                EncryptionAlgorithms=["SYMMETRIC_DEFAULT"], MultiRegion=False)
assert all(
    key[name] == value for name, value in expected.items()), key

# Names.
kms.create_alias(AliasName="alias/logs", TargetKeyId=KEY)
fails("AlreadyExistsException", kms.create_alias, f"An alias with the name {PLACE}alias/logs already exists",
      AliasName="alias/logs", TargetKeyId=ARN)
other = new_key()["KeyId"]
for name in (KEY, ARN, "alias/logs", f"{PLACE}alias/logs"):
    assert kms.describe_key(KeyId=name)["KeyMetadata"]["Arn"] == ARN, name
kms.update_alias(AliasName="alias/logs", TargetKeyId=other)
assert kms.describe_key(KeyId="alias/logs")["KeyMetadata"]["KeyId"] == other
for number in range(3):
    kms.create_alias(AliasName=f"alias/n/{number}", TargetKeyId=KEY)
aliases = kms.list_aliases()["Aliases"]
assert [alias["AliasName"] for alias in aliases] == ["alias/logs", "alias/n/0", "alias/n/1", "alias/n/2"], aliases
assert aliases[0]["TargetKeyId"] == other and aliases[0]["AliasArn"] == f"{PLACE}alias/logs"
assert aliases[0]["LastUpdatedDate"] >= aliases[0]["CreationDate"]
paged = [alias["AliasName"] for page in kms.get_paginator("list_aliases").paginate(PaginationConfig={"PageSize": 2}) for alias in page["Aliases"]]
assert paged == [alias["AliasName"] for alias in aliases], paged
of_key = [alias["AliasName"] for page in kms.get_paginator("list_aliases").paginate(KeyId=KEY, PaginationConfig={"PageSize": 2}) for alias in page["Aliases"]]
assert of_key == ["alias/n/0", "alias/n/1", "alias/n/2"], of_key
kms.delete_alias(AliasName="alias/n/0")
fails("NotFoundException", kms.delete_alias, f"Alias {PLACE}alias/n/0 is not found.", AliasName="alias/n/0")
fails("NotFoundException", kms.describe_key, f"Alias {PLACE}alias/n/0 is not found.", KeyId="alias/n/0")
fails("NotFoundException", kms.update_alias, AliasName="alias/n/0", TargetKeyId=KEY)

# Lists.
for _ in range(3):
    new_key()
keys = [key for page in kms.get_paginator("list_keys").paginate(PaginationConfig={"PageSize": 2}) for key in page["Keys"]]
assert len(keys) == 5 and {"KeyId": KEY, "KeyArn": ARN} in keys, keys
first = kms.list_keys(Limit=2)
assert first["Truncated"] is True and len(first["Keys"]) == 2
fails("InvalidMarkerException", kms.list_keys, Marker="!")
assert boto3.client("kms", endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="AKIDALICE",
                    aws_secret_access_key="secret").list_keys()["Keys"] == []

# Tags.
kms.tag_resource(KeyId=KEY, Tags=[{"TagKey": "a", "TagValue": "1"}, {"TagKey": "team", "TagValue": "dev"}])
tags = lambda: {tag["TagKey"]: tag["TagValue"] for tag in kms.list_resource_tags(KeyId=KEY)["Tags"]}
assert tags() == {"a": "1", "team": "dev"}
kms.untag_resource(KeyId=KEY, TagKeys=["a", "none"])
assert tags() == {"team": "dev"}
fails("TagException", kms.tag_resource, KeyId=KEY, Tags=[{"TagKey": "aws:a", "TagValue": "1"}])
fails("TagException", kms.tag_resource, KeyId=KEY, Tags=[{"TagKey": "a", "TagValue": "1"}] * 2)
fails("LimitExceededException", kms.tag_resource, KeyId=KEY, Tags=[{"TagKey": str(n), "TagValue": ""} for n in range(50)])
assert tags() == {"team": "dev"}

kms.update_key_description(KeyId=KEY, Description="")
assert kms.describe_key(KeyId=KEY)["KeyMetadata"]["Description"] == ""

# Rotation.
assert kms.get_key_rotation_status(KeyId=KEY)["KeyRotationEnabled"] is False
kms.enable_key_rotation(KeyId=KEY)
status = kms.get_key_rotation_status(KeyId=KEY)
assert status["KeyRotationEnabled"] is True and status["RotationPeriodInDays"] == 365 and status["KeyId"] == ARN, status
days = (status["NextRotationDate"] - kms.describe_key(KeyId=KEY)["KeyMetadata"]["CreationDate"]).days
assert days == 365, days
kms.enable_key_rotation(KeyId=KEY, RotationPeriodInDays=90)
assert kms.get_key_rotation_status(KeyId=KEY)["RotationPeriodInDays"] == 90
kms.disable_key_rotation(KeyId=KEY)
assert "NextRotationDate" not in kms.get_key_rotation_status(KeyId=KEY)

# Disabled, and on its way out.
kms.disable_key(KeyId=KEY)
told_of = kms.describe_key(KeyId=KEY)["KeyMetadata"]
assert (told_of["KeyState"], told_of["Enabled"]) == ("Disabled", False)
for call in (kms.enable_key_rotation, kms.disable_key_rotation):
    fails("DisabledException", call, f"{ARN} is disabled.", KeyId=KEY)
kms.enable_key(KeyId=KEY)
fails("KMSInvalidStateException", kms.cancel_key_deletion, f"{ARN} is not pending deletion.", KeyId=KEY)
answer = kms.schedule_key_deletion(KeyId=KEY, PendingWindowInDays=7)
assert (answer["KeyId"], answer["KeyState"], answer["PendingWindowInDays"]) == (ARN, "PendingDeletion", 7), answer
told_of = kms.describe_key(KeyId=KEY)["KeyMetadata"]
assert told_of["DeletionDate"] == answer["DeletionDate"] and (answer["DeletionDate"] - told_of["CreationDate"]).days == 7
for call, more in [
    (kms.enable_key, {}), (kms.disable_key, {}), (kms.schedule_key_deletion, {}), (kms.enable_key_rotation, {}),
    (kms.update_key_description, dict(Description="d")), (kms.put_key_policy, dict(Policy=key_policy())),
    (kms.tag_resource, dict(Tags=[])), (kms.untag_resource, dict(TagKeys=[])), (kms.generate_data_key, dict(KeySpec="AES_256")),
]:
    fails("KMSInvalidStateException", call, f"{ARN} is pending deletion.", KeyId=KEY, **more)
fails("KMSInvalidStateException", kms.create_alias, AliasName="alias/late", TargetKeyId=KEY)
assert told(kms.cancel_key_deletion(KeyId=KEY)) == {"KeyId": ARN}
assert kms.describe_key(KeyId=KEY)["KeyMetadata"]["KeyState"] == "Disabled"

# What names no key, and what is no key here.
NONE = "12345678-1234-1234-1234-123456789012"
for name, code, sentence in [
    (NONE, "NotFoundException", f"Key '{PLACE}key/{NONE}' does not exist"),
    ("nonsense", "NotFoundException", "Invalid keyId 'nonsense'"),
    (f"arn:aws:kms:us-east-1:{ACCOUNT}:key/{NONE}", "NotFoundException", "Invalid arn us-east-1"),
    (f"{PLACE}grant/x", "InvalidArnException", None), ("arn:aws:s3:::logs", "InvalidArnException", None),
]:
    fails(code, kms.describe_key, sentence, KeyId=name)
fails("NotFoundException", kms.enable_key, "Invalid keyId 'alias/logs'", KeyId="alias/logs")
fails("ValidationException", kms.create_alias, AliasName="logs", TargetKeyId=other)
fails("AccessDeniedException", kms.create_alias, AliasName="alias/aws/s3", TargetKeyId=other)
fails("ValidationException", kms.schedule_key_deletion, KeyId=other, PendingWindowInDays=6)
for more in (dict(KeySpec="RSA_2048", KeyUsage="SIGN_VERIFY"), dict(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC"),
             dict(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY"), dict(Origin="EXTERNAL"), dict(MultiRegion=True)):
    fails("UnsupportedOperationException", kms.create_key, **more)
fails("CustomKeyStoreNotFoundException", kms.create_key, CustomKeyStoreId="cks-1")
fails("UnsupportedOperationException", kms.create_grant, KeyId=other, GranteePrincipal=ACCOUNT, Operations=["Decrypt"])
print("passed")
