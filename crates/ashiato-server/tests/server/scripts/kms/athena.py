# A query reads what is under a key where its caller may decrypt.
s3 = client("s3")
for name in ("safe", "results"):
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": HOME})
ARN = new_key()["Arn"]
lines = "".join(f"{number}\n" for number in range(200_000)).encode()
s3.put_object(Bucket="safe", Key="t/a.txt", Body=lines, ServerSideEncryption="aws:kms", SSEKMSKeyId=ARN)
assert told(run("CREATE EXTERNAL TABLE t (a string) LOCATION 's3://safe/t/'"))[0] == "SUCCEEDED"
counted = run("SELECT count(*), max(length(a)) FROM t")
assert rows(counted)[1] == ["200000", "6"], told(counted)
ATHENA = bob("athena")
others = statement(["athena:*", "glue:*", "s3:*"])
given(others)
state, why = told(run("SELECT count(*) FROM t"))
assert state == "FAILED" and f"kms:Decrypt on resource: {ARN}" in why, (state, why)
given(others, statement("kms:Decrypt", ARN))
assert rows(run("SELECT count(*) FROM t"))[1] == ["200000"]
kms.disable_key(KeyId=ARN)
state, why = told(run("SELECT count(*) FROM t"))
assert state == "FAILED" and f"{ARN} is disabled." in why, (state, why)
print("passed")
