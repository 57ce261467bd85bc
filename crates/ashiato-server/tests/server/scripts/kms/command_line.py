# Keys by the AWS CLI.
import base64, tempfile


def aws(*command, expect=0):
    environment = dict(PATH=os.environ["PATH"], AWS_ENDPOINT_URL=ENDPOINT, AWS_DEFAULT_REGION=HOME, HOME="/nonexistent",
                       AWS_EC2_METADATA_DISABLED="true", AWS_ACCESS_KEY_ID="AKIDALICE", AWS_SECRET_ACCESS_KEY="secret")
    done = subprocess.run([os.environ["BIN"] + "/aws", "--output", "json", *command], env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == expect, (command, done.returncode, done.stdout, done.stderr)
    return json.loads(done.stdout) if done.stdout.startswith("{") else done.stdout + done.stderr


KEY = aws("kms", "create-key", "--description", "by hand")["KeyMetadata"]["KeyId"]
aws("kms", "create-alias", "--alias-name", "alias/hand", "--target-key-id", KEY)
with tempfile.TemporaryDirectory() as folder:
    plain, sealed = f"{folder}/plain", f"{folder}/sealed"
    open(plain, "wb").write(b"by hand")
    answer = aws("kms", "encrypt", "--key-id", "alias/hand", "--plaintext", f"fileb://{plain}", "--encryption-context", "a=b")
    open(sealed, "wb").write(base64.b64decode(answer["CiphertextBlob"]))
    opened = aws("kms", "decrypt", "--ciphertext-blob", f"fileb://{sealed}", "--encryption-context", "a=b")
    assert base64.b64decode(opened["Plaintext"]) == b"by hand", opened
    assert "InvalidCiphertextException" in aws("kms", "decrypt", "--ciphertext-blob", f"fileb://{sealed}", expect=255)
    aws("s3", "mb", "s3://hand")
    aws("s3", "cp", plain, "s3://hand/o", "--sse", "aws:kms", "--sse-kms-key-id", KEY)
    aws("s3", "cp", "s3://hand/o", sealed)
    assert open(sealed, "rb").read() == b"by hand"
assert aws("kms", "list-aliases")["Aliases"][0]["TargetKeyId"] == KEY
aws("kms", "schedule-key-deletion", "--key-id", KEY, "--pending-window-in-days", "7")
print("passed")
