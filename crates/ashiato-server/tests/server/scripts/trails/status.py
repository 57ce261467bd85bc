# What GetTrailStatus and ListPublicKeys make of what a delivery wrote: times as moments and as texts, errors as told.
from datetime import datetime, timezone
moment = lambda seconds: datetime.fromtimestamp(seconds, timezone.utc)
status = told(trails.get_trail_status(Name="all"))
assert status == {
    "IsLogging": False, "LatestDeliveryError": "AccessDenied", "LatestDeliveryAttemptTime": "2023-11-14T22:13:21Z",
    "LatestDeliveryAttemptSucceeded": "", "LatestDigestDeliveryTime": moment(1_700_000_002.5),
    "LatestNotificationTime": moment(1_700_000_003), "LatestNotificationAttemptTime": "2023-11-14T22:13:23Z",
    "LatestNotificationAttemptSucceeded": "2023-11-14T22:13:23Z", "LatestCloudWatchLogsDeliveryError": "no group",
    "TimeLoggingStarted": "", "TimeLoggingStopped": ""}, status

# A key that signs now may be there beside those that were written.
written = lambda keys: [key["Fingerprint"] for key in keys if key["Fingerprint"] in ("one", "two")]
listed = lambda **range: written(trails.list_public_keys(**range)["PublicKeyList"])
assert listed(StartTime=0, EndTime=999) == []
assert listed(StartTime=0, EndTime=1000) == ["one"]
assert listed(StartTime=1600, EndTime=1600) == ["one", "two"]
assert listed(StartTime=2000) == ["two"] and listed(StartTime=3000) == [] and listed() == []
key = trails.list_public_keys(StartTime=0, EndTime=1000)["PublicKeyList"][0]
assert key == {"Value": b"\0\1\2", "ValidityStartTime": moment(1000), "ValidityEndTime": moment(2000),
               "Fingerprint": "one"}, key
print("passed")
