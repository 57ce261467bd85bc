"""`ashiato trail create`, given again and given wrong: what was done is not done twice, and nothing is made for a trail that
cannot be."""
import json, os, subprocess
import boto3

ASHIATO = os.environ["ASHIATO"]
s3, trail = boto3.client("s3"), boto3.client("cloudtrail")


def create(*arguments, code=0, region="eu-north-1"):
    """The trail that is printed; where it fails, what is said."""
    done = subprocess.run([ASHIATO, "trail", "create", *arguments], capture_output=True, text=True, env={**os.environ, "AWS_REGION": region})
    assert done.returncode == code, (arguments, done.returncode, done.stdout, done.stderr)
    return json.loads(done.stdout) if code == 0 else done.stderr


buckets = lambda: sorted(bucket["Name"] for bucket in s3.list_buckets()["Buckets"])
is_logging = lambda: trail.get_trail_status(Name="audit")["IsLogging"]

# A name that no trail can have.
for name in ("a..b", "ab", "192.168.5.4"):
    assert "InvalidTrailNameException" in create(name, "--bucket", "never", code=1), name
create("arn:aws:cloudtrail:eu-north-1:111122223333:trail/audit", "--bucket", "never", code=2)
assert buckets() == [], buckets()

made = create("audit", "--bucket", "first", "--prefix", "p")
assert (made["S3BucketName"], made["S3KeyPrefix"]) == ("first", "p") and is_logging(), made
trail.stop_logging(Name="audit")
again = create("audit", "--bucket", "first", "--prefix", "p")
assert again["TrailARN"] == made["TrailARN"] and is_logging(), again

# It delivers elsewhere: nothing is made or changed.
for arguments in (["--bucket", "second"], ["--bucket", "first"], ["--bucket", "first", "--prefix", "q"], []):
    assert "s3://first/p" in create("audit", *arguments, code=1), arguments
assert buckets() == ["first"] and len(trail.describe_trails()["trailList"]) == 1

# Ended half way, it goes on where it was.
s3.create_bucket(Bucket="half", CreateBucketConfiguration={"LocationConstraint": "eu-north-1"})
half = create("half", "--bucket", "half", "--single-region")
trail.delete_trail(Name="half")
assert create("half", "--bucket", "half", "--single-region") == half

# The name is taken by the trail of all regions of another home: the bucket that is left is named.
said = create("audit", "--bucket", "left", code=1, region="us-east-1")
assert "TrailAlreadyExistsException" in said and "left" in said, said
assert buckets() == ["first", "half", "left"], buckets()
print("made once")
