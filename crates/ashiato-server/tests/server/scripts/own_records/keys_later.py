# A hundred days later.
for _ in range(2):
    assert kms.encrypt(KeyId=TURNING, Plaintext=b"secret")["CiphertextBlob"] != BLOB
assert kms.decrypt(CiphertextBlob=BLOB)["Plaintext"] == b"secret"
fails("NotFoundException", kms.describe_key, KeyId=GOING)
print("passed")
