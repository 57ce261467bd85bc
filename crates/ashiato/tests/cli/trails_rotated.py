"""A chain of digests under two keys: the first one's time ends between two digests. AWS's proof and ours pass over it."""
import gzip, json, os, sqlite3, subprocess, sys, tempfile, time
import boto3

ASHIATO, STATE, BUCKET = os.environ["ASHIATO"], os.environ["STATE"], "audited"
AWS = os.path.join(os.path.dirname(sys.executable), "aws")
s3, trail = boto3.client("s3"), boto3.client("cloudtrail")


def run(*command, codes=(0,)):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode in codes, (command, done.returncode, done.stdout, done.stderr)
    return done.stdout


def until(what, condition):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
    raise AssertionError(f"waited for {what}")


def digests():
    """Of the home region, in their order."""
    keys = [item["Key"] for item in s3.list_objects_v2(Bucket=BUCKET, Prefix="AWSLogs/").get("Contents", [])]
    keys = sorted(key for key in keys if "/CloudTrail-Digest/eu-north-1/" in key and "backfill" not in key)
    return [json.loads(gzip.decompress(s3.get_object(Bucket=BUCKET, Key=key)["Body"].read())) for key in keys]


arn = json.loads(run(ASHIATO, "trail", "create", "rotated", "--bucket", BUCKET))["TrailARN"]
signers = lambda: [digest["digestPublicKeyFingerprint"] for digest in digests()]
first = until("two digests", lambda: signers() if len(signers()) >= 2 else None)
assert len(set(first)) == 1, first
# A key signs for a year; this one has signed for so long.
with sqlite3.connect(STATE, timeout=30) as state:
    assert state.execute("UPDATE trail_keys SET valid_until = ?", (int(time.time() * 1000),)).rowcount == 1
until("two digests under another key", lambda: len(signers()) - signers().count(first[0]) >= 2)
trail.stop_logging(Name="rotated")
keys = json.loads(run(AWS, "cloudtrail", "list-public-keys", "--start-time", "2020-01-01"))
assert len(keys["PublicKeyList"]) == 2, keys

told = run(AWS, "cloudtrail", "validate-logs", "--trail-arn", arn, "--start-time", "2020-01-01T00:00:00Z")
assert "digest files valid" in told and "INVALID" not in told, told
chain = digests()
for before, after in zip(chain, chain[1:]):
    assert after["previousDigestS3Object"] == before["digestS3Object"], (before, after)
with tempfile.NamedTemporaryFile("w") as file:
    json.dump(keys, file), file.flush()
    proof = lambda: run(ASHIATO, "validate-logs", f"s3://{BUCKET}", "--public-key", file.name, codes=(0, 1, 3))
    until("the last digest", lambda: proof().splitlines()[-1] == "VALID: everything is proved")
# With the first key alone the rest is not proved.
with tempfile.NamedTemporaryFile("w") as file:
    json.dump({"PublicKeyList": [key for key in keys["PublicKeyList"] if key["Fingerprint"] == first[0]]}, file), file.flush()
    told = run(ASHIATO, "validate-logs", f"s3://{BUCKET}", "--public-key", file.name, codes=(1,))
    assert "which was not given" in told, told
print("rotated")
