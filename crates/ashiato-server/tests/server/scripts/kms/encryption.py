# What keys encrypt.
first, second = new_key()["Arn"], new_key()["Arn"]
kms.create_alias(AliasName="alias/data", TargetKeyId=first)
CONTEXT = {"a": "b", "aws:cloudtrail:arn": "t"}

sealed = kms.encrypt(KeyId="alias/data", Plaintext=b"secret", EncryptionContext=CONTEXT)
assert (sealed["KeyId"], sealed["EncryptionAlgorithm"]) == (first, "SYMMETRIC_DEFAULT")
blob = sealed["CiphertextBlob"]
assert b"secret" not in blob
assert kms.encrypt(KeyId=first, Plaintext=b"secret", EncryptionContext=CONTEXT)["CiphertextBlob"] != blob
for more in ({}, dict(KeyId="alias/data"), dict(KeyId=first)):
    opened = kms.decrypt(CiphertextBlob=blob, EncryptionContext=CONTEXT, **more)
    assert (opened["Plaintext"], opened["KeyId"]) == (b"secret", first), opened
fails("IncorrectKeyException", kms.decrypt,
      "The key ID in the request does not identify a CMK that can perform this operation.",
      CiphertextBlob=blob, EncryptionContext=CONTEXT, KeyId=second)
for context in ({}, {"a": "b"}, {**CONTEXT, "c": "d"}, {"a": "B", "aws:cloudtrail:arn": "t"}):
    fails("InvalidCiphertextException", kms.decrypt, CiphertextBlob=blob, EncryptionContext=context)
changed = blob[:-1] + bytes([blob[-1] ^ 1])
for wrong in (changed, blob[:-1], blob + b"x", b"x", b"nonsense that is rather long, longer than any header could be"):
    fails("InvalidCiphertextException", kms.decrypt, CiphertextBlob=wrong, EncryptionContext=CONTEXT)
elsewhere = boto3.client("kms", endpoint_url=ENDPOINT, region_name="us-east-1", aws_access_key_id="AKIDALICE",
                         aws_secret_access_key="secret")
fails("AccessDeniedException", elsewhere.decrypt, CiphertextBlob=blob, EncryptionContext=CONTEXT)

for length in (1, 4096):
    blob_of = kms.encrypt(KeyId=first, Plaintext=b"p" * length)["CiphertextBlob"]
    assert kms.decrypt(CiphertextBlob=blob_of)["Plaintext"] == b"p" * length
fails("ValidationException", kms.encrypt, KeyId=first, Plaintext=b"p" * 4097)
fails("InvalidKeyUsageException", kms.encrypt, KeyId=first, Plaintext=b"p", EncryptionAlgorithm="RSAES_OAEP_SHA_256")
fails("InvalidGrantTokenException", kms.encrypt, KeyId=first, Plaintext=b"p", GrantTokens=["t"])
fails("DryRunOperationException", kms.encrypt, KeyId=first, Plaintext=b"p", DryRun=True)

again = kms.re_encrypt(CiphertextBlob=blob, SourceEncryptionContext=CONTEXT, DestinationKeyId=second,
                       DestinationEncryptionContext={"now": "this"})
assert (again["SourceKeyId"], again["KeyId"]) == (first, second)
assert kms.decrypt(CiphertextBlob=again["CiphertextBlob"], EncryptionContext={"now": "this"})["Plaintext"] == b"secret"
fails("IncorrectKeyException", kms.re_encrypt, CiphertextBlob=blob, SourceEncryptionContext=CONTEXT, SourceKeyId=second,
      DestinationKeyId=second)
fails("InvalidCiphertextException", kms.re_encrypt, CiphertextBlob=blob, DestinationKeyId=second)

for more, length in [(dict(KeySpec="AES_256"), 32), (dict(KeySpec="AES_128"), 16), (dict(NumberOfBytes=1024), 1024)]:
    data = kms.generate_data_key(KeyId="alias/data", EncryptionContext=CONTEXT, **more)
    assert len(data["Plaintext"]) == length and data["KeyId"] == first
    assert kms.decrypt(CiphertextBlob=data["CiphertextBlob"], EncryptionContext=CONTEXT)["Plaintext"] == data["Plaintext"]
    hidden = kms.generate_data_key_without_plaintext(KeyId=first, **more)
    assert "Plaintext" not in hidden
    assert len(kms.decrypt(CiphertextBlob=hidden["CiphertextBlob"])["Plaintext"]) == length
for more in ({}, dict(KeySpec="AES_256", NumberOfBytes=32)):
    fails("ValidationException", kms.generate_data_key, KeyId=first, **more)
assert len(kms.generate_random(NumberOfBytes=17)["Plaintext"]) == 17
fails("ValidationException", kms.generate_random)
fails("ValidationException", kms.generate_random, NumberOfBytes=1025)

kms.disable_key(KeyId=first)
sentence = f"{first} is disabled."
fails("DisabledException", kms.encrypt, sentence, KeyId=first, Plaintext=b"p")
fails("DisabledException", kms.decrypt, sentence, CiphertextBlob=blob, EncryptionContext=CONTEXT)
fails("DisabledException", kms.generate_data_key, sentence, KeyId=first, KeySpec="AES_256")
fails("DisabledException", kms.re_encrypt, sentence, CiphertextBlob=blob, SourceEncryptionContext=CONTEXT, DestinationKeyId=second)
kms.enable_key(KeyId=first)
assert kms.decrypt(CiphertextBlob=blob, EncryptionContext=CONTEXT)["Plaintext"] == b"secret"
kms.schedule_key_deletion(KeyId=first, PendingWindowInDays=7)
fails("KMSInvalidStateException", kms.decrypt, f"{first} is pending deletion.", CiphertextBlob=blob, EncryptionContext=CONTEXT)
print("passed")
