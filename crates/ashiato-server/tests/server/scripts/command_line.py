import json
ACCOUNT = "111122223333"
ADMINISTRATOR = dict(AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret")


def aws(*command, keys=ADMINISTRATOR, expect=0):
    environment = dict(PATH=os.environ["PATH"], AWS_ENDPOINT_URL=ENDPOINT, AWS_DEFAULT_REGION="eu-north-1",
                       AWS_EC2_METADATA_DISABLED="true", HOME="/nonexistent", **keys)
    done = subprocess.run([os.environ["BIN"] + "/aws", *command, "--output", "json"], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == expect, (command, done.returncode, done.stderr)
    return json.loads(done.stdout) if done.stdout.strip() else done.stderr


assert aws("iam", "create-user", "--user-name", "bob")["User"]["UserName"] == "bob"
key = aws("iam", "create-access-key", "--user-name", "bob")["AccessKey"]
bob = dict(AWS_ACCESS_KEY_ID=key["AccessKeyId"], AWS_SECRET_ACCESS_KEY=key["SecretAccessKey"])
aws("iam", "put-user-policy", "--user-name", "bob", "--policy-name", "p", "--policy-document",
    statement("sts:AssumeRole"))
aws("iam", "attach-user-policy", "--user-name", "bob", "--policy-arn", "arn:aws:iam::aws:policy/IAMReadOnlyAccess")
assert aws("iam", "list-user-policies", "--user-name", "bob", keys=bob)["PolicyNames"] == ["p"]
assert "AccessDenied" in aws("iam", "create-user", "--user-name", "x", keys=bob, expect=255)
assert len(aws("iam", "list-users")["Users"]) == 2
assert aws("iam", "list-attached-user-policies", "--user-name", "bob")["AttachedPolicies"]
aws("iam", "create-role", "--role-name", "reader", "--assume-role-policy-document", trust({"AWS": ACCOUNT}))
aws("iam", "attach-role-policy", "--role-name", "reader", "--policy-arn", "arn:aws:iam::aws:policy/AmazonS3FullAccess")
assumed = aws("sts", "assume-role", "--role-arn", f"arn:aws:iam::{ACCOUNT}:role/reader", "--role-session-name", "watch",
              keys=bob)["Credentials"]
session = dict(AWS_ACCESS_KEY_ID=assumed["AccessKeyId"], AWS_SECRET_ACCESS_KEY=assumed["SecretAccessKey"],
               AWS_SESSION_TOKEN=assumed["SessionToken"])
assert aws("sts", "get-caller-identity", keys=session)["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/reader/watch"
aws("s3api", "create-bucket", "--bucket", "logs", "--create-bucket-configuration",
    "LocationConstraint=eu-north-1", keys=session)
assert aws("s3api", "list-buckets", keys=session)["Buckets"][0]["Name"] == "logs"
aws("s3api", "put-object", "--bucket", "logs", "--key", "k", "--body", __import__("sys").executable, keys=session)
assert aws("s3api", "head-object", "--bucket", "logs", "--key", "k", keys=session)["ContentLength"] > 0
aws("iam", "detach-user-policy", "--user-name", "bob", "--policy-arn", "arn:aws:iam::aws:policy/IAMReadOnlyAccess")
aws("iam", "delete-user-policy", "--user-name", "bob", "--policy-name", "p")
aws("iam", "delete-access-key", "--user-name", "bob", "--access-key-id", key["AccessKeyId"])
aws("iam", "delete-user", "--user-name", "bob")
aws("iam", "detach-role-policy", "--role-name", "reader", "--policy-arn", "arn:aws:iam::aws:policy/AmazonS3FullAccess")
aws("iam", "delete-role", "--role-name", "reader")
print("passed")
