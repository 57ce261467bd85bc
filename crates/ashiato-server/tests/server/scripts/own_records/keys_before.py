# A key that is renewed after 90 days, and one that goes after 7.
bucket("logs")
trails.create_trail(Name="all", S3BucketName="logs", IsMultiRegionTrail=True)
trails.start_logging(Name="all")
turning, going = (kms.create_key()["KeyMetadata"]["KeyId"] for _ in range(2))
kms.enable_key_rotation(KeyId=turning, RotationPeriodInDays=90)
kms.create_alias(AliasName="alias/turning", TargetKeyId=turning)
kms.create_alias(AliasName="alias/going", TargetKeyId=going)
kms.schedule_key_deletion(KeyId=going, PendingWindowInDays=7)
blob = kms.encrypt(KeyId=turning, Plaintext=b"secret")["CiphertextBlob"]
print(turning, going, blob.hex())
