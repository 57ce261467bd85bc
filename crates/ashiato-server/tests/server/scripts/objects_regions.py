# Requests for objects are recorded in the region of their bucket, whatever region they are signed for.
import json
LEADING, AWAY, ELSEWHERE = "us-east-1", "eu-north-1", "us-west-2"
# Signs for eu-north-1, and for us-west-2.
s3 = client("s3")
west = boto3.client("s3", endpoint_url=ENDPOINT, region_name=ELSEWHERE, aws_access_key_id="AKIDALICE", aws_secret_access_key="secret",
                    config=Config(retries={"total_max_attempts": 1}))
at = {"CreateBucketConfiguration": {"LocationConstraint": AWAY}}
expected = {}


def call(region, function, **arguments):
    """A call, and the region that it is to be recorded in."""
    try:
        answer = function(**arguments)
    except ClientError as refusal:
        answer = refusal.response
    id = answer["ResponseMetadata"]["HTTPHeaders"]["x-amz-request-id"]
    expected[id] = (region, function.__name__)
    return id


call(LEADING, s3.create_bucket, Bucket="leading")
call(AWAY, west.create_bucket, Bucket="away", **at)
for bucket, region in (("leading", LEADING), ("away", AWAY)):
    for signed_for in (s3, west):
        call(region, signed_for.put_object, Bucket=bucket, Key="k", Body=b"x")
        call(region, signed_for.get_object, Bucket=bucket, Key="missing")
    s3.delete_public_access_block(Bucket=bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=statement("s3:GetObject", f"arn:aws:s3:::{bucket}/*", Principal="*"))
    with urllib.request.urlopen(f"{ENDPOINT}/{bucket}/k") as answer:
        expected[answer.headers["x-amz-request-id"]] = (region, "anonymous")
# One that is there is not made anew elsewhere; one that is taken away was there.
call(LEADING, west.create_bucket, Bucket="leading", **at)
call(AWAY, west.create_bucket, Bucket="going", **at)
call(AWAY, west.delete_bucket, Bucket="going")
# What is about no bucket, or about none that there is.
call(ELSEWHERE, west.list_buckets)
missing = call(ELSEWHERE, west.delete_bucket, Bucket="nowhere")

body = json.dumps({"Ashiato": {"AllRegions": True, "AllCategories": True}}).encode()
status, told = signed("cloudtrail", body, {"content-type": "application/x-amz-json-1.1", "x-amz-target": "CloudTrail_20131101.LookupEvents"})
assert status == 200, told
records = [json.loads(event["CloudTrailEvent"]) for event in json.loads(told)["Events"]]
recorded = {record.get("requestID"): record for record in records}
for id, (region, name) in expected.items():
    assert recorded[id]["awsRegion"] == region, (name, region, recorded[id])
# Nobody's account is named of what is not there.
assert recorded[missing]["resources"] == [{"type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::nowhere"}], recorded[missing]
