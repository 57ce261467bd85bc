# Enabled again, what waited is there, each record once.
import gzip
status = trails.get_trail_status(Name="sealed")
assert "LatestDeliveryError" not in status, status
names = [entry["Key"] for entry in s3.list_objects_v2(Bucket="logs")["Contents"]]
events = [event for name in names for event in json.loads(gzip.decompress(s3.get_object(Bucket="logs", Key=name)["Body"].read()))["Records"]]
assert len(events) == len({event["eventID"] for event in events})
changes = [event["eventName"] for event in events if event["eventName"] in ("DisableKey", "EnableKey")]
# Of one second, they are in no order of files.
assert sorted(changes) == ["DisableKey", "DisableKey", "EnableKey"], changes
print("passed")
