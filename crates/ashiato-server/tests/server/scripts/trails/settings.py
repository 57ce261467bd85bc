# A trail's settings, from CreateTrail to DeleteTrail.
made = told(trails.create_trail(Name="all", **LOGS, TagsList=[{"Key": "team", "Value": "ops"}, {"Key": "bare"}]))
assert made == {
    "Name": "all", "S3BucketName": "logs", "IncludeGlobalServiceEvents": True, "IsMultiRegionTrail": False,
    "TrailARN": arn_of("all"), "LogFileValidationEnabled": False, "IsOrganizationTrail": False,
    "RecursiveLogging": True}, made
shown = {**made, "HomeRegion": HOME, "HasCustomEventSelectors": False, "HasInsightSelectors": False}
for name in ("all", arn_of("all")):
    assert trails.get_trail(Name=name)["Trail"] == shown
assert trails.describe_trails()["trailList"] == [shown]
assert trails.describe_trails(trailNameList=["all", "none"])["trailList"] == [shown]
assert trails.describe_trails(trailNameList=[arn_of("none")])["trailList"] == []
listed = trails.list_trails()["Trails"]
assert listed == [{"TrailARN": arn_of("all"), "Name": "all", "HomeRegion": HOME}], listed

# What is not given stays; an empty text takes a setting away.
s3.put_bucket_policy(Bucket="more", Policy=bucket_policy("more", "a/b/"))
changed = told(trails.update_trail(
    Name="all", S3BucketName="more", S3KeyPrefix="a/b", EnableLogFileValidation=True, IncludeGlobalServiceEvents=False,
    RecursiveLogging=False))
assert changed == {**made, "S3BucketName": "more", "S3KeyPrefix": "a/b", "LogFileValidationEnabled": True,
                   "IncludeGlobalServiceEvents": False, "RecursiveLogging": False}, changed
assert told(trails.update_trail(Name=arn_of("all"))) == changed
back = told(trails.update_trail(
    Name="all", S3BucketName="logs", S3KeyPrefix="", EnableLogFileValidation=False, IncludeGlobalServiceEvents=True,
    RecursiveLogging=True, SnsTopicName="", KmsKeyId="", CloudWatchLogsLogGroupArn="", CloudWatchLogsRoleArn=""))
assert back == made, back

# Logging, and how it is told.
status = told(trails.get_trail_status(Name="all"))
texts = ("LatestDeliveryAttemptTime", "LatestDeliveryAttemptSucceeded", "LatestNotificationAttemptTime",
         "LatestNotificationAttemptSucceeded", "TimeLoggingStarted", "TimeLoggingStopped")
assert status == {"IsLogging": False, **{name: "" for name in texts}}, status
trails.start_logging(Name="all")
status = trails.get_trail_status(Name=arn_of("all"))
started = status["StartLoggingTime"]
assert status["IsLogging"] and "StopLoggingTime" not in status, status
assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", status["TimeLoggingStarted"]), status
trails.start_logging(Name=arn_of("all"))
assert trails.get_trail_status(Name="all")["StartLoggingTime"] == started
trails.stop_logging(Name="all")
status = trails.get_trail_status(Name="all")
assert not status["IsLogging"] and status["StopLoggingTime"] >= started and status["TimeLoggingStopped"], status

# Tags.
tags = lambda: trails.list_tags(ResourceIdList=[arn_of("all")])["ResourceTagList"]
assert tags() == [{"ResourceId": arn_of("all"), "TagsList": [{"Key": "bare"}, {"Key": "team", "Value": "ops"}]}], tags()
trails.add_tags(ResourceId=arn_of("all"), TagsList=[{"Key": "team", "Value": "dev"}, {"Key": "x", "Value": "y"}])
trails.remove_tags(ResourceId=arn_of("all"), TagsList=[{"Key": "bare"}, {"Key": "never"}])
assert tags()[0]["TagsList"] == [{"Key": "team", "Value": "dev"}, {"Key": "x", "Value": "y"}], tags()
fifty = [{"Key": str(number)} for number in range(50)]
fails("TagsLimitExceededException", trails.add_tags, ResourceId=arn_of("all"), TagsList=fifty)
assert len(tags()[0]["TagsList"]) == 2

trails.delete_trail(Name="all")
assert trails.describe_trails()["trailList"] == [] and trails.list_trails()["Trails"] == []
fails("TrailNotFoundException", trails.get_trail, f"Unknown trail: all for the user: {ACCOUNT}", Name="all")
trails.create_trail(Name="all", **LOGS)
assert tags()[0]["TagsList"] == [], "its tags went with it"
assert not trails.get_trail_status(Name="all")["IsLogging"]
print("passed")
