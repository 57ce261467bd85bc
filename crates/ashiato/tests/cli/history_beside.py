"""Follows event history beside a person who looks events up, within AWS's quota: the follower takes nothing of it, shows what
others look up and none of its own lookups, and asks seldom."""
import csv, json, os, subprocess, time
import boto3
from botocore.config import Config

sts, trail = boto3.client("sts"), boto3.client("cloudtrail", config=Config(retries={"total_max_attempts": 1}))
id_of = lambda answer: answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"]
before, began = id_of(sts.get_caller_identity()), time.monotonic()
follower = subprocess.Popen([os.environ["ASHIATO"], "history", "--follow", "--output", "csv", "--limit", "1"],
    stdout=subprocess.PIPE, text=True)
shown = csv.DictReader(follower.stdout)
assert next(shown)["Request ID"] == before

lookups = []
for _ in range(4):
    # A quota that nobody used for a second is whole.
    time.sleep(1.2)
    lookups += [id_of(trail.lookup_events(MaxResults=1)) for _ in range(2)]
last = id_of(sts.get_caller_identity())
rows = []
while not rows or rows[-1]["Request ID"] != last:
    rows.append(next(shown))
assert [row["Request ID"] for row in rows] == [*lookups, last], (rows, lookups, last)
follower.kill()

# All that it asked is recorded all the same: once at its start, once what came then, and perhaps once more.
time.sleep(1.2)
by_name = {"AttributeKey": "EventName", "AttributeValue": "LookupEvents"}
records = [json.loads(event["CloudTrailEvent"]) for event in trail.lookup_events(LookupAttributes=[by_name])["Events"]]
asked = [record for record in records if record["userAgent"].endswith(" history")]
assert 2 <= len(asked) <= 3 + (time.monotonic() - began) // 20, asked
assert not any("errorCode" in record for record in records), records
print("beside each other")
