status = trails.get_trail_status(Name="blind")
assert status["LatestDeliveryError"] == "AccessDenied" and "LatestDeliveryTime" not in status, status
for name in ("untrusting", "poor"):
    status = trails.get_trail_status(Name=name)
    assert status["LatestCloudWatchLogsDeliveryError"] == "AccessDenied" and status["LatestDeliveryTime"], status
assert files("closed") == [] and not logs.describe_log_streams(logGroupName="trail")["logStreams"]
own = [(record["eventName"], record.get("errorCode")) for _, found in files("logs") for record in found if by_cloudtrail(record)]
assert all(error is None for _, error in own), own
print("passed")
